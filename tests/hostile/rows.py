"""A row of the manifest: the files, the command, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Content = bytes | str | Callable[[], bytes]

PLAN = "plan.yaml"
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


@dataclass(frozen=True, slots=True)
class Row:
    """One hostile input.

    `told` are all findings in the order of the report, as `K002 2:5`, before it the file where it is not the plan.
    `says` stands in the Chinese output, `never` in neither language's. `writes` are the files that appear; nothing
    else in the folder may change. `prepare` makes in the folder what files cannot be made of; `check` looks at the
    folder afterwards.
    """

    name: str
    files: Mapping[str, Content] = field(default_factory=dict)
    command: tuple[str, ...] = ("validate", PLAN, "--all")
    code: int = 1
    told: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    stdin: bytes = b""
    prepare: Callable[[Path], None] | None = None
    check: Callable[[Path], None] | None = None
    seconds: float = 2.0


Texts = tuple[str, ...] | str


def plan(name: str, content: Content, *told: str, says: Texts = (), never: Texts = ()) -> Row:
    """A plan that is checked and refused if anything is told of it."""
    return Row(name, {PLAN: content}, code=1 if told else 0, told=told, says=_texts(says), never=_texts(never))


def passes(name: str, content: Content, *told: str, says: Texts = (), never: Texts = ()) -> Row:
    """A plan that is read, with what is told of it below an error."""
    return Row(name, {PLAN: content}, code=0, told=told, says=_texts(says), never=_texts(never))


def edit(old: str, new: str, text: str = GOOD) -> str:
    """The good plan with one spot changed."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


def bytes_of(content: Content) -> bytes:
    """What stands in the file."""
    if isinstance(content, str):
        return content.encode()
    return content if isinstance(content, bytes) else content()


def _texts(texts: Texts) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else texts
