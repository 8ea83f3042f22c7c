"""Processors and graphics processors, read from the system's own files; torch is not imported."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tas_desktop.config.diagnosis.finding import Area, Finding, State

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIB = 1024**3
_NVIDIA_DRIVER = Path("/proc/driver/nvidia/version")


def survey_devices() -> Iterator[Finding]:
    """Yield findings about the processor, the GPU and what torch was built for."""
    yield Finding(Area.DEVICES, "CPU", State.OK, _describe_processor())
    driver = _nvidia_driver()
    yield Finding(Area.DEVICES, "GPU", State.OK, driver or _other_gpu())
    torch_cuda = built_for_cuda("torch")
    if torch_cuda is None:
        return  # no torch at all: said among the packages
    text = f"for CUDA {torch_cuda}" if torch_cuda else "for the CPU"
    if driver and not torch_cuda:
        remedy = "To use the GPU: python -m pip install --force-reinstall torch torchvision"
        yield Finding(Area.DEVICES, "torch build", State.NOTE, f"{text}, beside an NVIDIA GPU", remedy)
    else:
        yield Finding(Area.DEVICES, "torch build", State.OK, text)


def built_for_cuda(package: str) -> str | None:
    """Return the CUDA version that torch or torchvision was built for, read from its ``version.py``.

    Returns:
        The version, an empty string for a CPU build, None where the package is not installed.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    try:
        source = Path(spec.origin).with_name("version.py").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r"^cuda\b[^=]*=\s*['\"]([\d.]+)['\"]", source, flags=re.MULTILINE)
    return found[1] if found else ""


def _describe_processor() -> str:
    text = f"{os.cpu_count()} logical cores, {platform.machine()}"
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIB
        text += f", {memory:.0f} GiB memory"
    return text


def _nvidia_driver() -> str:
    """Return the NVIDIA driver's own line, or an empty string without one."""
    try:
        lines = _NVIDIA_DRIVER.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    if lines:
        return lines[0].removeprefix("NVRM version:").strip()
    return "NVIDIA (nvidia-smi is installed)" if shutil.which("nvidia-smi") else ""


def _other_gpu() -> str:
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "Apple silicon (Metal)"
    return "none that torch could use; the networks run on the CPU"
