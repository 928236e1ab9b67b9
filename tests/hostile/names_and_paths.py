"""Files that are none, names that are odd, standard input."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kepu_cli.yaml_source.decoding import MAX_BYTES, MAX_LINES
from tests.hostile.rows import GOOD, PLAN, Row, edit

if TYPE_CHECKING:
    from pathlib import Path

WRONG = edit("年度: 2026", "年度：2026")


def _loop(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")


def _itself(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("a.yaml")


def _dangling(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("nowhere.yaml")


def _folder(folder: Path) -> None:
    (folder / "a.yaml").mkdir()


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.yaml")


def _device(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("/dev/zero")


UNREADABLE = tuple(
    Row(f"{command[0]}: {what}", command=(*command, name, *more), code=2, says=says, prepare=prepare)
    for what, name, prepare, says in (
        ("a file that is not there", "a.yaml", None, ("不存在", "a.yaml")),
        ("a folder that is not there", "a/b/c.yaml", None, ("不存在",)),
        ("a link to itself", "a.yaml", _itself, ("链接",)),
        ("links in a ring", "a.yaml", _loop, ("链接",)),
        ("a link to nowhere", "a.yaml", _dangling, ("不存在",)),
        ("a name of three hundred characters", "x" * 300 + ".yaml", None, ("太长",)),
        ("a name of three hundred hanzi", "方" * 300 + ".yaml", None, ("太长",)),
        ("an empty name", "", None, ("空的",)),
        ("a name with NUL", "a\0b.yaml", None, ("无效字符",)),
        ("a pipe that nobody writes", "a.yaml", _pipe, ("管道",)),
        ("a device without end", "a.yaml", _device, ("设备",)),
        ("a file in place of a folder", "a.yaml/b.yaml", lambda folder: (folder / "a.yaml").touch(), ("不存在",)),
        ("a name with an escape sequence", "\x1b[31mred.yaml", None, ("\\u001b[31mred.yaml",)),
        ("a name with a line end", "a\nb.yaml", None, ("a\\u000ab.yaml",)),
        ("a name that turns the text round", "a\u202elmay.exe", None, ("\\u202e",)),
        ("a name of half a character", "a\udcff.yaml", None, ("\\udcff",)),
        ("a home folder that is not looked up", "~/a.yaml", None, ("~/a.yaml",)),
        ("a variable that is not looked up", "$HOME/a.yaml", None, ("$HOME/a.yaml",)),
        ("a pattern that is not looked up", "*.yaml", None, ("*.yaml",)),
    )
    for command, more in ((("validate",), ()), (("export",), ("-o", "out.xlsx")))
)
FOLDERS = (
    *(
        Row(
            f"{command[0]}: a folder in place of a plan", command=(*command,), code=2, says=("文件夹",), prepare=_folder
        )
        for command in (("gaps", "a.yaml"), ("show", "a.yaml"), ("export", "a.yaml", "-o", "out.xlsx"))
    ),
    Row(
        "export: a folder without plans",
        command=("export", "a.yaml", "-o", "out.csv"),
        code=2,
        says=("没有方案",),
        prepare=_folder,
    ),
    Row("validate: an empty folder", command=("validate", "."), code=2, says=("没有方案",)),
    Row(
        "validate: a folder of links in a ring",
        {PLAN: GOOD},
        ("validate", "."),
        told=("a.yaml K001 1:1", "b.yaml K001 1:1"),
        prepare=_loop,
    ),
    Row("validate: a folder with a pipe", {PLAN: GOOD}, ("validate", "."), told=("a.yaml K001 1:1",), prepare=_pipe),
    Row(
        "validate: a folder that holds itself",
        {PLAN: GOOD},
        ("validate", "."),
        code=0,
        prepare=lambda folder: (folder / "again").symlink_to("."),
    ),
    Row(
        "validate: a folder with what editors leave",
        {PLAN: GOOD, "~$plan.yaml": b"\0", ".~plan.yaml": b"\0", "._plan.yaml": b"\0", ".git/a.yaml": b"["},
        ("validate", "."),
        code=0,
    ),
    Row("fmt: a folder with a pipe", {PLAN: GOOD}, ("fmt", "--check", "."), told=("a.yaml K001 1:1",), prepare=_pipe),
)

NAMES = tuple(
    Row(f"a file called {name!r}", {name: WRONG}, ("validate", "--", name), told=(f"{shown} K002 2:3",), says=(shown,))
    for name, shown in (
        ("[red].yaml", "[red].yaml"),
        ("[/red].yaml", "[/red].yaml"),
        (":smile:.yaml", ":smile:.yaml"),
        ("-x.yaml", "-x.yaml"),
        ("a:1:2.yaml", "a:1:2.yaml"),
        ("{0}.yaml", "{0}.yaml"),
        ("%s.yaml", "%s.yaml"),
        ("a b　c.yaml", "a b　c.yaml"),
        ("\x1b[2J.yaml", "\\u001b[2J.yaml"),
        ("a\nb.yaml", "a\\u000ab.yaml"),
        ("a\u202eb.yaml", "a\\u202eb.yaml"),
        ("a\udcff.yaml", "a\\udcff.yaml"),
        ("方案", "方案"),
        ("CON.yaml", "CON.yaml"),
        ("字" * 80, "字" * 80),
        ("&lt;a&gt;.yaml", "&lt;a&gt;.yaml"),
        ("'\"`.yaml", "'\"`.yaml"),
    )
)

STDIN = (
    Row(
        "standard input in GBK",
        command=("validate", "-", "--all"),
        code=0,
        stdin=GOOD.encode("gbk"),
        told=("<标准输入> K009 1:1",),
    ),
    Row(
        "standard input with a mistake", command=("validate", "-"), stdin=WRONG.encode(), told=("<标准输入> K002 2:3",)
    ),
    Row("standard input with nothing", command=("validate", "-"), told=("<标准输入> K002 1:1",), says=("空的",)),
    Row(
        "standard input without end",
        command=("validate", "-"),
        stdin=b"#" * 6_000_000,
        told=("<标准输入> K001 1:1",),
        says=("5 MB",),
    ),
    Row("standard input of bytes", command=("validate", "-"), stdin=bytes(range(256)), told=("<标准输入> K001 3:115",)),
    Row("standard input twice", command=("validate", "-", "-"), code=2, stdin=GOOD.encode(), says=("只能写一次",)),
    Row(
        "standard input that would be written back",
        command=("validate", "-", "--fix"),
        code=2,
        stdin=GOOD.encode(),
        says=("标准输入",),
    ),
)

USAGE = tuple(
    Row("usage: " + " ".join(command)[:60], {PLAN: GOOD}, command, code=2, says=says)
    for command, says in (
        (("validat", PLAN), ("validate",)),
        (("validate",), ("缺少",)),
        (("validate", PLAN, "--formt", "json"), ("--format",)),
        (("validate", PLAN, "--format", "xml"), ("json",)),
        (("validate", PLAN, "--rule", "K999"), ("K999",)),
        (("validate", PLAN, "--rule", ""), ()),
        (("export", PLAN, "a.xlsx"), ("多写了",)),
        (("export", PLAN, "-o"), ("-o",)),
        (("explain", "\x1b[31m"), ("\\u001b",)),
        (("explain", "K" * 3000), ()),
        (("show", PLAN, "--department", "[/red]"), ("[/red]",)),
        (("show", PLAN, "--department", ""), ()),
        (("show", PLAN, "--department", "\x1b]0;x\x07"), ("\\u001b",)),
        (("--lang", "\x1b[31m", "validate", PLAN), ("\\u001b",)),
        (("--lang", "zh" * 2000), ()),
        (("\x1b[31m",), ("\\x1b",)),
        (("x" * 5000,), ()),
        (("validate", PLAN, "--\x1b[31m"), ("\\u001b",)),
        (("init", "--outline", "1999"), ("2021",)),
        (("schema", "[red]"), ()),
        (("diff", PLAN), ("缺少",)),
        (("validate", PLAN, "--baseline", "nowhere.json"), ("不存在",)),
        (("import", "nowhere.docx"), ("nowhere.docx",)),
    )
)

BASELINES = tuple(
    Row(
        f"a baseline that is {what}",
        {PLAN: GOOD, "b.json": content},
        ("validate", PLAN, "--baseline", "b.json"),
        code=2,
        says=("b.json",),
    )
    for what, content in (
        ("empty", b""),
        ("no JSON", b"{"),
        ("a list", b"[]"),
        ("deep", b"[" * 100_000),
        ("a plan", GOOD.encode()),
        ("binary", bytes(range(256))),
        ("of another form", b'{"schema": 99}'),
        ("a number", b"1" * 5000),
        ("full of null", b'{"schema": 1, "findings": [null, 1, "a", {}]}'),
    )
)

SETTINGS = tuple(
    Row(f"settings: {what}", {PLAN: GOOD, "kepu.toml": content}, ("validate", PLAN), told=(f"kepu.toml {told}",))
    for what, content, told in (
        ("no TOML", b"strict = \n", "K002 1:10"),
        ("a name twice", b"strict = true\nstrict = true\n", "K002 2:14"),
        ("deep", b"a = " + b"[" * 100_000, "K007 1:5"),
        ("with a name of many parts", b"a" + b".a" * 5000 + b" = 1", "K007 1:1"),
        ("in bytes", bytes(range(256)), "K001 3:115"),
        ("with a control character", b"# \x1b\n", "K007 1:3"),
        ("with a key of nobody", b"streng = true\n", "K004 1:1"),
        ("with a wrong value", b"strict = 7\n", "K005 1:10"),
        ("too large", lambda: b"#" * (MAX_BYTES + 1), "K001 1:1"),
        ("of too many lines", lambda: b"\n" * MAX_LINES, "K001 1:1"),
        ("with full-width signs", "strict＝true\n".encode(), "K002 1:7"),
    )
)

LARGE_SETTINGS = tuple(
    Row(f"settings as {what} as may be", {PLAN: GOOD, "kepu.toml": content}, ("validate", PLAN), 0, seconds=8)
    for what, content in (
        ("large", lambda: b"#" * MAX_BYTES),
        ("many", lambda: b"\n" * (MAX_LINES - 1)),
    )
)

ROWS = (*UNREADABLE, *FOLDERS, *NAMES, *STDIN, *USAGE, *BASELINES, *SETTINGS, *LARGE_SETTINGS)
