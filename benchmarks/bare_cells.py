"""Run by the interpreter that has xlsxwriter: writes the cells of a JSON file, prints the seconds that it took."""

import json
import sys
import time
from pathlib import Path

import xlsxwriter  # type: ignore[import-not-found]

sheets = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
start = time.perf_counter()
book = xlsxwriter.Workbook(sys.argv[2])
style = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "SimSun", "font_size": 11})
for title, cells, merged in sheets:
    sheet = book.add_worksheet(title)
    for row, column, value in cells:
        if value is None:
            sheet.write_blank(row, column, None, style)
        else:
            sheet.write(row, column, value, style)
    for top, left, bottom, right in merged:
        sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", style)
book.close()
print(time.perf_counter() - start)
