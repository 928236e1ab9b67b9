"""What a field makes of the text that YAML holds: every scalar arrives as the clerk typed it.

The validators take `object`: a text, a list or a mapping. An unfit value raises a `PydanticCustomError` whose type
names the case that rule K005 words.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from kepu_cli.choices import CHOICES
from kepu_cli.names import has_wide_brackets, split_names
from kepu_cli.patterns import pattern


def _choice(choice: str) -> BeforeValidator:
    accepted = {word: value for value, words in CHOICES[choice].items() for word in words}

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in accepted:
            raise PydanticCustomError("choice", "not one of the choices", {"choice": choice})
        return accepted[value]

    return BeforeValidator(read)


def _words(choice: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [word for words in CHOICES[choice].values() for word in words]})


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str) and has_wide_brackets(value):
        raise PydanticCustomError("wide-brackets", "full-width brackets")
    if isinstance(value, str):
        return split_names(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(name for item in value for name in split_names(item))
    raise PydanticCustomError("names", "department names expected")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise PydanticCustomError("texts", "a text or a list of texts expected")


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?:19|20|21)[0-9]{2}", value.removesuffix("年")):
        return int(value.removesuffix("年"))
    raise PydanticCustomError("year", "four digits expected")


def _period(value: object) -> tuple[int, int]:
    text = "-".join(value) if isinstance(value, list) and all(isinstance(x, str) for x in value) else value
    if isinstance(text, str) and (match := _PERIOD.fullmatch(text.strip())):
        first, last = int(match[1]), int(match[2])
        if first <= last:
            return first, last
    raise PydanticCustomError("period", "two years expected")


def _count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise PydanticCustomError("count", "a whole number expected")


def _flag(value: object) -> bool:
    for word, spellings in CHOICES["optional"].items():
        if value in spellings:
            return word == "yes"
    raise PydanticCustomError("choice", "yes or no expected", {"choice": "optional"})


_PERIOD = pattern(r"((?:19|20|21)[0-9]{2})年?\s*(?:[-—–－~～至到]+)\s*((?:19|20|21)[0-9]{2})年?")
_NAMES_SCHEMA = {"type": ["string", "array"], "items": {"type": "string"}}

Text = str
Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(_NAMES_SCHEMA)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts), WithJsonSchema(_NAMES_SCHEMA)]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
Period = Annotated[
    tuple[int, int], BeforeValidator(_period), WithJsonSchema({"type": ["string", "array"], "items": {}})
]
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": ["integer", "string"]})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["是", "否", "yes", "no", True, False]})]
Kind = Annotated[str, _choice("kind"), _words("kind")]
Sector = Annotated[str, _choice("sector"), _words("sector")]
How = Annotated[str, _choice("how"), _words("how")]
SeverityWord = Annotated[str, _choice("severity"), _words("severity")]
Scalar = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]
