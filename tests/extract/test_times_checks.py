"""The day of publication, held against the text."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.times import check_published, find_times
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


def codes(read_parse: ReadParse, text: str, published: str | None) -> list[str]:
    """Return the codes of the warnings on a text."""
    return [w.code for w in check_published(find_times(read_parse(text), published), published)]


def test_dates_long_after_publication_contradict_it(read_parse: ReadParse) -> None:
    """A text cannot tell only of days to come."""
    text = "Thursday, May 7, 2015\nThe woman left the ship."
    assert codes(read_parse, text, "2011-12-02") == ["published-contradicted"]


def test_a_date_alone_on_its_line_is_the_date_of_the_text(read_parse: ReadParse) -> None:
    """Only the text tells that a date has its line to itself."""
    text = "Car sales fall\nMay 7, 2015\nThe maker said that sales fell."
    times = find_times(read_parse(text), "2011-12-02")
    assert [w.code for w in check_published(times, "2011-12-02")] == []
    assert [w.code for w in check_published(times, "2011-12-02", text=text)] == [
        "published-contradicted"
    ]


def test_one_plan_ahead_contradicts_nothing(read_parse: ReadParse) -> None:
    """The troops may leave next year."""
    text = "The paper was signed on February 29, 2020. The troops leave by May 1, 2021."
    assert codes(read_parse, text, "2020-03-02") == []


def test_a_weekday_that_does_not_fit_its_date_is_told(read_parse: ReadParse) -> None:
    """12 May 2004 was a Wednesday."""
    assert codes(read_parse, "He died on Friday, May 12, 2004.", "2004-06-01") == [
        "weekday-contradicted"
    ]
    assert codes(read_parse, "He died on Wednesday, May 12, 2004.", "2004-06-01") == []


def test_a_missing_publication_is_told_where_it_is_missed(read_parse: ReadParse) -> None:
    """Only times that count from it make it missed."""
    assert codes(read_parse, "He died yesterday.", None) == ["published-missing"]
    assert codes(read_parse, "He died in 1970.", None) == []


def test_an_unreadable_publication_is_told(read_parse: ReadParse) -> None:
    """A date that is no EDTF date is not used silently."""
    assert "published-unreadable" in codes(read_parse, "He died in 1970.", "last spring")
