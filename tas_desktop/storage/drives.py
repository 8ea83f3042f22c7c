"""Whether a folder lies on a network drive, where a write-ahead log is not safe.

SQLite's log is shared through memory that is mapped from a file; two hosts do not share memory
(https://sqlite.org/wal.html, "Use of WAL ... over a network filesystem").
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

_NETWORK_KINDS: Final = frozenset(
    {
        "9p",
        "acfs",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.cephfs",
        "fuse.davfs2",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.smbnetfs",
        "gfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "panfs",
        "prl_fs",
        "pvfs2",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    }
)
"""Names that systems give to file systems which other hosts may write at the same time."""

_OCTAL: Final = re.compile(r"\\([0-7]{3})")
_DRIVE_REMOTE: Final = 4  # of GetDriveTypeW


def network_kind(folder: Path) -> str | None:
    """Kind of the network drive that the folder lies on (``nfs4``, ``cifs``, ...), None on a local one.

    Where the system does not say, the drive is taken for local.
    """
    return _network_kind(Path(os.path.realpath(folder)))


def kind_of(place: Path, *, mounts: dict[str, str]) -> str | None:
    """Kind of the file system with the longest mount point above an absolute place."""
    for folder in (place, *place.parents):
        if str(folder) in mounts:
            return mounts[str(folder)]
    return None


def parse_mountinfo(content: str) -> dict[str, str]:
    """Mount point to kind, from Linux's ``/proc/self/mountinfo`` (proc(5)); the last of a point counts."""
    mounts = {}
    for line in content.splitlines():
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) > 4 and kinds[0]:
            mounts[_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])] = kinds[0]
    return mounts


def parse_mount_list(content: str) -> dict[str, str]:
    """Mount point to kind, from what BSD's and macOS's ``mount`` prints: ``X on /Volumes/x (smbfs, ...)``."""
    found = re.findall(r"^.* on (/.*) \((\w+)[,)]", content, flags=re.MULTILINE)
    return dict(found)


def _mounts() -> dict[str, str]:
    try:
        return parse_mountinfo(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except OSError:
        pass
    try:
        ended = subprocess.run(["/sbin/mount"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    return parse_mount_list(os.fsdecode(ended.stdout))


if sys.platform == "win32":

    def _network_kind(place: Path) -> str | None:
        if place.drive.startswith("\\\\"):
            return "network share"
        import ctypes

        is_remote = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\") == _DRIVE_REMOTE
        return "network drive" if is_remote else None

else:

    def _network_kind(place: Path) -> str | None:
        kind = kind_of(place, mounts=_mounts())
        return kind if kind in _NETWORK_KINDS else None
