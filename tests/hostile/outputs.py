"""Writing: where nothing may be written, what must not come alive, names that would leave the folder."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tests.hostile.rows import GOOD, PLAN, Row, edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = b"what was there before"
NAME = "青少年科学素质提升行动"
BROKEN = GOOD.replace(": ", "：")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _export(
    name: str,
    output: str,
    *says: str,
    code: int = 2,
    files: dict[str, bytes] | None = None,
    prepare: Callable[[Path], None] | None = None,
    more: tuple[str, ...] = (),
    writes: tuple[str, ...] = (),
) -> Row:
    return Row(
        name,
        {PLAN: GOOD, **(files or {})},
        ("export", PLAN, "-o", output, *more),
        code,
        says=says,
        writes=writes,
        prepare=prepare,
    )


def _link(target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "out.xlsx").symlink_to(target)


def _linked_old(folder: Path) -> None:
    (folder / "old.xlsx").write_bytes(OLD)
    _link("old.xlsx")(folder)


def _twin(folder: Path) -> None:
    os.link(folder / PLAN, folder / "out.xlsx")


def _closed(folder: Path) -> None:
    (folder / "out.xlsx").write_bytes(OLD)
    (folder / "out.xlsx").chmod(0o444)


def _kept_mode(folder: Path) -> None:
    (folder / "out.xlsx").write_bytes(OLD)
    (folder / "out.xlsx").chmod(0o600)


def _has_mode(folder: Path) -> None:
    assert (folder / "out.xlsx").stat().st_mode & 0o777 == 0o600


def _still_a_link(folder: Path) -> None:
    assert (folder / "out.xlsx").is_symlink()
    assert (folder / "old.xlsx").read_bytes().startswith(b"PK")


TARGETS = (
    _export("the target exists", "out.xlsx", "--force", files={"out.xlsx": OLD}),
    _export("the target is the plan", PLAN, "不知道"),
    _export("the target is the plan by a link", "out.xlsx", "正在读", prepare=_link(PLAN), more=("--force",)),
    _export("the target is the plan by another name", "out.xlsx", "正在读", prepare=_twin, more=("--force",)),
    _export(
        "the target is a folder",
        "out.xlsx",
        "文件夹",
        prepare=lambda folder: (folder / "out.xlsx").mkdir(),
        more=("--force",),
    ),
    _export("the folder is missing", "no/such/out.xlsx", "不存在"),
    _export("the folder is a file", "plan.yaml/out.xlsx", "不存在"),
    _export("no suffix", "out", "后缀"),
    _export("a wrong suffix", "out.pdf", "后缀"),
    _export("an old suffix", "out.xls", "后缀"),
    _export("a suffix alone", ".xlsx", "后缀"),
    _export("a name too long", "长" * 100 + ".xlsx", "太长"),
    _export("a name of a thousand", "x" * 1000 + ".xlsx", "太长"),
    _export("an empty name", "", "后缀"),
    _export(
        "a pipe", "out.xlsx", "不是普通文件", prepare=lambda folder: os.mkfifo(folder / "out.xlsx"), more=("--force",)
    ),
    _export("a device", "out.xlsx", "不是普通文件", prepare=_link("/dev/null"), more=("--force",)),
    _export("a link to itself", "out.xlsx", prepare=_link("out.xlsx")),
    _export("a file that is read-only", "out.xlsx", "只读", prepare=_closed, more=("--force",)),
    _export("a name with an escape sequence", "no/\x1b[2J.xlsx", "不存在"),
    _export("a kernel's file", "/proc/out.xlsx"),
    _export(
        "the target is a link to an old file",
        "out.xlsx",
        code=0,
        prepare=_linked_old,
        more=("--force",),
        writes=("old.xlsx",),
    ),
    _export(
        "the target has a mode of its own",
        "out.xlsx",
        code=0,
        prepare=_kept_mode,
        more=("--force",),
        writes=("out.xlsx",),
    ),
    *(
        Row(
            f"a plan that is none leaves the old {form}",
            {PLAN: BROKEN, f"out.{form}": OLD},
            ("export", PLAN, "-o", f"out.{form}", "--force"),
            told=("K002 1:3",),
        )
        for form in ("xlsx", "docx", "html", "md", "csv", "json")
    ),
    Row("init where files are", {PLAN: OLD}, ("init", "."), 2, says=("--force",)),
    Row("init in a file", {"a": OLD}, ("init", "a"), 2),
    Row("init below a file", {"a": OLD}, ("init", "a/b/c"), 2),
    Row("init with a name too long", {}, ("init", "长" * 100), 2, says=("太长",)),
    Row(
        "departments in a file", {PLAN: GOOD, "a": OLD}, ("export", PLAN, "--per-department", "a"), 2, says=("文件夹",)
    ),
    Row(
        "a baseline over another file",
        {PLAN: GOOD, "b.json": OLD},
        ("validate", PLAN, "--write-baseline", "--baseline", "b.json"),
        2,
        says=("不是基线",),
    ),
    Row(
        "a baseline over a folder",
        {PLAN: GOOD},
        ("validate", PLAN, "--write-baseline", "--baseline", "b.json"),
        2,
        prepare=lambda folder: (folder / "b.json").mkdir(),
    ),
    Row(
        "fmt of a file that is read-only",
        {PLAN: GOOD.replace("责任单位: 县科协", "责任单位: 县 科协")},
        ("fmt", PLAN),
        2,
        says=("只读",),
        prepare=lambda folder: (folder / PLAN).chmod(0o444),
    ),
    Row("fmt of a file that is no YAML", {PLAN: b"\xff\xfe\x00\xd8"}, ("fmt", PLAN), told=("K001 1:1",)),
)

_CHECKS = {"a link to an old file": _still_a_link, "a mode of its own": _has_mode}


def _texts(folder: Path) -> list[tuple[str, str]]:
    """The type and text of every cell of the workbook; there is no formula."""
    with zipfile.ZipFile(folder / "out.xlsx") as archive:
        sheets = [
            ElementTree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("xl/worksheets/sheet")
        ]
    cells = [cell for sheet in sheets for cell in sheet.iter(f"{SHEET}c")]
    assert not [cell for sheet in sheets for cell in sheet.iter(f"{SHEET}f")]
    return [(cell.get("t", "n"), "".join(cell.itertext())) for cell in cells]


def _stays_text(text: str) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        assert ("inlineStr", text) in _texts(folder)
        assert {kind for kind, _ in _texts(folder)} <= {"inlineStr", "n"}

    return check


def _csv_is_tame(folder: Path) -> None:
    for line in (folder / "out.csv").read_text("utf-8-sig").splitlines():
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "+", "-", "@", "\t", "\r")), line


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


FORMULAS = (
    "=1+1", "=cmd|'/C calc'!A0", '=HYPERLINK("http://x.cn","甲")', "==", "= 甲", "=", "+1+1", "-1+1", "@SUM(A1)",
    "＝1+1", "#N/A", "#REF!", "_x0041_", "_x000D_", "TRUE", "1E5", "123456789012345678", "2026-06-30", "'甲", "1/2",
)  # fmt: skip
CELLS = tuple(
    row
    for text in FORMULAS
    for row in (
        Row(
            f"workbook: {text}",
            {PLAN: edit(NAME, _quoted(text))},
            ("export", PLAN, "-o", "out.xlsx"),
            0,
            writes=("out.xlsx",),
            check=_stays_text(text.replace("_x", "_x005F_x") if text.startswith("_x") else text),
        ),
        Row(
            f"CSV: {text}",
            {PLAN: edit(NAME, _quoted(text))},
            ("export", PLAN, "-o", "out.csv"),
            0,
            writes=("out.csv",),
            check=_csv_is_tame,
        ),
    )
)

LONG = (
    Row(
        "a text of 32,768 characters",
        {PLAN: edit(NAME, "长" * 32_768)},
        ("export", PLAN, "-o", "out.xlsx"),
        2,
        says=("32767",),
    ),
    Row(
        "a text of 20,000 emoji",
        {PLAN: edit(NAME, "🧪" * 20_000)},
        ("export", PLAN, "-o", "out.xlsx"),
        2,
        says=("32767",),
    ),
    Row(
        "a text of 300 lines",
        {PLAN: edit(NAME, '"' + "行\\n" * 300 + '"')},
        ("export", PLAN, "-o", "out.xlsx"),
        0,
        writes=("out.xlsx",),
        seconds=4,
    ),
)

DEPARTMENTS = (
    "/tmp/x", "../../x", "市委办/政府办", "CON", "a:b", "尾点.", "~$x", ".x", "a\\b", "?*<>|", "名" * 84, "a\u202eb",
    "nul.xlsx", "History", "[表]", "'甲'", " ", "甲" * 32, "=1+1", "-x", "$HOME", "%PATH%", "a`id`b", "名字🧪",
)  # fmt: skip


def _stayed_inside(folder: Path) -> None:
    made = [path for path in folder.rglob("*") if path.suffix == ".xlsx"]
    assert made
    for path in made:
        assert path.parent == folder / "out"
        assert len(path.name.encode()) <= 200
        assert not path.name.startswith((".", "~", "-", " "))
        assert not any(sign in path.name for sign in '\\/:*?"<>|\0\u202e')


NAMES = tuple(
    Row(
        f"a department called {name[:20]!r}",
        {
            PLAN: edit("县教育局, 县科协", f"县教育局, 县科协, {_quoted(name)}").replace(
                "责任单位: 县科协", f"责任单位: [县科协, {_quoted(name)}]"
            )
        },
        ("export", PLAN, "--per-department", "out"),
        0,
        writes=("out/*",),
        check=_stayed_inside,
    )
    for name in DEPARTMENTS
    if name.strip()
)

ROWS = (
    *(Row(row.name, row.files, row.command, row.code, row.told, row.says, row.never, row.writes, prepare=row.prepare,
          check=next((check for end, check in _CHECKS.items() if row.name.endswith(end)), None)) for row in TARGETS),
    *CELLS, *LONG, *NAMES,
)  # fmt: skip
