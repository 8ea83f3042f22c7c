"""The scene card: figures that keep the generator honest, measured on the scenes themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tas_desktop.starter.scenes.grammar import Expression
from tas_desktop.starter.scenes.region_baseline import best_overlaps
from tas_desktop.starter.scenes.scene import BACKGROUND, Scene

_OCCLUDED = (0.1, 0.6)
_TEXTURE_WINDOW_PX = 15
_TEXTURE_STD = 4.0
"""Grey levels within a window after a light blur: above the strongest noise, below a faint pattern."""


@dataclass(frozen=True)
class SceneCard:
    """What a set of scenes is like. Shares are 0-1.

    Attributes:
        scenes, objects, expressions: how many were measured.
        occluded_share: labelled objects hidden by 10-60 %.
        namesake_share: mean over scenes of the share of its expressions whose referent's category
            occurs at least twice in the scene.
        median_area_share: median visible area of an object over the area of the picture.
        textured_object_share: object pixels, away from borders, in a textured neighbourhood.
        textured_ground_share: the same for pixels of ground and clutter.
        baseline_recall_50, baseline_recall_70: objects found at IoU .5 and .7 by a Felzenszwalb
            hierarchy with at most 60 regions.
        baseline_scenes: scenes on which that hierarchy was run.
        by_kind: expressions of each kind.
        by_unseen: expressions with each unseen property; "seen" has none.
    """

    scenes: int
    objects: int
    expressions: int
    occluded_share: float
    namesake_share: float
    median_area_share: float
    textured_object_share: float
    textured_ground_share: float
    baseline_recall_50: float
    baseline_recall_70: float
    baseline_scenes: int
    by_kind: dict[str, int]
    by_unseen: dict[str, int]

    def to_json(self) -> dict[str, object]:
        """Plain values for `json.dumps`."""
        return asdict(self)

    def failures(self) -> tuple[str, ...]:
        """The promises that these scenes break, one sentence each; empty when the card holds."""
        promises = (
            (self.occluded_share >= 0.30, "under 30 % of objects are occluded by 10-60 %"),
            (self.namesake_share >= 0.40, "under 40 % of referents have a namesake in their scene"),
            (0.02 <= self.median_area_share <= 0.04, "the median object is not 2-4 % of the picture"),
            (self.baseline_recall_70 < 0.60, "a plain hierarchy finds 60 % or more at IoU .7"),
            (self.textured_ground_share >= 0.25, "under a quarter of the ground is textured"),
        )
        return tuple(sentence for holds, sentence in promises if not holds)


class CardTally:
    """Collects a card scene by scene, so that no picture has to be kept.

    Args:
        baseline_scenes: run the region hierarchy on the first so many scenes; it takes most of the
            time.
    """

    def __init__(self, *, baseline_scenes: int = 100) -> None:
        self._baseline_left = baseline_scenes
        self._occlusions: list[float] = []
        self._areas: list[float] = []
        self._namesakes: list[float] = []
        self._textured = {"objects": [0, 0], "ground": [0, 0]}
        self._overlaps: list[NDArray[np.float64]] = []
        self._kinds: Counter[str] = Counter()
        self._unseen: Counter[str] = Counter()
        self._scenes = 0

    def add(self, scene: Scene, expressions: Iterable[Expression]) -> None:
        """Count one scene with what was said about it."""
        self._scenes += 1
        categories = Counter(item.category for item in scene.objects)
        for item in scene.objects:
            self._occlusions.append(item.occluded_fraction)
            self._areas.append(item.area_px / scene.instance_hw.size)
        named = []
        for expression in expressions:
            named.append(categories[scene.objects[expression.referent_index].category] > 1)
            self._kinds[expression.kind.value] += 1
            self._unseen.update([str(what) for what in expression.unseen] or ["seen"])
        if named:
            self._namesakes.append(float(np.mean(named)))
        self._count_texture(scene)
        if self._baseline_left > 0:
            self._baseline_left -= 1
            self._overlaps.append(best_overlaps(scene))

    def card(self) -> SceneCard:
        """The card so far.

        Raises:
            ValueError: no scene was added.
        """
        if not self._scenes:
            raise ValueError("a scene card needs at least one scene")
        occlusions = np.array(self._occlusions)
        overlaps = np.concatenate(self._overlaps) if self._overlaps else np.zeros(1)
        return SceneCard(
            scenes=self._scenes,
            objects=len(self._areas),
            expressions=sum(self._kinds.values()),
            occluded_share=_share((occlusions >= _OCCLUDED[0]) & (occlusions <= _OCCLUDED[1])),
            namesake_share=round(float(np.mean(self._namesakes)), 4) if self._namesakes else 0.0,
            median_area_share=round(float(np.median(self._areas)), 5),
            textured_object_share=_ratio(self._textured["objects"]),
            textured_ground_share=_ratio(self._textured["ground"]),
            baseline_recall_50=_share(overlaps >= 0.5),
            baseline_recall_70=_share(overlaps >= 0.7),
            baseline_scenes=len(self._overlaps),
            by_kind=dict(sorted(self._kinds.items())),
            by_unseen=dict(sorted(self._unseen.items())),
        )

    def _count_texture(self, scene: Scene) -> None:
        """Texture by the local spread of grey, at pixels whose window lies in one region."""
        grey = cv2.cvtColor(scene.image_rgb, cv2.COLOR_RGB2GRAY)
        smooth = cv2.GaussianBlur(grey, (0, 0), 1.5).astype(np.float32)
        window = (_TEXTURE_WINDOW_PX, _TEXTURE_WINDOW_PX)
        spread = cv2.blur(smooth * smooth, window) - cv2.blur(smooth, window) ** 2
        textured = spread > _TEXTURE_STD**2
        ids = scene.instance_hw.astype(np.float32)
        square = np.ones(window, np.uint8)
        pure = cv2.erode(ids, square) == cv2.dilate(ids, square)
        for name, chosen in (
            ("objects", pure & (scene.instance_hw >= 0)),
            ("ground", pure & (scene.instance_hw == BACKGROUND)),
        ):
            self._textured[name][0] += int(np.count_nonzero(textured & chosen))
            self._textured[name][1] += int(np.count_nonzero(chosen))


def _share(values: NDArray[np.bool_]) -> float:
    return round(float(np.mean(values)), 4)


def _ratio(counts: list[int]) -> float:
    return round(counts[0] / counts[1], 4) if counts[1] else 0.0
