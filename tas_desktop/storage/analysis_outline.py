"""An image analysis without its embeddings, as a project keeps it.

What only the slow networks can say is kept: masks, captions, the scene's caption and its phrases. Features
are left out: they are the bulk, mean something to one encoder only, and ``engine.pipeline.embed_again`` makes
them anew from pixels and texts. So a project that changes hands, or whose embeddings were evicted from the
user's cache, costs one pass of the encoder per image.

The bytes are compressed JSON. A project may come from anybody: every field is checked, run lengths included.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tas_desktop.domain.component import ComponentId
from tas_desktop.domain.mask import Mask
from tas_desktop.domain.notice import Notice, NoticeLevel
from tas_desktop.domain.proposal import Proposal, ProposalSource
from tas_desktop.domain.rle import is_sound_rle
from tas_desktop.engine.analysis import ImageAnalysis

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST_BYTES = 64 * 2**20  # unpacked; 300 masks of a 24-megapixel photo take about 1 MB
_MOST_PROPOSALS = 10_000

_Quality = Annotated[float, Field(allow_inf_nan=False)]


class _Outline(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    key: str
    image_hash: str
    height: Annotated[int, Field(ge=1)]
    width: Annotated[int, Field(ge=1)]
    proposals: Annotated[list[tuple[str, _Quality, ProposalSource]], Field(max_length=_MOST_PROPOSALS)]
    captions: list[str]
    scene_caption: str | None
    phrases: list[str]
    recognised: Annotated[float, Field(ge=0, le=1)]
    components: list[tuple[str, str, str]]
    notices: list[tuple[str, str, NoticeLevel]]


def encode_outline(analysis: ImageAnalysis) -> bytes:
    """The bytes to keep of a complete analysis."""
    content = {
        "key": analysis.key,
        "image_hash": analysis.image_hash,
        "height": analysis.height,
        "width": analysis.width,
        "proposals": [[p.mask.counts, p.quality, p.source] for p in analysis.proposals],
        "captions": analysis.captions,
        "scene_caption": analysis.scene_caption,
        "phrases": analysis.phrases,
        "recognised": analysis.recognised,
        "components": [[c.role, c.name, c.revision] for c in analysis.components],
        "notices": [[n.code, n.text, n.level] for n in analysis.notices],
    }
    return zlib.compress(json.dumps(content, separators=(",", ":")).encode("ascii"), level=6)


def decode_outline(content: bytes) -> ImageAnalysis | None:
    """The analysis, its feature arrays empty and ``complete`` False; None where the bytes are damaged."""
    try:
        unpacking = zlib.decompressobj()
        outline = _Outline.model_validate_json(unpacking.decompress(content, _LARGEST_BYTES))
    except (zlib.error, ValidationError):
        return None
    sound = all(
        is_sound_rle(counts, height=outline.height, width=outline.width) for counts, _, _ in outline.proposals
    )
    if not sound or len(outline.captions) not in (0, len(outline.proposals)):
        return None
    return ImageAnalysis(
        key=outline.key,
        image_hash=outline.image_hash,
        height=outline.height,
        width=outline.width,
        proposals=tuple(
            Proposal(Mask(outline.height, outline.width, counts), quality, source)
            for counts, quality, source in outline.proposals
        ),
        crop_features_nd=_nothing(),
        centroids_xy=np.zeros((0, 2)),
        colour_shares_nc=_nothing(),
        shared_nn=_nothing(),
        captions=tuple(outline.captions),
        scene_caption=outline.scene_caption,
        phrases=tuple(outline.phrases),
        recognised=outline.recognised,
        complete=False,
        components=tuple(ComponentId(*parts) for parts in outline.components),
        notices=tuple(Notice(code, text, level) for code, text, level in outline.notices),
    )


def _nothing() -> NDArray[np.float32]:
    return np.zeros((0, 1), np.float32)
