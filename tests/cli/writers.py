"""Every command that writes files, in a folder where it has something to write, with what stood there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.hostile.office_files import NOTICE
from tests.hostile.rows import edit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OLD = b"what was there before, of some length so that it is seen where it is cut off"
# A name with blanks, a department twice in a thing, and what one plan has that the other lacks.
PLAN = edit("责任单位: 县科协", "责任单位: 县 科协、县教育局")
LATER = edit("年度: 2026", "年度: 2027") + "  - 名称: 农民科学素质提升行动\n    牵头单位: 县科协\n"
INPUTS = {"plan.yaml": PLAN.encode(), "later.yaml": LATER.encode(), "notice.txt": NOTICE.encode()}


@dataclass(frozen=True, slots=True)
class Writer:
    args: tuple[str, ...]
    # Run without a fault it ends so.
    code: int = 0

    def old(self, name: str, new: bytes) -> bytes:
        """What stood in an output before; a baseline replaces nothing but a baseline."""
        return INPUTS.get(name) or (new + b"\n" if "--write-baseline" in self.args else OLD)


WRITERS: Mapping[str, Writer] = {
    **{f"export {form}": Writer(("export", "plan.yaml", "-o", f"表.{form}", "--force"))
       for form in ("xlsx", "docx", "html", "md", "csv", "json")},
    "export per department": Writer(("export", "plan.yaml", "--per-department", "各单位", "--force")),
    **{f"diff {form}": Writer(("diff", "plan.yaml", "later.yaml", "-o", f"比.{form}", "--force"))
       for form in ("xlsx", "docx", "html", "md", "json")},
    "import": Writer(("import", "notice.txt", "-o", "读.yaml", "--force")),
    "fmt": Writer(("fmt", "plan.yaml")),
    "validate fix": Writer(("validate", "plan.yaml", "--fix")),
    "validate baseline": Writer(("validate", "plan.yaml", "--write-baseline")),
    "init": Writer(("init", "新", "--force")),
}  # fmt: skip


def lay_out(folder: Path, more: Mapping[str, bytes] | None = None) -> Path:
    """The inputs and more files; returns the folder."""
    for name, data in {**INPUTS, **(more or {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
