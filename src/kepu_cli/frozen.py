"""The base of the model's values: frozen data classes, filled and checked by pydantic's validator.

The validator is put together here, from the fields' annotations, out of pydantic's core: to import the rest of pydantic
takes longer than to check a plan.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum, auto
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
)  # fmt: skip

from pydantic_core import SchemaValidator, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from dataclasses import Field

    from pydantic_core import CoreSchema


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen:
    """Values with these fields and no others. `BARE` names the field that a bare text fills, where one may stand."""

    BARE: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)

    @classmethod
    def read(cls, data: object) -> Self:
        """The value that texts, lists and mappings make. Raises pydantic's ValidationError with all that is unfit."""
        value: Self = _validator(cls).validate_python(data)  # type: ignore[arg-type]  # a class can be hashed
        return value

    def written(self) -> dict[str, Any]:
        """The value as a file holds it, to be read again: scalars are texts, and what is the default is left out."""
        return {
            name: _written(getattr(self, name))
            for name, field in model_fields(type(self)).items()
            if is_required(field) or getattr(self, name) != default_of(field)
        }

    def with_(self, **changes: object) -> Self:
        """The value with some fields changed, which are not checked again."""
        return replace(self, **changes)  # type: ignore[type-var]  # every subclass is a data class


@dataclass(frozen=True, eq=False)
class Reading:
    """An annotation: what makes a field's value of what was written, and the latter in words of JSON Schema.

    `read` raises PydanticCustomError for what does not fit.
    """

    read: Callable[[object], object]
    json: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Described:
    """An annotation: what a JSON Schema says of the text that is expected."""

    json: Mapping[str, Any]


class ListMark(Enum):
    """Annotations of lists: one that must not be empty, one for which a single mapping may stand."""

    AT_LEAST_ONE = auto()
    ONE_OR_MANY = auto()


def model_fields(kind: type[Frozen]) -> Mapping[str, Field[Any]]:
    """The fields of a kind by name, in their order."""
    return {field.name: field for field in fields(kind)}  # type: ignore[arg-type]  # every subclass is a data class


def is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def default_of(field: Field[Any]) -> object:
    """What the field of a value has where nothing was written. Raises ValueError where something must be."""
    if is_required(field):
        raise ValueError(field.name)
    return field.default if field.default_factory is MISSING else field.default_factory()


def marks_of(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """An annotation without None as its other choice, and the marks of it."""
    args = [arg for arg in get_args(annotation) if arg is not type(None)]
    if get_origin(annotation) is Annotated:
        return args[0], tuple(args[1:])
    is_optional = len(args) < len(get_args(annotation))
    return marks_of(args[0]) if is_optional else (annotation, ())


def _written(value: object) -> Any:
    if isinstance(value, Frozen):
        return value.written()
    if isinstance(value, dict):
        return {name: _written(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


@cache
def _validator(kind: type[Frozen]) -> SchemaValidator:
    return SchemaValidator(_kind_schema(kind))


def _kind_schema(kind: type[Frozen]) -> CoreSchema:
    known = model_fields(kind)
    described = [core_schema.dataclass_field(name, _field_schema(field), kw_only=True) for name, field in known.items()]
    mapping = core_schema.dataclass_args_schema(kind.__name__, described, extra_behavior="forbid")
    value = core_schema.dataclass_schema(kind, mapping, [*known], strict=False)
    if not kind.BARE:
        return value
    return core_schema.no_info_before_validator_function(
        lambda data: {kind.BARE: data} if isinstance(data, str) else data, value
    )


def _field_schema(field: Field[Any]) -> CoreSchema:
    schema = _schema(field.type)
    if is_required(field):
        return schema
    if field.default_factory is not MISSING:
        return core_schema.with_default_schema(schema, default_factory=field.default_factory)
    return core_schema.with_default_schema(schema, default=field.default)


def _schema(annotation: Any) -> CoreSchema:
    plain, marks = marks_of(annotation)
    schema = _marked(_plain_schema(plain), marks)
    return core_schema.nullable_schema(schema) if type(None) in get_args(annotation) else schema


def _marked(schema: CoreSchema, marks: tuple[object, ...]) -> CoreSchema:
    for mark in marks:
        match mark:
            case Reading(read):
                schema = core_schema.no_info_plain_validator_function(read)
            case ListMark.AT_LEAST_ONE:
                schema = {**schema, "min_length": 1}
            case ListMark.ONE_OR_MANY:
                schema = core_schema.no_info_before_validator_function(_as_list, schema)
    return schema


def _as_list(data: object) -> object:
    return [data] if isinstance(data, dict) else data


def _plain_schema(plain: Any) -> CoreSchema:
    if isinstance(plain, type) and issubclass(plain, Frozen):
        return _kind_schema(plain)
    origin, args = get_origin(plain), get_args(plain)
    if origin is tuple:
        return core_schema.tuple_variable_schema(_schema(args[0]))
    if args:
        return core_schema.dict_schema(core_schema.str_schema(), _schema(args[1]))
    return core_schema.str_schema()
