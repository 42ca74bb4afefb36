"""The shipped schema extends the shared contract, and the check agrees with a full validator."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records.contract import find_violations, load_schema
from dateline.records.readings import Reading


def additions(ours: Any, shared: Any, path: str = "$") -> list[str]:
    """Return where our schema says anything but the shared one and more optional properties."""
    if isinstance(shared, dict):
        if not isinstance(ours, dict):
            return [path]
        may_add = path.endswith((".properties", ".$defs"))
        extra = [] if may_add else [f"{path}.{name}" for name in ours if name not in shared]
        lost = [f"{path}.{name}" for name in shared if name not in ours]
        kept = [name for name in shared if name in ours and name != "description"]
        return (
            extra
            + lost
            + [
                each
                for name in kept
                for each in additions(ours[name], shared[name], f"{path}.{name}")
            ]
        )
    return [] if ours == shared else [path]


def test_the_schema_only_adds_optional_properties_to_the_shared_one(shared: Path) -> None:
    contract = json.loads((shared / "contract" / "reading.schema.json").read_text("utf-8"))
    assert additions(load_schema(), contract) == []


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema())


def test_every_field_of_the_records_is_in_the_schema(sample: Reading) -> None:
    reading = sample.to_dict()
    unknown: list[str] = []

    def look(value: Any, schema: dict[str, Any], path: str) -> None:
        schemas = [schema]
        merged: dict[str, Any] = {}
        items: dict[str, Any] = {}
        while schemas:
            part = schemas.pop()
            if "$ref" in part:
                schemas.append(load_schema()["$defs"][part["$ref"].rpartition("/")[2]])
            schemas += [*part.get("allOf", []), *part.get("anyOf", [])]
            merged |= part.get("properties", {})
            items |= part.get("items", {})
        if isinstance(value, dict) and not path.endswith(".why"):
            for name, inner in value.items():
                if name not in merged:
                    unknown.append(f"{path}.{name}")
                else:
                    look(inner, merged[name], f"{path}.{name}")
        elif isinstance(value, list) and value:
            look(value[0], items, f"{path}[]")

    look(reading, load_schema(), "$")
    assert unknown == []


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda raw: raw.pop("events"), "$.events"),
        (lambda raw: raw.update(schema="dateline/2"), "$.schema"),
        (lambda raw: raw["entities"][0].update(kind="robot"), "$.entities[0].kind"),
        (lambda raw: raw["entities"][0].update(mentions=[]), "$.entities[0].mentions"),
        (lambda raw: raw["figures"][0].update(low="four"), "$.figures[0].low"),
        (lambda raw: raw["figures"][0].update(approximate=None), "$.figures[0].approximate"),
        (lambda raw: raw["events"][0]["trigger"].update(start=-1), "$.events[0].trigger.start"),
        (lambda raw: raw["events"][0].update(confidence=1.5), "$.events[0].confidence"),
        (lambda raw: raw["statements"][0].update(cue=[]), "$.statements[0].cue"),
        (lambda raw: raw["times"][0]["why"].update(edtf=1), "$.times[0].why.edtf"),
    ],
)
def test_a_breach_is_found_at_its_place(sample: Reading, change: Any, path: str) -> None:
    raw = sample.to_dict()
    change(raw)
    assert [where for where, _ in find_violations(raw)] == [path]


WRONG = st.sampled_from([None, True, 0, -1, 1.5, "", "v0", [], {}, [None], {"start": 1}])


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_the_check_agrees_with_a_full_validator(sample: Reading, data: st.DataObject) -> None:
    raw = sample.to_dict()
    for _ in range(data.draw(st.integers(0, 3))):
        spot: Any = raw
        while isinstance(spot, dict | list) and spot:
            names = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
            name = data.draw(st.sampled_from(names))
            if data.draw(st.booleans()) or not isinstance(spot[name], dict | list):
                spot[name] = copy.deepcopy(data.draw(WRONG))
                break
            spot = spot[name]
    is_valid = jsonschema.Draft202012Validator(load_schema()).is_valid(raw)
    assert (not list(find_violations(raw))) == is_valid


def test_the_sample_is_a_reading(sample: Reading) -> None:
    raw = sample.to_dict()
    assert list(find_violations(raw)) == []
    assert Reading.from_dict(raw) == sample
