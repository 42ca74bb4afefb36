"""Files, folders and standard input give pages; what cannot be read is said."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from dateline.records.failures import Failure
from dateline.records.pages import Page
from dateline.sources import files, read


def only(source: str) -> Page | Failure:
    (found,) = read(source)
    return found


def test_a_file_gives_its_bytes_and_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "a.HTML"
    path.write_bytes(b"<p>caf\xe9")
    assert only(str(path)) == Page(
        body=b"<p>caf\xe9", key="a.HTML", where=str(path), media_type="text/html"
    )


def test_a_missing_file_is_a_failure_with_a_hint(tmp_path: Path) -> None:
    failure = only(str(tmp_path / "none.txt"))
    assert isinstance(failure, Failure)
    assert failure.code == "unreadable-file"
    assert "No such file" in failure.message
    assert failure.hint


@pytest.mark.parametrize("name", ["none.jsonl", "a\x00b", "x" * 5000])
def test_a_name_that_leads_nowhere_is_a_failure(tmp_path: Path, name: str) -> None:
    failure = only(f"{tmp_path}/{name}")
    assert isinstance(failure, Failure)
    assert failure.code == "unreadable-file"


def test_a_file_too_large_to_be_an_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    (tmp_path / "a.txt").write_text("word " * 300)
    failure = only(str(tmp_path / "a.txt"))
    assert isinstance(failure, Failure)
    assert "expected one article" in failure.message


def test_a_folder_is_read_in_order_with_those_below_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.jsonl").write_text('{"text": "d"}\nnonsense')
    for ignored in (".hidden.txt", "picture.png", "README.md"):
        (tmp_path / ignored).write_text("ignored")
    found = list(read(str(tmp_path)))
    names = [os.path.relpath(one.where.split(" line")[0], tmp_path) for one in found]
    assert names == ["a.html", "b.txt", "c/d.jsonl", "c/d.jsonl"]
    assert isinstance(found[-1], Failure)


def test_a_folder_without_articles_is_a_failure(tmp_path: Path) -> None:
    failure = only(str(tmp_path))
    assert isinstance(failure, Failure)
    assert "expected .txt" in failure.message


class Stdin:
    def __init__(self, body: bytes) -> None:
        self.buffer = io.BytesIO(body)


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"{Four} killed.\nTwo hurt."))
    assert only("-") == Page(body=b"{Four} killed.\nTwo hurt.", where="standard input")


def test_standard_input_may_be_a_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b'{"text": "one"}\n{"text": "two"}\n'))
    assert [one.body for one in read("-") if isinstance(one, Page)] == ["one", "two"]


def test_closed_standard_input_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    failure = only("-")
    assert isinstance(failure, Failure)
    assert "closed" in failure.message
