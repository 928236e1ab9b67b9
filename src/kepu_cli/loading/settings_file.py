"""`kepu.toml`: the settings of a project, in the plan's folder or above it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.findings import Flaw, Place
from kepu_cli.loading.linked_files import PROJECT_FILE, project_folder
from kepu_cli.loading.places import NO_PLACES, Mount, Places
from kepu_cli.model import Settings
from kepu_cli.yaml_source.files import UnreadableFileError, read_file

if TYPE_CHECKING:
    import pathlib

    from kepu_cli.yaml_source.source import Source


class SettingsFile(NamedTuple):
    """The settings that hold for the plans of a folder; `label` is empty where no file says anything."""

    label: str
    settings: Settings
    flaws: tuple[Flaw, ...]
    places: Places


def load_settings(folder: pathlib.Path) -> SettingsFile:
    """The settings for plans in `folder`: the nearest `kepu.toml` upwards. What is wrong in it becomes a flaw."""
    try:
        path = project_folder(folder.resolve()) / PROJECT_FILE
        if not path.is_file():
            return NO_SETTINGS_FILE
    except (OSError, RuntimeError, ValueError):
        # A folder that cannot be followed holds no settings; the plan in it tells what is wrong.
        return NO_SETTINGS_FILE
    label = _label(path)
    try:
        data = read_file(path, label)
    except UnreadableFileError as error:
        flaw = Flaw("K001", "unreadable", Place(label, 1, 1), {"reason": error.reason})
        return SettingsFile(label, Settings(), (flaw,), Places(label, {}))
    from kepu_cli.loading.toml_tree import read_toml

    return _fitted(read_toml(data, label))


NO_SETTINGS_FILE = SettingsFile("", Settings(), (), NO_PLACES)


def _label(path: pathlib.Path) -> str:
    """Relative to where the user stands, when the file is there or below: shorter, and clickable."""
    here = os.path.realpath(os.curdir)
    return os.path.relpath(path, here) if path.is_relative_to(here) else str(path)


def _fitted(source: Source) -> SettingsFile:
    from kepu_cli.loading.fitting import fit
    from kepu_cli.loading.transcript import Transcript

    texts = {source.file: source.text}
    if source.root is None:
        return SettingsFile(source.file, Settings(), source.flaws, Places(source.file, {}, texts))
    transcript = Transcript(source.file)
    content = transcript.read(source.root, "Settings", ())
    places = Places(source.file, {(): Mount(source, source.root, transcript)}, texts)
    assert isinstance(content, dict)
    settings, flaws, _ = fit(content, Settings, places)
    return SettingsFile(source.file, settings or Settings(), (*source.flaws, *transcript.flaws, *flaws), places)
