"""The forms that a comparison can leave the house in, by suffix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.exporters.changes.parts import Telling, parts
from kepu_cli.exporters.forms import Form

if TYPE_CHECKING:
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.model import Plan


def render_comparison(
    form: Form, comparison: Comparison, *, old: Plan, new: Plan, department: str | None = None
) -> bytes:
    """The file's bytes, the same for the same input; in the language of `new`. ValueError for a form not of paper.

    With a department, by its name in the new roster or a former one, only what it has to be told, as a letter to it.
    """
    telling = Telling(comparison, old, new, department, narrow=form is Form.MD)
    if form is Form.MD:
        from kepu_cli.exporters.changes import markdown

        return markdown.render(parts(telling))
    if form is Form.HTML:
        from kepu_cli.exporters.changes import page_html

        return page_html.render(parts(telling), new.lang)
    if form is Form.DOCX:
        from kepu_cli.exporters.document import changes_document

        return changes_document.render(parts(telling), new)
    if form is Form.XLSX:
        from kepu_cli.exporters.workbook import changes_book

        return changes_book.render(parts(telling), new)
    raise ValueError(form)
