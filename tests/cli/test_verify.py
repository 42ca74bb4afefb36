"""`dateline verify`: readings that hold, readings that do not, and files that are none."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dateline.cli import run

if TYPE_CHECKING:
    from dateline.records.readings import Reading


@pytest.mark.parametrize("form", ["object", "array", "lines", "spread lines"])
def test_a_reading_that_holds_is_counted(
    sample: Reading, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = sample.to_json()
    name, body, count = {
        "object": ("r.json", sample.to_json(indent=2), 1),
        "array": ("r.json", f"[{line},\n{line}]", 2),
        "lines": ("r.jsonl", f"{line}\n\n{line}\n", 2),
        "spread lines": ("r.json", f"{line}\n{line}\n", 2),
    }[form]
    path = tmp_path / name
    path.write_text(body, "utf-8")
    assert run(["verify", str(path)]) == 0
    assert f"proved {20 * count} spans in {count} readings; all readings hold" in (
        capsys.readouterr().out
    )


def test_what_fails_is_printed_with_its_path(
    sample: Reading, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = sample.to_dict()
    raw["events"][0]["trigger"]["text"] = "wounded"
    path = tmp_path / "r.jsonl"
    path.write_text(sample.to_json() + "\n" + json.dumps(raw) + "\n")
    assert run(["verify", str(path)]) == 1
    out = capsys.readouterr().out
    assert "r.jsonl line 2: $.events[0].trigger: says 'wounded', the text has 'killed'" in out
    assert "1 readings do not hold" in out


@pytest.mark.parametrize(
    "body", ["", "nonsense", "[1]", "{}", '{"article": {"text": "x"}}', "[" * 99999]
)
def test_a_file_that_is_no_reading_exits_2(
    body: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "r.json"
    path.write_text(body)
    assert run(["verify", str(path)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_file_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(tmp_path / "none.json")]) == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_standard_input_is_verified(
    sample: Reading, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stdin:
        buffer = io.BytesIO(sample.to_json().encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert run(["verify", "-"]) == 0
    assert "proved" in capsys.readouterr().out
