"""What reading a document left out or decided, counted, and told at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from kepu_cli.findings import Said, Words, say


class Met(Enum):
    """What a document may hold besides plain text, in the order in which it is told."""

    INSERTED = Words(
        "修订里插入的 {count} 处按接受处理，已读入", "{count} tracked insertions were taken as accepted and read"
    )
    DELETED = Words(
        "修订里删除的 {count} 处按接受处理，没有读入", "{count} tracked deletions were taken as accepted and left out"
    )
    COMMENT = Words("有 {count} 条批注，没有读入：{samples}", "{count} comments were not read: {samples}")
    NOTE = Words("有 {count} 条脚注或尾注，放在文末", "{count} footnotes or endnotes stand at the end")
    TEXT_BOX = Words(
        "有 {count} 个文本框，里面的文字放在它所在的段落之后",
        "the text of {count} text boxes stands behind their paragraphs",
    )
    HIDDEN = Words(
        "有 {count} 处隐藏文字，没有读入：{samples}", "{count} stretches of hidden text were not read: {samples}"
    )
    PROMPT = Words(
        "有 {count} 处还没有填的提示文字，没有读入：{samples}",
        "{count} prompts not yet filled in were not read: {samples}",
    )
    CONTENTS = Words("略去了自动目录的 {count} 行", "left out {count} lines of a table of contents")
    PICTURE = Words(
        "有 {count} 处图片、图表或嵌入的对象，里面的文字读不了",
        "{count} pictures, charts or embedded objects; text in them cannot be read",
    )
    EMBEDDED = Words(
        "有 {count} 处嵌入的整篇文件没有读入，请打开后把它的文字复制进来",
        "{count} embedded files were not read; please copy their text into the document",
    )
    SYMBOL = Words("有 {count} 个特殊符号读不出，记作 □", "{count} symbols could not be read and stand as □")
    READING = Words("略去了 {count} 处注音", "left out {count} readings above characters")
    SHAPE = Words(
        "图形、文本框里的文字没有读入：{samples}", "the text of shapes and text boxes was not read: {samples}"
    )
    MARGIN = Words("页眉页脚里的文字没有读入：{samples}", "the text of headers and footers was not read: {samples}")


_MOST_SAMPLES = 3
_LONGEST_SAMPLE = 20


@dataclass(slots=True)
class Tally:
    """Counts, and the beginnings of the texts that were left out."""

    counts: Counter[Met] = field(default_factory=Counter)
    samples: dict[Met, list[str]] = field(default_factory=dict)

    def add(self, what: Met, sample: str = "") -> None:
        self.counts[what] += 1
        samples = self.samples.setdefault(what, [])
        if sample and len(samples) < _MOST_SAMPLES:
            samples.append(sample if len(sample) <= _LONGEST_SAMPLE else f"{sample[:_LONGEST_SAMPLE]}…")

    def notes(self) -> tuple[Said, ...]:
        return tuple(
            say(each.value, count=self.counts[each], samples=tuple(self.samples[each]))
            for each in Met
            if self.counts[each]
        )
