"""A profile of full-size networks with random weights, written in the public checkpoints' own formats.

SAM ViT-B, CLIP ViT-B/32 and BLIP base: what they see is nothing, what they cost is the real thing. The files
(1.9 GB) are written once and opened like anybody's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tas_desktop.config.profiles import ComponentChoice, Profile, load_profile

if TYPE_CHECKING:
    from pathlib import Path

CLIP = {
    "embed_dim": 512,
    "quick_gelu": True,
    "vision_cfg": {"image_size": 224, "layers": 12, "width": 768, "patch_size": 32},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 512, "heads": 8, "layers": 12},
}


def full_size_profile(folder: Path, *, words: int, beams: int) -> Profile:
    """The starter profile with the three networks replaced.

    Args:
        folder: where the files are, or are written to.
        words: of a caption at most.
        beams: of the search for a caption; 1 takes the likeliest word each time.
    """
    sam, clip, blip = folder / "sam_vit_b.pth", folder / "clip", folder / "blip"
    if not sam.is_file():
        _write_sam(sam)
    if not clip.is_dir():
        from tests.support.open_clip_folders import write_open_clip

        write_open_clip(clip, CLIP)
    if not blip.is_dir():
        from tests.support import hub_folders

        hub_folders.write_blip(blip, hub_folders.BLIP_BASE)
    captions = {"max_new_tokens": words, "num_beams": beams}
    return replace(
        load_profile("starter"),
        name="full-size",
        proposals=ComponentChoice("proposals", "segment-anything", "random-sam-vit-b", (), {}, path=sam),
        encoder=ComponentChoice("encoder", "open-clip-model", "random-vit-b-32", (), {}, path=clip),
        captioner=ComponentChoice("captioner", "blip-transformers", "random-blip", (), captions, path=blip),
    )


def _write_sam(file: Path) -> None:
    import torch

    from tests.support.sam_models import VIT_B, draw_public_sam

    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(".part")
    torch.save(draw_public_sam(VIT_B).state_dict(), aside)
    aside.rename(file)
