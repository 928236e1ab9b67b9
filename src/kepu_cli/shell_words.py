"""File names and values in the command lines that are told, as they have to be typed."""

from __future__ import annotations


def typed(word: object) -> str:
    """`"我的 方案.yaml"` where a shell would take the word apart, else the word as it is."""
    text = str(word)
    return f'"{text}"' if not text or set(text) & _SPECIAL else text


# What a shell or the Windows prompt makes something of; a name that holds a quote itself is beyond all quoting.
_SPECIAL = frozenset(" \t()&;|<>'*?[]{}$#!~`")
