"""Two wordings of one text: what is marked in the new one and in the old one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kepu_cli.exporters.changes.differing import wordings
from kepu_cli.exporters.marked_text import Emphasis, Piece

texts = st.one_of(st.text("甲乙丙丁", max_size=40), st.text(max_size=40))


def _shown(pieces: tuple[Piece, ...]) -> str:
    signs = {Emphasis.NEW: "+", Emphasis.GONE: "-", Emphasis.PLAIN: ""}
    return "".join(
        f"[{signs[piece.emphasis]}{piece.text}]" if signs[piece.emphasis] else piece.text for piece in pieces
    )


CASES = {
    "something in the middle": (
        "面向农村中小学生开展科普大篷车活动",
        "面向城乡中小学生开展科普大篷车活动",
        "面向[+城乡]中小学生开展科普大篷车活动",
        "面向[-农村]中小学生开展科普大篷车活动",
    ),
    "something added at the end": (
        "建立校内外科学教育资源有效衔接机制",
        "建立校内外科学教育资源有效衔接机制，每学期一次",
        "建立校内外科学教育资源有效衔接机制[+，每学期一次]",
        "建立校内外科学教育资源有效衔接机制",
    ),
    "two places": (
        "每年举办科技创新大赛不少于三场，参与学生一万人次",
        "每年举办科技创新大赛不少于五场，参与学生两万人次",
        "每年举办科技创新大赛不少于[+五]场，参与学生[+两]万人次",
        "每年举办科技创新大赛不少于[-三]场，参与学生[-一]万人次",
    ),
    "short texts as a whole": ("11月底前", "10月底前", "[+10月底前]", "11月底前"),
    "nothing in common": (
        "老年人智能手机培训和健康讲座",
        "智慧助老服务走进每一个社区里",
        "[+智慧助老服务走进每一个社区里]",
        "老年人智能手机培训和健康讲座",
    ),
}


@pytest.mark.parametrize(("old", "new", "told_new", "told_old"), CASES.values(), ids=CASES)
def test_what_is_marked(old: str, new: str, told_new: str, told_old: str) -> None:
    made = wordings(old, new)
    assert (_shown(made.new), _shown(made.old)) == (told_new, told_old)


@given(texts, texts)
def test_no_character_is_lost_and_the_unmarked_ones_are_the_same(old: str, new: str) -> None:
    made = wordings(old, new)
    assert "".join(piece.text for piece in made.new) == new
    assert "".join(piece.text for piece in made.old) == old
    if any(piece.emphasis is Emphasis.GONE for piece in made.old):
        plain = ["".join(piece.text for piece in side if piece.emphasis is Emphasis.PLAIN) for side in made]
        assert plain[0] == plain[1]


def test_very_long_texts_are_compared_all_the_same() -> None:
    old, new = "甲" * 30_000, "甲" * 15_000 + "乙" + "甲" * 15_000
    assert _shown(wordings(old, new).new) == f"{'甲' * 15_000}[+乙]{'甲' * 15_000}"
