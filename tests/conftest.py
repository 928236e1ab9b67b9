"""Property tests try the same examples everywhere, so that a change that passes here passes there.

`KEPU_EXPLORE=1 pytest` looks for new ones; what it finds becomes a case.
"""

from __future__ import annotations

import os

from hypothesis import settings

# Enough to notice what a change breaks; `KEPU_EXPLORE` and `make fuzz` look further.
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("explore" if os.environ.get("KEPU_EXPLORE") == "1" else "repeatable")
