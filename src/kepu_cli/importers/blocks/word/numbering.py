"""The numbers that Word makes by itself (ISO/IEC 29500-1, 17.9), counted along as the paragraphs come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.blocks.word.number_forms import written
from kepu_cli.importers.elements import attribute, child, children, is_on, local, number
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re
    from xml.etree.ElementTree import Element

    from kepu_cli.importers.blocks.word.styles import NumberRef, Styles


class _Level(NamedTuple):
    """`restart`: begins anew below a level less than that; 0 never."""

    start: int
    form: str
    text: str
    restart: int
    plain: bool  # all in plain digits
    style: str


_LAST_LEVEL = 8
_PLACEHOLDER = pattern(r"%([1-9])")
# A sign before the items of a list is no number, and mostly one of a symbol font.
_WORDS = pattern(r"[^\W_]")
_PRIVATE = pattern("[\ue000-\uf8ff]")


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted. Lists of one abstract definition count together."""

    numbers: dict[int, Element]
    abstracts: dict[int, Element]
    styles: Styles
    _levels: dict[int, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> Numbering:
        """From the root of the numbering's part."""
        entries = list(root) if root is not None else []
        numbers = {number(each, "numId"): each for each in entries if local(each.tag) == "num"}
        abstracts = {number(each, "abstractNumId"): each for each in entries if local(each.tag) == "abstractNum"}
        return cls(
            {key: each for key, each in numbers.items() if key},
            {key: each for key, each in abstracts.items() if key is not None},
            styles,
        )

    def next_marker(self, direct: NumberRef | None, style_id: str) -> str:
        """The marker of the next paragraph, "" for one without a number. Markers are to be asked for in order."""
        number_id, level = self._place(direct, style_id)
        if number_id not in self.numbers or not 0 <= level <= _LAST_LEVEL:
            return ""
        levels = self._levels_of(number_id)
        counts = self._count(number_id, level, levels)
        return _marker(levels, level, counts) if level in levels else ""

    def _place(self, direct: NumberRef | None, style_id: str) -> tuple[int, int]:
        """The list and its level; list 0 is none."""
        by_style = self.styles.number_ref(style_id)
        number_id = direct.number_id if direct else None
        level = direct.level if direct else None
        if number_id is None and by_style is not None:
            ref, owner = by_style
            number_id = ref.number_id or 0
            level = self._level_for(number_id, owner, ref.level) if level is None else level
        return number_id or 0, level or 0

    def _level_for(self, number_id: int, style_id: str, written_level: int | None) -> int:
        """The level that a list keeps for a style."""
        levels = self._levels_of(number_id) if number_id in self.numbers else {}
        return next((at for at, level in levels.items() if level.style == style_id), written_level or 0)

    def _levels_of(self, number_id: int) -> dict[int, _Level]:
        if number_id not in self._levels:
            entry = self.numbers[number_id]
            abstract = self.abstracts.get(self._abstract_of(number_id))
            elements = {_index(each): each for each in children(abstract, "lvl")} if abstract is not None else {}
            for override in children(entry, "lvlOverride"):
                own = child(override, "lvl")
                if own is not None:
                    elements[_index(override)] = own
            self._levels[number_id] = {at: _level(each, at) for at, each in elements.items() if at <= _LAST_LEVEL}
        return self._levels[number_id]

    def _abstract_of(self, number_id: int) -> int:
        """The id of its definition; one that only points at a style is followed to the list of that style."""
        seen: set[int] = set()
        while number_id in self.numbers and number_id not in seen:
            seen.add(number_id)
            abstract_id = number(child(self.numbers[number_id], "abstractNumId"))
            abstract = self.abstracts.get(-1 if abstract_id is None else abstract_id)
            link = attribute(child(abstract, "numStyleLink"))
            ref = self.styles.number_ref(link) if link else None
            if ref is None or not ref[0].number_id:
                return -1 if abstract_id is None else abstract_id
            number_id = ref[0].number_id
        return -1

    def _count(self, number_id: int, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        counts = self._counts.setdefault(self._abstract_of(number_id), {})
        restart = self._restart(number_id, level)
        if restart is not None:
            counts[level] = restart
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start if level in levels else 1
        for deeper in [each for each in counts if each > level]:
            if deeper not in levels or level < levels[deeper].restart:
                del counts[deeper]
        return counts

    def _restart(self, number_id: int, level: int) -> int | None:
        """Where a list begins to count at its first paragraph of a level, if it says so itself."""
        if (number_id, level) in self._begun:
            return None
        self._begun.add((number_id, level))
        overrides = (each for each in children(self.numbers[number_id], "lvlOverride") if _index(each) == level)
        return next((number(start) for each in overrides if (start := child(each, "startOverride")) is not None), None)


def _index(element: Element) -> int:
    level = number(element, "ilvl")
    return _LAST_LEVEL + 1 if level is None else level


def _level(element: Element, at: int) -> _Level:
    start, restart = number(child(element, "start")), number(child(element, "lvlRestart"))
    return _Level(
        start=1 if start is None else start,
        form=_form(element),
        text=attribute(child(element, "lvlText")),
        restart=at if restart is None else restart,
        plain=is_on(child(element, "isLgl")),
        style=attribute(child(element, "pStyle")),
    )


def _form(element: Element) -> str:
    """A form of the user's own stands beside one for programs that do not know it."""
    forms = (attribute(each) for each in element.iter() if local(each.tag) == "numFmt")
    return next((form for form in forms if form != "custom"), "decimal")


def _marker(levels: dict[int, _Level], at: int, counts: dict[int, int]) -> str:
    if levels[at].form == "bullet":
        sign = _PRIVATE.sub("", levels[at].text).strip()
        return sign if _WORDS.search(sign) and len(sign) > 1 else ""

    def shown(placeholder: re.Match[str]) -> str:
        level = int(placeholder[1]) - 1
        if level not in levels or level > at:
            return ""
        form = "decimal" if levels[at].plain else levels[level].form
        # A level that was jumped over shows where it would begin.
        return written(counts.get(level, levels[level].start), form)

    return _PLACEHOLDER.sub(shown, levels[at].text).strip()
