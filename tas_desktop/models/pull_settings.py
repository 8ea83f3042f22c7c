"""How downloads are done: from where, with what token, how patiently."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from tas_desktop.models.tokens import find_token

HUB: Final = "https://huggingface.co"
ENDPOINT_VARIABLE: Final = "HF_ENDPOINT"


@dataclass(frozen=True, slots=True)
class PullSettings:
    """How downloads are done.

    Attributes:
        endpoint: the hub, or a mirror of it; no slash at its end.
        token: of the user's account there, for models that ask for one; empty without. Never printed.
        connect_s: how long to wait for a connection.
        stall_s: how long a connection may bring next to nothing before it is given up.
        tries: how often to try again in a row without a byte having come.
        backoff_s: the pause before the first of them; it doubles each time, to ``longest_pause_s``.
        longest_pause_s: also the longest that a server may ask to wait (``Retry-After``).
    """

    endpoint: str = HUB
    token: str = field(default="", repr=False)
    connect_s: float = 15.0
    stall_s: float = 30.0
    tries: int = 6
    backoff_s: float = 1.0
    longest_pause_s: float = 120.0

    @classmethod
    def from_environment(cls) -> PullSettings:
        """The mirror that ``HF_ENDPOINT`` names, and the token of the environment or the keyring."""
        endpoint = os.environ.get(ENDPOINT_VARIABLE, "").strip().rstrip("/") or HUB
        return cls(endpoint=endpoint, token=find_token())

    def headers_for(self, url: str) -> dict[str, str]:
        """The token as a header, for the hub's own addresses only, and never in clear across a network."""
        wanted, given = urlsplit(url), urlsplit(self.endpoint)
        same = (wanted.scheme, wanted.netloc) == (given.scheme, given.netloc)
        if not self.token or not same or not (wanted.scheme == "https" or _is_this_machine(wanted.hostname)):
            return {}
        return {"Authorization": f"Bearer {self.token}"}


def _is_this_machine(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False
