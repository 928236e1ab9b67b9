"""What `kepu diff` shows or writes: two plans compared, or three."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kepu_cli.commands.comparable import Comparable
    from kepu_cli.comparing.comparison import Comparison
    from kepu_cli.loading.places import Places
    from kepu_cli.reports.screen import Screen


class Request(NamedTuple):
    """How the comparison is wanted: as a file of this suffix, "" for the screen, where there are several views."""

    suffix: str
    department: str | None
    as_json: bool
    by_department: bool
    summary: bool


class Result(NamedTuple):
    """The text for the screen, or the bytes of a file."""

    has_changes: bool
    text: str = ""
    data: bytes = b""


def two_plans(opened: Sequence[Comparable], request: Request) -> Result:
    """The changes from the first plan to the second. Raises KepuError for a department that neither knows."""
    from kepu_cli.comparing.compare import compare
    from kepu_cli.reports import changes_json

    old, new = opened
    comparison = compare(old.plan, new.plan)
    has_changes = bool(comparison.changes)
    if request.as_json or request.suffix == ".json":
        text = changes_json.render(comparison, old.places, new.places, console.current_lang())
        return Result(has_changes, text, text.encode())
    department = None
    if request.department is not None:
        from kepu_cli.commands.department_name import told_department

        department = told_department(request.department, comparison)
    if request.suffix:
        from kepu_cli.exporters.changes.forms import render_comparison
        from kepu_cli.exporters.forms import Form

        form = Form(request.suffix)
        data = render_comparison(form, comparison, old=old.plan, new=new.plan, department=department)
        return Result(has_changes, data=data)
    where = (old.places, new.places, console.screen())
    return Result(has_changes, _screen(comparison, where, request, department))


def three_plans(opened: Sequence[Comparable], request: Request) -> Result:
    """Who changed what in the second and in the third plan, which grew out of the first."""
    from kepu_cli.comparing.three_way import compare_three
    from kepu_cli.reports import changes_three_way, changes_three_way_json

    base, ours, theirs = opened
    three = compare_three(base.plan, ours.plan, theirs.plan)
    names = _short([base.file, ours.file, theirs.file])
    loaded = zip(names, (base, ours, theirs), strict=True)
    files = changes_three_way.Three(*(changes_three_way.PlanFile(name, each.places) for name, each in loaded))
    if request.as_json or request.suffix:
        text = changes_three_way_json.render(three, files)
        return Result(bool(three.facts), text, text.encode())
    return Result(bool(three.facts), changes_three_way.render(three, files, console.screen()))


def _screen(
    comparison: Comparison, where: tuple[Places | None, Places | None, Screen], request: Request, department: str | None
) -> str:
    from kepu_cli.reports import changes_departments, changes_text

    if department is not None:
        return changes_departments.render_department(comparison, department, *where)
    if request.by_department:
        return changes_departments.render_departments(comparison, *where)
    if request.summary:
        return changes_text.render_summary(comparison, *where)
    return changes_text.render(comparison, *where)


def _short(names: Sequence[str]) -> list[str]:
    """The files without their folders, where they still differ."""
    short = [Path(name).name for name in names]
    return short if len({*short}) == len({*names}) else list(names)
