"""Whether a word is the name of a body: by its ending, its level or place, and the names that are common knowledge."""

from __future__ import annotations

from functools import lru_cache

from kepu_cli.common_names import common_names
from kepu_cli.importers.attribution.body_words import (
    ENDINGS,
    GENERIC,
    NATIONAL,
    PROSE,
    PROVINCES,
    VERBS,
)
from kepu_cli.patterns import pattern
from kepu_cli.roster import YOUTH_LEAGUE

_REMEMBERED = 4096  # names: a document says the same ones again and again


@lru_cache(maxsize=_REMEMBERED)
def is_body(plain: str) -> bool:
    """Whether the word looks like a body's name; brackets at its end (a second plate) do not count."""
    name = without_plate(plain)
    if not 2 <= len(name) <= _LONGEST or not _LETTERS.fullmatch(name) or name.count("“") != name.count("”"):
        return False
    if len(name) < len(plain) and _PROSE.search(plain):
        return False
    if is_known(name):
        return True
    return bool(_END.search(name)) and not _PROSE.search(name) and not name[0].isdigit() and not _DOES.match(name)


def is_specific(plain: str) -> bool:
    """Whether it is the name of one body beyond doubt: with a level, a place, or known; 学会 and 街道 are not."""
    name = without_plate(plain)
    if name in GENERIC or not is_body(name):
        return False
    return is_known(name) or name in NATIONAL or bool(level_of(name)) or name.startswith((*_CENTRAL, *PROVINCES))


@lru_cache(maxsize=_REMEMBERED)
def is_known(name: str) -> bool:
    """Whether the name without its level is a common one: 教育局, 县发改委, 市委组织部, 团县委."""
    core = core_of(name)
    known = common_names()
    return bool(
        core in known.representative
        or core in known.party_organs
        or core in known.bodies
        or core in known.superiors
        or core in NATIONAL
        or YOUTH_LEAGUE.fullmatch(name)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_short(plain: str) -> bool:
    """财政, 市场监管: the name of a bureau without its last character, as in 财政、市场监管等部门."""
    return not is_body(plain) and any(is_known(plain + end) for end in ("局", "委"))


def is_place(plain: str) -> bool:
    """越秀区, 临颍县: a place, not a body of one."""
    return bool(_PLACE.fullmatch(plain)) and not is_known(plain) and not _NO_PLACE.search(plain)


def is_organ(plain: str) -> bool:
    """Whether the body is one of party, government or a mass organisation rather than a place with a door."""
    return bool(_ORGAN.search(without_plate(plain))) or bool(YOUTH_LEAGUE.fullmatch(plain))


def is_prose(plain: str) -> bool:
    """Whether the word holds what no name does: 的, 通过, or a verb at its beginning."""
    return bool(_PROSE.search(plain) or _BEFORE_VERB.match(plain))


@lru_cache(maxsize=_REMEMBERED)
def level_of(name: str) -> str:
    """The level or place that a name begins with: 市教育局 → 市, 什邡市委宣传部 → 什邡市; "" where there is none."""
    if name.startswith(_CENTRAL):
        return ""
    name = name.removeprefix("中共")
    found = _LEVEL.match(name)
    if found is None or len(found[0]) == len(name) or name.startswith(_NO_LEVEL):
        return ""
    if _NO_PLACE.search(found[0]):
        return ""
    return found[0]


def core_of(name: str) -> str:
    """The name without level, place and party committee: 市委组织部 → 组织部, 什邡市教育局 → 教育局."""
    level = level_of(name)
    rest = name.removeprefix("中共")[len(level) :] if level else name
    if level and rest.startswith("委") and len(rest) > 1:
        core = rest[1:]
        return core if core in common_names().party_organs else rest
    return rest


def without_plate(plain: str) -> str:
    """市交通委(市道运局) → 市交通委."""
    cut = plain.find("(")
    return plain[:cut] if cut > 0 and plain.endswith(")") else plain


@lru_cache(maxsize=_REMEMBERED)
def body_before_prose(plain: str) -> str:
    """The name that running words begin with: 教育局通过在学校中开展 → 教育局; "" where there is none."""
    for found in _BEFORE_VERB.finditer(plain[:_LONGEST]):
        name = plain[: found.start()]
        if len(name) > 1 and is_body(name):
            return name
    return ""


_LONGEST = 40
_LETTERS = pattern(r"[A-Za-z0-9一-龥〇()·.“”\"—\-]+")
_END = pattern(rf"(?:{'|'.join(sorted(ENDINGS, key=len, reverse=True))})$")
_PROSE = pattern("|".join(PROSE))
# 建设科普场馆, 组织科普大会 are things to do; 建设局, 组织部 are bodies.
_DOES = pattern(
    r"(?:建设|建成|新建|扩建|改建|打造|创建|创办|举办|召开|完善|健全|发挥|扶持|支持|鼓励|动员|发动|引导|培育"
    r"|培养|选派|走进|办好|用好|命名|评选)(?!局|厅|委|部|银行|集团|公司|办|处)|组织(?!部|人事|处|科)"
)
_ORGAN = pattern(r"(?:[局委部厅协联署]|办|办公室|政府|协会|工会|[法检察]院|公司|银行|支队|大队)$")
_BEFORE_VERB = pattern("|".join(sorted(VERBS, key=len, reverse=True)))
_CENTRAL = ("中央", "国务院", "全国", "国家", "中国", "中华", "解放军")
_PLACE = pattern(r"[一-龥]{1,8}(?:[省市县区旗盟]|自治州|州)(?:\([省市县区]\))?")
# One level, perhaps with a place before it, perhaps two: 什邡市, 四川省什邡市, 市.
_LEVEL = pattern(
    r"(?:市[中南北]区|兵团|师市|[省市县区州盟旗]|自治[区州县]"
    r"|(?:[一-龥]{2,5}?(?:[省市县旗盟州]|自治[区州县]|(?<![社地园景校小灾])区)){1,2}"
    r"|[^\W\d_a-zA-Z由请同合和及与各本全该市区跨级邻设]县)(?=[一-龥])"
)
_NO_PLACE = pattern(
    r"^(?:大|中小|智慧|文明|各|新型)?[城都]市|社区|地区|园区|开发区|高新区|保护区|农村|超市|夜市|集市|股市|楼市|上市|示范区|试验区"
)
_NO_LEVEL = (
    *("市场", "市监局", "市政公用", "市政工程", "市政园林", "市政管理", "市政设施", "市容", "县域", "区域", "区块"),
    *("省际", "市际", "城市", "社区", "城区", "都市", "超市"),
)
