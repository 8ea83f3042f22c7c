"""One log file for the whole program, rotated, configured once at start."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ROOT_LOGGER = "tas_desktop"
_MAX_BYTES = 2_000_000
_KEPT_FILES = 3
_LINE = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def configure_logging(log_file: Path, *, level: int = logging.INFO) -> bool:
    """Send the program's log records to the file; a second call does nothing.

    Other libraries' records of level WARNING and above go there too. A place that cannot be written
    is no reason not to start: the records then go to standard error from WARNING up.

    Returns:
        Whether the records go to the file.
    """
    root = logging.getLogger()
    if any(isinstance(handler, _ProgramFileHandler) for handler in root.handlers):
        return True
    logging.getLogger(ROOT_LOGGER).setLevel(level)
    try:
        log_file.parent.mkdir(parents=True, exist_ok=True)
        handler = _ProgramFileHandler(
            log_file,
            maxBytes=_MAX_BYTES,
            backupCount=_KEPT_FILES,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError as error:
        logging.getLogger(__name__).warning("No log file: %s", error)
        return False
    handler.setFormatter(logging.Formatter(_LINE))
    root.addHandler(handler)
    return True


class _ProgramFileHandler(RotatingFileHandler):
    """The one handler that this module adds, so that it can be told from others'."""
