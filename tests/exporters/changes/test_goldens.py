"""A county's two years on paper, word by word in every form: for everybody, and the letter to one department."""

from __future__ import annotations

from pathlib import Path

import pytest

from kepu_cli.exporters.forms import Form
from tests.exporters.changes.reading import dump_book, dump_document
from tests.exporters.changes.samples import county
from tests.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
LETTER = "县民政局"


@pytest.mark.parametrize("department", [None, LETTER], ids=["all", "letter"])
@pytest.mark.parametrize("form", [Form.MD, Form.HTML, Form.XLSX, Form.DOCX], ids=lambda form: form.name.lower())
def test_the_county_reads_as_it_should(form: Form, department: str | None) -> None:
    content = county().paper(form, department)
    if form is Form.XLSX:
        text = dump_book(content)
    elif form is Form.DOCX:
        text = dump_document(content)
    else:
        text = content.decode()
    suffix = form.value if form in (Form.MD, Form.HTML) else f"{form.value}.txt"
    assert_golden(GOLDEN / f"{'letter' if department else 'all'}{suffix}", text)
