"""Plans as clerks write them: either key language, keys in any order, every style of list, comments everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from kepu_cli.findings import Lang
from kepu_cli.vocabulary import VOCABULARY, key_in

if TYPE_CHECKING:
    from random import Random

MEMBERS = ("县教育局", "县科协", "县发改局", "县人社局", "县农业农村局")
# Another spelling → the roster's.
SPELLINGS = {"教育局": "县教育局", "县科学技术协会": "县科协", "县发改委": "县发改局"}
FORMER = {"县人事局": "县人社局", "县农业局": "县农业农村局"}
OTHERS = ("各成员单位", "有关单位", "各镇街", "县文爱办")
ROSTER = """\
  - 县教育局
  - {名称: 县科协, 别名: [县科学技术协会]}
  - 名称: 县发改局   # c0
  - {名称: 县人社局, 前身: {名称: [县人事局], 至: 2009, 方式: 合并}}
  - {名称: 县农业农村局, 前身: [{名称: 县农业局, 至: 2018}]}
"""


@dataclass(slots=True)
class _Writer:
    rng: Random
    names: tuple[str, ...]
    shuffles: bool
    lines: list[str] = field(default_factory=list)
    comments: int = 0

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments} 县发改委、县发改委: 原文"

    def key(self, kind: str, name: str) -> str:
        spellings = (key_in(kind, name, Lang.EN), *VOCABULARY[kind][name].zh)
        key = self.rng.choice(spellings)
        return self.rng.choice((key, key, key, f'"{key}"', f"'{key}'"))

    def line(self, text: str, indent: int = 0, *, plain: bool = True) -> None:
        """A line, perhaps with a comment behind it, and one or a blank line above."""
        if plain and self.chance(10):
            self.lines.append(self.rng.choice(("", "   ")))
        if plain and self.chance(15):
            self.lines.append(" " * self.rng.choice((indent, indent, indent + 2)) + self.comment())
        behind = f"{self.rng.choice((' ', '    '))}{self.comment()}" if plain and self.chance(20) else ""
        self.lines.append(" " * indent + text + behind)

    def mapping(self, kind: str, entries: list[tuple[str, object]], indent: int, first: str) -> None:
        """Entries as lines; `first` stands before the first key (`- `)."""
        if self.shuffles:
            self.rng.shuffle(entries)
        if first and kind in ("Duty", "Project") and self.chance(30):
            self.line(first + self.flow(kind, entries), indent - len(first))
            return
        for at, (name, value) in enumerate(entries):
            head = f"{self.key(kind, name)}:"
            before, column = (first, indent - len(first)) if at == 0 else ("", indent)
            self.value(before + head, value, column, indent)

    def flow(self, kind: str, entries: list[tuple[str, object]]) -> str:
        pieces = []
        for name, value in entries:
            text = f"[{', '.join(value)}]" if isinstance(value, list) else str(value)
            pieces.append(f"{self.key(kind, name)}: {text}")
        return "{" + self.rng.choice((", ", " ,  ")).join(pieces) + "}"

    def value(self, head: str, value: object, column: int, indent: int) -> None:
        match value:
            case str():
                quote = self.rng.choice(("", "'", '"'))
                self.line(f"{head} {quote}{value}{quote}", column)
            case list():
                self.name_list(head, value, column, indent)
            case (str() as kind, list() as items):
                self.line(head, column)
                deeper = indent + self.rng.choice((0, 2, 4))
                for entries in items:
                    dash = self.rng.choice(("- ", "-   "))
                    self.mapping(kind, entries, deeper + len(dash), dash)

    def name_list(self, head: str, names: list[str], column: int, indent: int) -> None:
        style = self.rng.choice(("text", "text", "quoted", "flow", "long flow", "block", "literal", "folded"))
        deeper = " " * (indent + 2)
        if not names or style == "text":
            self.line(f"{head} {self.rng.choice(('、', '，', '; ')).join(names)}".rstrip(), column)
        elif style == "quoted":
            self.line(head + ' "' + "、".join(names) + '"', column)
        elif style == "flow":
            self.line(f"{head} [{', '.join(names)}]", column)
        elif style == "long flow":
            self.line(f"{head} [", column)
            for at, name in enumerate(names):
                self.line(f"{name}{',' if at + 1 < len(names) or self.chance(30) else ''}", indent + 2)
            self.line("]", indent + 2)
        elif style == "block":
            self.line(head, column)
            for name in names:
                quote = self.rng.choice(("", "'"))
                self.line(f"- {quote}{name}{quote}", indent)
        else:
            self.line(f"{head} {'|' if style == 'literal' else '>-'}", column)
            for name in names:
                self.line(f"{deeper}{name}{'、' if style == 'folded' else ''}", plain=False)

    def some_names(self) -> list[str]:
        return [self.rng.choice(self.names) for _ in range(self.rng.randrange(5))]

    def item(self, kind: str, label: str) -> list[tuple[str, object]]:
        entries: list[tuple[str, object]] = [("name" if kind != "Duty" else "text", label)]
        entries += [(role, self.some_names()) for role in ("lead", "responsible", "support") if self.chance(60)]
        others = (("id", "3.10"), ("due", "2026年底前"), ("remark", "见附件#1"))
        entries += [other for other in others if self.chance(40)]
        return entries

    def action(self, number: int) -> list[tuple[str, object]]:
        entries = self.item("Action", f"任务{number}")
        for name, kind in (("duties", "Duty"), ("projects", "Project")):
            if self.chance(60):
                items = [self.item(kind, f"{kind}{at}") for at in range(self.rng.randrange(1, 4))]
                entries.append((name, (kind, items)))
        return entries


@st.composite
def plans(draw: st.DrawFn, names: tuple[str, ...], *, shuffles: bool = True) -> bytes:
    """A plan's bytes, without anything that stops it from being read."""
    rng = draw(st.randoms(use_true_random=False))
    writer = _Writer(rng, names, shuffles)
    writer.line("# 说明：县发改委、县发改委 c999")
    actions = [writer.action(number) for number in range(rng.randrange(1, 4))]
    roster = [f"{writer.key('Plan', 'departments')}:", *ROSTER.splitlines()]
    sections = ["actions", "title", "year", "region", "departments"]
    if shuffles:
        rng.shuffle(sections)
    for section in sections:
        if section == "departments":
            writer.lines += roster
        elif section == "actions":
            writer.mapping("Plan", [("actions", ("Action", actions))], 0, "")
        else:
            value = {"title": "示例方案", "year": "2026", "region": "示例县"}[section]
            writer.mapping("Plan", [(section, value)], 0, "")
    text = rng.choice(("\n", "\n", "\r\n")).join(writer.lines) + rng.choice(("\n", ""))
    return rng.choice((b"", b"", b"\xef\xbb\xbf")) + text.encode()
