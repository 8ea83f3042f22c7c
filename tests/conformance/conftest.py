"""What the conformance tests of all families share."""

from __future__ import annotations

import pytest

from tas_desktop.backends.devices.placement import Placement


@pytest.fixture
def cpu():
    """A placement on the CPU, empty again afterwards."""
    placement = Placement("cpu")
    yield placement
    placement.close()
