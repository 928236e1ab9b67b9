"""The base of the model's values: frozen data classes, filled and checked by pydantic's validator.

The validator is put together here, from the fields' annotations, out of pydantic's core: to import the rest of pydantic
takes longer than to check a plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    Self,
    dataclass_transform,
    get_args,
    get_origin,
)  # fmt: skip

from pydantic_core import SchemaValidator, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import CoreSchema


class Field(NamedTuple):
    """One of a kind's fields; `default` is `REQUIRED` where something must be written."""

    annotation: Any
    default: object

    @property
    def is_required(self) -> bool:
        return self.default is REQUIRED


# Stands where a field has no default.
REQUIRED = object()


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen:
    """Values with these fields and no others. `BARE` names the field that a bare text fills, where one may stand.

    The standard library's data classes would do, but they write and compile six functions for each kind.
    """

    BARE: ClassVar[str] = ""
    FIELDS: ClassVar[Mapping[str, Field]] = {}

    def __init_subclass__(cls) -> None:
        own = {name: Field(each, vars(cls).get(name, REQUIRED)) for name, each in cls.__annotations__.items()}
        cls.FIELDS = {**cls.FIELDS, **own}

    def __init__(self, **values: object) -> None:
        vars(self).update({name: field.default for name, field in self.FIELDS.items()} | values)
        if REQUIRED in vars(self).values() or len(vars(self)) > len(self.FIELDS):
            raise TypeError(f"{type(self).__name__} has other fields than {', '.join(values)}")

    @classmethod
    def read(cls, data: object) -> Self:
        """The value that texts, lists and mappings make. Raises pydantic's ValidationError with all that is unfit."""
        value: Self = _validator(cls).validate_python(data)  # type: ignore[arg-type]  # a class can be hashed
        return value

    def written(self) -> dict[str, Any]:
        """The value as a file holds it, to be read again: scalars are texts, and what is the default is left out."""
        values = vars(self)
        return {name: _written(values[name]) for name, field in self.FIELDS.items() if values[name] != field.default}

    def with_(self, **changes: object) -> Self:
        """The value with some fields changed, which are not checked again."""
        return type(self)(**vars(self) | changes)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self)[name] for name in self.FIELDS))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({shown})"


class Reading:
    """An annotation: what makes a field's value of what was written, and the latter in words of JSON Schema.

    `read` raises PydanticCustomError for what does not fit.
    """

    __match_args__ = ("read",)

    def __init__(self, read: Callable[[object], object], json: Mapping[str, Any]) -> None:
        self.read = read
        self.json = json


class Described:
    """An annotation: what a JSON Schema says of the text that is expected."""

    def __init__(self, json: Mapping[str, Any]) -> None:
        self.json = json


class ListMark(Enum):
    """Annotations of lists: one that must not be empty, one for which a single mapping may stand."""

    AT_LEAST_ONE = auto()
    ONE_OR_MANY = auto()


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
    if isinstance(value, Mapping):
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
    described = [
        core_schema.dataclass_field(name, _field_schema(field), kw_only=True) for name, field in kind.FIELDS.items()
    ]
    mapping = core_schema.dataclass_args_schema(kind.__name__, described, extra_behavior="forbid")
    value = core_schema.dataclass_schema(kind, mapping, [*kind.FIELDS])
    if not kind.BARE:
        return value
    return core_schema.no_info_before_validator_function(
        lambda data: {kind.BARE: data} if isinstance(data, str) else data, value
    )


def _field_schema(field: Field) -> CoreSchema:
    schema = _schema(field.annotation)
    return schema if field.is_required else core_schema.with_default_schema(schema, default=field.default)


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
