"""Bytes → mended bytes: the one door to fixing. Nothing is written; the roster and outlines are read along."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.checking import check
from kepu_cli.fixing.dashes import dash_edits
from kepu_cli.fixing.draft import Draft
from kepu_cli.fixing.keys import key_edits
from kepu_cli.fixing.meaning import same_content, same_duties, same_holders
from kepu_cli.fixing.names import name_edits
from kepu_cli.fixing.reordering import order_edits
from kepu_cli.fixing.splices import compatible, make_safe
from kepu_cli.fixing.syntax import PATIENCE, SLIP, mend
from kepu_cli.loading.load import load_bytes
from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import decode

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from kepu_cli.findings import Finding
    from kepu_cli.fixing.splices import Edit
    from kepu_cli.loading.load import Loaded
    from kepu_cli.model import Settings

# What leaves the ledger as it is: a spelling, a former name, a name written twice in one list.
_TIDY_CODES = frozenset(("K203", "K204", "K205"))
ENCODING = "K009"
_ROUNDS = 20

Judge = Callable[[Draft, Draft], bool]


@dataclass(frozen=True, slots=True)
class Tidied:
    """`data` is the input itself where nothing changes; `counts` the changes by kind; `loaded` what `data` reads as.

    `was_encoded` names the encoding (gb18030, utf-16) that the file has left.
    """

    data: bytes
    counts: Mapping[str, int]
    loaded: Loaded
    was_encoded: str = ""

    @property
    def changes(self) -> int:
        return sum(self.counts.values())

    @property
    def is_readable(self) -> bool:
        """Whether the file is YAML at all; where it is not, nothing was changed and `loaded` says why."""
        return () in self.loaded.places.mounts


def tidy(
    data: bytes, label: str, folder: pathlib.Path, *, settings: Settings | None = None, today: date | None = None
) -> Tidied:
    """What `kepu fmt` does: syntax, encoding, names and the order of keys, the ledger staying as it is.

    `folder` is where references are looked up; rules that the project's `settings` switch off mend nothing, and
    waivers past their last day end with `today`, as in `checking.check`.
    """
    return _mended(data, label, folder, _Task(_TIDY_CODES, same_duties, settings, today, orders=True))


def fix(
    data: bytes,
    label: str,
    folder: pathlib.Path,
    *,
    only: frozenset[str] = frozenset(),
    settings: Settings | None = None,
    today: date | None = None,
    patience: int = PATIENCE,
) -> Tidied:
    """What `kepu validate --fix` does: syntax, encoding, and every finding that nobody need decide about.

    `only` findings of these codes where given; `patience` as in `syntax.mend`.
    """
    task = _Task(only or None, same_holders, settings, today, orders=False, patience=patience)
    return _mended(data, label, folder, task)


def unified(before: bytes, after: bytes, label: str) -> str:
    """The changes as lines taken out (-) and put in (+); empty where there are none."""
    from difflib import unified_diff

    old, new = (_LINE.findall(decode(data, label).text or "") for data in (before, after))
    lines = unified_diff(old, new, label, label)
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in lines)


class _Task(NamedTuple):
    """What is mended: findings of these codes (None: all that can be), as long as `is_same` holds; key order or not."""

    codes: frozenset[str] | None
    is_same: Judge
    settings: Settings | None
    today: date | None
    orders: bool
    patience: int = PATIENCE


def _mended(data: bytes, label: str, folder: pathlib.Path, task: _Task) -> Tidied:
    decoded = decode(data, label)
    was_encoded = next((flaw.kind for flaw in decoded.flaws if flaw.code == ENCODING), "")
    if decoded.text is None:
        return Tidied(data, {}, load_bytes(data, label, folder))
    draft, slips = mend(decoded.text, label, folder, task.patience)
    counts = Counter({ENCODING: 1} if was_encoded else {}) + Counter({SLIP: slips})
    for edits_of, is_same in _steps(task) if draft.root else ():
        draft, made = _repeated(draft, edits_of, is_same)
        counts.update(edit.kind for edit in made)
    if counts and draft.root:
        return Tidied(_mark(data) + draft.text.encode(), counts, draft.loaded, was_encoded)
    return Tidied(data, {}, load_bytes(data, label, folder) if counts else draft.loaded)


def _steps(task: _Task) -> Iterator[tuple[Callable[[Draft], Iterable[Edit]], Judge]]:
    def findings(draft: Draft) -> Iterator[Finding]:
        # What is spelt wrong and has two roles is to go; who mends no roles mends the spelling.
        outdone = task.codes is not None
        for finding in check(draft.loaded, settings=task.settings, today=task.today, outdone=outdone).findings:
            if finding.fix is not None and (task.codes is None or finding.code in task.codes):
                yield finding

    def ordered(draft: Draft) -> Iterator[Edit]:
        return order_edits(draft.text, draft.root, draft.loaded.kind) if draft.root else iter(())

    yield lambda draft: dash_edits(draft.text, draft.loaded), same_content
    yield lambda draft: key_edits(draft.text, draft.loaded), same_content
    yield lambda draft: name_edits(draft.loaded, findings(draft)), task.is_same
    if task.orders:
        yield ordered, same_content


def _repeated(draft: Draft, edits_of: Callable[[Draft], Iterable[Edit]], is_same: Judge) -> tuple[Draft, list[Edit]]:
    """Edits until there is none left: what overlaps in one round waits for the next."""
    made: list[Edit] = []
    for _ in range(_ROUNDS):
        judged: dict[str, Draft] = {}

        def is_safe(text: str, before: Draft = draft, judged: dict[str, Draft] = judged) -> bool:
            judged[text] = before.with_text(text)
            return is_same(before, judged[text])

        text, kept = make_safe(draft.text, compatible(edits_of(draft)), is_safe)
        if not kept:
            break
        draft = judged.get(text) or draft.with_text(text)
        made += kept
    return draft, made


def _mark(data: bytes) -> bytes:
    """The byte-order mark of UTF-8, which stays where it is."""
    rest = data
    while rest.startswith(BOM_UTF8):
        rest = rest[len(BOM_UTF8) :]
    return data[: len(data) - len(rest)]


# Lines as YAML counts them.
_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
