"""Who writes: turns between processes, names in messages, processes that died, network drives."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tas_desktop.domain.errors import TargetNotWritable
from tas_desktop.storage import drives, writer_lock
from tas_desktop.storage.errors import ProjectBusy, ProjectReadOnly
from tas_desktop.storage.project import ProjectStore
from tas_desktop.storage.writer_lock import Holder, WriterLock, read_holder
from tests.support.patience import PATIENCE_S, ended_after

CHECKOUT = Path(__file__).resolve().parent.parent.parent
HOLD = """
import sys
from pathlib import Path
from tas_desktop.storage.writer_lock import WriterLock

lock = WriterLock(Path(sys.argv[1]))
if sys.argv[2] == "keep":
    assert lock.keep() is None
    print("held", flush=True)
    sys.stdin.read()
else:
    with lock.turn():
        print("held", flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def holder(store):
    """Start another process that holds the store's lock until it is ended."""
    with ExitStack() as started:

        def hold(how="turn"):
            process = subprocess.Popen(
                [sys.executable, "-c", HOLD, str(store.file), how],
                cwd=CHECKOUT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            started.enter_context(ended_after(process))
            assert process.stdout.readline() == "held\n"
            return process

        yield hold


@pytest.fixture
def on_network(monkeypatch):
    monkeypatch.setattr(drives, "network_kind", lambda _folder: "nfs4")


def leave_behind(store, *, pid, host):
    """The lock's file of a process that is no more."""
    content = {"pid": pid, "host": host, "program": "tas-desktop batch", "since": "2026-01-01T00:00:00"}
    WriterLock(store.file).file.write_text(json.dumps(content))


def dead_pid():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait(PATIENCE_S)
    return process.pid


def test_who_writes_is_named(store, holder, monkeypatch):
    monkeypatch.setattr(writer_lock, "WAIT_SECONDS", 0.02)
    other = holder()
    with pytest.raises(ProjectBusy, match=rf"is being written by process {other.pid}\. ") as caught:
        store.add_expression(1, text="a", annotator="ann")
    assert caught.value.next_step
    assert store.list_expressions(1) == []  # readers do not wait
    other.communicate("", timeout=PATIENCE_S)
    store.add_expression(1, text="a", annotator="ann")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_the_lock_of_a_killed_process_is_free(store, holder):
    other = holder()
    other.send_signal(signal.SIGKILL)
    other.wait(PATIENCE_S)
    assert read_holder(WriterLock(store.file).file).pid == other.pid
    store.add_expression(1, text="a", annotator="ann")
    assert read_holder(WriterLock(store.file).file).pid == os.getpid()


def test_a_file_that_a_closing_process_removes_is_made_anew(store):
    with ProjectStore.open(store.file) as second:
        second.add_expression(1, text="a", annotator="ann")
    assert not WriterLock(store.file).file.exists()
    store.add_expression(1, text="b", annotator="ann")
    assert WriterLock(store.file).file.exists()
    store.close()
    assert [path.name for path in store.folder.iterdir()] == ["project.tas"]


def test_closing_leaves_the_lock_of_another_writer(store, holder):
    store.add_expression(1, text="a", annotator="ann")
    other = holder()
    store.close()
    assert read_holder(WriterLock(store.file).file).pid == other.pid


@pytest.mark.parametrize("content", ["", "no json", "[1]", '{"pid": "x"}', "[" * 5000])
def test_what_else_lies_under_the_name_of_the_lock_is_no_obstacle(store, content):
    WriterLock(store.file).file.write_text(content)
    assert read_holder(WriterLock(store.file).file) is None
    store.add_expression(1, text="a", annotator="ann")


def test_a_place_where_no_lock_can_be_made(store):
    WriterLock(store.file).file.unlink()
    WriterLock(store.file).file.mkdir()
    with pytest.raises(TargetNotWritable) as caught:
        store.add_expression(1, text="a", annotator="ann")
    assert caught.value.next_step


@pytest.mark.skipif(sys.platform == "win32", reason="links take a privilege there")
def test_a_link_in_place_of_the_lock_leads_nowhere(store, tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    store.close()
    WriterLock(store.file).file.symlink_to(precious)
    with ProjectStore.open(store.file) as sent, pytest.raises(TargetNotWritable) as caught:
        sent.add_expression(1, text="a", annotator="ann")
    assert "Look at the folder" in caught.value.next_step
    assert precious.read_text() == "mine"


def test_names_of_holders():
    assert str(Holder(7, socket.gethostname(), "tas-desktop batch")) == "tas-desktop batch (process 7)"
    assert str(Holder(7, "far")) == "process 7 on far"
    assert Holder(dead_pid(), socket.gethostname()).is_gone
    assert not Holder(dead_pid(), "far").is_gone
    assert not Holder(os.getppid(), socket.gethostname()).is_gone


# Network drives


def journal_mode(store):
    with store._transactions.read() as connection:
        return connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()


def test_on_a_network_drive_there_is_no_write_ahead_log(tmp_path, on_network):
    with ProjectStore.create(tmp_path / "p") as store:
        assert journal_mode(store) == "delete"
        store.add_images([store.folder / "a.jpg"], annotator="ann")
        assert read_holder(WriterLock(store.file).file).pid == os.getpid()
        with ProjectStore.open(store.file) as second:  # the same process
            second.add_expression(1, text="a", annotator="ann")
        store.add_expression(1, text="b", annotator="ann")
    assert [path.name for path in (tmp_path / "p").iterdir()] == ["p.tas"]


def test_a_project_that_moves_between_drives(store, monkeypatch):
    store.add_expression(1, text="a", annotator="ann")
    store.close()
    for kind, mode in (("nfs4", "delete"), (None, "wal")):
        monkeypatch.setattr(drives, "network_kind", lambda _folder, kind=kind: kind)
        with ProjectStore.open(store.file) as moved:
            assert journal_mode(moved) == mode
            assert moved.list_expressions(1)[0].text == "a"


def test_a_second_process_on_a_network_drive_reads_only_and_is_told_why(store, holder, on_network):
    store.close()
    other = holder("keep")
    with ProjectStore.open(store.file) as second:
        assert f"network drive (nfs4) and process {other.pid} has it open" in second.read_only_reason
        assert len(second.list_images()) == 2
        with pytest.raises(ProjectReadOnly, match="delete project"):
            second.add_expression(1, text="a", annotator="ann")
    other.communicate("", timeout=PATIENCE_S)
    assert WriterLock(store.file).file.exists()  # it ended without closing


def test_the_file_of_a_dead_process_is_taken_over_but_not_another_hosts(store, on_network):
    store.close()
    leave_behind(store, pid=dead_pid(), host=socket.gethostname())
    with ProjectStore.open(store.file) as again:
        again.add_expression(1, text="a", annotator="ann")
    leave_behind(store, pid=os.getpid(), host=socket.gethostname())  # a namesake of before
    with ProjectStore.open(store.file) as again:
        assert again.read_only_reason is None
    leave_behind(store, pid=dead_pid(), host="far")
    with ProjectStore.open(store.file) as again:
        assert "on far has it open" in again.read_only_reason


MOUNTINFO = r"""
21 26 0:20 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
36 21 0:32 / /home rw shared:9 - autofs systemd-1 rw
37 36 0:33 / /home rw,relatime shared:10 - nfs4 server:/home rw,vers=4.2
38 21 0:34 /x /mnt/my\040photos rw - cifs //server/share rw
39 21 0:35 / /mnt/disk rw master:1 propagate_from:2 - fuse.sshfs me@far:/ rw
"""
MOUNT_LIST = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@server/photos on /Volumes/photos (smbfs, nodev, nosuid, mounted by ann)
server:/export on /Volumes/data on disk (nfs)
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home/ann/p", "nfs4"),
        ("/homes/ann", "ext4"),
        ("/mnt/my photos", "cifs"),
        ("/mnt/disk/deep/down", "fuse.sshfs"),
        ("/", "ext4"),
    ],
)
def test_the_drive_of_a_place_on_linux(place, kind):
    assert drives.kind_of(Path(place), mounts=drives.parse_mountinfo(MOUNTINFO)) == kind


def test_the_drive_of_a_place_on_macos():
    mounts = drives.parse_mount_list(MOUNT_LIST)
    assert drives.kind_of(Path("/Volumes/photos/x"), mounts=mounts) == "smbfs"
    assert drives.kind_of(Path("/Volumes/data on disk/x"), mounts=mounts) == "nfs"
    assert drives.kind_of(Path("/Users/ann"), mounts=mounts) == "apfs"


def test_a_drive_of_this_machine_is_looked_up(tmp_path):
    kind = drives.network_kind(tmp_path)
    assert kind is None or kind in drives._NETWORK_KINDS
