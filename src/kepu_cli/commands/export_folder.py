"""`kepu export` of a folder: the ledgers of all its plans as one table, for a spreadsheet or any query engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kepu_cli import console
from kepu_cli.commands.opening import open_any, plan_files
from kepu_cli.errors import KepuError
from kepu_cli.findings import Words, say
from kepu_cli.shell_words import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = (".csv", ".parquet")


def export_folder(folder: str, output: Path, *, force: bool) -> None:
    """Writes the table whole or not at all. What is no plan, or too broken to be one, is left out and counted."""
    from kepu_cli.output import write_output

    suffix = output.suffix.lower()
    if suffix not in FORMS:
        raise KepuError(say(_ONLY_LEDGERS, folder=folder, known=FORMS))
    gathering = _Gathering(folder)
    data = _csv(gathering) if suffix == ".csv" else _parquet(gathering)
    if not gathering.plans:
        raise KepuError(say(_NO_PLANS, folder=folder))
    write_output(output, data, force=force)
    if gathering.broken:
        console.note(_BROKEN, count=gathering.broken, folder=typed(folder), s="" if gathering.broken == 1 else "s")
    console.note(_WRITTEN, file=output, plans=gathering.plans, s="" if gathering.plans == 1 else "s")


class _Gathering:
    """The rows of all plans of a folder, one plan at a time; the counts are right when the rows are through."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.plans = 0
        self.broken = 0

    def rows_of_plans(self) -> Iterator[list[tuple[str, ...]]]:
        from kepu_cli.exporters.ledgers_table import rows
        from kepu_cli.ledger import build_ledger

        files = list(plan_files([self.folder]))
        with console.Progress(_GATHERING, len(files)) as progress:
            for name, in_folder in files:
                loaded = open_any(name, in_folder=in_folder)
                if loaded.plan is not None:
                    self.plans += 1
                    file = Path(name).relative_to(self.folder).as_posix()
                    yield list(rows(file, loaded.plan, build_ledger(loaded.plan)))
                elif not (loaded.is_companion or loaded.is_foreign):
                    self.broken += 1
                progress.step()


_GATHERING = Words("正在汇总", "gathering")
_WRITTEN = Words("已把 {plans} 份方案的台账写进 {file}", "wrote the ledger{s} of {plans} plan{s} to {file}")
_BROKEN = Words(
    "注意：有 {count} 个文件读不成方案，没有写进去，用 kepu validate {folder} 查看",
    "note: {count} file{s} could not be read as a plan, left out here; see kepu validate {folder}",
)
_NO_PLANS = Words("{folder} 里没有方案", "there is no plan in {folder}")
_ONLY_LEDGERS = Words(
    "{folder} 是文件夹，只能汇总成台账，输出文件请用 {known} 作后缀",
    "{folder} is a folder: its plans become one ledger; name an output file that ends in one of {known}",
)
_NO_PARQUET = Words(
    "写 .parquet 要另装一个组件：pip install kepu[parquet]；也可以写成 .csv",
    "a .parquet file takes one more package: pip install kepu[parquet]; .csv needs none",
)


def _csv(gathering: _Gathering) -> bytes:
    from kepu_cli.exporters.ledgers_table import csv_text

    parts = [csv_text([], head=True).encode("utf-8-sig")]
    # Bytes take a quarter of the room of rows.
    parts += [csv_text(rows, head=False).encode() for rows in gathering.rows_of_plans()]
    return b"".join(parts)


def _parquet(gathering: _Gathering) -> bytes:
    from kepu_cli.exporters.ledgers_table import parquet

    try:
        return parquet(row for rows in gathering.rows_of_plans() for row in rows)
    except ImportError:
        raise KepuError(say(_NO_PARQUET)) from None
