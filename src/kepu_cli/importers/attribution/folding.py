"""A text in one plain form, half-width and simplified, that still knows where each of its characters stood."""

from __future__ import annotations

from dataclasses import dataclass

from kepu_cli.importers.attribution.traditional import SIMPLIFIED
from kepu_cli.patterns import pattern


@dataclass(frozen=True, slots=True)
class Folded:
    """`plain` is what the grammar reads; `origin[i]` is where its i-th character stands in `text`."""

    text: str
    plain: str
    origin: tuple[int, ...]

    def written(self, start: int, end: int) -> str:
        """The characters as typed, without pinyin and invisible ones; blanks at the edges do not count."""
        return "".join(self.text[at] for at in self.origin[start:end]).strip()

    def position(self, at: int) -> int:
        """Where the plain text's position `at` is in the text; its end is the text's end."""
        return self.origin[at] if at < len(self.origin) else len(self.text)

    def end_position(self, at: int) -> int:
        """Where a stretch that ends before `at` ends in the text."""
        return self.origin[at - 1] + 1 if at else 0


def fold(text: str) -> Folded:
    """Full width → half width, every kind of bracket → (), traditional → simplified; pinyin glosses left out."""
    plain = text.translate(_PLAIN)
    kept: list[int] = []
    at = 0
    for gap in _LEFT_OUT.finditer(plain):
        kept += range(at, gap.start())
        at = gap.end()
    kept += range(at, len(plain))
    return Folded(text, "".join(plain[index] for index in kept), tuple(kept))


_PLAIN = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **SIMPLIFIED,
    **dict.fromkeys(map(ord, "【〔［〖[{「『〈<﹙﹝"), "("),
    **dict.fromkeys(map(ord, "】〕］〗]}」』〉>﹚﹞"), ")"),
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(map(ord, "\ufe13\u2236\ufe30\ufe55→"), ":"),
    **dict.fromkeys(map(ord, "﹑､\ufe11"), "、"),
    **dict.fromkeys(map(ord, "﹐\ufe10"), ","),
    **dict.fromkeys(map(ord, "﹔؛\ufe14"), ";"),
    **dict.fromkeys(map(ord, "✱﹡⁎＊"), "*"),
    ord("｡"): "。",
}
# 科學(xué)素質(zhì): copies from the web gloss characters; a gloss has a tone.
_TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü"
_LEFT_OUT = pattern(rf"\([a-zɡ]{{0,4}}[{_TONES}][a-zɡ]{{0,4}}\)|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
