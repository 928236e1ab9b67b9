"""K106 by example.

Bad:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 认真贯彻《》精神，开展“”活动, 责任单位: 县科协}
          - {内容: 组织XX所学校参加科技创新大赛, 责任单位: 县科协}
          - {内容: ，积极回应家长关切, 责任单位: 县科协}
          - {内容: 开齐开足科学课。开齐开足科学课。, 责任单位: 县科协}

Good:
    方案: 示例方案
    年度: 2026
    地区: 示例县
    成员单位: [县教育局, 县科协]
    重点任务:
      - 名称: 青少年科学素质提升行动
        牵头单位: 县教育局
        责任单位: 县科协
        完成时限: 2026年底前
        职责:
          - {内容: 认真贯彻《纲要》精神，开展“大手拉小手”活动, 责任单位: 县科协}
          - {内容: 组织12所学校参加科技创新大赛, 责任单位: 县科协}
          - {内容: 公开竞赛结果，积极回应家长关切, 责任单位: 县科协}
          - {内容: 开齐开足科学课。, 责任单位: 县科协}
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kepu_cli.findings import Issue, Severity, Words, say
from kepu_cli.model import Project
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.findings import Path, Said
    from kepu_cli.model import Plan
    from kepu_cli.rules.anatomy import Subject

CODE = "K106"
NAME = "unfinished-text"
SEVERITY = Severity.WARNING
TITLE = Words("文字没有写完，或留有粘贴的痕迹", "A text is unfinished, or carries what pasting left in it")
WHY = Words(
    "空引号、没有填的 XX、重复的句子，印发以后人人看得见，收不回来。",
    "Empty quotes, XX for a name, a sentence twice: everybody who gets the notice sees it, and it cannot be recalled.",
)
WHOLE_PLAN = False

EMPTY = Words("{found} 是空的：{around}", "{found} is empty: {around}")
OPEN = Words("{found} 还没有填：{around}", "{found} is still to be filled in: {around}")
LEFT = Words("{found} 是粘贴时带进来的：{around}", "{found} was pasted along: {around}")
CUT = Words("以 {found} 开头，前面可能漏了字：{around}", "starts with {found}, so its beginning may be lost: {around}")
DOUBLED = Words("标点 {found} 重复：{around}", "two marks in a row, {found}: {around}")
TWICE = Words("同一句话写了两次：{found}", "the same words twice: {found}")
HINT_EMPTY = Words("请补上里面的内容，或者删掉空的符号", "fill in what belongs there, or take the marks out")
HINT_OPEN = Words("请填上实际内容；还定不下来的，先不写这一句", "write the real thing, or leave the phrase out for now")
HINT_LEFT = Words("请删掉它", "take it out")
HINT_CUT = Words("请对照原文看看是不是漏了字", "see in the original whether something was lost")
HINT_DOUBLED = Words("请只留一个", "keep one of them")
HINT_TWICE = Words("请删掉一遍", "take one of them out")

# Characters on either side of the spot that a message repeats, and of the spot or a repeated sentence itself.
AROUND = 8
LONGEST = 24
# A clause may not follow itself from this length on; a sentence of the longer one may not recur at all.
CLAUSE = 4
SENTENCE = 12


def check(subject: Subject) -> Iterator[Issue]:
    """What is printed as the plan's own words; an outline's texts are another office's."""
    for path, text in _outer_texts(subject.plan):
        if flaw := _first_flaw(text):
            yield Issue(path, *flaw)
    for row in subject.ledger.rows:
        if flaw := _first_flaw(row.label):
            yield Issue(row.label_path, *flaw)
        if isinstance(row.item, Project) and (flaw := _first_flaw(row.item.text)):
            yield Issue((*row.path, "text"), *flaw)


def _outer_texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    yield ("title",), plan.title
    for position, phase in enumerate(plan.phases):
        yield ("phases", position, "name"), phase.name
        yield ("phases", position, "text"), phase.text


def _first_flaw(written: str) -> tuple[Said, Said] | None:
    """The message and the hint for what is wrong with a text."""
    text = written.strip()
    for unfinished, message, hint in _PATTERNS:
        if found := unfinished.search(text):
            return _told(text, found.span(), message, hint)
    if at := _empty_straight_quotes(text):
        return _told(text, at, EMPTY, HINT_EMPTY)
    if twice := _twice(text):
        return say(TWICE, found=_shown(twice)), say(HINT_TWICE)
    return None


def _told(text: str, at: tuple[int, int], message: Words, hint: Words) -> tuple[Said, Said]:
    start, end = at
    before = "…" * (start > AROUND) + text[max(start - AROUND, 0) : start]
    behind = text[end : end + AROUND] + "…" * (end + AROUND < len(text))
    found = _shown(text[start:end])
    around = " ".join((_UNSHOWN.sub("□", before) + found + _UNSHOWN.sub("□", behind)).split())
    return say(message, found=found, around=around), say(hint)


def _shown(text: str) -> str:
    return _UNSHOWN.sub("□", text if len(text) <= LONGEST else text[:LONGEST] + "…")


# Bullets of a word processor's own font, and what could not be decoded.
_UNSHOWN = pattern("[\ue000-\uf8ff\ufffd]")
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_UNDECIDED = r"(?:待(?:定|补充?|填写?|完善|确定|明确|核实)|(?i:TODO|TBD|FIXME))"
_PATTERNS = (
    (
        pattern(r"“\s*”|‘\s*’|《\s*》|〈\s*〉|「\s*」|『\s*』|（\s*）|\(\s*\)|【\s*】|〔\s*〕|\[\s*\]|\{\s*\}"),
        EMPTY,
        HINT_EMPTY,
    ),
    (
        pattern(
            # XX县, 20XX年, ××, 某某, ____, **; not xx.gov.cn, X光 or 2×3.
            # What must not stand before a sign is looked for behind it: the sign itself is tried first, and is rare.
            r"[XxＸｘ×](?<![A-Za-z.@/].)[XxＸｘ×]+(?![A-Za-z]|[.@][A-Za-z])"
            r"|[XxＸｘ×](?<![A-Za-z0-9)）].)(?=[年月日县市区镇乡局项场人个次])"
            r"|某{2,}|[_＿]{2,}|[*＊]{2,}|\{[^{}]+\}"
            rf"|[（(【\[〔]{_UNDECIDED}[）)】\]〕]|^{_UNDECIDED}[。.]?$"
            r"|[（(【\[〔](?:此处|请(?:在此)?(?:填写|输入|补充)|…+|\.{3,})[^（(【\[〔）)】\]〕]*[）)】\]〕]",
        ),
        OPEN,
        HINT_OPEN,
    ),
    (
        # Marks of a web page, signs that no font shows, pinyin that some sites put behind a character.
        pattern(
            rf"</?[A-Za-z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d{{1,6}});|{_UNSHOWN.pattern}"
            rf"|[（(][a-z]*[{_TONES}][a-z]*[）)]"
        ),
        LEFT,
        HINT_LEFT,
    ),
    (pattern(r"^(?:…+|\.{3,}|[，、。；：！？）》」』】〕〉,;:!?)\]}]+|[”’](?!.*[“”‘’]))"), CUT, HINT_CUT),
    (pattern(r"[，、；：,;:]\s*[，、；：。,;:]|。\s*[，、；：。]"), DOUBLED, HINT_DOUBLED),
)
_CLAUSE_ENDS = pattern(r"[。；！？，;!?,\r\n]+")
_SENTENCE_ENDS = pattern(r"[。；！？;!?\r\n]+")


def _empty_straight_quotes(text: str) -> tuple[int, int] | None:
    """Straight quotes look alike, so they are counted off in pairs: "进校园""进社区" has no empty one."""
    if '"' not in text:
        return None
    marks = [found.start() for found in re.finditer('"', text)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return next(((first, last + 1) for first, last in pairs if not text[first + 1 : last].strip()), None)


def _twice(text: str) -> str | None:
    half, odd = divmod(len(text), 2)
    if half >= CLAUSE and not odd and text[:half] == text[half:]:
        return text[:half]
    if not _CLAUSE_ENDS.search(text):
        return None
    clauses = [clause.strip() for clause in _CLAUSE_ENDS.split(text)]
    for one, other in pairwise(clauses):
        if one == other and len(one) >= CLAUSE:
            return one
    seen: set[str] = set()
    for sentence in map(str.strip, _SENTENCE_ENDS.split(text)):
        if len(sentence) >= SENTENCE and sentence in seen:
            return sentence
        seen.add(sentence)
    return None
