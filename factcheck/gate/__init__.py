"""What was known before a run → which of its findings are new, accepted or decided, and whether the run fails."""
from __future__ import annotations

