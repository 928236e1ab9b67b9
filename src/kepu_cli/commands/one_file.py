"""One file of a checking run: opened and checked, in whatever process; the answer is small enough to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    """What is asked about every file of a run."""

    strict: bool = False
    only: frozenset[str] = frozenset()
    together: bool = False


class FoundFile(NamedTuple):
    """A file of a run, by the name that is told; one that only stands in a folder need not be a plan."""

    name: str
    in_folder: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file. No `report`: it is no plan, and nobody named it.

    `lines` are the source lines of its findings, by place; the plan itself is let go. `stdin_text` is that of
    standard input, which cannot be read again.
    """

    report: Report | None
    lines: Mapping[Place, str] = field(default_factory=dict)
    gathered: Gathered | None = None
    stdin_text: str = ""

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
    return Answer(report, lines, gathered, text)


def _gathered(loaded: Loaded, name: str) -> Gathered | None:
    from kepu_cli.gathering import gather

    return gather(loaded, settings_for(name).settings, today())
