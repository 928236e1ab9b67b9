"""`make bundle`: a folder with kepu, all it needs and a script that installs it on a machine without a network.

`PLATFORM=win_amd64 PYTHON_VERSION=3.12 make bundle` makes it for a machine of another kind than this.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from supply.declared import LOCK, ROOT, locked

SCRIPTS = Path(__file__).parent / "bundled"
NOTE = "安装说明.txt"
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m supply.bundle", description="Makes the offline bundle.")
    parser.add_argument("--folder", type=Path, default=ROOT / "dist" / "bundle")
    parser.add_argument("--platform", default=os.environ.get("PLATFORM", ""), help="such as win_amd64")
    parser.add_argument("--python", default=os.environ.get("PYTHON_VERSION", ""), help="such as 3.12")
    asked = parser.parse_args()
    make(asked.folder, asked.platform, asked.python)
    print(f"{asked.folder}: {len(list((asked.folder / 'wheels').iterdir()))} wheels")


def make(folder: Path, platform: str = "", python: str = "") -> None:
    """Makes the folder anew; subprocess.CalledProcessError where a wheel cannot be had."""
    shutil.rmtree(folder, ignore_errors=True)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        own = _own_wheel(Path(name))
        command = [*PIP, "download", *_machine(platform, python), "-d", str(wheels), str(own)]
        subprocess.run([*command, *only_there(platform, python)], check=True, stdout=subprocess.DEVNULL)
        version = own.name.split("-")[1]
    for script in SCRIPTS.glob("install.*"):
        shutil.copy(script, folder / script.name)
    _write_note(folder / NOTE, version, platform or sys.platform, python or HERE)


def only_there(platform: str, python: str) -> list[str]:
    """What the lock gives the other machine and not this one: the downloader reads conditions as this machine does."""
    conditional = [line for line in locked() if line.marker and not line.marker.evaluate()]
    there = _environment(platform, python)
    return [f"{line.name}{line.specifier}" for line in conditional if line.marker and line.marker.evaluate(there)]


def _environment(platform: str, python: str) -> dict[str, str]:
    """What the other machine would say of itself."""
    told = {"python_version": python, "python_full_version": f"{python}.0"} if python else {}
    for start, system in (("win", "win32"), ("macos", "darwin"), ("manylinux", "linux")):
        if platform.startswith(start):
            names = {"win32": "Windows", "darwin": "Darwin", "linux": "Linux"}
            told |= {"sys_platform": system, "platform_system": names[system]}
            told["os_name"] = "nt" if system == "win32" else "posix"
    return told


def _own_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _machine(platform: str, python: str) -> list[str]:
    """The tested versions as wheels only: a clerk's machine has no compiler."""
    options = ["--only-binary", ":all:", "--constraint", str(LOCK)]
    options += ["--platform", platform] if platform else []
    options += ["--python-version", python] if python else []
    return options


def _write_note(path: Path, version: str, machine: str, python: str) -> None:
    """As Notepad has always liked it: with a byte order mark, and line ends of Windows."""
    text = (SCRIPTS / NOTE).read_text("utf-8").format(version=version, machine=machine, python=python)
    path.write_text(text, "utf-8-sig", newline="\r\n")


if __name__ == "__main__":
    main()
