"""References from a plan to rosters and outlines: nothing outside its folder is opened, every error has its place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.hostile.rows import PLAN, Row, edit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.rows import Content

ROSTER = "地区: 示例县\n成员单位: [县教育局, 县科协]\n"
NAME = "departments.yaml"
SECRET = "秘密: 不能给人看"


def _plan(reference: str) -> str:
    return edit("[县教育局, 县科协]", reference)


def _refers(name: str, reference: str, *says: str, quoted: bool = True) -> Row:
    typed = "'" + reference.replace("'", "''") + "'" if quoted else reference
    return Row(f"refers to {name}", {PLAN: _plan(typed)}, told=("K008 4:7",), says=says, never=(SECRET, "root:"))


def _linked(name: str, roster: Content, *told: str, says: tuple[str, ...] = (), code: int = 1) -> Row:
    return Row(f"a roster that is {name}", {PLAN: _plan(NAME), NAME: roster}, code=code, told=told, says=says)


def _out_by_link(folder: Path) -> None:
    (folder.parent / f"{folder.name}-outside.yaml").write_text(SECRET, "utf-8")
    (folder / NAME).symlink_to(f"../{folder.name}-outside.yaml")


def _out_by_folder(folder: Path) -> None:
    (folder / "sub").symlink_to("/etc")


def _special(folder: Path) -> None:
    os.mkfifo(folder / NAME)


def _device(folder: Path) -> None:
    (folder / NAME).symlink_to("/dev/zero")


REFERENCES = tuple(
    _refers(name, reference, *says)
    for name, reference, says in (
        ("a folder above", "../../etc/passwd", ()),
        ("a YAML file above", "../secret.yaml", ("不在",)),
        ("a file above by a detour", "sub/../../secret.yaml", ("不在",)),
        ("an absolute path", "/etc/passwd.yaml", ("不在",)),
        ("a drive", "C:\\x.yaml", ("不在",)),
        ("a drive without a root", "C:x.yaml", ("不在",)),
        ("a network share", "\\\\server\\x.yaml", ("不在",)),
        ("a network share with slashes", "//server/x.yaml", ("不在",)),
        ("a long form of a path", "\\\\?\\C:\\x.yaml", ("不在",)),
        ("a web page", "http://example.cn/x.yaml", ("不在",)),
        ("a file by URL", "file:///etc/passwd.yaml", ("不在",)),
        ("a home folder", "~/x.yaml", ("不在",)),
        ("somebody's home folder", "~root/x.yaml", ("不在",)),
        ("a variable", "$HOME/x.yaml", ("不在",)),
        ("a variable of Windows", "%APPDATA%/x.yaml", ("不在",)),
        ("a device of Windows", "nul.yaml", ("不在",)),
        ("a printer", "sub/com1.yaml", ("不在",)),
        ("a device", "/dev/zero.yaml", ("不在",)),
        ("a stream of a file", "a.yaml:stream", ("不在",)),
        ("a file that is not there", "nowhere.yaml", ("找不到",)),
        ("a name of three hundred characters", "x" * 300 + ".yaml", ("找不到",)),
        ("a workbook", "departments.xlsx", ("不是 YAML",)),
        ("itself", "plan.yaml", ("自己",)),
        ("itself by a detour", "./sub/../plan.yaml", ()),
        ("what is built in and is not there", "builtin:2099", ("自带",)),
        ("what is built in, by a path", "builtin:../../x", ("自带",)),
        ("markup", "[red].yaml", ("[red].yaml",)),
        ("a bracket of format", "{0}.yaml", ("{0}.yaml",)),
    )
)
OTHERS = (
    Row("refers to a name with NUL", {PLAN: _plan('"a\\0.yaml"')}, told=("K007 4:9",)),
    Row(
        "refers through a link that leaves",
        {PLAN: _plan(NAME)},
        told=("K008 4:7",),
        says=("不在",),
        never=(SECRET,),
        prepare=_out_by_link,
    ),
    Row(
        "refers through a folder that leaves",
        {PLAN: _plan("sub/passwd.yaml")},
        told=("K008 4:7",),
        says=("不在",),
        prepare=_out_by_folder,
    ),
    Row(
        "refers to a folder",
        {PLAN: _plan(NAME)},
        told=("K008 4:7",),
        says=("文件夹",),
        prepare=lambda folder: (folder / NAME).mkdir(),
    ),
    Row("refers to a pipe", {PLAN: _plan(NAME)}, told=("K008 4:7",), says=("管道",), prepare=_special),
    Row("refers to a device by a link", {PLAN: _plan(NAME)}, told=("K008 4:7",), prepare=_device),
    Row(
        "refers to links in a ring",
        {PLAN: _plan(NAME)},
        told=("K008 4:7",),
        prepare=lambda folder: (folder / NAME).symlink_to(NAME),
    ),
    Row("refers in another case", {PLAN: _plan("Departments.yaml"), NAME: ROSTER}, told=("K008 4:7",), says=(NAME,)),
    Row("refers with a slip", {PLAN: _plan("department.yaml"), NAME: ROSTER}, told=("K008 4:7",), says=(NAME,)),
    Row("refers with a backslash", {PLAN: _plan("sub\\departments.yaml"), f"sub/{NAME}": ROSTER}, code=0),
    Row("refers to a folder below", {PLAN: _plan(f"sub/{NAME}"), f"sub/{NAME}": ROSTER}, code=0),
)

ROSTERS = (
    _linked("as it should be", ROSTER, code=0),
    _linked("full of mistakes", ROSTER.replace("地区: ", "地区："), f"{NAME} K002 1:3", says=("另见：plan.yaml:4:7",)),
    _linked("in GBK", ROSTER.encode("gbk"), f"{NAME} K009 1:1", code=0),
    _linked("empty", b"", f"{NAME} K002 1:1", says=("空的", "plan.yaml:4:7")),
    _linked("deep", b"- " * 26_000, f"{NAME} K007 1:101", says=("plan.yaml:4:7",)),
    _linked(
        "a workbook",
        b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml",
        f"{NAME} K001 1:1",
        says=("Excel", "plan.yaml:4:7"),
    ),
    _linked("too large", lambda: b"#" * 6_000_000, f"{NAME} K001 1:1"),
    _linked("a list", "- 县教育局\n- 县科协\n", f"{NAME} K002 1:1"),
    _linked("without departments", "地区: 示例县\n", f"{NAME} K006 1:1", says=("成员单位",)),
    _linked("one that refers on", f"成员单位: {NAME}\n", "K008 4:7", says=("又指向",)),
    _linked("one that refers back", "成员单位: plan.yaml\n", "K008 4:7", says=("又指向",)),
    _linked("a bomb", "a: &a [x]\nb: [*a, *a]\n", f"{NAME} K007 1:4"),
    _linked("of an unknown key", ROSTER + "天气: 晴\n", f"{NAME} K004 3:1"),
)

ROWS = (*REFERENCES, *OTHERS, *ROSTERS)
