"""Exports of a project whose pictures are gone: the labels are kept, and the report says what is missing."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tas_desktop.domain.decision import ChosenMask, Decision, DecisionAction
from tas_desktop.domain.mask import Mask
from tas_desktop.engine.control import WorkControl
from tas_desktop.formats.format import ImageFiles, WriteOptions
from tas_desktop.formats.registry import find_format
from tas_desktop.projects.exporting.request import ExportRequest
from tas_desktop.projects.exporting.running import export_project
from tas_desktop.storage.project import ProjectStore


@pytest.fixture
def project(tmp_path):
    """Two pictures with an object each; the second one's file is gone."""
    folder = tmp_path / "project"
    mask_hw = np.zeros((30, 40), bool)
    mask_hw[5:20, 5:20] = True
    with ProjectStore.create(folder) as store:
        store.add_images([folder / "in" / name for name in ("a.png", "b.png")], annotator="ann")
        for number in store.add_expressions([(1, "the cup"), (2, "the mug")], annotator="ann"):
            chosen = (ChosenMask(Mask.from_array(mask_hw)),)
            store.record_decision(Decision(number, DecisionAction.DRAW, "the cup", "ann", chosen, "cup"))
    (folder / "in").mkdir()
    Image.new("RGB", (40, 30)).save(folder / "in" / "a.png")
    return folder


@pytest.mark.parametrize("files", [ImageFiles.COPY, ImageFiles.LEAVE])
@pytest.mark.parametrize("name", ["label-studio", "cvat", "hf", "hf-imagefolder"])
def test_an_export_is_kept_though_an_image_is_missing(project, tmp_path, name, files):
    request = ExportRequest(project, tmp_path / "out", name, options=WriteOptions(image_files=files))

    report = export_project(WorkControl(), request=request)

    told = any("image" in loss.what for loss in report.losses)
    assert told == (files is ImageFiles.COPY or name == "hf")
    objects = [item for image in find_format(name).read(tmp_path / "out").images() for item in image.objects]
    assert len(objects) == (1 if name == "hf-imagefolder" and files is ImageFiles.COPY else 2)
