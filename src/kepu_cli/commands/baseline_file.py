"""The baseline that `kepu validate` reads or writes: which file, and what of it is left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.baselines import Baseline, is_baseline, read_baseline, render, without_known
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.commands.checking_run import Checked
    from kepu_cli.loading.settings_file import SettingsFile

DEFAULT = "kepu-baseline.json"


def baseline_name(asked: str | None, settings: SettingsFile, *, writing: bool) -> str | None:
    """The file: the one asked for, else the project's, else for writing the usual one, else none."""
    if asked:
        return asked
    if settings.settings.baseline:
        return os.path.join(os.path.dirname(settings.label), settings.settings.baseline)  # noqa: PTH118, PTH120
    return DEFAULT if writing else None


def unknown_findings(checked: Iterable[Checked], name: str | None) -> Iterator[Checked]:
    """The reports without what the baseline accepts, if there is one; KepuError where the file cannot be read."""
    left = _read(name) if name else Baseline()
    for report, line_of in checked:
        yield (without_known(report, left, os.path.dirname(name)) if name else report), line_of  # noqa: PTH120


def _read(name: str) -> Baseline:
    from kepu_cli.yaml_source.files import read_file

    return read_baseline(read_file(Path(name), name), name)


def write_baseline(name: str, reports: Sequence[Report]) -> None:
    """Writes today's findings; only an older baseline is ever replaced."""
    from kepu_cli.output import write_output
    from kepu_cli.yaml_source.files import read_file

    path = Path(name)
    if path.is_file() and not is_baseline(read_file(path, name)):
        raise KepuError(say(_NOT_OURS, file=name))
    text = render(reports, os.path.dirname(name), console.current_lang())  # noqa: PTH120
    write_output(path, text.encode(), force=True)
    count = sum(len(report.findings) for report in reports)
    console.note(_WRITTEN, file=name, typed=typed(name), count=count, s="" if count == 1 else "s")


_NOT_OURS = Words(
    "{file} 不是基线文件，不会覆盖它；请换一个文件名", "{file} is no baseline and is kept; please choose another name"
)
_WRITTEN = Words(
    "已把现有的 {count} 个问题记进 {file}。以后加 --baseline {typed}，只报新的问题",
    "wrote {count} finding{s} to {file}. With --baseline {typed} only new ones are told",
)
