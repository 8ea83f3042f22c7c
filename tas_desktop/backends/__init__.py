"""Networks behind ``engine.ports``: torch lives here and only here."""

from __future__ import annotations

import os

# What Apple's MPS cannot compute runs on the CPU; torch reads this once, when it is imported.
os.environ.setdefault("PYTORCH_ENABLE_MPS_FALLBACK", "1")
