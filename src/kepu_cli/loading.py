"""Path → Plan: reads the plan with its roster and outlines, and keeps everything that is wrong on the way as flaws."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kepu_cli.files import UnreadableFileError, read_file
from kepu_cli.findings import Flaw, Place
from kepu_cli.fitting import fit
from kepu_cli.linked_files import BUILTIN, BadReference, builtin_outline, follow, looks_like_file
from kepu_cli.names import split_names
from kepu_cli.places import Mount, Places
from kepu_cli.transcript import Data, Transcript
from kepu_cli.vocabulary import english_key
from kepu_cli.yaml_nodes import MapNode
from kepu_cli.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kepu_cli.findings import Fact, Path, Words
    from kepu_cli.model import Plan
    from kepu_cli.yaml_source import Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan, or None where the file is too broken to be one, with the flaws met and the places of everything.

    `broken` are the paths whose value was unusable and left out: rules stay silent about what follows from that.
    """

    file: str
    plan: Plan | None
    flaws: tuple[Flaw, ...]
    broken: tuple[Path, ...]
    places: Places

    @property
    def is_companion(self) -> bool:
        """The file is a roster or an outline, which a folder of plans holds too; what cannot be read is none."""
        root = self.places.mounts.get(())
        if root is None or not isinstance(root.node, MapNode):
            return False
        keys = {key.text or "" for key, _ in root.node.entries}
        if keys & _OUTLINE_KEYS:
            return True
        plan_keys = {english_key("Plan", key) for key in keys}
        return "departments" in plan_keys and not plan_keys & {"actions", "title"}


# Keys at the top of an outline that no plan has there.
_OUTLINE_KEYS = frozenset(("纲要", "职责", "duties", "简称", "short"))


def load_file(path: pathlib.Path, label: str | None = None) -> Loaded:
    """Reads a plan from disk. Raises KepuError where the file itself cannot be read."""
    label = label or str(path)
    return load_bytes(read_file(path, label), label, path.parent)


def load_bytes(data: bytes, label: str, folder: pathlib.Path) -> Loaded:
    """Reads a plan's bytes; references are looked up from `folder`. Whatever is wrong becomes a flaw."""
    reading = _Reading(label, folder)
    content = reading.plan(data)
    places = Places(label, reading.mounts)
    if not isinstance(content, dict):
        return Loaded(label, None, tuple(reading.flaws), ((),), places)
    plan, flaws, broken = fit(content, places)
    return Loaded(label, plan, (*reading.flaws, *flaws), (*reading.broken, *broken), places)


def unreadable(label: str, reason: Words) -> Loaded:
    """A file in a folder of plans that cannot be read: a finding there, not the end of the run."""
    flaw = Flaw("K001", "unreadable", Place(label, 1, 1), {"reason": reason})
    return Loaded(label, None, (flaw,), ((),), Places(label, {}))


@dataclass(slots=True)
class _Reading:
    """One plan being read: what its files contribute to the plan's data, and where each part hangs."""

    label: str
    folder: pathlib.Path
    flaws: list[Flaw] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)
    mounts: dict[Path, Mount] = field(default_factory=dict)

    def plan(self, data: bytes) -> Data:
        part = self._read(read_source(data, self.label), "Plan", ())
        if part is None:
            return None
        self.mounts[()] = part.mount
        if isinstance(part.data, dict):
            self._link_roster(part.data)
            self._link_outlines(part.data)
        return part.data

    def _read(self, source: Source, kind: str, at: Path) -> _Part | None:
        """What a file holds, `at` the path that its root has in the plan."""
        self.flaws += source.flaws
        if source.root is None:
            return None
        transcript = Transcript(source.file)
        data = transcript.read(source.root, kind, at)
        self.flaws += transcript.flaws
        return _Part(data, Mount(source, source.root, transcript))

    def _link_roster(self, content: dict[str, Data]) -> None:
        """A roster file's members, groups and region take the place of the reference."""
        reference = content.get("departments")
        if not isinstance(reference, str):
            return
        if not looks_like_file(reference):
            # One text instead of a list: the names themselves.
            content["departments"] = list(split_names(reference))
            return
        del content["departments"]
        part = self._linked(reference, ("departments",), "Roster")
        if part is None or not isinstance(part.data, dict):
            self.broken.append(("departments",))
            return
        if "departments" in part.data:
            content["departments"] = part.data["departments"]
        self._hang(part.mount, ("departments",), "departments")
        self._add_groups(content, part)
        content.setdefault("region", part.data.get("region", ""))

    def _add_groups(self, content: dict[str, Data], part: _Part) -> None:
        """The roster's groups, unless the plan declares one of the same name itself."""
        declared = part.data.get("groups") if isinstance(part.data, dict) else None
        own = content.get("groups")
        if not isinstance(declared, dict):
            return
        if not isinstance(own, dict):
            own = {}
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
            if part := self._linked(entry, where, "Outline"):
                self.mounts[("outline", len(outlines))] = part.mount
                outlines.append(part.data)
            else:
                self.broken.append(("outline",))
        content["outline"] = outlines

    def _linked(self, reference: str, where: Path, kind: str) -> _Part | None:
        """A linked file; None (and a flaw at the reference) where it cannot be had."""
        place = Places(self.label, self.mounts).find(where)
        try:
            data, label = self._fetch(reference, kind)
        except _RefusedError as refused:
            self.flaws.append(Flaw("K008", refused.kind, place, refused.facts, path=where))
            return None
        part = self._read(read_source(data, label), kind, where)
        chained = part.data.get("departments") if part and isinstance(part.data, dict) and kind == "Roster" else None
        if isinstance(chained, str) and looks_like_file(chained):
            self.flaws.append(Flaw("K008", "chain", place, {"reference": chained}, path=where))
            return None
        return part

    def _fetch(self, reference: str, kind: str) -> tuple[bytes, str]:
        """The bytes of a linked file and its label."""
        if reference.startswith(BUILTIN):
            builtin = builtin_outline(reference.removeprefix(BUILTIN)) if kind == "Outline" else None
            if builtin is None:
                raise _RefusedError("builtin", {"reference": reference})
            return builtin, reference
        target = follow(reference, self.folder)
        if isinstance(target, BadReference):
            kind = "missing-near" if target.near else target.kind
            raise _RefusedError(kind, {"reference": reference, "near": target.near})
        label = str(pathlib.PurePath(self.label).parent / reference.replace("\\", "/"))
        if pathlib.PurePath(label) == pathlib.PurePath(self.label):
            raise _RefusedError("itself", {"reference": reference})
        try:
            return read_file(target, label), label
        except UnreadableFileError as error:
            raise _RefusedError("unreadable", {"reference": reference, "why": error.reason}) from error


class _Part(NamedTuple):
    data: Data
    mount: Mount


class _RefusedError(Exception):
    """A reference that is not followed: the case of rule K008 and its facts."""

    def __init__(self, kind: str, facts: Mapping[str, Fact]) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts
