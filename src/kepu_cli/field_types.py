"""What a field makes of the text that YAML holds: every scalar arrives as the clerk typed it.

The validators take `object`: a text, a list or a mapping. An unfit value raises a RefusedError whose kind names
the case that rule K005 words.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from kepu_cli.choices import CHOICES
from kepu_cli.frozen import Described, Reading, RefusedError
from kepu_cli.names import has_wide_brackets, split_names
from kepu_cli.patterns import pattern


def _choice(choice: str) -> Reading:
    accepted = {word: value for value, words in CHOICES[choice].items() for word in words}

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise RefusedError("choice", choice)
        return accepted[value]

    return Reading(read, {"type": "string", "enum": list(accepted)})


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and has_wide_brackets(value):
        raise RefusedError("wide-brackets")
    if isinstance(value, str):
        return split_names(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(name for item in value for name in split_names(item))
    raise RefusedError("names")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise RefusedError("texts")


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?:19|20|21)[0-9]{2}", value.removesuffix("年")):
        return int(value.removesuffix("年"))
    raise RefusedError("year")


def _period(value: object) -> tuple[int, int]:
    text = "-".join(value) if isinstance(value, list) and all(isinstance(x, str) for x in value) else value
    if isinstance(text, str) and (match := _PERIOD.fullmatch(text.strip())):
        first, last = int(match[1]), int(match[2])
        if first <= last:
            return first, last
    raise RefusedError("period")


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise RefusedError("count")


def _flag(value: object) -> bool:
    for word, spellings in CHOICES["optional"].items():
        if value in spellings:
            return word == "yes"
    raise RefusedError("choice", "optional")


_PERIOD = pattern(r"((?:19|20|21)[0-9]{2})年?\s*(?:[-—–－~～至到]+)\s*((?:19|20|21)[0-9]{2})年?")
_LISTED: dict[str, Any] = {"type": ["string", "array"], "items": {"type": "string"}}
_NUMBER = {"type": ["integer", "string"]}

Text = str
Names = Annotated[tuple[str, ...], Reading(_names, _LISTED)]
Texts = Annotated[tuple[str, ...], Reading(_texts, _LISTED)]
Year = Annotated[int, Reading(_year, _NUMBER)]
Period = Annotated[tuple[int, int], Reading(_period, {"type": ["string", "array"], "items": {}})]
Count = Annotated[int, Reading(_count, _NUMBER)]
Flag = Annotated[bool, Reading(_flag, {"enum": ["是", "否", "yes", "no", True, False]})]
Kind = Annotated[str, _choice("kind")]
Sector = Annotated[str, _choice("sector")]
How = Annotated[str, _choice("how")]
SeverityWord = Annotated[str, _choice("severity")]
Scalar = Annotated[str, Described({"type": ["string", "number"]})]
