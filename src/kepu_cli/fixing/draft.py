"""A file on its way to being tidy: its text, and what that reads as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kepu_cli.loading.load import load_bytes
from kepu_cli.loading.transcript import Transcript

if TYPE_CHECKING:
    import pathlib

    from kepu_cli.loading.load import Loaded
    from kepu_cli.loading.transcript import Data
    from kepu_cli.yaml_source.nodes import Node


@dataclass(frozen=True, slots=True)
class Draft:
    text: str
    label: str
    folder: pathlib.Path
    loaded: Loaded

    @classmethod
    def of(cls, text: str, label: str, folder: pathlib.Path) -> Draft:
        return cls(text, label, folder, load_bytes(text.encode(), label, folder))

    def with_text(self, text: str) -> Draft:
        return Draft.of(text, self.label, self.folder)

    @property
    def root(self) -> Node | None:
        """The file's tree, None where it is no YAML."""
        mount = self.loaded.places.mounts.get(())
        return mount.node if mount else None

    def has_known_key(self) -> bool:
        """Whether the outermost level has a key of the language at all."""
        mount = self.loaded.places.mounts.get(())
        return bool(mount and mount.transcript.fields.get(id(mount.node)))

    def data(self) -> Data:
        """What the file itself holds, without what it refers to."""
        return Transcript(self.label).read(self.root, self.loaded.kind, ()) if self.root else None
