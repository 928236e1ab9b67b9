"""The files that a new plan starts from, with comments for somebody who has never seen YAML."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.choices import choice_words
from kepu_cli.findings import Lang, Words
from kepu_cli.loading.builtin_outlines import builtin_reference
from kepu_cli.schema import schema
from kepu_cli.starting.draft import department_in, draft_actions, draft_roster, sector_of
from kepu_cli.text_width import display_width
from kepu_cli.vocabulary import key_in
from kepu_cli.writing.scalars import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kepu_cli.model import Outline
    from kepu_cli.starting.draft import DraftAction, DraftDuty

PLAN_FILE = "plan.yaml"
ROSTER_FILE = "departments.yaml"


def starter(region: str, year: int, lang: Lang, outline: Outline | None = None) -> dict[str, str]:
    """File name → text: a plan, its roster and their schemas. `outline` is one that ships with kepu."""
    writer = _Writer(lang)
    actions = draft_actions(outline)
    return {
        PLAN_FILE: _text(_plan(writer, region, year, outline, actions)),
        ROSTER_FILE: _text(_roster(writer, region, draft_roster(actions))),
        ".kepu/plan.schema.json": _schema_text("plan"),
        ".kepu/roster.schema.json": _schema_text("roster"),
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes lines of YAML with the keys and comments of one language."""

    lang: Lang

    def field(self, at: str, value: str = "", note: Words | None = None, before: str = "") -> str:
        """`before` is the indentation, with its dash where the line begins an item; `at` names kind and field."""
        kind, _, field = at.partition(".")
        line = f"{before}{key_in(kind, field, self.lang)}:{' ' if value else ''}{value}"
        return self.noted(line, note)

    def noted(self, line: str, note: Words | None) -> str:
        return f"{line}{' ' * max(2, 40 - display_width(line))}# {note.in_(self.lang)}" if note else line

    def comment(self, words: Words, before: str = "") -> list[str]:
        return [f"{before}# {line}" for line in words.in_(self.lang).split("\n")]


_DUE = "12月底前"
_PLAN_HEAD = Words(
    "这是一份方案。井号（#）后面的话是说明，程序不读，删掉也可以。\n"
    "冒号后面空一格再写内容；下一层比上一层多缩进两个空格，不要用 Tab 键。\n"
    "几个单位写在一行，用顿号隔开：县教育局、县科协\n"
    "用记事本保存时，编码请选 UTF-8。\n"
    "写好一部分就可以检查一次：kepu validate plan.yaml",
    "This is a plan. What follows a hash sign (#) is for people: kepu skips it, and you may delete it.\n"
    "A colon is followed by a space; each level is indented two spaces further, never with a tab.\n"
    "Several departments stand on one line: 县教育局、县科协 or [县教育局, 县科协]\n"
    "Save the file as UTF-8.\n"
    "Check it whenever you like: kepu validate plan.yaml",
)
_REGION = Words("有了它，写“科协”也认得出是哪个科协", "lets kepu find out which 科协 is meant")
_ROSTER_LINK = Words("名册在这个文件里，请先改好它", "the roster; adapt that file first")
_COVERED = Words(
    f"每条职责的“{key_in('Duty', 'covers', Lang.ZH)}”指向它",
    f"what a duty `{key_in('Duty', 'covers', Lang.EN)}` stands there",
)
_CUSTOM = Words("惯例，请核对", "customary, please check")
_FILL = Words("在这里写参加的单位", "write here who takes part")
_BARE = Words("一句话就是一条职责，由上面的单位负责", "a line is a duty, held by the departments above")
_OWN = Words("也可以单独定单位、时限和目标", "or give it departments, a date and a target")
_DUTY_KEYS = ("lead", "responsible", "due")
_HELD = Words(
    "职责由所在任务的牵头单位负责；要另定的，在职责下面写"
    + "".join(f"“{key_in('Duty', field, Lang.ZH)}”" for field in _DUTY_KEYS),
    "a duty is held by its action's departments, unless it has keys of its own: "
    + ", ".join(key_in("Duty", field, Lang.EN) for field in _DUTY_KEYS),
)
_NOT_ASKED = Words(
    "下面这些县里通常不承接；要写的话，去掉井号和它后面的一个空格",
    "counties normally skip these; to use one, remove the hash and the space behind it",
)
_ROSTER_HEAD = Words(
    "名册：成员单位按排名先后写，分工表也照这个顺序。\n"
    "一行写一个单位的全称就够了，前面是“- ”（横杠加空格）。\n"
    "有简称、别的叫法，或者改过名的，可以像第一个单位那样分几行写。",
    "The roster: the member departments in protocol order, which the tables follow.\n"
    "One full name a line is enough, after a dash and a space.\n"
    "Short names, other spellings and former names go on lines of their own, as for the first one.",
)
_ALIASES = Words("方案里可能写到的别的叫法", "how else a plan may call it")


def _plan(
    writer: _Writer, region: str, year: int, outline: Outline | None, actions: Iterable[DraftAction]
) -> Iterator[str]:
    field = writer.field
    yield _modeline("plan")
    yield from writer.comment(_PLAN_HEAD)
    yield field("Plan.title", scalar(f"{region}{year}年全民科学素质工作要点"))
    yield field("Plan.year", str(year))
    yield field("Plan.region", scalar(region), _REGION)
    yield field("Plan.departments", ROSTER_FILE, _ROSTER_LINK)
    if outline is not None:
        yield field("Plan.outline", builtin_reference(outline), _COVERED)
    yield ""
    yield field("Plan.actions")
    if outline is not None:
        yield from writer.comment(_HELD, "  ")
    for action in actions:
        yield from _action(writer, region, action, proposed=outline is not None)


def _action(writer: _Writer, region: str, action: DraftAction, *, proposed: bool) -> Iterator[str]:
    inner = " " * 4
    yield writer.field("Action.id", action.id, before="  - ")
    yield writer.field("Action.name", scalar(action.name), before=inner)
    yield writer.field("Action.kind", choice_words("kind", action.kind).in_(writer.lang), before=inner)
    yield writer.field("Action.lead", _names(region, action.lead), _CUSTOM if proposed else None, inner)
    yield writer.field("Action.responsible", _names(region, action.responsible), _FILL if proposed else None, inner)
    yield writer.field("Action.due", _DUE, before=inner)
    asked = [duty for duty in action.duties if duty.asked]
    if asked:
        yield writer.field("Action.duties", before=inner)
    for duty in asked:
        yield from _duty(writer, region, duty)
    if len(asked) < len(action.duties):
        yield from _skipped(writer, region, action, with_key=not asked)
    yield ""


def _skipped(writer: _Writer, region: str, action: DraftAction, *, with_key: bool) -> Iterator[str]:
    """The duties that counties normally leave out, as comments that are YAML again without their `# `."""
    indent = " " * 4
    yield from writer.comment(_NOT_ASKED, indent)
    lines = [writer.field("Action.duties", before=indent)] if with_key else []
    for duty in action.duties:
        if not duty.asked:
            lines += _duty(writer, region, duty)
    yield from (f"{indent}# {line[len(indent) :]}" for line in lines)


def _duty(writer: _Writer, region: str, duty: DraftDuty) -> Iterator[str]:
    first, inner = " " * 6 + "- ", " " * 8
    if not (duty.lead or duty.covers):
        yield writer.noted(first + scalar(duty.text), _BARE)
        return
    yield writer.field("Duty.text", scalar(duty.text), _OWN if duty.target else None, first)
    if duty.lead:
        yield writer.field("Duty.lead", _names(region, duty.lead), before=inner)
        yield writer.field("Duty.responsible", _names(region, duty.responsible), before=inner)
        yield writer.field("Duty.due", duty.due, before=inner)
    if duty.target:
        yield writer.field("Duty.targets", f"{{{duty.target[0]}: {duty.target[1]}}}", before=inner)
    if duty.covers:
        yield writer.field("Duty.covers", f"[{duty.covers}]", before=inner)


def _roster(writer: _Writer, region: str, cores: tuple[str, ...]) -> Iterator[str]:
    first, *others = (scalar(department_in(region, core)) for core in cores)
    sector = choice_words("sector", sector_of(cores[0])).in_(writer.lang)
    yield _modeline("roster")
    yield from writer.comment(_ROSTER_HEAD)
    yield writer.field("Roster.region", scalar(region))
    yield writer.field("Roster.departments")
    yield writer.field("Department.name", first, before="  - ")
    yield writer.field("Department.sector", sector, before="    ")
    yield writer.field("Department.aliases", "[]", _ALIASES, "    ")
    yield from (f"  - {name}" for name in others)


def _modeline(kind: str) -> str:
    return f"# yaml-language-server: $schema=.kepu/{kind}.schema.json"


def _names(region: str, cores: tuple[str, ...]) -> str:
    """Nothing where there are none: an empty place to fill, not an empty text."""
    return scalar("、".join(department_in(region, core) for core in cores)) if cores else ""


def _schema_text(kind: str) -> str:
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
