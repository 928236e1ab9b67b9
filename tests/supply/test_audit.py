"""The audit fails on a vulnerability, and never passes quietly where nothing was looked up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from supply.audit import judge
from supply.declared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FLAW = {"id": "PYSEC-2026-1", "fix_versions": ["3.1.9"], "aliases": [], "description": "甲"}
GOOD = {"name": "rich", "version": "15.0.0", "vulns": []}
BAD = {"name": "jinja2", "version": "3.1.2", "vulns": [FLAW]}
UNKNOWN = {"name": "typer", "skip_reason": "Dependency not found on PyPI and could not be audited"}
# How what the tool prints ends without a network, with a proxy that refuses, with a service out of order.
UNREACHED = (
    "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed",
    "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='x', port=443): Read timed out. (read timeout=10)",
    "requests.exceptions.ConnectionError: ('Connection aborted.', RemoteDisconnected())",
    "requests.exceptions.ProxyError: Max retries exceeded with url: /x",
    "pip_audit._service.interface.ServiceError",
    "requests.exceptions.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
)


def _answer(*packages: object) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_nothing_is_wrong() -> None:
    assert judge(0, _answer(GOOD, GOOD), "") == (False, ("audit: 2 of 2 packages looked up, 0 vulnerabilities",))


def test_a_vulnerability_fails() -> None:
    verdict = judge(1, _answer(GOOD, BAD), "Found 1 known vulnerability in 1 package")
    assert verdict.failed
    assert verdict.lines[0] == "audit: jinja2 3.1.2 has PYSEC-2026-1, mended in 3.1.9"


def test_a_vulnerability_that_nobody_has_mended_fails() -> None:
    verdict = judge(1, _answer({**BAD, "vulns": [{**FLAW, "fix_versions": []}]}), "")
    assert verdict.failed
    assert "mended in no version" in verdict.lines[0]


@pytest.mark.parametrize("err", UNREACHED)
def test_a_service_that_is_not_there_is_one_loud_line(err: str) -> None:
    verdict = judge(1, "", f"Traceback (most recent call last):\n{err}\n")
    assert not verdict.failed
    assert [line.startswith("LOUD: dependencies were NOT audited") for line in verdict.lines] == [True]


def test_a_mirror_without_advisories_is_one_loud_line() -> None:
    verdict = judge(0, _answer(UNKNOWN, UNKNOWN), "No known vulnerabilities found")
    assert not verdict.failed
    assert [line.startswith("LOUD: dependencies were NOT audited") for line in verdict.lines] == [True]


def test_what_the_service_does_not_know_is_named() -> None:
    verdict = judge(0, _answer(GOOD, UNKNOWN), "")
    assert not verdict.failed
    assert verdict.lines[-1] == "LOUD: not audited, unknown to the advisory service: typer"
    assert judge(1, _answer(BAD, UNKNOWN), "").failed


@pytest.mark.parametrize("err", ["ERROR:pip_audit._cli:requirement is not pinned: rich>=13", "", "No module named x"])
def test_a_tool_that_fails_of_itself_fails(err: str) -> None:
    assert judge(1, "", err).failed
    assert judge(0, "", err).failed


def _audit(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    """The whole run with another tool in the place of the real one."""
    (folder / "pip_audit.py").write_text(script, "utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}
    command = [sys.executable, "-m", "supply.audit"]
    return subprocess.run(command, cwd=folder, env=env, check=False, capture_output=True, text=True)


def test_the_exit_code_is_the_verdict(tmp_path: Path) -> None:
    found = _audit(tmp_path, f"import sys; print({_answer(BAD)!r}); sys.exit(1)")
    assert (found.returncode, found.stdout) == (1, "")
    assert "jinja2 3.1.2" in found.stderr
    away = _audit(tmp_path, "import sys; sys.exit('ERROR: Could not connect')")
    assert (away.returncode, away.stderr.count("\n")) == (0, 1)
    assert away.stderr.startswith("LOUD: ")
    asked = _audit(tmp_path, "import sys; sys.exit(0 if 'requirements-dev.lock' in ' '.join(sys.argv) else 'cannot')")
    assert "failed with 0" in asked.stderr
