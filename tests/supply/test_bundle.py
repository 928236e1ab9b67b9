"""The bundle installs kepu where there is no network, and what it installs works; its texts suit a clerk's Windows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from supply.bundle import NOTE, SCRIPTS, make, only_there
from supply.bundled.install import main, python_of
from supply.declared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PLAN = ROOT / "data" / "examples" / "shifang-2007" / "plan.yaml"
# Whoever tries to reach anything is refused at once.
CLOSED = "http://127.0.0.1:9"
WHEELS = ["typer-0.28.0-py3-none-any.whl", "lxml-6.1.3-cp312-cp312-win_amd64.whl", "x-1-cp39-abi3-win_amd64.whl"]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "离线 安装"
    try:
        make(folder)
    except subprocess.CalledProcessError as problem:
        pytest.skip(f"LOUD, NOT PROVEN: the bundle's wheels cannot be had here ({problem.returncode})")
    return folder


def _without_network(home: Path) -> dict[str, str]:
    env = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
    env |= dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY"), CLOSED)
    return env | {"HOME": str(home), "LOCALAPPDATA": str(home), "PIP_CONFIG_FILE": os.devnull, "KEPU_LANG": "zh"}


def test_it_installs_and_works_without_a_network(bundle: Path, tmp_path: Path) -> None:
    for name in ("home", "empty"):
        (tmp_path / name).mkdir()
    env = {**_without_network(tmp_path / "home"), "PYTHON": sys.executable, "PYTHONIOENCODING": "utf-8"}
    target = tmp_path / "kepu here"
    script = ["install.cmd"] if os.name == "nt" else ["sh", str(bundle / "install.sh")]
    done = subprocess.run([*script, str(target)], env=env, cwd=bundle, check=False, capture_output=True, timeout=120)
    assert done.returncode == 0, done
    assert "装好了。用法：" in done.stdout.decode()
    kepu = target / ("Scripts/kepu.exe" if os.name == "nt" else "bin/kepu")
    # No module of this checkout can stand in for one that is missing.
    ran = [
        subprocess.run([kepu, *args], env=env, cwd=tmp_path / "empty", check=False, capture_output=True, text=True)
        for args in (["--version"], ["validate", str(PLAN)], ["export", str(PLAN), "-o", "out.xlsx"])
    ]
    assert [(each.returncode, bool(each.stdout)) for each in ran] == [(0, True), (1, True), (0, False)], ran
    assert re.fullmatch(r"kepu \d+\.\d+\.\d+\n", ran[0].stdout)
    assert "[K201]" in ran[1].stdout
    assert [path.name for path in (tmp_path / "empty").iterdir()] == ["out.xlsx"]
    assert list((tmp_path / "home").rglob("kepu*")) == []


def test_without_one_of_the_wheels_it_says_so(bundle: Path, tmp_path: Path) -> None:
    """Else the network might have been used after all."""
    part = tmp_path / "part"
    shutil.copytree(bundle, part, ignore=shutil.ignore_patterns("rich-*"))
    env = {**_without_network(tmp_path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(part / "install.py"), str(tmp_path / "kepu")]
    done = subprocess.run(command, env=env, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1
    assert "没有装成" in done.stdout.decode()
    assert b"rich" in done.stderr


def test_the_note_suits_notepad(bundle: Path) -> None:
    data = (bundle / NOTE).read_bytes()
    assert data.startswith("\ufeffkepu ".encode())
    assert data.count(b"\r\n") == data.count(b"\n") > 20
    text = data.decode("utf-8-sig")
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in text
    assert "{" not in text


def test_the_script_for_windows_is_plain() -> None:
    data = (SCRIPTS / "install.cmd").read_bytes()
    assert data.isascii()
    assert data.count(b"\r\n") == data.count(b"\n") > 10


def test_another_machine_gets_what_only_it_needs() -> None:
    assert "colorama==0.4.6" in only_there("win_amd64", "3.12") or sys.platform == "win32"
    assert only_there("", "") == []


@pytest.mark.parametrize(("names", "python"), [(WHEELS, (3, 12)), (WHEELS[::2], None)], ids=["one", "any"])
def test_the_wheels_tell_which_python_they_are_for(names: list[str], python: tuple[int, int] | None) -> None:
    assert python_of(names) == python


def test_another_python_is_told_which_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lxml-6.1.3-cp399-cp399-win_amd64.whl").touch()
    monkeypatch.setattr("supply.bundled.install.WHEELS", tmp_path)
    assert main([str(tmp_path / "target")]) == 1
    assert "要用 Python 3.99" in capsys.readouterr().out
    assert not (tmp_path / "target").exists()
