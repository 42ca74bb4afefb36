"""A thorough reading asks the encoder, says so in the record, and is proven like any other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import run
from dateline.proof import verify
from dateline.reader import Reader
from dateline.records.readings import Reading

TEXT = "The garrison let no flour through to the town for nine days, the mayor of Tarin said."


@pytest.fixture(scope="module")
def thorough() -> Reader:
    return Reader(thorough=True)


def test_the_record_names_the_encoder(thorough: Reader, reader: Reader) -> None:
    made_by = thorough.read(TEXT, published="2022-01-07").to_dict()["made_by"]
    assert [one.split(":")[0] for one in made_by["codebooks"]] == ["encoder sha256"]
    assert "codebooks" not in reader.read(TEXT, published="2022-01-07").to_dict()["made_by"]


def test_it_finds_what_the_rules_alone_do_not(thorough: Reader, reader: Reader) -> None:
    text = "The customs house kept the medicine of the Sahrawi hospital for eleven weeks."
    assert thorough.read(text, published="2022-01-07").events
    assert not reader.read(text, published="2022-01-07").events


def test_a_thorough_reading_holds(thorough: Reader) -> None:
    reading = thorough.read(TEXT * 8, published="2022-01-07")
    assert verify(reading).holds


def test_several_processes_read_as_one_does(thorough: Reader) -> None:
    texts = [TEXT, "Two ferries collided off Cebu on Monday.", "Rain fell."] * 2
    alone = list(thorough.read_many(texts, published="2022-01-07"))
    crew = list(thorough.read_many(texts, published="2022-01-07", processes=2))
    assert alone == crew
    assert all(isinstance(one, Reading) for one in crew)


def test_a_run_goes_on_only_as_it_began(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, out = tmp_path / "corpus.jsonl", tmp_path / "out.jsonl"
    corpus.write_text(json.dumps({"key": "a", "text": TEXT}) + "\n", "utf-8")
    command = ["read", str(corpus), "-o", str(out), "--published", "2022-01-07"]
    assert run([*command, "--thorough"]) == 0
    assert run([*command, "--thorough", "--resume"]) == 0
    assert run([*command, "--resume"]) == 2
    assert "otherwise thorough" in capsys.readouterr().err
