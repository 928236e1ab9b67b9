"""Property tests try the same examples everywhere, so that a change that passes here passes there.

`KEPU_EXPLORE=1 pytest` looks for new ones; what it finds becomes a case.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("explore" if os.environ.get("KEPU_EXPLORE") == "1" else "repeatable")
