"""A corpus gives its articles in order, and its broken lines as failures."""

from __future__ import annotations

import json

import pytest

from dateline.errors import BadRecord
from dateline.records.failures import Failure
from dateline.records.pages import Page
from dateline.sources.lines import parse_line, read_lines


def test_a_line_gives_a_page_with_all_that_it_says() -> None:
    line = {"key": "k", "title": "T", "text": "Words.", "published": "2022-01-07", "outlet": "O",
            "url": "https://example.org/", "more": [1]}  # fmt: skip
    page = parse_line(json.dumps(line).encode(), "here")
    assert page == Page(
        body="Words.", where="here", key="k", title="T", published="2022-01-07", outlet="O",
        url="https://example.org/",
    )  # fmt: skip


def test_a_number_will_do_as_a_key() -> None:
    assert parse_line(b'{"key": 7, "text": "Words."}', "here").key == "7"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"words", "no JSON"),
        (b"[1]", "a JSON list"),
        (b"{}", 'without "text"'),
        (b'{"text": null}', 'NoneType in "text"'),
        (b'{"text": "x", "key": [1]}', 'list in "key"'),
        (b'{"text": "x", "title": true}', 'bool in "title"'),
        (b'{"text": "\xff"}', "no UTF-8"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_broken_line_says_what_was_found(line: bytes, found: str) -> None:
    with pytest.raises(BadRecord, match=found):
        parse_line(line, "here")


def test_the_rest_of_a_corpus_is_read_past_a_broken_line() -> None:
    lines = [b'\xef\xbb\xbf{"text": "one"}\n', b"\n", b"nonsense\n", b'{"text": "two"}']
    first, failure, second = read_lines(lines, "c.jsonl")
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.body, second.body) == ("one", "two")
    assert isinstance(failure, Failure)
    assert (failure.where, failure.stage, failure.code) == (
        "c.jsonl line 3", "sources", "bad-record"
    )  # fmt: skip
