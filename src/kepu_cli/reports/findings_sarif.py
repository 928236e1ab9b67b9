"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show at the lines they are about.

The run lists every rule of the catalogue, not only those that found something: a host that compares two runs can then
tell a rule that is content from one that was not there. Section numbers are those of the standard.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from kepu_cli import __version__
from kepu_cli.catalogue import rule_texts
from kepu_cli.findings import Lang, Words
from kepu_cli.json_text import json_text
from kepu_cli.patterns import pattern
from kepu_cli.printable import printable
from kepu_cli.reports.file_uris import file_uri, is_stream
from kepu_cli.reports.finding_lines import SEE
from kepu_cli.reports.one_a_file import one_a_file
from kepu_cli.reports.sarif_rules import LEVELS, descriptor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kepu_cli.checking import Report
    from kepu_cli.findings import Finding, Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(reports: Sequence[Report], lang: Lang) -> str:
    """One log with one run; texts are in the language, everything that programs compare is not."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports, lang)]}
    return json_text(log)


_ROOT = "%SRCROOT%"
_ROOT_WORDS = Words("运行 kepu 时所在的文件夹", "The folder in which kepu was run")
_LANGUAGES = {Lang.ZH: "zh-CN", Lang.EN: "en"}
_WITH_HINT = Words("{message}。建议：{hint}", "{message}. Hint: {hint}")
# What a viewer would take for a link (3.11.6) or for the place of an argument (3.11.5), though it is part of a name.
_LINK = pattern(r"\](?=\()")
_ARGUMENT = pattern(r"\{(\d+)\}")


def _run(reports: Sequence[Report], lang: Lang) -> dict[str, object]:
    texts = rule_texts()
    index = {text.code: at for at, text in enumerate(texts)}
    driver = {
        "name": "kepu",
        "version": __version__,
        "language": _LANGUAGES[lang],
        "rules": [descriptor(text, lang) for text in texts],
    }
    return {
        "tool": {"driver": driver},
        "language": _LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_WORDS.in_(lang)}}},
        "results": [result for report in one_a_file(reports) for result in _results(report, index, lang)],
    }


def _results(report: Report, index: Mapping[str, int], lang: Lang) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        identity = _identity(finding)
        seen[identity] += 1
        result: dict[str, object] = {
            "ruleId": finding.code,
            "ruleIndex": index[finding.code],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding, lang)},
            "locations": [{"physicalLocation": _physical(finding.place)}],
        }
        if finding.also:
            see = SEE.in_(lang).rstrip("： :")
            result["relatedLocations"] = [{"physicalLocation": _physical(finding.also), "message": {"text": see}}]
        # Not under GitHub's own name (primaryLocationLineHash): its upload computes that from the source lines.
        result["partialFingerprints"] = {"kepuFinding/v1": f"{identity}:{seen[identity]}"}
        yield result


def _message(finding: Finding, lang: Lang) -> str:
    """The first sentence is what is wrong, since lists of results show no more."""
    text = finding.message.in_(lang)
    if finding.hint:
        text = _WITH_HINT.in_(lang).format(message=text, hint=finding.hint.in_(lang))
    return _ARGUMENT.sub(r"{{\1}}", _LINK.sub("] ", printable(text)))


def _physical(place: Place) -> dict[str, object]:
    artifact = {"uri": file_uri(place.file)}
    if not artifact["uri"].startswith("file:") and not is_stream(place.file):
        artifact["uriBaseId"] = _ROOT
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + place.width,
    }
    return {"artifactLocation": artifact, "region": region}


def _identity(finding: Finding) -> str:
    """What stays when lines, list positions, numbers or the language change: code, item, keys, the names told of.

    Equal ones in a file are told apart by their order, and get mixed up when one of them goes.
    """
    keys = [step for step in finding.path if isinstance(step, str)]
    text = json.dumps([finding.code, finding.item, keys, finding.message.names()])
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
