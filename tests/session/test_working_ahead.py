"""The next pictures are analysed while the annotator decides; one that fails holds up no other."""

from __future__ import annotations

import pytest

from tas_desktop.domain.errors import BackendFailed
from tas_desktop.domain.image import LoadedImage
from tas_desktop.session.analyses import Analyses
from tas_desktop.session.image_desk import ImageDesk, Phase, Place
from tas_desktop.session.outlines import Outlines
from tas_desktop.session.pictures import Pictures
from tas_desktop.session.pipeline import PipelineSource
from tas_desktop.storage.rows import ImageRow, ImageStatus
from tests.support.colour_pipeline import ConnectedColours, block_picture, colour_pipeline

BLOCKS = [("red", 20, 30, 50, 40), ("blue", 150, 40, 60, 60)]
WIDTHS = {"one": 240, "odd": 260, "three": 280}


class Choosy(ConnectedColours):
    """Fails on pictures of one width."""

    def propose(self, image_rgb, *, control):
        if image_rgb.shape[1] == WIDTHS["odd"]:
            raise BackendFailed("too odd", next_step="Take another")
        return super().propose(image_rgb, control=control)


def read(path):
    return LoadedImage(block_picture(BLOCKS, width=WIDTHS[path.name]), path.name)


@pytest.fixture
def desk(qtbot):
    source = PipelineSource(lambda _token: colour_pipeline(proposer=Choosy()))
    pictures, analyses, outlines = Pictures(read), Analyses(source), Outlines()
    made = ImageDesk(pictures=pictures, analyses=analyses, outlines=outlines)
    yield made
    for lane in (analyses, pictures, outlines):
        assert lane.close()
    source.close()


def test_the_next_pictures_are_analysed_ahead(qtbot, desk, tmp_path):
    first = ImageRow(1, "one", ImageStatus.UNTOUCHED, 0, 0, None, None, None)
    ahead = [Place(2, tmp_path / "odd"), Place(3, tmp_path / "three")]
    desk.put(first, tmp_path / "one", ahead=ahead)
    qtbot.waitUntil(lambda: desk._analyses.peek("three") is not None, timeout=20_000)
    assert desk.phase is Phase.READY
    assert desk._analyses.peek("odd") is None
    started = []
    desk._analyses.started.connect(started.append)
    desk.put(ImageRow(3, "three", ImageStatus.UNTOUCHED, 0, 0, None, None, None), tmp_path / "three")
    qtbot.waitUntil(lambda: desk.phase is Phase.READY)
    assert started == []
    assert desk.analysis is not None
