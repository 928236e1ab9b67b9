"""Telling a notice's own text from a broken plan: what is wrong with it as YAML is no help to anybody."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from kepu_cli.findings import Flaw, Lang, Place
from kepu_cli.loading.foreign_files import is_foreign
from kepu_cli.patterns import pattern
from kepu_cli.vocabulary import VOCABULARY, written_keys

if TYPE_CHECKING:
    from kepu_cli.yaml_source.source import Source


def as_prose(source: Source) -> Source:
    """The source; where it is running text, with that as its only flaw in place of what YAML stumbles over."""
    if not any(flaw.code == "K002" for flaw in source.flaws) or not _is_prose(source):
        return source
    kept = tuple(flaw for flaw in source.flaws if flaw.code != "K002")
    return source._replace(flaws=(*kept, Flaw("K001", "prose", Place(source.file, 1, 1))))


# What texts and tables without form are called; a plan may be, too, and is known by its keys.
_TEXT_SUFFIXES = (".txt", ".md", ".markdown", ".csv", ".tsv")


def _is_prose(source: Source) -> bool:
    """Chinese text without keys of ours; notices have lines such as 牵头单位：…, which only a name tells apart."""
    text = source.text
    if not _HANZI.search(text):
        return False
    if PurePath(source.file).suffix.lower() in _TEXT_SUFFIXES:
        return is_foreign(text)
    return "。" in text and not _any_key().search(text)


_HANZI = pattern("[\u4e00-\u9fff]")


@cache
def _any_key() -> re.Pattern[str]:
    """A key of any mapping, behind dashes or look-alikes of them, before a colon of either width."""
    keys = {key for kind in VOCABULARY for lang in Lang for key in written_keys(kind, lang)}
    return re.compile(rf"^[\W_]*(?:{'|'.join(map(re.escape, sorted(keys)))})\s*[:：]", re.MULTILINE)
