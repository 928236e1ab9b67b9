"""The workbook: a module each sheet, one that writes every cell, and how the sheets stand on paper."""

import os

# openpyxl would write through lxml wherever that is installed: other bytes for the same plan, other errors for a full
# disk, and a slower start. It asks this once, when it is imported.
os.environ.setdefault("OPENPYXL_LXML", "False")
