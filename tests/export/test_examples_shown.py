"""The sample articles, read by the real reader and shown: slow, since the models are loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.export import to_html, to_report
from dateline.records.readings import Reading

pytestmark = pytest.mark.slow
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = 11


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    from dateline import sources
    from dateline.reader import Reader

    found = list(Reader().read_many(sources.read(str(EXAMPLES))))
    shown = [reading for reading in found if isinstance(reading, Reading)]
    assert len(shown) == len(found) == ARTICLES, found
    return shown


def test_each_article_is_read_with_its_date_and_its_claims(readings: list[Reading]) -> None:
    for reading in readings:
        assert (reading.article.published or "").startswith("2022-01-")
        assert reading.statements
        assert reading.figures
        assert reading.events


def test_furniture_of_a_page_is_not_read(readings: list[Reading]) -> None:
    for reading in readings:
        assert "999 killed" not in reading.article.text
        assert "Subscribe for" not in reading.article.text


def test_each_quote_of_the_report_stands_in_its_article(readings: list[Reading]) -> None:
    for reading in readings:
        text = " ".join(reading.article.text.split())
        report = to_report([reading], colour=False, width=100)
        quoted = re.findall(r"((?:^ *│ .*\n)+)", report, re.MULTILINE)
        assert quoted
        for block in quoted:
            words = " ".join(row.strip().removeprefix("│ ") for row in block.splitlines())
            for words_, start, end in re.findall(r"(.*?) \[(\d+)–(\d+)\] ?", words):
                stands = reading.article.text[int(start) : int(end)]
                assert words_.removeprefix("… ").removesuffix(" …") == " ".join(stands.split())
                assert " ".join(stands.split()) in text


def test_all_articles_make_one_page(readings: list[Reading]) -> None:
    page = to_html(readings)
    assert page.count('<section class="art"') == ARTICLES
    assert page.count("<script") == 0
