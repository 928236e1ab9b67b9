"""Two plans to be compared on paper: a county's two years, one that strains everything, and hostile texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.comparing.compare import compare
from kepu_cli.exporters.changes.forms import render_comparison
from kepu_cli.model import Action, Department, Duty, Plan, Target
from tests.exporters.plan_samples import example

if TYPE_CHECKING:
    from kepu_cli.exporters.forms import Form


class Years(NamedTuple):
    old: Plan
    new: Plan

    def paper(self, form: Form, department: str | None = None) -> bytes:
        return render_comparison(form, compare(self.old, self.new), old=self.old, new=self.new, department=department)


def county() -> Years:
    old, new = (example(f"sample-county/{year}.yaml").plan for year in (2025, 2026))
    assert old is not None
    assert new is not None
    return Years(old, new)


BODIES = tuple(f"什邡市第{n:02}次全民科学素质行动计划纲要实施工作领导小组办公室甲乙丙"[:30] for n in range(1, 41))
_LONG = "统筹推进科学普及与科技创新协同发展，完善工作机制。" * 24  # 600 characters


def stress() -> Years:
    """60 changed items of 40 departments with names of 30 characters, texts of 600, items held by all of them."""
    return Years(_stress(0), _stress(1))


def _stress(year: int) -> Plan:
    actions = tuple(
        Action(id=f"（{a + 1}）", name=f"第{a + 1}项重点任务" + "加强组织领导" * a, duties=tuple(_duties(a, year)))
        for a in range(6)
    )
    members = tuple(Department(name=name) for name in BODIES)
    data = {
        "title": f"{2025 + year}年压力测试计划",
        "year": str(2025 + year),
        "departments": members,
        "actions": actions,
    }
    return Plan.read(data)


def _duties(a: int, year: int) -> list[Duty]:
    duties = []
    for d in range(12):
        if d == 11 - year:  # the last but one goes, another one comes
            continue
        first = (a * 7 + d + year) % 40
        text = f"落实第{a + 1}之{d + 1}项 (AI+ Science literacy) 举措"
        if d == 3:
            text = _LONG if not year else _LONG.replace("创新", "进步") + "抓好落实。"
        responsible = BODIES if (a, d) == (1, 1 + year) else BODIES[first : first + d % 4 + 1]
        fields = {
            "id": f"{a + 1}.{d + 1}",
            "text": text,
            "lead": [BODIES[(first + 5) % 40]],
            "responsible": list(responsible),
            "support": list(BODIES[38 - year :]) if d % 4 == 0 else [],
            "due": "2026年12月底前" if d % 2 else "",
            "targets": {"场次": str(10 + year), "受益人次": {"value": "20000", "unit": "人次"}},
            "remark": f"第{year + 1}年" if d == 2 else "",
        }
        duties.append(Duty.read(fields))
    return duties


def hostile(text: str) -> Years:
    """Every place of a text holds it, and all of them changed."""

    def plan(more: str) -> Plan:
        duty = Duty(
            id="1.1",
            text=text + more,
            lead=(text + more,),
            responsible=("市教育局", text),
            due=text + more,
            remark=text + more,
            targets={"场次": Target(value=text + more)},
        )
        kept = Duty(id="1.2", text="办展览", lead=("市教育局",), due=more)
        gone = Duty(id="1.3", text=f"{text}丙", lead=(text,))
        duties = (duty, kept, gone) if more == "甲" else (duty, kept)
        return Plan(
            title=text + more,
            departments=(Department(name="市教育局"), Department(name=text)),
            actions=(Action(id="一", name="第一项" + text + more, duties=duties),),
        )

    return Years(plan("甲"), plan("乙"))
