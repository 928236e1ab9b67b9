"""Broken and malicious files end in one clear message each, with a place, quickly, and change nothing."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import kepu

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """\
方案: 示例方案
年度: 2026
地区: 示例县
成员单位: [县教育局, 县科协]
重点任务:
  - 名称: 青少年科学素质提升行动
    牵头单位: 县教育局
    责任单位: 县科协
    完成时限: 2026年底前
"""


def _workbook() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    return stream.getvalue()


def _alias_bomb() -> bytes:
    levels = "".join(f"  - &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    return f"方案: 示例\n重点任务:\n  - &a0 [lol]\n{levels}".encode()


FILES: dict[str, tuple[Callable[[], bytes], str, int]] = {
    # name: (bytes, code, line)
    "nested lists that kill the C parser": (lambda: b"- " * 26_000, "K007", 1),
    "brackets that never end": (lambda: b"a: " + b"[" * 100_000, "K007", 1),
    "billion laughs": (_alias_bomb, "K007", 3),
    "full-width colon": (lambda: GOOD.replace("年度: ", "年度：").encode(), "K002", 2),
    "tab for indentation": (lambda: GOOD.replace("    牵头", "\t牵头").encode(), "K002", 7),
    "unclosed quote": (lambda: GOOD.replace("县教育局\n    责", '"县教育局\n    责').encode(), "K002", 7),
    "a workbook by another name": (_workbook, "K001", 1),
    "nothing in it": (lambda: b"", "K002", 1),
    "UTF-8 cut in a character": (lambda: GOOD.encode()[:-2], "K001", 9),
    "an escape that clears the terminal": (
        lambda: GOOD.replace("县教育局\n    责", '"县教育局\\e[2J"\n    责').encode(),
        "K007",
        7,
    ),
    "a roster outside the folder": (lambda: GOOD.replace("[县教育局, 县科协]", "../../etc/x.yaml").encode(), "K008", 4),
    "a roster on another computer": (lambda: GOOD.replace("[县教育局, 县科协]", r"\\srv\x.yaml").encode(), "K008", 4),
    "a key twice": ((GOOD + "年度: 2027\n").encode, "K003", 10),
    "an invisible key": (lambda: GOOD.replace("年度:", "年度\u200b:").encode(), "K004", 2),
    "python by tag": (lambda: GOOD.replace("2026\n地", "!!python/object:os.system 2026\n地").encode(), "K007", 2),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_clear_message(name: str, lang: str, tmp_path: Path) -> None:
    data, code, line = FILES[name]
    (tmp_path / "plan.yaml").write_bytes(data())
    ran = kepu("validate", "plan.yaml", "--format", "json", cwd=tmp_path, lang=lang)
    assert ran.code == 1, ran
    assert not ran.err
    errors = [item for item in json.loads(ran.out)["findings"] if item["severity"] == "error"]
    assert [(item["code"], item["line"]) for item in errors] == [(code, line)]
    (finding,) = errors
    assert finding["message"].isprintable()
    assert finding["hint"]
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize("name", FILES)
def test_export_of_such_a_file_leaves_nothing_behind(name: str, tmp_path: Path) -> None:
    data, _, _ = FILES[name]
    (tmp_path / "plan.yaml").write_bytes(data())
    (tmp_path / "old.xlsx").write_bytes(b"old")
    ran = kepu("export", "plan.yaml", "-o", "old.xlsx", cwd=tmp_path)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.out + ran.err
    assert "\x1b" not in ran.out + ran.err
    assert (tmp_path / "old.xlsx").read_bytes() == b"old"
    assert {path.name for path in tmp_path.iterdir()} == {"plan.yaml", "old.xlsx"}


def test_what_an_old_notepad_saves_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(GOOD.encode("gb18030"))
    ran = kepu("validate", "plan.yaml", "--format", "json", cwd=tmp_path)
    assert ran.code == 0
    assert [item["code"] for item in json.loads(ran.out)["findings"]] == ["K009"]


@pytest.mark.parametrize(
    ("command", "target"),
    [
        *((command, target) for command in ("validate", "gaps") for target in ("nowhere.yaml", "no/such/folder.yaml")),
        *((command, "x" * 300 + ".yaml") for command in ("validate", "gaps")),
        ("gaps", "."),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(command: str, target: str, tmp_path: Path) -> None:
    ran = kepu(command, target, cwd=tmp_path)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert not ran.out


def test_text_formulas_never_come_alive(tmp_path: Path) -> None:
    import openpyxl

    plan = (
        GOOD.replace("青少年科学素质提升行动", "'=1+1'")
        .replace("2026年底前", "'#N/A'")
        .replace("县科协\n    完", "'@SUM(A1)'\n    完")
    )
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    assert kepu("export", "plan.yaml", "-o", "out.xlsx", cwd=tmp_path).code == 0
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"=1+1", "#N/A", "@SUM(A1)"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n"}
