"""The user's token for the hub: from the environment, the system's keyring, or the hub's own login."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

TOKEN_VARIABLES: Final = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")
KEYRING_SERVICE: Final = "tas-desktop"
KEYRING_NAME: Final = "huggingface"
_MOST_BYTES: Final = 4096


def find_token() -> str:
    """The token, or nothing; it is held in memory while a download needs it, and written nowhere."""
    named = (os.environ.get(name, "").strip() for name in TOKEN_VARIABLES)
    return next(filter(None, named), "") or _from_keyring() or _from_login()


def _from_keyring() -> str:
    """What the user put there with ``keyring set tas-desktop huggingface``; needs the extra ``keyring``."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return ""
    try:
        return (keyring.get_password(KEYRING_SERVICE, KEYRING_NAME) or "").strip()
    except (
        keyring.errors.KeyringError,
        RuntimeError,
        OSError,
    ):  # locked, or no service for it in this session
        return ""


def _from_login() -> str:
    """What ``hf auth login`` has left in the user's home."""
    given = os.environ.get("HF_TOKEN_PATH") or Path(os.environ.get("HF_HOME") or _hub_home()) / "token"
    try:
        with Path(given).expanduser().open(encoding="ascii") as stream:
            return stream.read(_MOST_BYTES).strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _hub_home() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "huggingface"
