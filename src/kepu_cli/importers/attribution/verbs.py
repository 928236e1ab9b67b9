"""Where in a clause its verb stands, or the 会同 or 由 that parts it in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.importers.attribution.bodies import body_before_prose, is_body, is_known, is_place, is_specific
from kepu_cli.importers.attribution.group_words import is_group
from kepu_cli.importers.attribution.role_words import JOINT, OPEN_END, ROLE_AT_END, ROLE_INSIDE
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    import re


def by_inside(text: str) -> int:
    """Where 由 stands in the middle of running words, a name behind it: 该项工作由县科协牵头; 0 where it does not."""
    for found in _BY.finditer(text, 1):
        right = text[found.end() :]
        if _is_clause(right) or body_before_prose(right) or joint_inside(right):
            return found.start()
    return 0


def joint_inside(text: str) -> re.Match[str] | None:
    """会同 and the like, if a name stands before it or nothing does."""
    for found in JOINT.finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :]
        if not left and found[0] not in ("会", "商", "协同"):
            return found
        if found[0] == "会":
            if _both_sides(left, right):
                return found
        elif left and ROLE_AT_END.sub("", right) and (_is_name(_MODAL.sub("", left)) or found[0].startswith("牵头")):
            return found
    return None


def _both_sides(left: str, right: str) -> bool:
    """教育局会科协; not 管委会办公室, nor 红十字会市分会."""
    if not is_body(left) or not _STRONG_END.search(left) or is_known(left + "会"):
        return False
    name = OPEN_END.sub("", ROLE_AT_END.sub("", right))
    if left.endswith("委") and not is_specific(name):
        return False
    return (is_body(name) and name not in ("议室", "计局", "员单位")) or is_group(name)


def verb_inside(text: str) -> re.Match[str] | None:
    """The verb at the clause's end, or the first one that another name follows."""
    for found in ROLE_INSIDE.finditer(text):
        right = text[found.end() :]
        if found.start() and _STARTS_NAME.match(right) and _is_name(text[: found.start()]) and _is_clause(right):
            return found
    verb = ROLE_AT_END.search(text)
    # 县协作办 and 政协办 end in no verb.
    return None if verb and verb.start() and not _is_name(text[: verb.start()]) and is_body(text) else verb


def guides(verb: re.Match[str]) -> bool:
    return bool(verb.groupdict().get("guiding"))


def _is_clause(text: str) -> bool:
    """Whether the text is a name, perhaps with a verb behind it."""
    return _is_name(OPEN_END.sub("", ROLE_AT_END.sub("", text)))


def _is_name(text: str) -> bool:
    name = OPEN_END.sub("", text)
    return is_group(name) or is_body(name) or is_place(name)


_MODAL = pattern(r"(?:要|应当|应|须|需|负责|积极|主动|具体)+$")
_STRONG_END = pattern(r"(?:局|委|部|办|办公室|厅|处|科|院|校|室|中心|协|联|站|队|馆)$")
_STARTS_NAME = pattern(r"[省市县区州盟旗各团国中全]|有关|相关|[一-龥]{2,4}[省市县区州]")
_BY = pattern(r"(?<!自)由(?!于)")
