"""The pages of the docs name everything that a user can meet."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

import dateline
from dateline import errors
from dateline.records import articles, readings, texts
from dateline.records.contract import load_schema

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
ERRORS = [
    one
    for _, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, errors.DatelineError)
]
RECORDS = [
    one
    for module in (readings, articles, texts)
    for _, one in inspect.getmembers(module, inspect.isclass)
    if one.__module__ == module.__name__
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: one.__name__)
def test_every_error_is_on_its_page(error: type[errors.DatelineError]) -> None:
    page = (DOCS / "errors.md").read_text("utf-8")
    assert f"`{error.__name__}`" in page
    assert f"`{error.code}`" in page


def test_codes_are_unique() -> None:
    codes = [one.code for one in ERRORS]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_every_field_of_the_record_is_in_the_dictionary(record: type) -> None:
    page = (DOCS / "record.md").read_text("utf-8")
    section = page.split(f"\n## {record.__name__}\n")[1].split("\n## ")[0]
    for name in record.__struct_fields__:  # type: ignore[attr-defined]
        assert f"| `{name}` |" in section, name


def test_every_value_that_a_field_may_have_is_in_the_dictionary() -> None:
    page = (DOCS / "record.md").read_text("utf-8")

    def values(schema: object) -> list[str]:
        if isinstance(schema, dict):
            inner = [each for one in schema.values() for each in values(one)]
            return [*schema.get("enum", []), *inner]
        if isinstance(schema, list):
            return [each for one in schema for each in values(one)]
        return []

    schema = json.loads(json.dumps(load_schema()))
    assert [one for one in values(schema["properties"]) if f"`{one}`" not in page] == []


def test_every_public_name_is_documented() -> None:
    for name in dateline.__all__:
        assert inspect.getdoc(getattr(dateline, name))
