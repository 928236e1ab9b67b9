"""`kepu export FOLDER`: the ledgers of all plans as one table; what is no plan, what is broken, what is refused."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING

import pytest

from kepu_cli.exporters import ledger_csv, ledgers_table
from tests.cli.process import EXAMPLES, kepu

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("sample-county", "shifang-2007"):
        shutil.copytree(EXAMPLES / name, tmp_path / "plans" / name, ignore=shutil.ignore_patterns("*.md"))
    (tmp_path / "plans" / "broken.yaml").write_text("方案: [\n", "utf-8")
    (tmp_path / "plans" / "other.yaml").write_text("services: {}\n", "utf-8")
    return tmp_path


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_all_ledgers_become_one_table(folder: Path) -> None:
    ran = kepu("export", "plans", "-o", "all.csv", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "注意：有 1 个文件读不成方案，没有写进去，用 kepu validate plans 查看\n已把 5 份方案的台账写进 all.csv\n"
    )
    rows = _rows((folder / "all.csv").read_bytes())
    assert tuple(rows[0]) == ledgers_table.COLUMNS
    plan = "sample-county/2026.yaml"
    assert {row["year"] for row in rows if row["file"] == plan} == {"2026"}
    assert {row["region"] for row in rows if row["file"] == plan} == {"示例县"}
    assert "纲要/青少年/1" in {row["covers"] for row in rows if row["file"] == plan}
    kepu("export", f"plans/{plan}", "-o", "one.csv", cwd=folder)
    one = _rows((folder / "one.csv").read_bytes())
    together = [{name: row[name] for name in ledger_csv.COLUMNS} for row in rows if row["file"] == plan]
    assert together == one


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    text = "方案: =1+1\n年度: 2026\n重点任务: [{名称: 甲, 牵头单位: 县科协, 对应: '@x'}]\n"
    (tmp_path / "plans" / "plan.yaml").write_text(text, "utf-8")
    kepu("export", "plans", "-o", "all.csv", cwd=tmp_path)
    (row,) = _rows((tmp_path / "all.csv").read_bytes())
    assert (row["plan"], row["covers"]) == ("'=1+1", "'@x")


def test_parquet_holds_the_same(folder: Path) -> None:
    files = pytest.importorskip("pyarrow.parquet")
    assert kepu("export", "plans", "-o", "all.parquet", cwd=folder).code == 0
    kepu("export", "plans", "-o", "all.csv", cwd=folder)
    assert files.read_table(folder / "all.parquet").to_pylist() == _rows((folder / "all.csv").read_bytes())


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_plan_without_a_department_is_a_table_without_rows(suffix: str, tmp_path: Path) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "plan.yaml").write_text("方案: 一\n重点任务: [{名称: 甲}]\n", "utf-8")
    ran = kepu("export", "plans", "-o", f"all{suffix}", cwd=tmp_path, lang="en")
    assert (ran.code, ran.err) == (0, f"wrote the ledger of 1 plan to all{suffix}\n")


def test_without_its_package_parquet_is_refused_in_words(folder: Path) -> None:
    (folder / "stand-in").mkdir()
    (folder / "stand-in" / "pyarrow.py").write_text("raise ImportError\n", "utf-8")
    ran = kepu("export", "plans", "-o", "all.parquet", cwd=folder, PYTHONPATH=str(folder / "stand-in"))
    assert (ran.code, "kepu[parquet]" in ran.err) == (2, True)
    assert not (folder / "all.parquet").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("plans", "-o", "all.xlsx"), ".csv、.parquet"),
        (("plans", "-o", "all.csv", "--title", "甲"), "--title"),
        (("empty", "-o", "all.csv"), "empty 里没有方案"),
        (("empty", "-o", "all.parquet"), "empty 里没有方案"),
        (("plans", "-o", "old.csv"), "已经存在"),
    ],
)
def test_what_cannot_be_done_is_said(args: tuple[str, ...], said: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "old.csv").touch()
    ran = kepu("export", *args, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
