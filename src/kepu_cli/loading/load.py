"""Path → Plan: reads the plan with its roster and outlines, and keeps everything that is wrong on the way as flaws."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.collector import collector_paused
from kepu_cli.findings import Flaw, Place
from kepu_cli.kinds import KINDS
from kepu_cli.loading.fitting import fit, in_language_of
from kepu_cli.loading.foreign_files import is_foreign
from kepu_cli.loading.linked_files import BUILTIN, BadReference, builtin_file, follow, looks_like_file
from kepu_cli.loading.places import Mount, Places
from kepu_cli.loading.prose import as_prose
from kepu_cli.loading.transcript import Data, Transcript
from kepu_cli.model import Plan
from kepu_cli.names import has_wide_brackets, split_names
from kepu_cli.vocabulary import english_key, key_words
from kepu_cli.yaml_source.files import UnreadableFileError, read_file
from kepu_cli.yaml_source.nodes import MapNode, place_of
from kepu_cli.yaml_source.source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Fact, Path, Words
    from kepu_cli.yaml_source.nodes import Node
    from kepu_cli.yaml_source.source import Source


class Loaded(NamedTuple):
    """A plan, or None where the file is too broken to be one, with the flaws met and the places of everything.

    `broken` are the paths whose value was unusable and left out: rules stay silent about what follows from that.
    """

    file: str
    plan: Plan | None
    flaws: tuple[Flaw, ...]
    broken: tuple[Path, ...]
    places: Places
    kind: str = "Plan"

    @property
    def is_foreign(self) -> bool:
        """Another program's YAML, as it stands in folders of plans."""
        return self.plan is None and is_foreign(self.places.texts.get(self.file, ""))

    @property
    def is_companion(self) -> bool:
        """The file is no plan but a roster or an outline, which stand in folders of plans too."""
        return self.kind != "Plan"


def load_file(path: pathlib.Path, label: str | None = None) -> Loaded:
    """Reads a plan from disk. Raises KepuError where the file itself cannot be read."""
    label = str(path) if label is None else label
    return load_bytes(read_file(path, label), label, path.parent)


@collector_paused()
def load_bytes(data: bytes, label: str, folder: pathlib.Path) -> Loaded:
    """Reads a plan's bytes; references are looked up from `folder`. Whatever is wrong becomes a flaw."""
    source = as_prose(read_source(data, label))
    kind = _kind_of(source.root)
    reading = _Reading(label, folder)
    content = reading.root(source, kind)
    places = Places(label, reading.mounts, reading.texts)
    if not isinstance(content, dict):
        return Loaded(label, None, tuple(reading.flaws), ((),), places)
    value, flaws, broken = fit(content, KINDS[kind], places)
    plan = value if isinstance(value, Plan) else None
    # Where the whole value does not fit, its keys are not worth a word each.
    met = [flaw for flaw in reading.flaws if flaw.code != "K004" or flaw.path[:-1] not in broken]
    return Loaded(label, plan, (*met, *flaws), (*reading.broken, *broken), places, kind)


def unreadable(label: str, reason: Words) -> Loaded:
    """A file in a folder of plans that cannot be read: a finding there, not the end of the run."""
    flaw = Flaw("K001", "unreadable", Place(label, 1, 1), {"reason": reason})
    return Loaded(label, None, (flaw,), ((),), Places(label, {}))


# The key that makes a file without any key of a plan's own a roster or an outline.
_COMPANION_KEYS = {"Roster": frozenset(("departments",)), "Outline": frozenset(("duties", "short"))}


def _kind_of(root: Node | None) -> str:
    """What a file is by its keys: a roster, an outline, else a plan."""
    if not isinstance(root, MapNode):
        return "Plan"
    keys = [key.text or "" for key, _ in root.entries]
    for kind, telling in _COMPANION_KEYS.items():
        known = {english_key(kind, key) for key in keys}
        plans_own = any(english_key("Plan", key) and not english_key(kind, key) for key in keys)
        if known & telling and not plans_own:
            return kind
    return "Plan"


@dataclass(slots=True)
class _Reading:
    """One plan being read: what its files contribute to the plan's data, and where each part hangs."""

    label: str
    folder: pathlib.Path
    flaws: list[Flaw] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    mounts: dict[Path, Mount] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def root(self, source: Source, kind: str) -> Data:
        """The data of the file itself; a plan's with its roster and outlines put in."""
        part = self._read(source, kind, ())
        if part is None:
            return None
        self.mounts[()] = part.mount
        if isinstance(part.data, dict) and kind == "Roster":
            _split_members(part.data)
        if isinstance(part.data, dict) and kind == "Plan":
            self._link_roster(part.data)
            self._link_outlines(part.data)
        return part.data

    def _read(self, source: Source, kind: str, at: Path) -> _Part | None:
        """What a file holds, `at` the path that its root has in the plan."""
        self.flaws += source.flaws
        self.texts[source.file] = source.text
        if source.root is None:
            return None
        transcript = Transcript(source.file)
        data = transcript.read(source.root, kind, at)
        self.flaws += transcript.flaws
        return _Part(data, Mount(source, source.root, transcript))

    def _link_roster(self, content: dict[str, Data]) -> None:
        """A roster file's members, groups and region take the place of the reference."""
        reference = content.get("departments")
        if not isinstance(reference, str) or not looks_like_file(reference):
            _split_members(content)
            return
        del content["departments"]
        part = self._linked(reference, ("departments",), "Roster", ())
        if part is None or not isinstance(part.data, dict):
            self.broken.append(("departments",))
            return
        if "departments" not in part.data:
            place = place_of(part.mount.node, part.mount.source.file)
            own = Places(part.mount.source.file, {(): part.mount})
            facts = {"key": in_language_of(own, key_words("Roster", "departments"))}
            self.flaws.append(Flaw("K006", "missing", place._replace(width=1), facts, path=("departments",)))
            self.broken.append(("departments",))
            return
        _split_members(part.data)
        content["departments"] = part.data["departments"]
        self._hang(part.mount, ("departments",), "departments")
        self._add_groups(content, part)
        if "region" in part.data and "region" not in content:
            content["region"] = part.data["region"]
            self._hang(part.mount, ("region",), "region")

    def _add_groups(self, content: dict[str, Data], part: _Part) -> None:
        """The roster's groups, unless the plan declares one of the same name itself."""
        declared = part.data.get("groups") if isinstance(part.data, dict) else None
        own = content.get("groups")
        if declared is None:
            return
        if own is None:
            content["groups"] = declared
            self._hang(part.mount, ("groups",), "groups")
            return
        if not isinstance(declared, dict) or not isinstance(own, dict):
            return
        for name in declared.keys() - own.keys():
            self._hang(part.mount, ("groups", name), "groups", name)
        content["groups"] = {**declared, **own}

    def _hang(self, mount: Mount, at: Path, *steps: str) -> None:
        """Hangs a part of a linked file where the plan's data has it."""
        node = mount.node
        for step in steps:
            pair = mount.transcript.fields.get(id(node), {}).get(step)
            if pair is None:
                return
            node = pair[1]
        self.mounts[at] = Mount(mount.source, node, mount.transcript)

    def _link_outlines(self, content: dict[str, Data]) -> None:
        """`outline:` is a reference, an outline, or a list of either."""
        written = content.get("outline")
        if written is None:
            return
        outlines: list[Data] = []
        for at, entry in enumerate(written if isinstance(written, list) else [written]):
            if not isinstance(entry, str):
                outlines.append(entry)
                continue
            where: Path = ("outline", at) if isinstance(written, list) else ("outline",)
            part = self._linked(entry, where, "Outline", ("outline", at))
            if part is None:
                self.broken.append(("outline",))
                # An empty outline keeps the places of those after it.
                outlines.append({"title": entry})
                continue
            if not entry.startswith(BUILTIN):
                # Nobody can open a built-in file: findings about it point at the line that names it.
                self.mounts[("outline", at)] = part.mount
            outlines.append(part.data)
        content["outline"] = outlines

    def _linked(self, reference: str, where: Path, kind: str, at: Path) -> _Part | None:
        """A linked file, to hang `at` a path; None (and a flaw at the reference, `where`) if it cannot be had."""
        place = Places(self.label, self.mounts).find(where)
        try:
            data, label = self._fetch(reference, kind)
        except _RefusedError as refused:
            self.flaws.append(Flaw("K008", refused.kind, place, refused.facts, path=where))
            return None
        before = len(self.flaws)
        part = self._read(_linked_source(data, label), kind, at)
        # What is wrong in a linked file also names the line that refers to it.
        self.flaws[before:] = [flaw if flaw.also else flaw._replace(also=place) for flaw in self.flaws[before:]]
        chained = part.data.get("departments") if part and isinstance(part.data, dict) and kind == "Roster" else None
        if isinstance(chained, str) and looks_like_file(chained):
            self.flaws.append(Flaw("K008", "chain", place, {"reference": chained}, path=where))
            return None
        return part

    def _fetch(self, reference: str, kind: str) -> tuple[bytes, str]:
        """The bytes of a linked file and its label."""
        if reference.startswith(BUILTIN):
            builtin = builtin_file(reference) if kind == "Outline" else None
            if builtin is None:
                raise _RefusedError("builtin", {"reference": reference})
            return builtin, reference
        target = follow(reference, self.folder)
        if isinstance(target, BadReference):
            why = "missing-near" if target.near else target.kind
            raise _RefusedError(why, {"reference": reference, "near": target.near})
        label = str(pathlib.PurePath(self.label).parent / reference.replace("\\", "/"))
        if target == (self.folder / pathlib.PurePath(self.label).name).resolve():
            raise _RefusedError("itself", {"reference": reference})
        try:
            return read_file(target, label), label
        except UnreadableFileError as error:
            raise _RefusedError("unreadable", {"reference": reference, "why": error.reason}) from error


def _linked_source(data: bytes, label: str) -> Source:
    """A linked file as read: thousands of plans may share a roster or an outline, and it is not read for each."""
    return read_source(data, label) if len(data) > _MOST_KEPT else _kept_source(data, label)


@lru_cache(maxsize=8)
def _kept_source(data: bytes, label: str) -> Source:
    return read_source(data, label)


# Bytes of a linked file that is kept; a larger one takes too much room.
_MOST_KEPT = 200_000


def _split_members(content: dict[str, Data]) -> None:
    """Members may be written as one text, or several to a text: 市教育局、市科协."""
    written = content.get("departments")
    if isinstance(written, str) and not has_wide_brackets(written):
        content["departments"] = [*split_names(written)]
    elif isinstance(written, list):
        content["departments"] = [
            member for entry in written for member in (split_names(entry) if isinstance(entry, str) else (entry,))
        ]


class _Part(NamedTuple):
    data: Data
    mount: Mount


class _RefusedError(Exception):
    """A reference that is not followed: the case of rule K008 and its facts."""

    def __init__(self, kind: str, facts: Mapping[str, Fact]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts
