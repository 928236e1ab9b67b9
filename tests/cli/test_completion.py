"""Completion: bash runs the script that is printed; the other shells' scripts know every command and option."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from kepu_cli.commands import COMMANDS
from kepu_cli.commands.completion import Shell
from tests.cli.process import kepu

BASH = shutil.which("bash")


def _completed(*words: str) -> list[str]:
    """What bash offers for the last word."""
    typed = " ".join(f"'{word}'" for word in words)
    script = f"{kepu('completion', 'bash').out}\nCOMP_WORDS=(kepu {typed}); COMP_CWORD={len(words)}; _kepu\n"
    script += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    assert BASH is not None
    done = subprocess.run([BASH, "-c", script], capture_output=True, check=True, text=True)
    return done.stdout.split()


@pytest.mark.skipif(BASH is None, reason="NOT PROVEN: there is no bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("val",), ["validate"]),
        (("i",), ["init", "import"]),
        (("validate", "--st"), ["--strict"]),
        (("export", "plan.yaml", "--per"), ["--per-department"]),
        (("gaps", "--lang"), ["--lang"]),
        (("validate", "pl"), []),
        (("nothing", "--st"), []),
    ],
    ids=" ".join,
)
def test_bash_completes(words: tuple[str, ...], offered: list[str]) -> None:
    assert _completed(*words) == offered


@pytest.mark.parametrize("shell", Shell)
def test_every_command_and_every_option_of_its_help_is_known(shell: Shell) -> None:
    script = kepu("completion", shell).out
    for entry in COMMANDS:
        assert entry.name in script
    options = {word for word in kepu("validate", "--help").out.split() if word.startswith("--") and word.isascii()}
    dashes = "-l " if shell is Shell.FISH else "--"
    assert "--strict" in options
    assert all(word.replace("--", dashes, 1) in script for word in options)
