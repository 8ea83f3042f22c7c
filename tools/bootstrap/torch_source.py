"""Which build of torch to fetch: the small CPU one where no NVIDIA GPU would use the large one."""

from __future__ import annotations

import shutil
import sys
import urllib.error
import urllib.request
from pathlib import Path

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
_PROBE_S = 4.0


def torch_arguments() -> list[str]:
    """Return the arguments for pip: the CPU index where it helps and answers, else none."""
    if not on_linux() or has_nvidia_gpu() or not _answers(f"{CPU_INDEX}/torch/"):
        return []
    return ["--extra-index-url", CPU_INDEX]


def on_linux() -> bool:
    """PyPI's wheels of torch carry CUDA on Linux only; elsewhere they are the CPU build already."""
    return sys.platform.startswith("linux")


def has_nvidia_gpu() -> bool:
    """Say whether the NVIDIA driver is at work here."""
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def _answers(url: str) -> bool:
    request = urllib.request.Request(url, method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=_PROBE_S) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, OSError):
        return False
