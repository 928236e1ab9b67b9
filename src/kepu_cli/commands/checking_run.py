"""One run of `kepu validate` over the plans that were named: opens, mends if asked to, checks, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.commands.opening import STDIN, check_now, ensure_readable, open_any, plan_files, settings_for, today
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.loading.places import source_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kepu_cli.checking import Report
    from kepu_cli.findings import Place
    from kepu_cli.gathering import Gathered
    from kepu_cli.loading.load import Loaded

    Checked = tuple[Report, Callable[[Place], str]]


@dataclass(slots=True)
class CheckingRun:
    """What was asked for. `gathered` fills while the reports are made, if the plans are looked at together."""

    names: list[str]
    strict: bool
    only: frozenset[str]
    together: bool
    fix: bool
    gathered: list[Gathered] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _settings_told: set[str] = field(default_factory=set)

    def reports(self) -> Iterator[Checked]:
        """A report for each plan, before it one for settings that are wrong, each with what shows a source line."""
        files = list(plan_files(self.names))
        if self.fix:
            ensure_readable(self.names)
        with console.Progress(_CHECKING, len(files)) as progress:
            for name, in_folder in files:
                loaded = self._opened(name, in_folder=in_folder)
                if not (in_folder and (loaded.is_companion or loaded.is_foreign)):
                    yield from self._settings_report(name)
                    report = check_now(loaded, settings_for(name).settings, strict=self.strict, only=self.only)
                    yield report, loaded.places.line_of
                progress.step()
        if self.together:
            yield from self._across()

    def _opened(self, name: str, *, in_folder: bool) -> Loaded:
        if self.fix:
            _mend(name, self.only, in_folder=in_folder)
        loaded = open_any(name, in_folder=in_folder)
        if self.together:
            from kepu_cli.gathering import gather

            if gathered := gather(loaded, settings_for(name).settings, today()):
                self.gathered.append(gathered)
                self._texts.update(loaded.places.texts)
        return loaded

    def _settings_report(self, name: str) -> Iterator[Checked]:
        """What is wrong in `kepu.toml`, once for all its plans."""
        from kepu_cli.checking import check_settings

        file = settings_for(name)
        if file.label in self._settings_told:
            return
        self._settings_told.add(file.label)
        report = check_settings(file)
        if report.findings:
            yield report, file.places.line_of

    def _across(self) -> Iterator[Checked]:
        """What only several plans show together."""
        from kepu_cli.checking import check_together

        for report in check_together(self.gathered, strict=self.strict, only=self.only):
            yield report, self._line_of

    def _line_of(self, place: Place) -> str:
        return source_line(self._texts.get(place.file, ""), place.line)


_CHECKING = Words("正在检查", "checking")
_MENDED = Words("已改好 {file}：{count} 处", "mended {file}: {count} change{s}")
_FIX_STDIN = Words(
    "--fix 要写回文件，不能用于标准输入；可以用 kepu fmt -",
    "--fix writes a file back and takes no standard input; kepu fmt - does",
)


def _mend(name: str, only: frozenset[str], *, in_folder: bool) -> None:
    """Puts right in the file what needs no decision; one that cannot be read is told when it is opened.

    What a folder holds besides plans was not named by anybody and stays as it is.
    """
    from kepu_cli.fixing.tidy import fix
    from kepu_cli.output import write_output
    from kepu_cli.yaml_source.files import UnreadableFileError, read_file

    if name == STDIN:
        raise KepuError(say(_FIX_STDIN))
    path = Path(name)
    try:
        data = read_file(path, name)
    except UnreadableFileError:
        return
    settings = settings_for(name).settings
    mended = fix(data, name, path.parent, only=only, settings=settings, today=today())
    if mended.data == data or (in_folder and mended.loaded.plan is None):
        return
    write_output(path, mended.data, force=True)
    console.note(_MENDED, file=name, count=mended.changes, s="" if mended.changes == 1 else "s")
