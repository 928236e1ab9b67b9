"""Persons among the names: 俞 悦, 副县长黄某, two glued together by a cell."""

from __future__ import annotations

from kepu_cli.importers.attribution.bodies import is_body, is_known
from kepu_cli.importers.attribution.body_words import SURNAMES
from kepu_cli.patterns import pattern


def persons_in(plain: str) -> tuple[tuple[int, int], ...]:
    """Where the persons stand in a word that holds nothing else; () where it is no person.

    陆 明俞 悦 are two: the blank that pads a name of two characters tells where it begins.
    """
    word = plain.strip()
    start = len(plain) - len(plain.lstrip())
    if not 2 <= len(word) <= _LONGEST:
        return ()
    if " " in word and not _TITLED.fullmatch(word):
        found = _padded(word)
        return tuple((start + begin, start + end) for begin, end in found)
    if _TITLED.fullmatch(word) or _is_name(word):
        return ((start, start + len(word)),)
    return ()


def is_title(plain: str) -> bool:
    """县委副书记: a title that waits for its name."""
    return bool(_ONLY_TITLE.fullmatch(plain))


def _padded(word: str) -> tuple[tuple[int, int], ...]:
    """The names of a word with blanks in it, if it is made of names and nothing else."""
    whole = _PADDED.fullmatch(word)
    if whole is None or is_body(word.replace(" ", "")) or any(is_known(part) for part in word.split()):
        return ()
    spans = [found.span() for found in _ONE_PADDED.finditer(word)]
    return tuple(spans) if all(word[begin] in SURNAMES or len(spans) == 1 for begin, _ in spans) else ()


def _is_name(word: str) -> bool:
    """黄剑, 王昌宁: a surname and one or two characters that are no body, nor one with 局 left out."""
    if not 2 <= len(word) <= 3 or word[0] not in SURNAMES or not _CHINESE.fullmatch(word):
        return False
    return not (is_body(word) or is_known(f"{word}局") or is_known(f"{word}委") or _NO_NAME.search(word))


_LONGEST = 30
_TITLE = (
    r"(?:[省市县区州镇乡村局厅院校馆站所处科股]长|主任(?:委员)?|(?:党组|党委|总支|支部)?书记|主席|部长|秘书长|常委|调研员|总经理|董事长|会长"
    r"|理事长|委员|干事|局领导|县领导|市领导|区领导|负责人|负责同志)"
)
_TITLED = pattern(rf"[一-龥]{{0,16}}{_TITLE} ?(?:[一-龥]{{2,3}})?(?:同志)?|[一-龥]{{2,3}}(?:同志|(?:副)?{_TITLE})")
_ONLY_TITLE = pattern(rf"[一-龥]{{0,14}}{_TITLE}")
_CHINESE = pattern(r"[一-龥]+")
_NO_NAME = pattern(
    r"[部门局委办处科室社区县市镇乡会联协]$|单位|企业|学校|社会|群众|高校|全[县市区省]|安全|水利|林业|农业|金融|华侨|应急|成员|石化|专|群|各|有关"
)
_ONE_PADDED = pattern(r"[一-龥] +[一-龥](?![ ])|[一-龥]{2,3}")
_PADDED = pattern(r"(?:[一-龥] +[一-龥] *|[一-龥]{2,3}(?: +|$))+")
