"""The base of the model's values: frozen, with the fields that their classes annotate, read from texts and lists.

A reading tells everything that does not fit, each by its path, and goes on with what does. Neither pydantic nor the
standard library's data classes are used: to import the one, or to let the others write their functions for each kind,
takes longer than to check a plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Self, dataclass_transform, get_args, get_origin

if TYPE_CHECKING:
    from collections.abc import Callable

    from kepu_cli.findings import Path

    _Reader = Callable[[object, Path, list["Unfit"]], object]


class Field(NamedTuple):
    """One of a kind's fields; `default` is `REQUIRED` where something must be written."""

    annotation: Any
    default: object
    reader: _Reader

    @property
    def is_required(self) -> bool:
        return self.default is REQUIRED

    @property
    def blank(self) -> object:
        """What stands where something had to be written and is not: nothing, of the field's sort."""
        value = self.reader("", (), [])
        return () if value is _NOTHING else value


# Stands where a field has no default; what a reader answers for a value that does not fit.
REQUIRED = object()
_NOTHING = object()


class Unfit(NamedTuple):
    """What does not fit, and where.

    Its kind is the "text", "list" or "mapping" that is expected, or what a `Reading` says; "missing" and "empty", lists
    with "blank-items", and "unknown" fields. `choice` is the closed choice of which the value is none.
    """

    path: Path
    kind: str
    value: object = None
    choice: str = ""


class UnfitError(ValueError):
    """Raised by `Frozen.read` with all that does not fit."""

    def __init__(self, unfit: list[Unfit]) -> None:
        super().__init__(", ".join(f"{'/'.join(map(str, each.path))}: {each.kind}" for each in unfit))
        self.unfit = tuple(unfit)


class RefusedError(ValueError):
    """Raised by a `Reading` for a value that does not fit: the kind of the misfit, and the choice if it is one."""

    def __init__(self, kind: str, choice: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.choice = choice


class Reading:
    """An annotation: what makes a field's value of what was written, and the latter in words of JSON Schema.

    `read` raises RefusedError for what does not fit.
    """

    def __init__(self, read: Callable[[object], object], json: Mapping[str, Any]) -> None:
        self.read = read
        self.json = json


class Described:
    """An annotation: what a JSON Schema says of the text that is expected."""

    def __init__(self, json: Mapping[str, Any]) -> None:
        self.json = json


class ListMark(Enum):
    """Annotations of lists: one that must not be empty, one for which a single item may stand."""

    AT_LEAST_ONE = auto()
    ONE_OR_MANY = auto()


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen:
    """Values with these fields and no others. `BARE` names the field that a bare text fills, where one may stand.

    Of `FIELDS`, in their order: what each holds where nothing is written, and which take a text as it is.
    """

    BARE: ClassVar[str] = ""
    FIELDS: ClassVar[Mapping[str, Field]] = {}
    _DEFAULTS: ClassVar[dict[str, object]] = {}
    _TEXTS: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = cls.__annotations__.items()
        fields = {name: Field(each, vars(cls).get(name, REQUIRED), _reader(each)) for name, each in own}
        cls.FIELDS = {**cls.FIELDS, **fields}
        cls._DEFAULTS = {name: field.default for name, field in cls.FIELDS.items()}
        cls._TEXTS = frozenset(name for name, field in cls.FIELDS.items() if field.reader is _text)

    def __init__(self, **values: object) -> None:
        vars(self).update(self._DEFAULTS | values)
        if REQUIRED in vars(self).values() or len(vars(self)) > len(self.FIELDS):
            raise TypeError(f"{type(self).__name__} has other fields than {', '.join(values)}")

    @classmethod
    def read(cls, data: object) -> Self:
        """The value that texts, lists and mappings make. Raises UnfitError with all that does not fit."""
        unfit: list[Unfit] = []
        value = cls.fit(data, (), unfit)
        if unfit:
            raise UnfitError(unfit)
        return value

    @classmethod
    def fit(cls, data: object, path: Path, unfit: list[Unfit]) -> Self:
        """The value of what fits in `data`, found at `path`; the rest is noted and counts as nothing written."""
        if isinstance(data, cls):
            return data
        if cls.BARE and isinstance(data, str):
            data = {cls.BARE: data}
        if not isinstance(data, dict):
            unfit.append(Unfit(path, "mapping", data))
            # What it lacks is not worth a word.
            data, unfit = {}, []
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", cls._values(data, path, unfit))
        return made

    @classmethod
    def _values(cls, data: dict[str, object], path: Path, unfit: list[Unfit]) -> dict[str, object]:
        values = cls._DEFAULTS.copy()
        for name, written in data.items():
            if name not in values:
                unfit.append(Unfit((*path, name), "unknown", written))
            elif name in cls._TEXTS and isinstance(written, str):
                # Nearly every field: a path is not worth making for it.
                values[name] = written
            elif written is not None or values[name] is not None:
                value = cls.FIELDS[name].reader(written, (*path, name), unfit)
                if value is not _NOTHING:
                    values[name] = value
        for name in [name for name, value in values.items() if value is REQUIRED]:
            # What does not fit has been noted already.
            if name not in data:
                unfit.append(Unfit((*path, name), "missing", data))
            values[name] = cls.FIELDS[name].blank
        return values

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

    # Some of them hold mappings.
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({shown})"


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


def _reader(annotation: Any) -> _Reader:
    plain, marks = marks_of(annotation)
    reading = next((mark for mark in marks if isinstance(mark, Reading)), None)
    if reading:
        return _by_reading(reading.read)
    if isinstance(plain, type) and issubclass(plain, Frozen):
        return plain.fit
    origin, args = get_origin(plain), get_args(plain)
    if origin is tuple:
        return _list_of(_reader(args[0]), marks)
    return _mapping_to(_reader(args[1])) if args else _text


def _text(value: object, path: Path, unfit: list[Unfit]) -> object:
    if isinstance(value, str):
        return value
    unfit.append(Unfit(path, "text", value))
    return _NOTHING


def _by_reading(read: Callable[[object], object]) -> _Reader:
    def reader(value: object, path: Path, unfit: list[Unfit]) -> object:
        try:
            if isinstance(value, list) and None in value:
                written = read([each for each in value if each is not None])
                unfit.append(Unfit(path, "blank-items", value))
                return written
            return read(value)
        except RefusedError as refused:
            unfit.append(Unfit(path, refused.kind, value, refused.choice))
            return _NOTHING

    return reader


def _list_of(one: _Reader, marks: tuple[object, ...]) -> _Reader:
    def reader(value: object, path: Path, unfit: list[Unfit]) -> object:
        if isinstance(value, dict | str) and ListMark.ONE_OR_MANY in marks:
            value = [value]
        if not isinstance(value, list | tuple):
            unfit.append(Unfit(path, "list", value))
            return _NOTHING
        if not value and ListMark.AT_LEAST_ONE in marks:
            unfit.append(Unfit(path, "empty", value))
        return tuple([one(each, (*path, at), unfit) for at, each in enumerate(value)])

    return reader


def _mapping_to(one: _Reader) -> _Reader:
    def reader(value: object, path: Path, unfit: list[Unfit]) -> object:
        if not isinstance(value, dict):
            unfit.append(Unfit(path, "mapping", value))
            return _NOTHING
        read: dict[str, object] = {}
        for name, each in value.items():
            before = len(unfit)
            made = one(each, (*path, name), unfit)
            is_unfit = any(noted.kind != "blank-items" for noted in unfit[before:])
            # What is no mapping is a value as a whole (K302: off), and left out with what does not fit in it.
            if made is not _NOTHING and (isinstance(each, dict) or not is_unfit):
                read[name] = made
        return read

    return reader
