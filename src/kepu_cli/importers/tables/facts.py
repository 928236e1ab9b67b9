"""What the other columns say of an item: who does it, by when, and what a plan has no field for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kepu_cli.findings import Words, say
from kepu_cli.importers.attribution.read import cell_attribution, cut_attribution
from kepu_cli.importers.attribution.result import Attribution, Named
from kepu_cli.importers.tables.heading_words import Kind
from kepu_cli.names import split_names
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.findings import Said
    from kepu_cli.importers.blocks.block import Cell
    from kepu_cli.importers.tables.columns import Columns
    from kepu_cli.model import Role

GLUED = Words(
    "“{text}”可能是几个人的姓名连在一起了，请核对", "“{text}” may be several persons' names run together; please check"
)
NOBODY = Words(
    "“{column}”一栏写的“{text}”没有认出单位，读进了“其他”",
    "no department was recognised in “{text}” under “{column}”; it was read into “extra”",
)

# A cell with the columns that it reaches over.
Fact = tuple[tuple[int, ...], "Cell"]


@dataclass(slots=True)
class Facts:
    """What some cells say, ready for an item."""

    attributions: list[Attribution] = field(default_factory=list)
    leader: list[str] = field(default_factory=list)
    due: list[str] = field(default_factory=list)
    remark: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    doubts: list[Said] = field(default_factory=list)

    def add_extra(self, name: str, text: str) -> None:
        before = self.extra.get(name)
        self.extra[name] = text if before is None or before == text else f"{before}；{text}"


@dataclass(slots=True)
class FactReader:
    """Reads cells under their columns; a cell of departments that is met again is not taken apart again."""

    columns: Columns
    region: str
    first_leads: bool
    known: dict[tuple[str, Role, bool], Attribution] = field(default_factory=dict)

    def facts(self, cells: Iterable[Fact]) -> Facts:
        """Of cells that are not blank, in the order of the columns."""
        facts = Facts()
        seen: set[tuple[str, int]] = set()
        for places, cell in cells:
            text = cell.text.strip()
            # The same words in several rows of one item are said once.
            if (text, places[0]) not in seen and not _is_mark_for_nothing(text):
                seen.add((text, places[0]))
                self._read(facts, places, text)
        return facts

    def cut(self, text: str) -> tuple[str, tuple[Attribution, ...]]:
        """An item's text without who does it, where no column says that."""
        if self.columns.roles:
            return text, ()
        cut = cut_attribution(text, region=self.region, first_leads=self.first_leads)
        if cut is None or not (rest := (cut.before + cut.after).strip()):
            return text, ()
        return rest, (cut.attribution,)

    def _read(self, facts: Facts, places: tuple[int, ...], text: str) -> None:
        column = places[0]
        heading = self.columns.headings[column]
        if column in self.columns.roles:
            self._read_names(facts, column, text)
        elif heading.kind is Kind.LEADER:
            facts.leader.append(_one_line(text))
            if _may_be_glued(text):
                facts.doubts.append(say(GLUED, text=_one_line(text)))
        elif heading.kind is Kind.DUE:
            times = [self.columns.headings[place].time for place in places]
            facts.due.append(_due(_one_line(text), [time for time in times if time]))
        elif heading.kind is Kind.REMARK:
            facts.remark.append(text)
        else:
            facts.add_extra(self.columns.name(column), text)

    def _read_names(self, facts: Facts, column: int, text: str) -> None:
        first_leads = self.first_leads or self.columns.headings[column].first_leads
        role = self.columns.roles[column]
        key = (text, role, first_leads)
        if key not in self.known:
            self.known[key] = self._attribution(text, role, first_leads=first_leads)
        read = self.known[key]
        if read.names or read.persons or read.due:
            facts.attributions.append(read)
        else:
            name = self.columns.name(column)
            facts.add_extra(name, text)
            facts.doubts.append(say(NOBODY, column=name, text=text))

    def _attribution(self, text: str, role: Role, *, first_leads: bool) -> Attribution:
        if not _NAMED.search(text) and _LETTERS.search(text):
            # The grammar is that of Chinese names.
            return Attribution(tuple(Named(name, role, written=name) for name in split_names(text)))
        plain = _PADDED.sub(lambda name: "".join(name[0].split()), text)
        return cell_attribution(plain, role, region=self.region, first_leads=first_leads)


def facts_in(rows: Sequence[Sequence[Cell]], columns: Columns, without: frozenset[int]) -> list[Fact]:
    """The cells of the rows that are not blank, each once, column by column; `without` are ids of cells left out."""
    texts = {id(row[at]) for row in rows for at in columns.texts} | without
    found: dict[int, tuple[list[int], Cell]] = {}
    for at in columns.facts:
        for row in rows:
            cell = row[at]
            if id(cell) in texts or not cell.text.strip():
                continue
            places = found.setdefault(id(cell), ([], cell))[0]
            if at not in places:
                places.append(at)
    return [(tuple(places), cell) for places, cell in found.values()]


_LONGEST_MARK = 3
_TICK = pattern(r"[√✓✔☑●○★☆◎■▲△◆◇]+")
_YEAR = pattern(r"20\d\d")
_NAMED = pattern(r"[\u4e00-\u9fff]+")
_LETTERS = pattern("[A-Za-z]{2}")
# 县 科 协: a short name made as wide as the others.
_PADDED = pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){2,}(?![\u4e00-\u9fff])")
_LINES = pattern(r"\s*\n\s*")


def _is_mark_for_nothing(text: str) -> bool:
    """无, /, —."""
    return len(text) <= _LONGEST_MARK and not split_names(text)


def _one_line(text: str) -> str:
    return _LINES.sub("、" if _NAMED.search(text) else " ", text.strip())


def _may_be_glued(text: str) -> bool:
    """`俞 悦` is one name, padded to the width of three; `陆 明俞 悦` are two."""
    return any(_is_glued(line.split()) for line in text.split("\n"))


def _is_glued(pieces: Sequence[str]) -> bool:
    if len(pieces) < 2 or not all(map(_NAMED.fullmatch, pieces)) or min(map(len, pieces)) > 1:
        return False
    return len(pieces) > 2 or sum(map(len, pieces)) > 3


def _due(text: str, times: Sequence[str]) -> str:
    if not times:
        return text
    told = [f"{time}年" if _YEAR.fullmatch(time) else time for time in times]
    span = told[0] if len(told) == 1 else f"{times[0].removesuffix('年')}—{told[-1]}"
    if _TICK.fullmatch(text):
        return span
    return text if text.startswith(tuple(times)) else f"{span}{text}"
