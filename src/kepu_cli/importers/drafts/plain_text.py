"""Texts of documents without what no plan should hold: control and invisible characters, line ends of Word alone."""

from __future__ import annotations

from typing import Any

from kepu_cli.patterns import pattern
from kepu_cli.yaml_source.decoding import FORBIDDEN


def plain(text: str) -> str:
    """The text with common line ends, without blanks around it; only what nobody sees is gone."""
    return _UNSEEN.sub("", FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))).strip()


def plain_data(data: Any) -> Any:
    """Mappings, lists and texts with every text plain, and without entries that hold nothing then."""
    if isinstance(data, str):
        return plain(data)
    if isinstance(data, list):
        return [item for each in data if (item := plain_data(each)) != ""]
    if isinstance(data, dict):
        pairs = ((plain(key), plain_data(value)) for key, value in data.items())
        return {key: value for key, value in pairs if key and value not in ("", [], {})}
    return data


# Of no width, and those that turn the direction of a line: what an editor shows would not be what stands there.
_UNSEEN = pattern("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_LINE_ENDS = pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
