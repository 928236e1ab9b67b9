"""`kepu export`: the tables that go out, as a file whose suffix says the form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kepu_cli import console
from kepu_cli.commands.arguments import ForceOption, PlanArgument
from kepu_cli.commands.opening import STDIN, open_plan
from kepu_cli.errors import KepuError
from kepu_cli.exporters.forms import Form, render
from kepu_cli.findings import Words, say
from kepu_cli.help_page import both

HELP = both(
    "生成任务分工表和责任矩阵\n按文件名的后缀决定格式：.xlsx 可直接打印，.json 和 .csv 是台账。"
    "已有的文件不会被覆盖，除非加 --force。",
    "write the division-of-labour table and the matrix\nThe suffix says the form: .xlsx ready to print, .json and .csv "
    "hold the ledger. An existing file is kept unless --force is given.",
)


def export(
    plan: PlanArgument,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar=both("文件", "FILE"), help=both("写到哪个文件", "the file to write")),
    ],
    duties: Annotated[
        bool, typer.Option("--duties", help=both("矩阵里每项职责占一行", "a row for each duty in the matrix"))
    ] = False,
    force: ForceOption = False,
) -> None:
    """Writes one file, whole or not at all."""
    from kepu_cli.ledger import build_ledger
    from kepu_cli.output import write_output

    form = _form(output)
    loaded, content = open_plan(plan)
    sources = () if plan == STDIN else (Path(plan), *_linked(loaded.places.files(), plan))
    data = render(form, content, build_ledger(content), duties=duties)
    write_output(output, data, force=force, protect=sources)
    console.note(_WRITTEN, file=output)


_WRITTEN = Words("已生成 {file}", "wrote {file}")
_UNKNOWN_FORM = Words(
    "不知道“{suffix}”是什么格式，请用 {known} 作后缀",
    "no form is known by “{suffix}”; use one of {known}",
)


def _form(output: Path) -> Form:
    suffix = output.suffix.lower()
    if suffix not in tuple(Form):
        raise KepuError(say(_UNKNOWN_FORM, suffix=output.suffix or output.name, known=tuple(Form)))
    return Form(suffix)


def _linked(labels: tuple[str, ...], plan: str) -> tuple[Path, ...]:
    """The roster and outline files, which an export must not replace either."""
    return tuple(Path(label) for label in labels if label != plan)
