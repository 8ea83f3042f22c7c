"""What the engine needs from the outside: Protocols that the backends fill.

All arrays are numpy; no tensor crosses this border. Feature rows are L2-normalised, so a dot product
is a cosine. Every implementation raises only ``domain.errors.KnownError`` subclasses for conditions of
the world and ``Cancelled`` when told to stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from tas_desktop.domain.component import ComponentId
    from tas_desktop.domain.prompt import BoxXywh, PointXy
    from tas_desktop.domain.proposal import Proposal
    from tas_desktop.domain.understanding import Understanding
    from tas_desktop.engine.control import Control
    from tas_desktop.engine.prompting import MaskChoices


class MaskProposer(Protocol):
    """Draws class-agnostic masks (SAM, a region hierarchy, or both joined)."""

    @property
    def component(self) -> ComponentId: ...

    def propose(self, image_rgb: NDArray[np.uint8], *, control: Control) -> list[Proposal]:
        """Masks of a (height, width, 3) uint8 image, best quality first; may be empty."""
        ...


class PromptView(Protocol):
    """What a prompt decoder keeps of a window of a picture it has looked at; opaque but for its place."""

    @property
    def origin_xy(self) -> PointXy:
        """The window's corner in pixels of the picture."""
        ...

    @property
    def map_scale(self) -> float:
        """Pixels of the masks that are decoded from it per pixel of the picture."""
        ...

    @property
    def nbytes(self) -> int: ...


class PromptDecoder(Protocol):
    """Draws masks of what is pointed at: Sam's mask decoder on an embedding made once.

    It keeps no state between calls, so that a proposer may use the same weights in another thread.
    """

    @property
    def component(self) -> ComponentId: ...

    def look(
        self, image_rgb: NDArray[np.uint8], *, window_xywh: tuple[int, int, int, int], scale: float
    ) -> PromptView:
        """Embed a window of a (height, width, 3) uint8 copy of a picture; the slow half.

        Args:
            image_rgb: the copy.
            window_xywh: the window in its pixels.
            scale: pixels of the picture per pixel of the copy.
        """
        ...

    def decode(
        self,
        view: PromptView,
        *,
        inside_xy: Sequence[PointXy],
        outside_xy: Sequence[PointXy],
        box_xywh: BoxXywh | None,
    ) -> MaskChoices:
        """Masks of points on an object, all prompts in pixels of the picture; the fast half.

        A network that knows single points only answers each of ``inside_xy`` by itself; one that knows
        points beside the object and boxes answers all together as well, owned by -1.
        """
        ...


class ImageTextEncoder(Protocol):
    """A CLIP-like pair of towers with one embedding space."""

    @property
    def component(self) -> ComponentId: ...

    def encode_images(
        self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control
    ) -> NDArray[np.float32]:
        """Features of square uint8 crops of any size, shape (len(crops_rgb), dim), rows of norm 1."""
        ...

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Features of texts, shape (len(texts), dim), rows of norm 1."""
        ...


class Captioner(Protocol):
    """Writes one short caption per crop."""

    @property
    def component(self) -> ComponentId: ...

    def caption(self, crops_rgb: Sequence[NDArray[np.uint8]], *, control: Control) -> list[str]:
        """One caption per square uint8 crop, in order."""
        ...


class SceneCaptioner(Protocol):
    """Writes the whole-image caption that negative phrases are mined from."""

    @property
    def component(self) -> ComponentId: ...

    def caption_scene(
        self,
        image_rgb: NDArray[np.uint8],
        *,
        proposals: Sequence[Proposal],
        captions: Sequence[str],
        control: Control,
    ) -> str:
        """Caption of the image; an implementation may compose it from the proposals' captions."""
        ...


class ExpressionParser(Protocol):
    """Turns an expression or a caption into phrases and directions."""

    @property
    def component(self) -> ComponentId: ...

    def understand(self, text: str) -> Understanding:
        """Parse an expression; never raises for odd text, adds notices instead."""
        ...

    def noun_phrases(self, text: str, *, repeats: bool = False) -> list[str]:
        """Noun chunks of a caption, in order; with ``repeats`` each as often as it occurs."""
        ...


class SynonymSource(Protocol):
    """Says whether two phrases name the same kind of thing."""

    @property
    def component(self) -> ComponentId: ...

    def are_near(self, phrase: str, target: str, *, rule: str) -> bool:
        """True when the head nouns are near-synonyms under ``rule`` (``code`` or ``any``)."""
        ...


class Recogniser(Protocol):
    """Judges whether a picture is of the kind the networks were trained on."""

    @property
    def component(self) -> ComponentId: ...

    def recognise(self, image_rgb: NDArray[np.uint8], *, crop_features_nd: NDArray[np.float32]) -> float:
        """Confidence in [0, 1]; ``crop_features_nd`` are those of proposals that no hierarchy made.

        There may be none: then nothing was recognised.
        """
        ...


@runtime_checkable
class KnowsWords(Protocol):
    """What an encoder with a small vocabulary offers besides ``ImageTextEncoder``."""

    def knows(self, word: str) -> bool:
        """Whether the text tower was trained on the lower-case word."""
        ...


@runtime_checkable
class ListsSynonyms(Protocol):
    """What a synonym source with a lexicon offers besides ``SynonymSource``."""

    def synonyms_of(self, word: str) -> Sequence[str]:
        """Other lower-case words for the same thing, nearest first; empty when the word is unknown."""
        ...


@runtime_checkable
class GivesPlainTexts(Protocol):
    """What an encoder offers whose text features can be had before they are scaled to norm 1."""

    def encode_texts_plain(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Features of texts as the network gives them, shape (len(texts), dim)."""
        ...


@runtime_checkable
class OpensTower(Protocol):
    """What an encoder offers that lets methods look inside its image network."""

    @property
    def tower(self) -> object | None:
        """The image network behind ``engine.tower_ports``; None where it has no such form."""
        ...
