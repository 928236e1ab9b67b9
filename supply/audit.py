"""`make audit`: is a known vulnerability in what the lock names? Fails on one, says loudly what was not looked up.

Where the advisory service cannot be reached, or knows none of the packages because a mirror stands in its place, there
is nothing to fail on; a quiet success would be a lie.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import NamedTuple

from supply.declared import LOCK

SECONDS = 300
# What the auditing tool, and the library it asks with, say when nobody answers or the answer is none.
_UNREACHED = re.compile(
    r"[Cc]onnect|[Tt]imeout|timed out|Max retries|ServiceError|HTTPError|JSONDecodeError|SSLError|ProxyError"
)


class Verdict(NamedTuple):
    failed: bool
    lines: tuple[str, ...]


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--no-deps", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        verdict = _loud(f"the advisory service did not answer within {SECONDS} seconds")
    else:
        verdict = judge(done.returncode, done.stdout, done.stderr)
    print("\n".join(verdict.lines), file=sys.stderr)
    return int(verdict.failed)


def judge(code: int, out: str, err: str) -> Verdict:
    """What a run of the auditing tool amounts to."""
    try:
        asked = json.loads(out)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return _without_an_answer(code, err)
    known = [each for each in asked if "skip_reason" not in each]
    unknown = [each["name"] for each in asked if "skip_reason" in each]
    bad = [_told(each, flaw) for each in known for flaw in each["vulns"]]
    lines = [*bad, f"audit: {len(known)} of {len(asked)} packages looked up, {len(bad)} vulnerabilities"]
    if not known:
        return _loud("the advisory service knows none of the packages; a mirror of the index often has no advisories")
    if unknown:
        lines.append(f"LOUD: not audited, unknown to the advisory service: {', '.join(unknown)}")
    return Verdict(bool(bad), tuple(lines))


def _without_an_answer(code: int, err: str) -> Verdict:
    last = err.strip().splitlines()[-1:] or ["nothing was said"]
    if code and _UNREACHED.search(err):
        return _loud(f"the advisory service could not be reached ({last[0][:150]})")
    return Verdict(True, (f"audit: the auditing tool itself failed with {code}: {last[0]}",))


def _told(package: dict[str, str], flaw: dict[str, str | list[str]]) -> str:
    mended = ", ".join(flaw["fix_versions"]) or "no version"
    return f"audit: {package['name']} {package['version']} has {flaw['id']}, mended in {mended}"


def _loud(why: str) -> Verdict:
    return Verdict(False, (f"LOUD: dependencies were NOT audited: {why}",))


if __name__ == "__main__":
    sys.exit(main())
