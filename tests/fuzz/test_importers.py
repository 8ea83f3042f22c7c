"""A few hundred damaged files for all importers; ``tools/fuzz.py`` does ten thousand, with coverage."""

from __future__ import annotations

import random

import pytest

from fuzzing.cases import run_case
from fuzzing.seeds import write_seeds
from tas_desktop.formats.registry import readable_formats
from tas_desktop.storage.project import ProjectStore

CASES = 20  # of each format


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    with ProjectStore.create(tmp_path_factory.mktemp("template"), name="fuzz") as store:
        return store.file


@pytest.mark.slow
@pytest.mark.parametrize("name", [known.name for known in readable_formats()])
def test_damaged_files_are_imported_or_refused_whole(name, template, tmp_path):
    seeds = write_seeds(tmp_path / "seeds", rng=random.Random(1), names=frozenset({name}))
    verdicts = [run_case(number, seeds, template, tmp_path) for number in range(CASES)]
    faults = [verdict for verdict in verdicts if verdict.outcome.is_fault]
    assert not faults, "\n\n".join(f"case {one.number}: {one.done}\n{one.told}" for one in faults)
    assert sum(verdict.structured for verdict in verdicts) > CASES / 3
    assert {"imported", "refused"} <= {verdict.outcome.value for verdict in verdicts}
