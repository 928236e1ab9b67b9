"""Lines that are told once above a table: the pages behind repeat the head row alone, and no row is cut for them."""

from __future__ import annotations

from kepu_cli.exporters.workbook.cells import Looks
from kepu_cli.exporters.workbook.container import new_book
from kepu_cli.exporters.workbook.listing_layout import lay_out
from kepu_cli.exporters.workbook.listing_sheet import write_listing
from tests.exporters.listing_samples import listing, rows

LONG = "统筹推进科学普及与科技创新协同发展。" * 5
INTRO = tuple(f"第{number}行说明：{LONG}" for number in range(7))
TALL = (1, LONG * 6, ("市教育局",))


def test_a_row_that_does_not_fit_below_the_intro_goes_whole_onto_the_next_page() -> None:
    layout = lay_out(listing(("", [TALL]), intro=INTRO))
    assert [(row.new_page, row.cells[1]) for row in layout.rows] == [(True, TALL[1])]


def test_what_fits_below_the_intro_stays_there() -> None:
    layout = lay_out(listing(("甲", rows(2)), intro=INTRO[:2]))
    assert [row.new_page for row in layout.rows] == [False, False, False]


def test_the_pages_behind_have_room_for_more_rows_than_the_first() -> None:
    layout = lay_out(listing(("", rows(60)), intro=INTRO[:3]))
    starts = [at for at, row in enumerate(layout.rows) if row.new_page]
    assert starts[0] < starts[1] - starts[0]


def test_only_the_head_row_is_repeated() -> None:
    book = new_book("清单", "2026")
    write_listing(book.worksheets[0], Looks(book), listing(("甲", rows(2)), intro=("一", "二"), above=("三",)))
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(1, 6)] == ["一张清单", "一", "二", "三", "序号"]
    assert sheet.print_title_rows == "$4:$5"
