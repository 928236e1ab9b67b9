"""The member departments, where a text lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kepu_cli.names import group_word, split_names, without_open_end
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable


def members_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The names of the first list of members in the texts, as they are written: of a leading group, of 成员单位."""
    for text in texts:
        if _MEMBERS.search(text):
            found = _longest(text)
            if len(found) >= _FEWEST:
                return found
    return ()


_FEWEST = 4
_MEMBERS = pattern(r"成员单位|领导小组|联席会议|为成员|成员[:：]|委员会|专班|组成单位|共同推进")
_SENTENCE = pattern(r"[。；;！!\n]")
_LABEL = pattern(r"^.*(?:成员单位|成员|组成单位|单位)(?:有|为|包括|包含|由)?[:：]?(?=\S)|^.{0,60}(?:[:：]|包括|由)")
_BODY = pattern(
    r"(?:[局委办部厅署会院校处科股室站所社台联协组团行]|总工会|妇联|中心|公司|银行|政府|街道|[乡镇]|工会|文联|法院|检察院|大队|支队|办事处)"
    r"(?:[(（][^()（）]*[)）])?$"
)
_LONGEST_NAME = 20
_PREFIX = pattern(r"^(?:由|以及|及|和|有|为|包括|会同)")
_OWN = pattern(r"^(?:领导小组|联席会议|办公室|成员单位|各.*)$|领导小组$")
_WITH = pattern(r"会同")


def _longest(text: str) -> tuple[str, ...]:
    """The longest stretch of names of departments in one sentence."""
    best: list[str] = []
    for sentence in _SENTENCE.split(text):
        run: list[str] = []
        for name in split_names(_WITH.sub("、", _unlabelled(sentence))):
            bare = _PREFIX.sub("", _before_open_end(name))
            if (
                bare
                and not _OWN.search(bare)
                and len(bare) <= _LONGEST_NAME
                and _BODY.search(bare)
                and group_word(bare) is None
            ):
                run.append(bare)
                if bare != _PREFIX.sub("", name):
                    best, run = max(best, run, key=len), []
            else:
                best, run = max(best, run, key=len), []
        best = max(best, run, key=len)
    return tuple(dict.fromkeys(best))


def _unlabelled(sentence: str) -> str:
    """Without 成员单位： in front, and with 由 parting a list from the words before it."""
    head, mark, tail = sentence.rpartition("：") if "：" in sentence else sentence.rpartition(":")
    plain = tail if mark and "单位" in head[-8:] + head[:8] else sentence
    return plain.replace("由", "、")


def _before_open_end(name: str) -> str:
    """市科协等相关部门的领导为成员 → 市科协."""
    cut = re.search(
        r"等(?=.{0,4}(?:部门|单位|领导|负责|为成员|共同|$))|(?:的)?(?:分管|主要)?(?:领导|负责人|负责同志)?为成员", name
    )
    return without_open_end((name[: cut.start()] if cut else name).removesuffix("组成"))[0]
