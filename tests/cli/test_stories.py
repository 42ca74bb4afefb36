"""`dateline stories` groups a corpus and goes on past what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import run

LINES = [
    {
        "key": "a",
        "text": "A strong earthquake hit the cities of Gaziantep and Malatya before dawn, "
        "the governor said, and many houses fell.",
        "published": "2023-02-06",
    },
    {
        "key": "b",
        "text": "The orchestra of Tampere will tour Estonia in the spring, its conductor "
        "announced at a concert on Sunday.",
        "published": "2023-02-06",
    },
    {
        "key": "c",
        "text": "Rescuers in Gaziantep and Malatya were digging through the rubble for a "
        "second day, and the governor asked for help.",
        "published": "2023-02-07",
    },
    {"key": "d", "text": "", "published": "2023-02-07"},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return path


def test_stories_come_one_a_line_and_an_empty_article_is_a_failure(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", str(corpus), "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    stories = [json.loads(line) for line in out.splitlines()]
    assert {tuple(story["articles"]) for story in stories} == {("a", "c"), ("b",)}
    assert "found no words" in err


def test_the_table_leaves_single_articles_out_unless_asked(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["stories", str(corpus)])
    short = capsys.readouterr().out
    run(["stories", str(corpus), "--alone"])
    long = capsys.readouterr().out
    assert "2 articles" in short
    assert "Tampere" not in short
    assert "Tampere" in long
