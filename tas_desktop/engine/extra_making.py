"""Making what some methods want besides crops and captions: features from the inside of the encoder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from tas_desktop.domain.errors import InputRefused
from tas_desktop.engine import tower_ports
from tas_desktop.engine.capabilities import MethodUnfit, tower_of
from tas_desktop.engine.control import Control, Stage
from tas_desktop.engine.crops import masked_crop, window_at
from tas_desktop.engine.extras import Extra, ExtraKind
from tas_desktop.engine.pictures import InputScale, PictureMaker, faded, slightly_blurred
from tas_desktop.engine.pooling import pooling_matrices
from tas_desktop.engine.sampling import MaskReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.engine.components import Components

Arrays = dict[str, Any]
Port = TypeVar("Port")

_AT_ONCE: Final = 32


def make_extras(
    wanted: Sequence[Extra],
    image_rgb: NDArray[np.uint8],
    proposals: Sequence[Proposal],
    *,
    components: Components,
    control: Control,
) -> Arrays:
    """Make extras of an image.

    Args:
        wanted: which.
        image_rgb: the picture, uint8, shape (height, width, 3).
        proposals: N, each with at least one pixel.
        components: the profile's parts.
        control: progress, and the cancel flag, looked at between batches.

    Returns:
        Read-only arrays by the name that each has in an analysis (`Extra.part`).

    Raises:
        MethodUnfit: the encoder cannot give one of them.
        Cancelled: the flag was set.
        BackendFailed: a network could not do its work.
    """
    making = _Making(image_rgb, proposals, components, control)
    made: Arrays = {}
    for done, extra in enumerate(wanted):
        control.step(Stage.ENCODE, done, len(wanted))
        for part, array in _MAKERS[extra.kind](making, extra).items():
            array.setflags(write=False)
            made[extra.part(part)] = array
    return made


class _Making:
    """One image's extras being made."""

    def __init__(
        self,
        image_rgb: NDArray[np.uint8],
        proposals: Sequence[Proposal],
        components: Components,
        control: Control,
    ) -> None:
        self.image_rgb, self.proposals, self.components = image_rgb, proposals, components
        self.quiet = Control(control.token)  # batches inside an extra say nothing new
        self.control = control

    def inside(self, port: type[Port]) -> Port:
        """The image network behind a port.

        Raises:
            MethodUnfit: it does not fill it.
        """
        tower = tower_of(self.components)
        if isinstance(tower, port):
            return tower
        name = self.components.encoder.component.name
        raise MethodUnfit(
            f"The encoder {name} does not give what this method needs",
            next_step="Choose another method or another profile.",
        )

    def pictures(self, extra: Extra) -> PictureMaker:
        """What prepares pictures as the extra says."""
        tower = self.inside(tower_ports.ImageTower)  # type: ignore[type-abstract]
        return PictureMaker.of(tower, InputScale(str(extra.option("scale"))))

    def batches(self) -> Iterator[Sequence[Proposal]]:
        """Proposals a few at a time."""
        for start in range(0, len(self.proposals), _AT_ONCE):
            self.quiet.token.check()
            yield self.proposals[start : start + _AT_ONCE]

    def masks(self, read: Callable[[MaskReader], NDArray[Any]], grid_hw: tuple[int, int]) -> NDArray[Any]:
        """All masks on a grid, shape (N, H, W)."""
        found = [read(MaskReader(proposal.mask)) for proposal in self.proposals]
        return np.stack(found) if found else np.zeros((0, *grid_hw), np.float32)

    def joined(self, rows: list[NDArray[np.float32]]) -> Arrays:
        """Rows of all batches under one name."""
        return {"": np.concatenate(rows) if rows else np.zeros((0, 1), np.float32)}


def _masked_tokens(making: _Making, extra: Extra) -> Arrays:
    port = making.inside(tower_ports.MasksTokens)  # type: ignore[type-abstract]
    tower = making.inside(tower_ports.ImageTower)  # type: ignore[type-abstract]
    grid_hw = tower.grid_hw
    by_area = extra.option("masks") == "area"
    masks_nhw = making.masks(lambda m: m.shares(grid_hw) if by_area else m.softened(grid_hw), grid_hw)
    return {
        "unscaled": np.array([tower.mixes_unscaled], np.float32),
        "": port.encode_masked(
            making.pictures(extra).whole(making.image_rgb),
            masks_nhw=masks_nhw.astype(np.float32),
            blocks=_blocks(tower, extra),
            control=making.quiet,
        ),
    }


def _filled_crops(making: _Making, extra: Extra) -> Arrays:
    tower, pictures = making.inside(tower_ports.ImageTower), making.pictures(extra)  # type: ignore[type-abstract]
    return making.joined(
        [
            tower.encode_pictures(
                np.stack([pictures.filled_crop(making.image_rgb, proposal) for proposal in batch]),
                control=making.quiet,
            )
            for batch in making.batches()
        ]
    )


def _region_tokens(making: _Making, extra: Extra) -> Arrays:
    port = making.inside(tower_ports.AttendsRegions)  # type: ignore[type-abstract]
    grid_hw = making.inside(tower_ports.ImageTower).grid_hw  # type: ignore[type-abstract]
    picture_chw = making.pictures(extra).whole(making.image_rgb)
    inside_nhw = making.masks(lambda mask: mask.nearest(grid_hw), grid_hw).astype(bool)
    return {"": port.encode_attending(picture_chw, inside_nhw=inside_nhw, control=making.quiet)}


def _streams(making: _Making, extra: Extra) -> Arrays:
    port = making.inside(tower_ports.FusesStreams)  # type: ignore[type-abstract]
    tower, pictures = making.inside(tower_ports.ImageTower), making.pictures(extra)  # type: ignore[type-abstract]
    if extra.option("scale") == InputScale.IMAGENET:
        pictures = replace(pictures, fill_rgb=tower.mean_rgb)  # CLIP's means, after scaling: as released
    image_rgb = making.image_rgb
    blurred_rgb = slightly_blurred(image_rgb, kernel_px=int(extra.option("blur")))
    masks_nhw = making.masks(lambda mask: mask.softened(tower.grid_hw), tower.grid_hw)
    rows: list[NDArray[np.float32]] = []
    for batch in making.batches():
        start = sum(map(len, rows))
        rows.append(
            port.encode_streams(
                np.stack([pictures.filled(image_rgb, proposal) for proposal in batch]),
                np.stack([pictures.before_blur(image_rgb, blurred_rgb, proposal) for proposal in batch]),
                masks_nhw=masks_nhw[start : start + len(batch)],
                blocks=_blocks(tower, extra),
            )
        )
    return {**making.joined(rows), "scale": np.array([tower.logit_scale], np.float32)}


def _ramped_crops(making: _Making, extra: Extra) -> Arrays:
    return _crops(making, faded(making.image_rgb, side=str(extra.option("side"))))


def _crops(making: _Making, image_rgb: NDArray[np.uint8]) -> Arrays:
    """Unit features of masked crops of a changed picture."""
    rows = []
    for batch in making.batches():
        crops = []
        for proposal in batch:
            x, y, inside_hw = proposal.mask.window()
            crops.append(masked_crop(image_rgb[window_at(x, y, inside_hw)], mask_hw=inside_hw))
        rows.append(making.components.encoder.encode_images(crops, control=making.quiet))
    return making.joined(rows)


def _context_crops(making: _Making, extra: Extra) -> Arrays:
    """Unit features of square crops around each mask's box, with the surroundings as they are."""
    height, width = making.image_rgb.shape[:2]
    rows = []
    for batch in making.batches():
        crops = []
        for proposal in batch:
            x, y, w, h = proposal.mask.box_xywh
            side = max(w, h) * (1.0 + float(extra.option("margin")))
            left, top = x + w / 2 - side / 2, y + h / 2 - side / 2
            columns = slice(max(0, round(left)), max(1, min(width, round(left + side))))
            lines = slice(max(0, round(top)), max(1, min(height, round(top + side))))
            crops.append(making.image_rgb[lines, columns])
        rows.append(making.components.encoder.encode_images(crops, control=making.quiet))
    return making.joined(rows)


def _map(making: _Making, extra: Extra) -> Arrays:
    tower, pictures = making.inside(tower_ports.ImageTower), making.pictures(extra)  # type: ignore[type-abstract]
    times, path = _times(extra), extra.option("path")
    picture_chw = pictures.whole(making.image_rgb) if times == 1 else pictures.large(making.image_rgb, times)
    if path == "value":
        found = making.inside(tower_ports.MapsValues).value_map(picture_chw)  # type: ignore[type-abstract]
    elif path == "gradient":
        found = making.inside(tower_ports.MapsGradients).gradient_map(picture_chw)  # type: ignore[type-abstract]
    elif path == "surgery":
        surgeon = making.inside(tower_ports.MapsSurgery)  # type: ignore[type-abstract]
        found = surgeon.surgery_map(picture_chw, blocks=_blocks(tower, extra))
    elif path == "self":
        selfish = making.inside(tower_ports.MapsSelfAttention)  # type: ignore[type-abstract]
        found = selfish.self_map(picture_chw, blocks=_blocks(tower, extra))
    else:
        raise InputRefused(f"No map is made by {path!r}")
    return {"features": found.features_hwd, "whole": found.whole_d}


def _pooling(making: _Making, extra: Extra) -> Arrays:
    tower, times = making.inside(tower_ports.ImageTower), _times(extra)  # type: ignore[type-abstract]
    via_px = None if times == 1 else times * tower.side_px
    inside, whole = pooling_matrices(
        making.proposals,
        height=making.image_rgb.shape[0],
        width=making.image_rgb.shape[1],
        grid_hw=(times * tower.grid_hw[0], times * tower.grid_hw[1]),
        via_px=via_px,
    )
    made = {"inside": inside, "whole": whole}
    return made if via_px is None else {**made, "via": np.array([via_px], np.float32)}


def _times(extra: Extra) -> int:
    """How many times larger than its own the network sees the picture."""
    return int(dict(extra.options).get("times", 1))


def _blocks(tower: tower_ports.ImageTower, extra: Extra) -> int:
    return tower_ports.last_blocks(tower.depth, share=float(extra.option("share")))


_MAKERS: Final[dict[ExtraKind, Callable[[_Making, Extra], Arrays]]] = {
    ExtraKind.MASKED_TOKENS: _masked_tokens,
    ExtraKind.FILLED_CROPS: _filled_crops,
    ExtraKind.REGION_TOKENS: _region_tokens,
    ExtraKind.STREAMS: _streams,
    ExtraKind.RAMPED_CROPS: _ramped_crops,
    ExtraKind.CONTEXT_CROPS: _context_crops,
    ExtraKind.MAP: _map,
    ExtraKind.POOLING: _pooling,
}
