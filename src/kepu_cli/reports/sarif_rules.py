"""The catalogue of rules as SARIF's reporting descriptors (3.49): what a viewer shows beside a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.catalogue import BAD_WORDS, GOOD_WORDS
from kepu_cli.findings import Severity, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.catalogue import RuleText
    from kepu_cli.findings import Lang

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def descriptor(text: RuleText, lang: Lang) -> dict[str, object]:
    """One rule; a rule that is off by default says so, and has the level it gets when it is asked for."""
    level = LEVELS[text.severity or Severity.INFO]
    return {
        "id": text.code,
        "name": "".join(word.capitalize() for word in text.name.split("-")),
        "shortDescription": {"text": text.title.in_(lang)},
        "fullDescription": {"text": text.why.in_(lang)},
        "help": {"text": _plain(text, lang), "markdown": _formatted(text, lang)},
        "defaultConfiguration": {"level": level} if text.severity else {"enabled": False, "level": level},
    }


_COLON = Words("：", ":")


def _plain(text: RuleText, lang: Lang) -> str:
    examples = (f"{heading}{_COLON.in_(lang)}\n{example}" for heading, example in _examples(text, lang))
    return "\n\n".join((text.why.in_(lang), *examples))


def _formatted(text: RuleText, lang: Lang) -> str:
    examples = (f"**{heading}**\n\n```yaml\n{example}\n```" for heading, example in _examples(text, lang))
    return "\n\n".join((text.why.in_(lang), *examples))


def _examples(text: RuleText, lang: Lang) -> Iterator[tuple[str, str]]:
    for heading, example in ((BAD_WORDS, text.bad), (GOOD_WORDS, text.good)):
        if example:
            yield heading.in_(lang), example
