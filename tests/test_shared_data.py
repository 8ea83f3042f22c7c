"""Says in the run's summary whether the data beside the checkout were there to test with."""

from __future__ import annotations


def test_shared_data_presence(shared_data):
    assert (shared_data / "photos" / "instances.json").is_file()
    assert list((shared_data / "expressions").glob("*.csv"))
    assert (shared_data / "en_core_web_sm").is_dir()
