"""`dateline read`: what goes in, what comes out, and the exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from dateline.cli import run
from dateline.records.contract import load_schema

if TYPE_CHECKING:
    from dateline.reader import Reader

TEXT = "The police said on Friday that at least four people had been killed in Porto.\n"
GERMAN = "Die Polizei sagte am Freitag, dass vier der Männer in Porto wieder frei seien, und ging."


@pytest.fixture(autouse=True)
def one_reader(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all commands of a test run share one loaded reader."""
    monkeypatch.setattr("dateline.reader.Reader", lambda **_: reader)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    lines = [
        {"key": "a", "title": None, "text": TEXT, "published": "2022-01-07", "outlet": "Wire"},
        {"key": "b", "text": ""},
        "nonsense",
        {"key": "d", "text": GERMAN},
        {"key": "e", "text": TEXT},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_corpus_gives_a_reading_a_line_and_says_what_failed(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(corpus), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    readings = [json.loads(line) for line in out.splitlines()]
    assert [one["article"]["key"] for one in readings] == ["a", "e"]
    for one in readings:
        jsonschema.validate(one, load_schema())
    assert readings[0]["article"]["text"] == TEXT
    assert readings[0]["article"]["published"] == "2022-01-07"
    assert "corpus.jsonl line 2 (b): found no words" in err
    assert "corpus.jsonl line 3: found a JSON str" in err
    assert "(d): found a text in another language (de), expected English (en)" in err
    assert "corpus.jsonl line 5 (e): warning: times such as" in err
    assert "hint: say --published DATE" in err
    assert "read 2 of 5 articles" in err
    assert "3 failed" in err


def test_one_article_is_one_object_and_several_are_an_array(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--format", "json", "--published", "2022-01-07", "--outlet", "Mine"]
    assert run(["read", str(article), *given]) == 0
    out, err = capsys.readouterr()
    one = json.loads(out)
    assert one["article"]["outlet"] == "Mine"
    assert one["article"]["published_from"] == "given"
    assert err == ""
    assert run(["read", str(article), str(article), *given]) == 0
    assert json.loads(capsys.readouterr().out) == [one, one]
    assert run(["read", str(article), "missing.txt", *given]) == 1
    assert json.loads(capsys.readouterr().out) == [one]
    assert run(["read", "missing.txt", *given]) == 1
    assert capsys.readouterr().out == ""


def test_the_ending_of_the_output_says_its_format(article: Path, tmp_path: Path) -> None:
    for ending, first in (("json", b"{\n"), ("jsonl", b'{"schema"'), ("html", b"<!")):
        path = tmp_path / f"out.{ending}"
        assert run(["read", str(article), "-o", str(path), "-q"]) == 0
        assert path.read_bytes().lower().startswith(first)


def test_a_report_in_a_pipe_is_plain(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(article), "--published", "2022-01-07"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "four" in out


def test_standard_input_is_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert run(["read", "-", "--format", "jsonl", "-q"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == TEXT


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("empty.txt", b"", "empty file"),
        ("binary.txt", bytes(range(256)), "binary content"),
        ("paper.pdf", b"%PDF-1.4", "found a PDF"),
        ("huge.txt", b"word " * 500_000, "expected at most 2,000,000"),
        ("german.txt", GERMAN.encode(), "another language (de)"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_read(  # noqa: PLR0917 - fixtures
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str],
    name: str, body: bytes, said: str,
) -> None:  # fmt: skip
    (tmp_path / name).write_bytes(body)
    assert run(["read", str(tmp_path / name), str(article), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert f"{name}: " in err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x", "--format", "xml"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--processes", "-1"],
        ["read", "x", "--what"],
        ["reed", "x"],
        ["read", "x", "-o", "/nowhere/at/all.json"],
    ],
)
def test_wrong_use_is_said_and_exits_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err


def test_a_source_is_not_overwritten(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(article), "-o", str(article)]) == 2
    assert article.read_text("utf-8") == TEXT
    assert "would be overwritten" in capsys.readouterr().err


def test_warnings_that_many_articles_share_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text((json.dumps({"text": TEXT}) + "\n") * 6)
    assert run(["read", str(path), "--format", "jsonl"]) == 0
    err = capsys.readouterr().err
    assert err.count("warning:") == 3
    assert "3 more warnings of [no-publication-date]" in err


def test_a_defect_of_ours_is_a_failure_with_its_traceback_on_request(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("rule 7")

    monkeypatch.setattr("dateline.reader.find", broken)
    assert run(["read", str(article), "--format", "jsonl"]) == 1
    err = capsys.readouterr().err
    assert "a rule of dateline broke on this text (ZeroDivisionError: rule 7)" in err
    assert "Traceback" not in err
    assert run(["read", str(article), "--format", "jsonl", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


NUMBERS = ("four", "five", "six", "seven", "eight", "nine")


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """Return a corpus of six articles, the last two of one key and one text."""
    path = tmp_path / "six.jsonl"
    bodies = [(f"k{at}", TEXT.replace("four", word)) for at, word in enumerate(NUMBERS[:5])]
    lines = [{"key": key, "text": text, "published": "2022-01-07"} for key, text in bodies]
    path.write_text("".join(json.dumps(line) + "\n" for line in [*lines, lines[-1]]), "utf-8")
    return path


def interrupt_after(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Ctrl-C come when `count` articles are read."""
    from dateline.extract import find

    calls = iter(range(count))

    def interrupted(*given: object, **named: object) -> object:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return find(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("dateline.reader.find", interrupted)


@pytest.mark.parametrize("count", [0, 3, 5])
@pytest.mark.parametrize("rest", [b"", b'{"schema": "datel'])
def test_a_run_that_was_cut_off_goes_on_where_it_was(  # noqa: PLR0917 - fixtures
    six: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], count: int, rest: bytes,
) -> None:  # fmt: skip
    whole, path = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run(["read", str(six), "-o", str(whole)]) == 0
    with monkeypatch.context() as patch:
        interrupt_after(count, patch)
        assert run(["read", str(six), "-o", str(path)]) == 130
    assert path.read_bytes() == b"".join(whole.read_bytes().splitlines(keepends=True)[:count])
    # A process that is killed may leave half a line.
    path.write_bytes(path.read_bytes() + rest)
    capsys.readouterr()
    assert run(["read", str(six), "-o", str(path), "--resume"]) == 0
    assert path.read_bytes() == whole.read_bytes()
    assert (f"{count} were there already" in capsys.readouterr().err) == bool(count)


def test_to_go_on_from_nothing_is_to_begin(six: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    assert run(["read", str(six), "-o", str(path), "--resume", "-q"]) == 0
    assert len(path.read_bytes().splitlines()) == 6
    assert run(["read", str(six), "-o", str(path), "--resume", "-q"]) == 0
    assert len(path.read_bytes().splitlines()) == 6


@pytest.mark.parametrize(
    ("arguments", "body", "said"),
    [
        (["-o", "out.jsonl"], b"nonsense\n", "out.jsonl line 1 is no reading"),
        (["-o", "out.jsonl"], b'{"article": {"id": "0"}, "made_by": {"rules": "x"}}\n',
         "line 1 was made by other rules"),
        (["-o", "out.html"], b"", "--resume needs a file of JSON Lines"),
        (["--format", "jsonl"], b"", "--resume needs a file of JSON Lines"),
    ],
)  # fmt: skip
def test_there_is_no_going_on_with_something_else(  # noqa: PLR0917 - fixtures
    six: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], arguments: list[str], body: bytes, said: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("out.jsonl").write_bytes(body)
    assert run(["read", str(six), *arguments, "--resume"]) == 2
    assert said in capsys.readouterr().err
    assert Path("out.jsonl").read_bytes() == body


def test_a_line_that_does_not_fit_on_the_disk_is_not_begun(tmp_path: Path) -> None:
    from dateline.cli.lines import LineFile
    from dateline.errors import UsageError

    path = tmp_path / "out.jsonl"

    class Full:
        """A file on a disk with room for seven bytes more."""

        def __init__(self, file: io.FileIO) -> None:
            self.file, self.room = file, 7

        def write(self, body: memoryview) -> int:
            if not self.room:
                raise OSError(28, "No space left on device")
            taken = self.file.write(body[: self.room])
            self.room -= taken
            return taken

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

    with LineFile(path) as lines:
        lines._file = Full(lines._file)
        lines.write(b"one\n")
        with pytest.raises(UsageError, match="cannot be written: No space left"):
            lines.write(b"two and three\n")
    assert path.read_bytes() == b"one\n"


def test_the_first_use_says_that_the_gazetteer_is_built(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dateline.tables.gazetteer_cache.is_built", lambda: False)
    given = [str(article), "--format", "jsonl", "--published", "2022-01-07"]
    assert run(["read", *given]) == 0
    assert "building the gazetteer, once" in capsys.readouterr().err
    assert run(["read", *given, "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_a_full_disk_at_the_first_use_is_said(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.tables.gazetteer_cache.is_built", lambda: False)
    monkeypatch.setattr("dateline.tables.gazetteer.open_gazetteer", full)
    assert run(["read", str(article)]) == 2
    err = capsys.readouterr().err
    assert "No space left on device" in err
    assert "DATELINE_CACHE" in err
