"""Clauses that say when: 6月底完成, 2026年12月底前, 长期坚持."""

from __future__ import annotations

from functools import lru_cache

from kepu_cli.dates.due import LONGEST, parse_due
from kepu_cli.patterns import pattern


@lru_cache(maxsize=1024)
def is_due(plain: str) -> bool:
    """Whether the clause says when and little else: 6月底完成, not 2026年全国科普日活动."""
    if len(plain) > _LONGEST:
        return False
    if _LASTING.fullmatch(plain):
        return True
    if not _BEGIN.match(plain) or not _REST.fullmatch(_TIMES.sub("", plain)):
        return False
    return bool(_SEASON.search(plain)) or parse_due(plain, _ANY_YEAR) is not None


def begins_with_date(plain: str) -> bool:
    """Whether the clause begins with a date, whatever follows: another milestone."""
    return bool(_BEGIN.match(plain)) and parse_due(plain[:LONGEST], _ANY_YEAR) is not None


def begins_with_limit(plain: str) -> bool:
    """Whether running words begin with a limit: 12月底前完成主体工程建设."""
    found = _BEGIN.match(plain)
    return found is not None and len(plain) <= _LONGEST and bool(_BEFORE.search(plain, 0, found.end() + _NEAR))


def sets_limit(plain: str) -> bool:
    """Whether the due by itself can only be one: 6月底前, 年内完成, 长期坚持; a bare year can be anything."""
    return bool(_LIMIT.search(plain)) or bool(_LASTING.fullmatch(plain))


_ANY_YEAR = 2026
_LONGEST = 40
_BEGIN = pattern(
    r"(?:力争|确保|争取|预计|计划|原则上|最迟|限|限于|须|应|要|务必|于|在|自|从|截至|到|至|主)*(?:\d|汛期|[一二三四五六七八九十〇]{1,4}[月年季]|第[一二三四1-4]季|今年|明年|本年|当年|年[内底末中初终]|每|全年|常年|"
    r"[上下]半年|季度|月底|“?十[一二三四五六]五|[春夏秋冬暑寒]|长期|持续|即日)"
)
_LASTING = pattern(
    r"(?:并)?(?:长期|持续|常年|全年|常态化?|贯穿全年|动态|滚动|随时|经常性?|不断|定期|适时|即时|分年度|分阶段|分批|逐年|按年度)(?:性|化)?(?:地)?"
    r"(?:推进|坚持|开展|实施|落实|进行|推动|抓好|执行|巩固|任务|工作|管理|更新|有效|做好|用力|抓|深化|办理|整改|完成)*"
    r"|立行立改|即知即改|立说立行|立查立改|随到随办|边[查整]边改|立即整改"
)
_SEASON = pattern(r"汛期|学[期年]|[开放]学|春节|元旦|国庆|中秋|两会|入[冬夏]")
_TIMES = pattern(
    r"(?:\d|[一二三四五六七八九十〇零])+(?=[年月日号季旬周天个])|[年月日号季旬周天度份个底末初中内前之以起至到止上下半每今明本当第各\d%％\-—–~～./]"
    r"|全(?![面部])|十[一二三四五六]五|[“”\"]|期间|时期|汛期|学[期年]|[开放]学|春节|元旦|国庆|中秋|两会|入[冬夏]"
)
_REST = pattern(
    r"(?:力争|确保|争取|预计|计划|原则|最迟|限|须|应|要|务必|于|在|自|从|截|主|基本|全面|全部|初步|阶段性?|任务|工作|启动|完成|建成|实施|落实|推进|见成效|见效|取得|成效|成果|明显|进展|开展"
    r"|坚持|长期|持续|常年|进行|投入|使用|达标|报送|结束|验收|一次|次|有|出|并|(?:目标|突破|实现|初见|结合|集中|即日|印发|春|夏|秋|冬|暑|寒|假|早|争|、))*"
)
_NEAR = 10  # characters from a date to what makes a limit of it
_BEFORE = pattern(r"[以之]?前|[底末]|年内")
_LIMIT = pattern(r"[以之]?前|底|末|完成|建成|年内|见成?效|推进|坚持|长期|持续")
