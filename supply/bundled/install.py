"""Installs kepu from the folder `wheels` beside this file, without a network.

`python install.py [FOLDER]`; the folder is where kepu is to live. Nothing outside it is changed but the command `kepu`,
which is put where the system looks for a user's own commands, if there is such a place. Any Python from 3.6 on can run
this file, so that an old one can be told which is needed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

WHEELS = Path(__file__).resolve().parent / "wheels"
WINDOWS = os.name == "nt"


def main(arguments: "list[str]") -> int:
    wanted = python_of([path.name for path in WHEELS.iterdir()])
    here = sys.version_info[:2]
    if here < (3, 11) or wanted not in (None, here):
        return refuse(wanted or (3, 11))
    target = Path(arguments[0]).absolute() if arguments else usual_place()
    tell(f"正在安装到 {target}", f"installing into {target}")
    try:
        install(target)
    except (subprocess.CalledProcessError, OSError) as problem:
        tell(f"没有装成，原因见上（{problem}）", f"not installed; the reason stands above ({problem})")
        return 1
    kepu = program(target, "kepu")
    command = "kepu" if not arguments and make_command(kepu) else str(kepu)
    tell(f"装好了。用法：{command} --help", f"done; try: {command} --help")
    return 0


def python_of(names: "list[str]") -> "tuple[int, int] | None":
    """The version that the wheels were built for, None where any will do."""
    for name in names:
        found = re.search(r"-cp3(\d+)-cp3\1-", name)
        if found:
            return 3, int(found.group(1))
    return None


def refuse(wanted: "tuple[int, int]") -> int:
    need, here = ("{}.{}".format(*version) for version in (wanted, sys.version_info))
    tell(f"这个安装包要用 Python {need}，这台电脑上是 {here}", f"this bundle needs Python {need}, this is {here}")
    return 1


def usual_place() -> Path:
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "kepu"
    return Path.home() / ".local" / "share" / "kepu"


def install(target: Path) -> None:
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", str(target)])
    pip = [str(program(target, "python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.check_call([*pip, "--no-index", "--find-links", str(WHEELS), "kepu"])


def program(target: Path, name: str) -> Path:
    return target / "Scripts" / f"{name}.exe" if WINDOWS else target / "bin" / name


def make_command(kepu: Path) -> bool:
    """Makes the short command where the system looks for such; True if `kepu` alone will do from now on."""
    if WINDOWS:
        path = Path(os.environ.get("LOCALAPPDATA", ".")) / "Microsoft" / "WindowsApps" / "kepu.cmd"
        data = f'@"{kepu}" %*\r\n'.encode("mbcs")
    else:
        path = Path.home() / ".local" / "bin" / "kepu"
        data = f'#!/bin/sh\nexec "{kepu}" "$@"\n'.encode()
    if str(path.parent) not in os.environ.get("PATH", "").split(os.pathsep) or not path.parent.is_dir():
        return False
    path.write_bytes(data)
    path.chmod(0o755)
    return True


def tell(zh: str, en: str) -> None:
    """Both languages; a console that lacks the signs gets question marks."""
    for line in (zh, en):
        encoding = sys.stdout.encoding or "ascii"
        print(line.encode(encoding, "replace").decode(encoding), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
