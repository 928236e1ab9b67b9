"""References from a plan to its roster and outlines: checked by their text before the disk is touched."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from pathlib import Path

# A folder that holds this file is the project: references may point anywhere inside it.
PROJECT_FILE = "kepu.toml"
BUILTIN = "builtin:"
BUILTIN_OUTLINES = ("2006", "2021")


class BadReference(NamedTuple):
    """Why a reference is not followed: a case of rule K008, and a nearby file that may have been meant."""

    kind: str
    near: str = ""


def looks_like_file(text: str) -> bool:
    """The text of `departments:` names a file, not departments: it has a suffix, a drive, or a folder in it."""
    return text.startswith((BUILTIN, "/", "\\", "~", ".")) or bool(_FILE.search(text))


@lru_cache(maxsize=8)
def builtin_file(reference: str) -> bytes | None:
    """The file that ships with kepu and is named `builtin:2021`; None for any other."""
    name = reference.removeprefix(BUILTIN)
    if reference == name or name not in BUILTIN_OUTLINES:
        return None
    # Few plans name a built-in outline, and the import would cost all of them.
    from importlib.resources import files

    return files("kepu_cli").joinpath(f"data/outline-{name}.yaml").read_bytes()


def follow(reference: str, folder: Path) -> Path | BadReference:
    """The file that a reference in a plan in `folder` means; nothing outside the project folder is ever opened."""
    text = reference.replace("\\", "/")
    if _leaves(text):
        return BadReference("outside")
    if not re.search(r"\.ya?ml$", text, re.IGNORECASE):
        return BadReference("not-yaml")
    try:
        target = (folder / text).resolve()
        root = project_folder(folder.resolve())
        if not target.is_relative_to(root):
            return BadReference("outside")
        if target.is_dir():
            return BadReference("folder")
        if not target.exists():
            return BadReference("missing", _near(target))
    except (OSError, ValueError, RuntimeError):
        # Names too long, loops of links, NUL: whatever the system says, it is no file of ours.
        return BadReference("missing")
    return target


def project_folder(folder: Path) -> Path:
    """The nearest folder upwards that holds the project's settings, else the folder itself."""
    return next((parent for parent in (folder, *folder.parents) if (parent / PROJECT_FILE).is_file()), folder)


def _leaves(text: str) -> bool:
    """Absolute paths, drives, network shares, URLs, home folders, variables, streams, devices: by text alone."""
    if text.startswith(("/", "~")) or re.search(r"[:$%\x00-\x1f]", text):
        return True
    return any(part.split(".")[0].strip().casefold() in _DEVICES for part in text.split("/"))


def _near(target: Path) -> str:
    """A YAML file in the same folder with nearly that name (another case, a slip)."""
    from kepu_cli.spelling import nearest
    from kepu_cli.yaml_source.files import YAML_SUFFIXES

    if not target.parent.is_dir():
        return ""
    stems = {
        entry.stem: entry.name
        for entry in sorted(target.parent.iterdir())
        # A link that leads nowhere is in the folder too, and no help.
        if entry.suffix.lower() in YAML_SUFFIXES and entry.name != target.name
    }
    same = next((stem for stem in stems if stem.casefold() == target.stem.casefold()), None)
    # The suffix, which all of them share, would make any two names alike.
    return stems.get(same or nearest(target.stem, stems, 0.6) or "", "")


# A suffix, a URL, a drive, or a folder before a name in Latin letters; 市委办/市政府办 is no file.
_FILE = pattern(r"\.ya?ml\b|\.[A-Za-z][A-Za-z0-9]{1,4}$|://|^[A-Za-z]:|[\\/][\w.-]+$(?<=[A-Za-z0-9])")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
