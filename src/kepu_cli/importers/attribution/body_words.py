"""What the names of bodies are made of, as words: the table `data/body-words.yaml`, read once."""

from __future__ import annotations

from importlib.resources import files

import yaml


def _table() -> dict[str, tuple[str, ...]]:
    text = files("kepu_cli").joinpath("data/body-words.yaml").read_text("utf-8")
    table = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  (safe loaders both)
    return {key: tuple(word for line in lines for word in line) for key, lines in table.items()}


_TABLE = _table()

ENDINGS = _TABLE["endings"]
GENERIC = frozenset(_TABLE["generic"])
NATIONAL = frozenset(_TABLE["national"])
# Those that nobody below the centre has.
ONLY_NATIONAL = frozenset(
    name
    for name in NATIONAL
    if name.endswith(("部", "总局", "署", "总署", "总社", "中央")) or name in ("中科院", "央行", "中办", "国办", "全总")
)
VERTICAL = _TABLE["vertical"]
OWN = _TABLE["own"]
PROVINCES = _TABLE["provinces"]
SURNAMES = frozenset("".join(_TABLE["surnames"]))
VERBS = _TABLE["verbs"]
PROSE = _TABLE["prose"]
