"""The plan language as JSON Schema (draft 2020-12): what an editor needs to complete keys and to mark slips.

Made from the model and the vocabulary, in both key languages at once, so that a new field appears by itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError

from kepu_cli.kinds import KINDS, Child, children
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
_PROBE = "一"


def _below(kind: str) -> set[str]:
    """The kinds that a kind contains, at any depth."""
    direct = {child for _, child in children(kind).values() if child}
    return direct.union(*map(_below, direct))


def _definition(kind: str) -> Schema:
    """A kind's mapping, and the bare text that may stand for it."""
    mapping = {"description": _in_both(*KIND_WORDS[kind]), **_mapping(kind)}
    field = _bare_field(kind)
    if field is None:
        return mapping
    bare = _value(kind, field)
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
    for field, information in KINDS[kind].model_fields.items():
        if information.is_required():
            yield *VOCABULARY[kind][field].zh, field


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
    optional = not KINDS[kind].model_fields[field].is_required()
    value = _loosened(_model_properties(kind)[field], nullable=optional)
    if children(kind).get(field, (None, None))[0] is Child.MANY and _takes_one(kind, field):
        return {"anyOf": [value, value["items"]]}
    return value


@lru_cache(maxsize=len(KINDS))
def _model_properties(kind: str) -> Schema:
    properties: Schema = KINDS[kind].model_json_schema()["properties"]
    return properties


def _loosened(strict: Schema, *, nullable: bool) -> Schema:
    """What the model says of a value, opened for the ways in which YAML may hand over a text."""
    if "anyOf" in strict:
        strict = next(choice for choice in strict["anyOf"] if choice.get("type") != "null")
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


def _bare_field(kind: str) -> str | None:
    """The field that a bare text fills where a kind may be written as one: the model itself is asked."""
    try:
        value = KINDS[kind].model_validate(_PROBE)
    except ValidationError as error:
        return next((str(details["loc"][0]) for details in error.errors() if details["loc"]), None)
    return next(field for field in KINDS[kind].model_fields if getattr(value, field) == _PROBE)


def _takes_one(kind: str, field: str) -> bool:
    """The model takes a single mapping where a list is expected."""
    try:
        KINDS[kind].model_validate({field: {}})
    except ValidationError as error:
        return not any(details["type"] == "tuple_type" and details["loc"] == (field,) for details in error.errors())
    return True


def _in_both(zh: str, en: str) -> str:
    return f"{zh} / {en}"
