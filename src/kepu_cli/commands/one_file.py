"""One file of a checking run: opened and checked, in whatever process; the answer is small enough to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.collector import collector_paused
from kepu_cli.commands.opening import STDIN, check_now, open_any, settings_for, today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.checking import Report
    from kepu_cli.findings import Place
    from kepu_cli.gathering import Gathered
    from kepu_cli.loading.load import Loaded


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about every file of a run; `counts_mendable`: also how much `--fix` would put right."""

    strict: bool = False
    only: frozenset[str] = frozenset()
    together: bool = False
    counts_mendable: bool = False


class FoundFile(NamedTuple):
    """A file of a run, by the name that is told; one that only stands in a folder need not be a plan."""

    name: str
    in_folder: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file. No `report`: it is no plan, and nobody named it.

    `lines` are the source lines of its findings, by place; the plan itself is let go. `stdin_text` is that of
    standard input, which cannot be read again. `mendable` are the changes that `--fix` would make in a file with slips.
    """

    report: Report | None
    lines: Mapping[Place, str] = field(default_factory=dict)
    gathered: Gathered | None = None
    stdin_text: str = ""
    mendable: int = 0

    def line_of(self, place: Place) -> str:
        return self.lines.get(place, "")


@collector_paused()
def answer(file: FoundFile, question: Question) -> Answer:
    """Opens and checks one file. Raises KepuError for a named one that cannot be read."""
    loaded = open_any(file.name, in_folder=file.in_folder)
    gathered = _gathered(loaded, file.name) if question.together else None
    if file.in_folder and (loaded.is_companion or loaded.is_foreign):
        return Answer(None, gathered=gathered)
    settings = settings_for(file.name).settings
    report = check_now(loaded, settings, strict=question.strict, only=question.only)
    lines = {finding.place: loaded.places.line_of(finding.place) for finding in report.findings}
    text = loaded.places.texts.get(loaded.file, "") if file.name == STDIN else ""
    mendable = _mendable(loaded, file, question) if question.counts_mendable else 0
    return Answer(report, lines, gathered, text, mendable)


# The rules that tell slips of the hand: nothing of the fixing is read in for a file without them.
_SLIP_CODES = ("K002", "K003", "K004")


def _gathered(loaded: Loaded, name: str) -> Gathered | None:
    from kepu_cli.gathering import gather

    return gather(loaded, settings_for(name).settings, today())


def _mendable(loaded: Loaded, file: FoundFile, question: Question) -> int:
    # Standard input cannot be written back.
    if file.name == STDIN or not any(flaw.code in _SLIP_CODES for flaw in loaded.flaws):
        return 0
    from kepu_cli.fixing.prospects import count_mendable

    settings = settings_for(file.name).settings
    folder = Path(file.name).parent
    return count_mendable(
        loaded, folder, only=question.only, settings=settings, today=today(), in_folder=file.in_folder
    )
