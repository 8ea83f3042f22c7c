"""Creating and opening project files: what is refused, what opens read-only, what is migrated."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DatabaseError

from tas_desktop.config.categories import load_coco_categories
from tas_desktop.domain.decision import ChosenMask
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage import database, migration, opening
from tas_desktop.storage.errors import ProjectBusy, ProjectDamaged, ProjectNotFound, ProjectReadOnly
from tas_desktop.storage.models import Base
from tas_desktop.storage.project import ProjectStore
from tests.storage.storage_values import accept, box_mask
from tests.support.patience import PATIENCE_S, join, run_aside


def run_sql(file, *statements):
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def use_everything(file):
    with ProjectStore.open(file) as store:
        store.list_images()
        store.list_expressions(1)
        store.add_expression(1, text="more", annotator="ann")
        store.list_expressions(1)


def test_a_new_project_is_named_after_its_folder(tmp_path):
    with ProjectStore.create(tmp_path / "holiday") as store:
        assert store.file == tmp_path / "holiday" / "holiday.tas"
        assert store.folder == tmp_path / "holiday"
        assert store.read_only_reason is None
    with ProjectStore.open(tmp_path / "holiday") as store:
        assert store.list_images() == []
    assert [path.name for path in (tmp_path / "holiday").iterdir()] == ["holiday.tas"]


def test_a_second_project_in_a_folder_is_refused(store):
    with pytest.raises(TargetNotWritable, match="already holds"):
        ProjectStore.create(store.folder, name="other")


def test_a_place_that_cannot_hold_a_project(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(TargetNotWritable) as caught:
        ProjectStore.create(tmp_path / "file" / "p")
    assert caught.value.next_step


def test_a_failed_creation_leaves_nothing(tmp_path, monkeypatch):
    def fail(_engine):
        raise RuntimeError("no")

    monkeypatch.setattr(migration, "migrate", fail)
    with pytest.raises(RuntimeError):
        ProjectStore.create(tmp_path / "p")
    assert list((tmp_path / "p").iterdir()) == []


def test_connections_keep_what_they_commit(store):
    with store._transactions.read() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "application_id")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "application_id": database.APPLICATION_ID,
    }


def test_the_migrations_make_exactly_the_models(store):
    with store._transactions.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    assert differences == []


def test_the_head_is_the_newest_migration():
    assert migration.known_versions()[-1] == migration.SCHEMA_HEAD


@pytest.mark.parametrize("table", ["events", "decisions", "decision_masks"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_the_log_cannot_be_rewritten(store, table, statement):
    expression = store.add_expression(1, text="a", annotator="ann")
    store.record_decision(accept(expression, box_mask(0), text="a"))
    with (
        store._transactions.read() as connection,
        pytest.raises(DatabaseError, match="append-only"),
    ):
        connection.exec_driver_sql(statement.format(table))


def test_nothing_there(tmp_path):
    for path in (tmp_path, tmp_path / "missing", tmp_path / "missing.tas"):
        with pytest.raises(ProjectNotFound) as caught:
            ProjectStore.open(path)
        assert caught.value.exit_code == 2
        assert caught.value.next_step


def test_several_projects_in_a_folder(tmp_path):
    for name in ("a.tas", "b.tas"):
        (tmp_path / name).touch()
    with pytest.raises(ProjectNotFound, match=r"a\.tas, b\.tas"):
        ProjectStore.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + bytes(100)])
def test_a_file_that_is_no_project(tmp_path, content):
    (tmp_path / "p.tas").write_bytes(content)
    with pytest.raises(ProjectDamaged):
        ProjectStore.open(tmp_path / "p.tas")
    assert (tmp_path / "p.tas").read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path):
    run_sql(tmp_path / "p.tas", "CREATE TABLE t (x)")
    with pytest.raises(ProjectDamaged):
        ProjectStore.open(tmp_path / "p.tas")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_cut_file_is_named_as_damaged_and_never_a_bug(store, part):
    store.add_expressions([(1, f"expression {number}") for number in range(500)], annotator="ann")
    store.close()
    content = store.file.read_bytes()
    store.file.write_bytes(content[: int(len(content) * part)])
    with pytest.raises(ProjectDamaged):
        use_everything(store.file)


@pytest.mark.parametrize("column", ["counts", "proposal_counts"])
def test_a_hostile_mask_is_refused_before_it_is_decoded(store, column):
    expression = store.add_expression(1, text="a", annotator="ann")
    chosen = ChosenMask(box_mask(0), box_mask(1), 1)
    store.record_decision(accept(expression, box_mask(0), text="a", masks=(chosen,)))
    store.close()
    run_sql(
        store.file,
        "DROP TRIGGER decision_masks_no_update",
        f"UPDATE decision_masks SET {column} = 'oooo1o1o11'",
    )
    with ProjectStore.open(store.file) as again, pytest.raises(ProjectDamaged, match="mask"):
        again.list_decisions(expression)


def test_a_file_of_a_newer_program_opens_read_only(store):
    store.add_expression(1, text="a", annotator="ann")
    store.close()
    run_sql(
        store.file, "UPDATE alembic_version SET version_num = '9999'", "ALTER TABLE images ADD COLUMN mood"
    )
    before = store.file.read_bytes()
    with ProjectStore.open(store.file) as newer:
        assert "newer version" in newer.read_only_reason
        assert newer.list_expressions(1)[0].text == "a"
        with pytest.raises(ProjectReadOnly, match="newer version"):
            newer.add_expression(1, text="b", annotator="ann")
    assert store.file.read_bytes() == before


def test_an_older_file_is_copied_then_migrated(store, monkeypatch):
    store.add_expression(1, text="a", annotator="ann")
    store.close()
    run_sql(store.file, "UPDATE alembic_version SET version_num = '0000'")
    migrated = []
    monkeypatch.setattr(migration, "known_versions", lambda: ("0000", "0001"))
    monkeypatch.setattr(migration, "migrate", migrated.append)
    for number in (1, 2):
        ProjectStore.open(store.file).close()
        assert len(migrated) == number
    copies = sorted(path.name for path in store.folder.glob("*.bak"))
    assert copies == ["project.tas.0000.2.bak", "project.tas.0000.bak"]
    with closing(sqlite3.connect(store.folder / copies[0])) as copy:
        assert copy.execute("SELECT text FROM expressions").fetchall() == [("a",)]
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0000",)]


def test_a_file_of_the_first_schema_keeps_everything_and_gets_the_rest(tmp_path, monkeypatch):
    monkeypatch.setattr(migration, "SCHEMA_HEAD", "0001")
    file = opening.create_file(tmp_path / "old").file
    run_sql(
        file,
        "INSERT INTO images VALUES (1, 'a.jpg', NULL, NULL, NULL, 0, 1, 0, 0)",
        "INSERT INTO expressions VALUES (1, 1, 0, 'the mug', 'person', 0, 'undecided', NULL)",
        "INSERT INTO events VALUES (1, 'expression-added', 'ann', '2026-01-01 00:00:00', 1, 1, NULL, NULL,"
        " NULL, 'the mug')",
    )
    monkeypatch.undo()
    with ProjectStore.open(file) as store:
        assert [event.seq for event in store.undo_history("ann").done] == [1]
        assert store.list_images()[0].split == ""
        assert store.categories.table() == load_coco_categories()
        store.record_decision(accept(1, box_mask(0)))
        assert store.counts().accepted == 1
        with store._transactions.read() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []
    assert [path.name for path in file.parent.glob("*.bak")] == ["old.tas.0001.bak"]


def test_a_file_that_the_system_protects_opens_read_only(store, monkeypatch):
    store.add_expression(1, text="a", annotator="ann")
    store.close()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and real(path, mode))
    with ProjectStore.open(store.file) as protected:
        assert protected.read_only_reason == "project.tas is read-only"
        assert protected.list_expressions(1)[0].text == "a"
        with pytest.raises(ProjectReadOnly):
            protected.undo(2, annotator="ann")
    assert [path.name for path in store.folder.iterdir()] == ["project.tas"]


def test_another_writer_is_waited_for_and_then_named(store, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with ProjectStore.open(store.file) as second, closing(sqlite3.connect(store.file)) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectBusy):
            second.add_expression(1, text="a", annotator="ann")
        assert second.list_expressions(1) == []  # readers do not wait
        other.execute("ROLLBACK")
        second.add_expression(1, text="a", annotator="ann")
    assert len(store.list_expressions(1)) == 1  # and the first store sees it


def test_many_threads_write_and_read(store):
    def write(number):
        expression = store.add_expression(1, text=f"t{number}", annotator="ann")
        store.record_decision(accept(expression, box_mask(number), text=f"t{number}"))
        store.list_referents(1)

    join(*[run_aside(write, number) for number in range(8)])
    assert store.counts().decided == 8


FULL_DISK = """
import resource, sys
from pathlib import Path
from tas_desktop.domain.decision import ChosenMask
from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage.project import ProjectStore
store = ProjectStore.open(Path(sys.argv[1]))
store.add_expression(1, text="fits", annotator="ann")
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    store.add_expressions([(1, "x" * 2000)] * 50, annotator="ann")
except TargetNotWritable as error:
    print(error.message)
    sys.exit(error.exit_code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limits")
def test_a_full_disk_is_named_and_keeps_what_was_there(store):
    store.close()
    checkout = Path(__file__).resolve().parent.parent.parent
    command = [sys.executable, "-c", FULL_DISK, str(store.file)]
    ended = subprocess.run(
        command, cwd=checkout, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert ended.returncode == 2, ended.stderr
    assert "could not be written" in ended.stdout
    with ProjectStore.open(store.file) as again:
        assert [row.text for row in again.list_expressions(1)] == ["fits"]


def test_known_files_are_found_by_suffix(store):
    (store.folder / "notes.txt").touch()
    assert opening.find_files(store.folder) == [store.file]
