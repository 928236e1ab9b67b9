"""A plan that was read, as the file that a clerk goes on with: what to look at above each item, what is left below."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kepu_cli.findings import Lang, Words
from kepu_cli.importers.drafts.plain_text import plain
from kepu_cli.text_width import wrap_text
from kepu_cli.writing.plan import plan_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kepu_cli.findings import Path, Said
    from kepu_cli.importers.drafts.draft import Leftover
    from kepu_cli.importers.drafts.plans import Doubt, ReadyPlan

TO_CHECK = Words("待核：", "to check: ")


def plan_text(ready: ReadyPlan, file: str, lang: Lang, notes: Sequence[Said] = ()) -> str:
    """The YAML, keys and comments in one language. `notes` are those on the whole document."""
    comments: dict[Path, list[str]] = {(): [*_head(file, lang), *_notes((*notes, *ready.draft.notes), lang)]}
    for doubt in ready.doubts:
        comments.setdefault(doubt.path, []).append(_doubt(doubt, lang))
    for path, words in ready.originals.items():
        comments.setdefault(path, []).append(_comment(_ORIGINAL.in_(lang) + words))
    return plan_yaml(ready.plan, lang, comments) + "".join(f"{line}\n" for line in _tail(ready.draft.leftovers, lang))


_ORIGINAL = Words("原文：", "in the document: ")
_PLACED = Words("{said}（{where}）", "{said} ({where})")
_HEAD = Words(
    "由 kepu import 读自 {file}\n标着“待核”的地方请对照原文看一看，看过就删掉那一行",
    "read by kepu import from {file}\nPlease compare what is marked “to check” with the document, then delete the mark",
)
_NOTE = Words("说明：", "note: ")
_LEFT = Words(
    "以下 {count} 段没有读成任务或分工，照原文留在这里；用不着就删掉",
    "the {count} text(s) below were read neither as tasks nor as who does them; delete what you do not need",
)
_WIDTH = 98  # columns of a comment beside its sign


def _doubt(doubt: Doubt, lang: Lang) -> str:
    said = TO_CHECK.in_(lang) + doubt.said.in_(lang)
    if doubt.place:
        said = _PLACED.in_(lang).format(said=said, where=doubt.place.where.in_(lang))
    return _comment(said)


def _head(file: str, lang: Lang) -> Iterator[str]:
    yield _HEAD.in_(lang).format(file=plain(PurePath(file).name))


def _notes(notes: Sequence[Said], lang: Lang) -> Iterator[str]:
    for note in notes:
        yield _comment(_NOTE.in_(lang) + note.in_(lang))


def _comment(text: str) -> str:
    return "\n".join(line.rstrip() for line in wrap_text(plain(text), _WIDTH))


def _tail(leftovers: Sequence[Leftover], lang: Lang) -> Iterator[str]:
    """Every line whole, however long, behind its place."""
    if not leftovers:
        return
    yield ""
    yield f"# {_LEFT.in_(lang).format(count=len(leftovers))}"
    for leftover in leftovers:
        first, *others = plain(leftover.text).split("\n")
        yield f"# [{plain(leftover.place.where.in_(lang))}] {first}".rstrip()
        yield from (f"#   {line}".rstrip() for line in others)
