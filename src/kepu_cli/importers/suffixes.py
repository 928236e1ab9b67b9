"""What files of somebody else are called; what they really are is seen in their bytes."""

from __future__ import annotations

from typing import Final

MARKDOWN: Final = (".md", ".markdown")
SEPARATED: Final = (".csv", ".tsv")
# Whoever names one of these means a document and no plan of ours.
DOCUMENTS: Final = (".docx", ".docm", ".xlsx", ".xlsm", ".txt", *MARKDOWN, *SEPARATED)
