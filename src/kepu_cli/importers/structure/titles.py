"""Titles, and what they tell: the region, the year, the years of a period."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.importers.structure.noise import is_noise
from kepu_cli.names import normal
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.importers.structure.line import Line


class Years(NamedTuple):
    """One year, or the first and the last."""

    year: int | None = None
    period: tuple[int, int] | None = None


def is_title(line: Line) -> bool:
    """A short line without a number that ends as titles of plans do: 方案, 计划, 工作要点（2026年）."""
    text = line.text.strip()
    return line.marker is None and 4 <= len(text) <= _LONGEST and bool(_TITLE.search(text)) and not is_noise(text)


def is_part_title(line: Line) -> bool:
    """The title of one of several texts in a file: …篇一, 篇二：…."""
    text = line.text.strip()
    return line.marker is None and len(text) <= _LONGEST and bool(_PART.search(text))


def is_annex(line: Line) -> bool:
    """附件, 附件2 alone on its line: another document begins."""
    return bool(_ANNEX.fullmatch(line.text.strip()))


def title_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that make the title, of those before the first number; none where no line looks like one."""
    for index, line in enumerate(lines):
        if is_title(line):
            before = lines[index - 1] if index else None
            if before and _TAIL_OF_TITLE.fullmatch(line.text.strip()) and _can_begin_title(before):
                return [before, line]
            return [line]
    headings = [line for line in lines if line.level == 1 and not line.marker]
    return headings[:1] or [line for line in lines[:1] if _is_loose_title(line)]


def title_text(lines: Iterable[Line]) -> str:
    """As it is to stand above the plan: without the suffix of a file, without the notice that sends it out."""
    text = _SUFFIX.sub("", "".join(line.text.strip() for line in lines))
    issued = _ISSUED.search(text)
    return issued[1] if issued else text


def region_of(title: str, texts: Iterable[str]) -> str:
    """The place whose plan it is, with its level (武义县): the title's, else the one that the text names most."""
    if found := _REGION.match(_PREAMBLE.sub("", normal(title))):
        return found[1]
    named = Counter(match[1] for text in texts for match in _IN_TEXT.finditer(text))
    return named.most_common(1)[0][0] if named else ""


def years_of(title: str) -> Years:
    """What the title says of its time; years in 《》 are those of another document."""
    plain = _QUOTED.sub("", normal(title))
    if found := _PERIOD.search(plain):
        first, last = int(found[1]), int(found[2])
        if first <= last:
            return Years(period=(first, last)) if first < last else Years(first)
    years = {int(each) for each in _YEAR.findall(plain)}
    return Years(years.pop()) if len(years) == 1 else Years()


_LONGEST = 70
_SHORT = 40
_KIND = (
    r"(?:方案|计划|规划|纲要|要点|意见|通知|办法|措施|安排|细则|总结|报告|材料|台账|清单|分工|分工表|分解表|任务表"
    r"|一览表|任务书|责任书)"
)
_TITLE = pattern(
    rf"^[^。；;！!？?：:]*{_KIND}(?:[（(〔\[][^()（）]{{1,20}}[)）〕\]])?(?:\.(?:docx?|wps|pdf|txt|md|xlsx?))?$"
)
# 2026年营商环境工作任务: not as titles usually end.
_LOOSE_TITLE = pattern(r"(?:任务|工作|事项|行动|项目|目标|举措|内容|部署|重点|职责|名单|汇编)$|20\d\d年")
_SUFFIX = pattern(r"\.(?:docx?|wps|pdf|txt|md|xlsx?)$")
_ISSUED = pattern(rf"(?:印发|下发|转发|下达|公布)[《〈]([^》]*{_KIND}[^》]*)[》〉]的?通知$")
_TAIL_OF_TITLE = pattern(
    rf"(?:(?:工作|实施|行动|任务|重点|责任|目标|分工|分解|的|20\d\d年|年度){{0,4}}){_KIND}(?:[（(][^()（）]{{1,20}}[)）])?"
)
_PART = pattern(r"(?:^[第]?|\S)篇[一二三四五六七八九十]{1,2}[:：]?$|^篇[一二三四五六七八九十]{1,2}[:：\s]")
_ANNEX = pattern(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?|附\s*表\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?")
_UNBROKEN = pattern(r"[。；;！!？?：:，,]")
_PREAMBLE = pattern(r"^(?:\d{4}年度?)?(?:关于|印发|中共|制定|转发|下达|公布|《|\s)*")
_LEVEL = r"(?:自治县|自治州|自治旗|[省市县区州盟旗])"
_NOT_A_NAME = (
    r"(?!全|我|各|本|该|示范|某|周边|创建|关于|国家|省级|市级|县级|区级|社区|城|街|把|在|对|与|和|为|由|从|经)"
)
_REGION = pattern(rf"{_NOT_A_NAME}(?:[一-龥]{{2,4}}[省市州])?([一-龥]{{1,7}}?{_LEVEL})(?![域级直场民])(?=[\d一-龥(])")
_IN_TEXT = pattern(
    rf"[《（(]?(?:成立|按照|根据|结合|[《（(]){_NOT_A_NAME}([一-龥]{{2,5}}?{_LEVEL})"
    r"(?=全民|国民经济|人民政府|科学素质|科普|公民|\d{4}年)"
)
_QUOTED = pattern(r"《[^》]*》")
_PERIOD = pattern(r"((?:19|20)\d\d)年?度?\s*[-—–―─~～至到]{1,3}\s*((?:19|20)\d\d)(?!\d)")
_YEAR = pattern(r"(?<!\d)((?:19|20)\d\d)(?=年|度)")


def _is_loose_title(line: Line) -> bool:
    """The first line of a text whose title ends in none of the usual words."""
    text = line.text.strip()
    return len(text) >= 4 and len(text) <= _SHORT and _can_begin_title(line) and bool(_LOOSE_TITLE.search(text))


def _can_begin_title(line: Line) -> bool:
    text = line.text.strip()
    return line.marker is None and len(text) <= _LONGEST and not _UNBROKEN.search(text) and not is_noise(text)
