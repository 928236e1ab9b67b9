"""One run of `kepu validate` over the plans that were named: opens, mends if asked to, checks, in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.commands.one_file import FoundFile, Question, answer
from kepu_cli.commands.opening import STDIN, ensure_readable, plan_files, settings_for, stdin_label, today
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.loading.places import source_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.commands.one_file import Answer
    from kepu_cli.findings import Place
    from kepu_cli.gathering import Gathered

    Checked = tuple[Report, Callable[[Place], str]]


@dataclass(slots=True)
class CheckingRun:
    """What was asked for. `gathered` fills while the reports are made, if the plans are looked at together.

    `mendable`, too: the changes that `--fix` would make, by file, where `counts_mendable` asks for them.

    `jobs` is the number of processes; without it the files decide. What is shown is the same.
    """

    names: list[str]
    strict: bool
    only: frozenset[str]
    together: bool
    fix: bool
    jobs: int | None = None
    counts_mendable: bool = False
    gathered: list[Gathered] = field(default_factory=list)
    mendable: dict[str, int] = field(default_factory=dict)
    _stdin_text: str = ""
    _settings_told: set[str] = field(default_factory=set)

    def reports(self) -> Iterator[Checked]:
        """A report for each plan, before it one for settings that are wrong, each with what shows a source line."""
        files = [FoundFile(*file) for file in plan_files(self.names)]
        if self.fix:
            ensure_readable(self.names)
        with console.Progress(_CHECKING, len(files)) as progress:
            for file, answered in zip(files, self._answers(files), strict=True):
                if answered.gathered:
                    self.gathered.append(answered.gathered)
                if answered.report and answered.mendable:
                    self.mendable[answered.report.file] = answered.mendable
                self._stdin_text = self._stdin_text or answered.stdin_text
                if answered.report:
                    yield from self._settings_report(file.name)
                    yield answered.report, answered.line_of
                progress.step()
        if self.together:
            yield from self._across()

    def _answers(self, files: Sequence[FoundFile]) -> Iterator[Answer]:
        question = Question(self.strict, self.only, self.together, self.counts_mendable)
        # Standard input can be read only here; a mended roster must be mended before its plans are looked at.
        if self.fix or any(file.name == STDIN for file in files):
            return self._one_by_one(files, question)
        if len(files) > 1 and self.jobs != 1:
            from kepu_cli.commands import many_files

            processes = min(self.jobs or many_files.processes_for(files), len(files), many_files.MOST)
            if processes > 1:
                return many_files.answers(files, question, processes)
        return self._one_by_one(files, question)

    def _one_by_one(self, files: Sequence[FoundFile], question: Question) -> Iterator[Answer]:
        for file in files:
            if self.fix:
                _mend(file.name, self.only, in_folder=file.in_folder)
            yield answer(file, question)

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
            yield report, partial(_line_in, self._stdin_text if report.file == stdin_label() else _text_of(report.file))


def _line_in(text: str, place: Place) -> str:
    return source_line(text, place.line)


def _text_of(file: str) -> str:
    """Read once more, for the few files that have a finding with others: to keep all texts would take much room."""
    from kepu_cli.yaml_source.decoding import decode
    from kepu_cli.yaml_source.files import UnreadableFileError, read_file

    try:
        return decode(read_file(Path(file), file), file)[0] or ""
    except UnreadableFileError:
        return ""


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
