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


def noticed(read_parse: ReadParse, text: str, published: str) -> list[str]:
    """Return the codes of the warnings, the tense of the text considered."""
    parse = read_parse(text)
    times = find_times(parse, published)
    return [w.code for w in check_published(times, published, text=text, parse=parse)]


def test_a_day_after_publication_told_as_past_contradicts_it(read_parse: ReadParse) -> None:
    text = "The quake struck on January 15. Rescue workers came on January 16."
    assert noticed(read_parse, text, "2022-01-07") == ["published-contradicted"]
    assert noticed(read_parse, text, "2022-01-17") == []


def test_a_plan_told_in_the_past_tense_contradicts_nothing(read_parse: ReadParse) -> None:
    text = "The court set the hearing for January 15. It was to open on January 16."
    assert noticed(read_parse, text, "2022-01-07") == []


def test_the_texts_own_date_line_contradicts_an_earlier_publication(
    read_parse: ReadParse,
) -> None:
    text = "Shops reopen in the port\n\nFriday, July 21, 2017\n\nShops reopened on Tuesday."
    assert noticed(read_parse, text, "2017-07-18") == ["published-contradicted"]
    assert noticed(read_parse, text, "2017-07-21") == []


def test_the_weekday_of_today_contradicts_the_publication(read_parse: ReadParse) -> None:
    text = "Protesters stormed the airport today, Wednesday."
    assert noticed(read_parse, text, "2022-01-07") == ["weekday-contradicted"]
    assert noticed(read_parse, text, "2022-01-05") == []
