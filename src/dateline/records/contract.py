"""The contract: the JSON Schema that every reading follows, and the check that one does.

`reading.schema.json` beside this file is the contract `dateline/1` with the optional fields
that dateline adds. Only the keywords of JSON Schema that it uses are understood here; the
tests compare the verdicts with those of a full validator.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

Schema = dict[str, Any]
Violation = tuple[str, str]

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
    "integer": (int,),
    "number": (int, float),
}


def schema_text() -> str:
    """Return the JSON Schema of a reading, as it is shipped."""
    return files(__package__).joinpath("reading.schema.json").read_text("utf-8")


@cache
def load_schema() -> Schema:
    """Return the JSON Schema of a reading; do not change what it holds."""
    schema = json.loads(schema_text())
    assert isinstance(schema, dict)
    return schema


def find_violations(raw: object) -> Iterator[Violation]:
    """Yield where a value does not follow the contract: its JSON path, and what is wrong.

    >>> list(find_violations([]))
    [('$', 'is a list, expected object')]
    """
    yield from _check(raw, load_schema(), "$")


def _check(value: Any, schema: Schema, path: str) -> Iterator[Violation]:
    if "$ref" in schema:
        yield from _check(value, load_schema()["$defs"][schema["$ref"].rpartition("/")[2]], path)
    for part in schema.get("allOf", ()):
        yield from _check(value, part, path)
    if "anyOf" in schema:
        verdicts = [list(_check(value, part, path)) for part in schema["anyOf"]]
        if all(verdicts):
            # The branch that got furthest says best what is wrong.
            yield from max(verdicts, key=lambda found: max(len(where) for where, _ in found))
    wanted = schema.get("type")
    if wanted is not None and not _is_type(value, wanted):
        kinds = wanted if isinstance(wanted, str) else " or ".join(wanted)
        yield path, f"is a {type(value).__name__}, expected {kinds}"
        return
    for keyword, check in CHECKS.items():
        if keyword in schema:
            yield from check(value, schema[keyword], path)


def _is_type(value: object, wanted: str | list[str]) -> bool:
    kinds = [wanted] if isinstance(wanted, str) else wanted
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, float) and value.is_integer() and "integer" in kinds:
        return True
    return any(isinstance(value, TYPES[kind]) for kind in kinds)


def _const(value: Any, wanted: Any, path: str) -> Iterator[Violation]:
    if value != wanted:
        yield path, f"is {value!r}, expected {wanted!r}"


def _enum(value: Any, wanted: list[Any], path: str) -> Iterator[Violation]:
    if value not in wanted:
        yield path, f"is {value!r}, expected one of {', '.join(map(str, wanted))}"


def _required(value: Any, wanted: list[str], path: str) -> Iterator[Violation]:
    if isinstance(value, dict):
        for name in wanted:
            if name not in value:
                yield f"{path}.{name}", "is missing"


def _properties(value: Any, wanted: dict[str, Schema], path: str) -> Iterator[Violation]:
    if isinstance(value, dict):
        for name, schema in wanted.items():
            if name in value:
                yield from _check(value[name], schema, f"{path}.{name}")


def _additional(value: Any, schema: Schema, path: str) -> Iterator[Violation]:
    # The contract uses this only where no property is named beforehand.
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _check(inner, schema, f"{path}.{name}")


def _items(value: Any, schema: Schema, path: str) -> Iterator[Violation]:
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _check(inner, schema, f"{path}[{number}]")


def _min_items(value: Any, wanted: int, path: str) -> Iterator[Violation]:
    if isinstance(value, list) and len(value) < wanted:
        yield path, f"has {len(value)} items, expected at least {wanted}"


def _minimum(value: Any, wanted: float, path: str) -> Iterator[Violation]:
    if isinstance(value, int | float) and value < wanted:
        yield path, f"is {value}, expected at least {wanted}"


def _maximum(value: Any, wanted: float, path: str) -> Iterator[Violation]:
    if isinstance(value, int | float) and value > wanted:
        yield path, f"is {value}, expected at most {wanted}"


CHECKS: dict[str, Callable[[Any, Any, str], Iterator[Violation]]] = {
    "const": _const,
    "enum": _enum,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "minItems": _min_items,
    "minimum": _minimum,
    "maximum": _maximum,
}
