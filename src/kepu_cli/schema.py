"""The plan language as JSON Schema (draft 2020-12): what an editor needs to complete keys and to mark slips.

Made from the model and the vocabulary, in both key languages at once, so that a new field appears by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args, get_origin

import yaml

from kepu_cli.frozen import Described, Frozen, ListMark, Reading, marks_of
from kepu_cli.kinds import KINDS, children
from kepu_cli.vocabulary import KIND_WORDS, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kepu_cli.vocabulary import Key

# JSON: any shape that the meta-schema allows.
Schema = dict[str, Any]

FILES = {"plan": "Plan", "roster": "Roster", "outline": "Outline"}


def schema(kind: str) -> Schema:
    """The schema of one kind of file, a key of `FILES`. Raises KeyError for any other."""
    root = FILES[kind]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _in_both(*KIND_WORDS[root]),
        **_mapping(root),
        "$defs": {name: _definition(name) for name in sorted(_below(root))},
    }


# Read before the model sees it: a text that names a file, one mapping for a list of one.
_LINKED: Schema = {
    "departments": {"type": ["string", "array", "null"], "items": {"$ref": "#/$defs/Department"}},
    "outline": {
        "anyOf": [
            {"type": ["string", "array"], "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Outline"}]}},
            {"$ref": "#/$defs/Outline"},
        ]
    },
}
# YAML hands an unquoted number or `no` on as what it takes it for; kepu reads the text that was typed.
_TEXT = ["string", "number", "boolean"]
_YAML_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _below(kind: str) -> set[str]:
    """The kinds that a kind contains, at any depth."""
    direct = {child for _, child in children(kind).values() if child}
    return direct.union(*map(_below, direct))


def _definition(kind: str) -> Schema:
    """A kind's mapping, and the bare text that may stand for it."""
    mapping = {"description": _in_both(*KIND_WORDS[kind]), **_mapping(kind)}
    if not KINDS[kind].BARE:
        return mapping
    bare = _value(kind, KINDS[kind].BARE)
    if "enum" in bare:
        return {"anyOf": [bare, mapping]}
    return {**mapping, "type": ["object", *_TEXT]}


def _mapping(kind: str) -> Schema:
    required = [{"anyOf": [{"required": [key]} for key in keys]} for keys in _required_keys(kind)]
    described: Schema = {"type": "object", "properties": dict(_properties(kind)), "additionalProperties": False}
    return {**described, "allOf": required} if required else described


def _properties(kind: str) -> Iterator[tuple[str, Schema]]:
    """Every spelling of every field, the Chinese ones first: editors offer them in this order."""
    fields = {field: {**_notes(key), **_value(kind, field)} for field, key in VOCABULARY[kind].items()}
    for field, described in fields.items():
        for spelling in VOCABULARY[kind][field].zh:
            yield spelling, described
    yield from fields.items()


def _required_keys(kind: str) -> Iterator[tuple[str, ...]]:
    for name, field in KINDS[kind].FIELDS.items():
        if field.is_required:
            yield *VOCABULARY[kind][name].zh, name


def _notes(key: Key) -> Schema:
    notes: Schema = {"description": _in_both(*key.says)}
    if not key.example:
        return notes
    # A list or a mapping is shown as one; the base loader keeps its numbers as texts.
    nested = key.example.startswith(("[", "{"))
    return {**notes, "examples": [yaml.load(key.example, yaml.BaseLoader) if nested else key.example]}  # noqa: S506


def _value(kind: str, field: str) -> Schema:
    if kind == "Plan" and field in _LINKED:
        return dict(_LINKED[field])
    described = KINDS[kind].FIELDS[field]
    value = _loosened(_strict(described.annotation), nullable=not described.is_required)
    return {"anyOf": [value, value["items"]]} if ListMark.ONE_OR_MANY in marks_of(described.annotation)[1] else value


def _strict(annotation: Any) -> Schema:
    """What the model takes, as an annotation says it."""
    plain, marks = marks_of(annotation)
    for mark in marks:
        if isinstance(mark, Reading | Described):
            return dict(mark.json)
    least: Schema = {"minItems": 1} if ListMark.AT_LEAST_ONE in marks else {}
    origin, args = get_origin(plain), get_args(plain)
    if origin is tuple:
        return {"type": "array", "items": _strict(args[0]), **least}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _strict(args[1])}
    return {"$ref": f"#/$defs/{plain.__name__}"} if issubclass(plain, Frozen) else {"type": "string"}


def _loosened(strict: Schema, *, nullable: bool) -> Schema:
    """What the model says of a value, opened for the ways in which YAML may hand over a text."""
    if "$ref" in strict:
        return {"$ref": strict["$ref"]}
    if "enum" in strict:
        return {"enum": _choices(strict["enum"], nullable=nullable)}
    types = _types(strict.get("type", "string"), nullable=nullable)
    loose: Schema = {"type": types[0] if len(types) == 1 else types}
    if "integer" in types:
        loose |= {"minimum": 0, "pattern": "^[0-9]+年?$"}
    for inner in ("items", "additionalProperties"):
        if inner in strict:
            loose[inner] = _loosened(strict[inner], nullable=False)
    return loose | ({"minItems": strict["minItems"]} if "minItems" in strict else {})


def _types(strict: str | list[str], *, nullable: bool) -> list[str]:
    types = [strict] if isinstance(strict, str) else list(strict)
    if "string" in types and "integer" not in types:
        types += [name for name in _TEXT if name not in types]
    return [*types, "null"] if nullable else types


def _choices(words: list[str | bool], *, nullable: bool) -> list[str | bool | None]:
    truths = [_YAML_TRUTH[word] for word in words if isinstance(word, str) and word in _YAML_TRUTH]
    return [*dict.fromkeys([*words, *truths]), *([None] if nullable else [])]


def _in_both(zh: str, en: str) -> str:
    return f"{zh} / {en}"
