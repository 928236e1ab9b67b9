"""Property tests try the same examples everywhere, so that a change that passes here passes there.

`KEPU_EXPLORE=1 pytest` looks for new ones; what it finds becomes a case.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# Enough to notice what a change breaks; `KEPU_EXPLORE` and `make fuzz` look further.
settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("explore" if os.environ.get("KEPU_EXPLORE") == "1" else "repeatable")

# The files whose tests take longest, the longest first (`pytest --durations=0`): run last, one of them would keep one
# core busy alone. Needs `--no-loadscope-reorder` where the files are shared out among processes.
_LONGEST = (
    "cli/test_faults.py",
    "hostile/test_processes.py",
    "exporters/changes/test_paper_changes.py",
    "exporters/changes/test_forms.py",
    "hostile/test_collection.py",
    "importers/test_read_back_laws.py",
    "importers/test_docx_return.py",
    "cli/test_import.py",
    "hostile/test_soup.py",
    "exporters/test_docx.py",
    "exporters/test_paper_examples.py",
    "exporters/test_paper_sheets.py",
    "cli/test_diff.py",
    "comparing/test_comparing_laws.py",
    "comparing/test_three_way_laws.py",
    "comparing/test_shift_laws.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole files change places; a file's tests stay in their order."""
    places = {name: place for place, name in enumerate(_LONGEST)}
    here = os.path.dirname(__file__)  # noqa: PTH120 - of thousands of tests
    items.sort(key=lambda item: places.get(os.path.relpath(item.path, here).replace(os.sep, "/"), len(places)))
