"""A user's own codebooks through the whole run: reader, processes, command line, resuming."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from dateline.cli import run
from dateline.errors import BadCodebook
from dateline.proof import verify
from dateline.reader import Reader
from dateline.records.contract import load_schema
from dateline.records.readings import Reading

TEXT = "The Rapid Support Forces evicted 200 families in Nyala on Monday."


@pytest.fixture
def actors(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("name,code,start\nRapid Support Forces,SDNREB,2020\n", "utf-8")
    return path


@pytest.fixture
def types(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[type]]\nname = "land-grab"\ntriggers = ["evict"]\nexamples = ["They took our land."]\n',
        "utf-8",
    )
    return path


def codes(reading: Reading) -> tuple[object, object]:
    named = next(one for one in reading.entities if "Rapid" in one.name)
    return named.code, [one.own for one in reading.events if one.own]


def test_a_reading_says_by_which_files_it_was_made(actors: Path, types: Path) -> None:
    mine = Reader(actors=actors, types=[types])
    reading = mine.read(TEXT, published="2022-01-07")
    assert codes(reading) == ("SDNREB", [("land-grab",)])
    raw = reading.to_dict()
    jsonschema.validate(raw, load_schema())
    assert verify(raw).holds
    assert Reading.from_json(reading.to_json()) == reading
    first, second = raw["made_by"]["codebooks"]
    assert first.startswith("actors own.csv sha256:")
    assert second.startswith("types own.toml sha256:")
    actors.write_text(actors.read_text("utf-8") + "Other,X,\n", "utf-8")
    changed = Reader(actors=actors, types=[types]).digests
    assert (changed[0] != first, changed[1]) == (True, second)


def test_a_reading_without_codebooks_has_no_trace_of_them(reader: Reader) -> None:
    raw = json.loads(reader.read(TEXT, published="2022-01-07").to_json())
    assert "codebooks" not in raw["made_by"]
    assert all("coded_by" not in one for one in raw["entities"])
    assert all("own" not in one for one in raw["events"])


def test_processes_read_with_the_same_codebooks(actors: Path, types: Path) -> None:
    mine = Reader(actors=actors, types=types)
    found = list(mine.read_many([TEXT, TEXT], published="2022-01-07", processes=2))
    assert [codes(one) for one in found if isinstance(one, Reading)] == [
        ("SDNREB", [("land-grab",)])
    ] * 2
    assert found[0] == mine.read(TEXT, published="2022-01-07")


def test_a_file_that_changed_under_a_run_is_not_read_by_its_processes(actors: Path) -> None:
    mine = Reader(actors=actors)
    actors.write_text("name,code\nRapid Support Forces,XXX\n", "utf-8")
    with pytest.raises(BadCodebook, match="changed"):
        list(mine.read_many([TEXT], published="2022-01-07", processes=2))


def test_the_command_takes_them_and_resumes_with_the_same_ones_only(
    actors: Path, types: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, out = tmp_path / "a.txt", tmp_path / "out.jsonl"
    article.write_text(TEXT, "utf-8")
    told = ["read", str(article), "--published", "2022-01-07", "-o", str(out)]
    own = ["--actors", str(actors), "--types", str(types)]
    assert run([*told, *own]) == 0
    reading = Reading.from_json(out.read_bytes())
    assert codes(reading) == ("SDNREB", [("land-grab",)])
    assert run([*told, *own, "--resume"]) == 0
    assert len(out.read_bytes().splitlines()) == 1
    assert run([*told, "--resume"]) == 2
    assert "other actors or types of your own" in capsys.readouterr().err


def test_the_command_tells_what_is_wrong_before_it_reads(
    actors: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    actors.write_text("name,code,start\nRSF,X,15 April\n", "utf-8")
    out = tmp_path / "out.jsonl"
    assert run(["read", "missing.txt", "--actors", str(actors), "-o", str(out)]) == 2
    err = capsys.readouterr().err
    assert 'own.csv line 2: found the start "15 April", expected a date' in err
    assert not out.exists()
    with pytest.raises(BadCodebook):
        Reader(actors=[actors])


def test_the_command_tells_notices_and_does_not_overwrite_a_codebook(
    actors: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "more.txt"
    second.write_text("RAPID_SUPPORT_FORCES [SDNMIL]\n", "utf-8")
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    own = ["--actors", str(actors), "--actors", str(second)]
    told = ["read", str(article), *own, "--published", "2022-01-07", "--format", "json"]
    assert run(told) == 0
    out, err = capsys.readouterr()
    assert '"RAPID SUPPORT FORCES" stands in' in err
    assert codes(Reading.from_json(out)) == ("SDNMIL", [])
    assert run([*told, "-o", str(actors)]) == 2
    assert "would be overwritten" in capsys.readouterr().err


def test_the_users_types_are_shown_in_the_report_and_in_the_frames(types: Path) -> None:
    from dateline.export import to_report

    reading = Reader(types=types).read(TEXT, published="2022-01-07")
    assert "land-grab, COERCE" in to_report([reading], colour=False, width=100)
    assert "land-grab" in set(reading.to_frames()["events"]["own"])
