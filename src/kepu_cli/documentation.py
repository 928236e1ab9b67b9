"""The parts of the documentation that repeat the code: the page of rules, the tables of keys and of choices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.catalogue import BAD_WORDS, FAMILY_WORDS, GOOD_WORDS, Family, rule_texts
from kepu_cli.choices import CHOICES, choice_words
from kepu_cli.findings import Lang
from kepu_cli.importers.blocks.streaming import MAX_ELEMENTS
from kepu_cli.importers.blocks.text_blocks import MAX_LINES as MAX_TEXT_LINES
from kepu_cli.importers.blocks.text_source import MAX_TEXT
from kepu_cli.importers.package import MAX_PACKED, MAX_PARTS, MAX_RATIO, MAX_UNPACKED
from kepu_cli.importers.workbook_source import MAX_BLANK_ROWS, MAX_COLUMNS, MAX_ROWS
from kepu_cli.kinds import KINDS
from kepu_cli.patterns import pattern
from kepu_cli.vocabulary import VOCABULARY, key_in
from kepu_cli.yaml_source.decoding import MAX_BYTES, MAX_LINES
from kepu_cli.yaml_source.source import MAX_DEPTH, MAX_NODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kepu_cli.catalogue import RuleText
    from kepu_cli.findings import Severity


def generated_docs(written: Mapping[str, str]) -> dict[str, str]:
    """The pages as they should be: `rules.md` is made anew, in others the marked tables are. File name → text."""
    return {**{name: with_tables(text) for name, text in written.items()}, "rules.md": rules_page()}


def rules_page() -> str:
    """Every rule with its severity, reason and examples, Chinese first."""
    texts = rule_texts()
    sections = [_RULES_HEAD, _contents(texts)]
    for family in Family:
        sections.append(f"## K{family} {FAMILY_WORDS[family].zh} · {FAMILY_WORDS[family].en}")
        sections += [_section(text) for text in texts if text.family is family]
    return "\n\n".join(sections) + "\n"


def with_tables(page: str) -> str:
    """A page with what stands between `<!-- generated:keys Plan -->` and `<!-- end -->` made anew.

    `keys` takes a kind of the vocabulary, `choices` one of its closed choices, `limits` a command that reads files.
    Raises KeyError for any other.
    """
    return _GENERATED.sub(lambda match: f"{match[1]}\n\n{_TABLES[match[2]](match[3])}\n\n<!-- end -->", page)


def keys_table(kind: str) -> str:
    """The keys of one kind: all spellings, what they hold, an example."""
    rows = [
        (_spellings(key.zh), f"`{field}`", _described(kind, field), f"`{key.example}`" if key.example else "")
        for field, key in VOCABULARY[kind].items()
    ]
    return _table(("中文", "English", "说明 Meaning", "例 Example"), rows)


def choices_table(choice: str) -> str:
    """The words that a closed choice accepts."""
    rows = [
        tuple("、".join(f"`{word}`" for word in words if word.isascii() is ascii_) for ascii_ in (False, True))
        for words in CHOICES[choice].values()
    ]
    return _table(("中文", "English"), rows)


def limits_table(command: str) -> str:
    """How large a file may be that a command reads."""
    return _table(("文件 File", "什么 What", "上限 Limit"), _LIMITS[command])


_TABLES: Mapping[str, Callable[[str], str]] = {"keys": keys_table, "choices": choices_table, "limits": limits_table}
_LIMITS: Mapping[str, Sequence[tuple[str, str, str]]] = {
    "plan": (
        ("`.yaml`、`kepu.toml`、`-`", "文件 the file", f"{MAX_BYTES // 1024**2} MB"),
        ("`.yaml`、`kepu.toml`、`-`", "行数 lines", f"{MAX_LINES}"),
        ("`.yaml`", "嵌套 levels", f"{MAX_DEPTH}"),
        ("`.yaml`", "项数 entries", f"{MAX_NODES}"),
        ("`.yaml`", "份数 documents in a file", "1"),
        ("`.yaml`", "锚点、引用、合并、标签、指令 anchors, aliases, merge keys, tags, directives", "0"),
        ("名册 roster", "再引用别的文件 references of its own", "0"),
    ),
    "package": (
        ("`.docx`、`.xlsx`", "解开与压缩之比 unpacked to packed", f"{MAX_RATIO}"),
        ("`.docx`、`.xlsx`", "自带的声明（DOCTYPE、ENTITY） declarations of its own", "0"),
    ),
    "import": (
        ("`.txt`、`.md`、`.csv`、`-`", "文件 the file", f"{MAX_BYTES // 1024**2} MB"),
        ("`.txt`、`.md`、`.csv`、`-`", "行数 lines", f"{MAX_TEXT_LINES}"),
        ("`.docx`、`.xlsx`", "文件 the file", f"{MAX_PACKED // 1024**2} MB"),
        ("`.docx`、`.xlsx`", "解开以后 unpacked", f"{MAX_UNPACKED // 1024**2} MB，{MAX_PARTS} 个部分 parts"),
        ("", "字数 characters", f"{MAX_TEXT}"),
        ("`.docx`", "段落和表格 paragraphs and tables", f"{MAX_ELEMENTS}"),
        ("`.xlsx`", "一页的行数 rows of a sheet", f"{MAX_ROWS}"),
        ("`.xlsx`", "一页的列数 columns of a sheet", f"{MAX_COLUMNS}"),
        ("`.xlsx`", "中间空着的行 blank rows in between", f"{MAX_BLANK_ROWS}"),
    ),
}
_GENERATED = pattern(r"(<!-- generated:(\w+) (\w+) -->).*?<!-- end -->", re.DOTALL)
_RULES_HEAD = f"""\
<!-- Made from the rules' own texts; `make golden` writes it anew. -->

# 规则 · The rules

每条规则有一个编号，含义永远不变。`kepu rules` 列出全部，`kepu explain K201` 看其中一条。
错误会使 `kepu validate` 不通过；警告只在 `--strict` 下算不通过；提示只计数，用 `--all` 显示。
在方案里可以改一条规则的级别：`{key_in("Plan", "rules", Lang.ZH)}: {{K302: {choice_words("severity", "off").zh}}}`。
K0 说的是文件本身，总会报告，不能关闭。

Each rule has a code that never changes its meaning. `kepu rules` lists them, `kepu explain K201` tells one.
An error fails `kepu validate`, a warning fails it under `--strict`, an info is counted and shown with `--all`.
A plan may set a rule's severity: `{key_in("Plan", "rules", Lang.EN)}: {{K302: {choice_words("severity", "off").en}}}`.
K0 is about the file itself: always told, never switched off."""


def _contents(texts: tuple[RuleText, ...]) -> str:
    rows = [
        (
            f"[{text.code}](#{text.code.lower()})",
            f"`{text.name}`",
            _severity(text.severity),
            text.title.zh,
            text.title.en,
        )
        for text in texts
    ]
    return _table(("编号 Code", "名称 Name", "级别 Severity", "说明", "Title"), rows)


def _severity(severity: Severity | None) -> str:
    word = choice_words("severity", severity or "off")
    return f"{word.zh} {word.en}"


def _section(text: RuleText) -> str:
    parts = [
        f'<a id="{text.code.lower()}"></a>\n\n### {text.code} {text.title.zh} · {text.title.en}',
        f"`{text.name}` · {_severity(text.severity)}",
        text.why.zh,
        text.why.en,
        *_example(f"{BAD_WORDS.zh} · {BAD_WORDS.en}:", text.bad),
        *_example(f"{GOOD_WORDS.zh} · {GOOD_WORDS.en}:", text.good),
    ]
    return "\n\n".join(parts)


def _example(heading: str, example: str) -> Iterator[str]:
    if example:
        yield heading
        yield f"```yaml\n{example}\n```"


def _spellings(words: tuple[str, ...]) -> str:
    """The one we write in bold, the others behind it."""
    first, *others = (f"`{word}`" for word in words)
    return "、".join([f"**{first}**", *others])


def _described(kind: str, field: str) -> str:
    says = VOCABULARY[kind][field].says
    needed = "**必写 required** · " if KINDS[kind].FIELDS[field].is_required else ""
    return f"{needed}{says.zh}<br>{says.en}"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    cells = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells)
