"""Tiny mask networks of every family on disk, drawn once in a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tas_desktop.config.profiles import ComponentChoice

NETWORKS = {
    "segment-anything": "tiny_sam_file",
    "sam-transformers": "tiny_hub_sam",
    "mask-generation": "tiny_hub_sam2",
}
"""Backends with networks of their own, each with the fixture that has the weights."""


@pytest.fixture(scope="session")
def tiny_sam_file(tmp_path_factory) -> Path:
    """A checkpoint as segment_anything's are published."""
    import torch

    from tests.support.sam_models import TINY, draw_public_sam

    file = tmp_path_factory.mktemp("public-sam") / "sam_vit_tiny.pth"
    torch.save(draw_public_sam(TINY).state_dict(), file)
    return file


@pytest.fixture(scope="session")
def tiny_hub_sam(tmp_path_factory) -> Path:
    """transformers' SAM as a hub folder."""
    from tests.support.hub_sam_models import TINY_SIDE, sam_processor, save_hub_sam, tiny_sam

    folder = tmp_path_factory.mktemp("hub") / "sam-vit-tiny"
    save_hub_sam(tiny_sam(), folder, processor=sam_processor(side=TINY_SIDE))
    return folder


@pytest.fixture(scope="session")
def tiny_hub_sam2(tmp_path_factory) -> Path:
    """transformers' SAM 2 as a hub folder."""
    from tests.support.hub_sam_models import TINY_SIDE, sam2_processor, save_hub_sam, tiny_sam2

    folder = tmp_path_factory.mktemp("hub") / "sam2.1-hiera-smallest"
    save_hub_sam(tiny_sam2(), folder, processor=sam2_processor(side=TINY_SIDE))
    return folder


def proposals_of(path: Path, *, backend: str, **params: object) -> ComponentChoice:
    """A profile's part that names a model by path."""
    return ComponentChoice(
        role="proposals", backend=backend, name=path.stem, files=(), params=params, path=path
    )
