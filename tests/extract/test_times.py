"""Times: what is found, what it is worth, and what it is counted from."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dateline.extract.times import find_times
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


@pytest.fixture
def values(read_parse: ReadParse) -> Callable[..., list[str | None]]:
    """Return a function from a text and its day of publication to the values in it."""

    def read(text: str, published: str | None = "2022-01-07") -> list[str | None]:
        return [found.edtf for found in find_times(read_parse(text), published)]

    return read


STATED = [
    ("The bridge was opened on 12 August 2000.", "2000-08-12"),
    ("The bridge was opened on the 7th of January, 1961.", "1961-01-07"),
    ("The bridge was opened on March 3rd, 1999.", "1999-03-03"),
    ("The letter is dated 02.06.1988.", "1988-06-02"),
    ("The letter is dated 1993/02/14.", "1993-02-14"),
    ("The letter is dated 2021-03-04.", "2021-03-04"),
    ("The letter is dated 8.IX.1991.", "1991-09-08"),
    ("The letter is dated 25/12/2021.", "2021-12-25"),
    ("The mill was built in 1970.", "1970"),
    ("The mill was built in the 1830s.", "183X"),
    ("The mill was built in the nineteenth century.", "18XX"),
    ("The mill was built in the early 1990s.", "199X~"),
    ("The mill was built in autumn 1994.", "1994-23"),
    ("The mill was built about 1958.", "1958~"),
    ("The mill was built in mid-1952.", "1952~"),
    ("Sales rose in the third quarter of 2020.", "2020-07/2020-09"),
    ("He ruled from 1972 to 1976.", "1972/1976"),
    ("He ruled between 2010 and 2012.", "2010/2012"),
    ("The signal came at 071430Z JAN 22.", "2022-01-07T14:30Z"),
]


@pytest.mark.parametrize(("text", "value"), STATED)
def test_what_is_stated_in_full_needs_no_publication(
    values: Callable[..., list[str | None]], text: str, value: str
) -> None:
    """A full date, a year, a decade stand for themselves."""
    assert values(text, None) == [value]


# Publication is Friday, 7 January 2022.
RELATIVE = [
    ("The court sat today.", "2022-01-07"),
    ("The court sat yesterday.", "2022-01-06"),
    ("The court will sit tomorrow.", "2022-01-08"),
    ("The court sat the day before yesterday.", "2022-01-05"),
    ("The court sat on Wednesday.", "2022-01-05"),
    ("The court will sit on Wednesday.", "2022-01-12"),
    ("The court sat on Friday.", "2022-01-07"),
    ("The court sat last Friday.", "2021-12-31"),
    ("The court will sit next Monday.", "2022-01-10"),
    ("The court sat on Thursday of last week.", "2021-12-30"),
    ("The court sat on Monday night.", "2022-01-03"),
    ("The court sat on December 26.", "2021-12-26"),
    ("The court will sit on March 3.", "2022-03-03"),
    ("The court sat in November.", "2021-11"),
    ("The court sat last week.", "2021-12-27/2022-01-02"),
    ("The court will sit next month.", "2022-02"),
    ("The court sat last year.", "2021"),
    ("The court sat three months ago.", "2021-10"),
    ("The court sat two years ago.", "2020"),
    ("The court sat four days ago.", "2022-01-03"),
    ("The court sat a week ago today.", "2021-12-31"),
    ("The court sat last winter.", "2020-24"),
    ("The court sat on Christmas Day.", "2021-12-25"),
    ("The court will sit on Easter Monday.", "2022-04-18"),
    ("The court sat on Thanksgiving.", "2021-11-25"),
    ("The court sat at 4:53 p.m. on Tuesday.", "2022-01-04T16:53"),
    ("The court sat at half past two this morning.", "2022-01-07T02:30"),
    ("The court sat at 9 a.m. EST on Tuesday.", "2022-01-04T09-05:00"),
    ("The court sat on the 3rd.", "2022-01-03"),
    ("The court sat in early December.", "2021-12~"),
    ("The court sat on Thursday, Dec. 30.", "2021-12-30"),
    ("The emergency holds until January 19.", "../2022-01-19"),
    ("Until January 19, an emergency holds.", "../2022-01-19"),
    ("The protests have gone on since January 2.", "2022-01-02/.."),
    ("The court sat from Monday to Wednesday.", "2022-01-03/2022-01-05"),
    ("The court sat from October 26 to November 5.", "2021-10-26/2021-11-05"),
    ("The court sat in the night of 28 to 29 December.", "2021-12-28/2021-12-29"),
    ("The pump will stay shut from February 1 onwards.", "2022-02-01/.."),
    ("The court sat the week before last.", "2021-12-20/2021-12-26"),
    ("The court will sit a week on Monday.", "2022-01-17"),
    ("The court will sit between 3 and 5 p.m. on Monday.", "2022-01-10T15/2022-01-10T17"),
    ("The court will sit on the last Friday of March.", "2022-03-25"),
    ("Shops were shut over the Easter weekend last year.", "2021-04-03/2021-04-04"),
    ("The mill was sold half a century ago.", "1972~"),
    ("Snow fell overnight into Friday.", "2022-01-06/2022-01-07"),
    ("On the night of 5/6 November they left.", "2021-11-05/2021-11-06"),
    ("Prices were the highest since May 1990.", "1990-05"),
    ("Net should grow by 2050.", "2050"),
    ("Over the past year prices rose.", "2021-01-07/2022-01-07"),
]


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_what_is_told_from_publication_is_counted_from_it(
    values: Callable[..., list[str | None]], text: str, value: str
) -> None:
    """Weekdays follow the tense, dates without a year the nearest fitting one."""
    assert values(text) == [value]


DISCOURSE = [
    ("The tunnel caved in on 23 June 2018. The next morning, pumps arrived.", "2018-06-24"),
    ("The tunnel caved in on 23 June 2018. Two days later, pumps arrived.", "2018-06-25"),
    ("The tunnel caved in on 23 June 2018. Earlier that day, miners had left.", "2018-06-23"),
    ("The tunnel caved in on 23 June 2018. Pumps arrived the same week.", "2018-06-18/2018-06-24"),
    ("The tunnel caved in on 23 June 2018. Inspectors had come the day before.", "2018-06-22"),
    ("The tunnel caved in on 23 June 2018. Pumps arrived the following year.", "2019"),
    ("The tunnel caved in on 23 June 2018. It had been dug the previous year.", "2017"),
    (
        "The tunnel caved in on 23 June 2018. Pumps arrived on the last day of that month.",
        "2018-06-30",
    ),
]


@pytest.mark.parametrize(("text", "value"), DISCOURSE)
def test_what_is_told_from_the_story_is_counted_from_its_last_time(
    values: Callable[..., list[str | None]], text: str, value: str
) -> None:
    """ "Two days later" counts from the day told before, across sentences."""
    assert values(text) == ["2018-06-23", value]


def test_a_paragraph_carries_the_story_on(values: Callable[..., list[str | None]]) -> None:
    """The day told in one paragraph holds in the next."""
    text = "The tunnel caved in on 23 June 2018.\n\nFour days later, pumps arrived."
    assert values(text) == ["2018-06-23", "2018-06-27"]


def test_a_year_earlier_is_the_same_quarter(values: Callable[..., list[str | None]]) -> None:
    """A comparison keeps the size of what it is compared with, and does not move the story."""
    text = (
        "Net income rose in the third quarter of 2021. Sales fell from a year earlier. "
        "Costs grew in the quarter."
    )
    assert values(text) == ["2021-07/2021-09", "2020-07/2020-09", "2021-07/2021-09"]


UNMARKED = [
    "The couple fined the driver of bus 1945 sixty tenge.",
    "May Okonjo, 34, may march with her union again.",
    "Interest rates may fall, and rents may spring up again.",
    "Resolution 1973 is cited in article 5, paragraph 12, of the treaty.",
    "The queue at shop No. 12 held 2,010 people.",
    "Workers put in twelve-hour shifts, six days a week.",
    "The hijackers, in their twenties, wore masks.",
    "The second suspect waited a second too long.",
    "Every Monday the choir meets.",
    "The April 6 movement has long been banned.",
    "The shop opens daily at 9 a.m.",
    "He ran the distance in 1948 seconds.",
    "The score was 3:2, and 5:4 on penalties.",
    "Mr. March and Theresa June declined to comment.",
    "",
    "word",
]


@pytest.mark.parametrize("text", UNMARKED)
def test_what_only_looks_like_a_time_is_left_alone(
    values: Callable[..., list[str | None]], text: str
) -> None:
    """Names, counts, durations and repeated times fix no date."""
    assert values(text) == []


def test_without_publication_the_year_stays_open(values: Callable[..., list[str | None]]) -> None:
    """A day without a year keeps XXXX; a weekday has no value at all."""
    assert values("The boy was admitted on June 16.", None) == ["XXXX-06-16"]
    assert values("The boy was admitted on Saturday.", None) == [None]


def test_a_time_without_a_value_says_why(read_parse: ReadParse) -> None:
    """None has its reason."""
    (found,) = find_times(read_parse("The boy was admitted on Saturday."), None)
    assert found.why == {"edtf": "not-stated"}


def test_a_date_line_stands_in_for_publication(values: Callable[..., list[str | None]]) -> None:
    """A full date alone on a line dates the report below it, and so does a dateline."""
    text = "Car sales fall\nFebruary 03, 2009\nThe maker said on Monday that sales fell."
    assert values(text, None) == ["2009-02-03", "2009-02-02"]
    text = "GENEVA, Dec. 10, 2016 (Wire) -- The airlift began yesterday."
    assert values(text, None) == ["2016-12-10", "2016-12-09"]


def test_a_publication_year_alone_gives_the_year(values: Callable[..., list[str | None]]) -> None:
    """Where only the year of publication is known, dates get it and weekdays nothing."""
    assert values("He had planned a concert for New Year's Eve.", "2006") == ["2006-12-31"]
    assert values("He died yesterday.", "2006") == [None]


def test_months_and_days_in_either_order_are_told_apart_by_the_news(
    values: Callable[..., list[str | None]],
) -> None:
    """03/04 is the order that lies nearer to the day of publication."""
    assert values("The order is dated 11/02/89.", "1989-11-05") == ["1989-11-02"]
    assert values("The order is dated 11/02/89.", "1989-02-20") == ["1989-02-11"]


def test_capitals_are_read_as_other_text(values: Callable[..., list[str | None]]) -> None:
    """Wire copy in capitals has its times."""
    text = "REBELS SEIZED THE STUDIO ON 5 MAY 1989 AND HELD IT UNTIL MONDAY, MAY 8."
    assert values(text, "1989-05-10") == ["1989-05-05", "../1989-05-08"]


def test_anchors_tell_what_a_value_was_counted_from(read_parse: ReadParse) -> None:
    """Stated, counted from publication, or from the story."""
    text = "It fell on 23 June 2018. Two days later it rained. It was sold on Monday."
    found = find_times(read_parse(text), "2022-01-07")
    assert [f.anchor for f in found] == ["stated", "context", "published"]


def test_spans_and_ids_mark_the_words(read_parse: ReadParse) -> None:
    """An id is a letter and the offset; the text of a span is the text there."""
    text = "It has rained since January 2, and until January 19 it will."
    for found in find_times(read_parse(text), "2022-01-07"):
        assert text[found.start : found.end] == found.text
        assert found.id == f"t{found.start}"
    assert [f.text for f in find_times(read_parse(text), "2022-01-07")] == [
        "since January 2",
        "until January 19",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2020 and 00/00/0000 and 99:99 at 25 o'clock",
        "in 9999 years, 999 centuries later, 5000 years ago, in the year 1000",
        "\u202e\u0000 January 5 \U0001f600 Monday",
        "from to between and until since of the the last the next ago later",
        "Feb. 29, 2021 a year earlier, the night of to, 30/02/2021",
        "Monday Monday Monday, Tuesday-Tuesday, 5-5-5-5, 1/1/1/1, 12:00:00:00",
    ],
)
def test_odd_text_does_not_raise(read_parse: ReadParse, text: str) -> None:
    """Impossible dates and broken text give values that can be read, or none."""
    for published in ("2022-01-07", "2022", None, "nonsense", "0001-01-01", "9999-12-31"):
        for found in find_times(read_parse(text), published):
            assert text[found.start : found.end] == found.text


def test_a_long_paragraph_takes_time_in_proportion(read_parse: ReadParse) -> None:
    """Nothing is quadratic in the length of a paragraph."""
    sentence = "The court sat on Monday, 5 May 1997, at 9 a.m., and two days later in 1998. "
    short, long = (sentence * count for count in (40, 400))
    spent = []
    for text in (short, long):
        parse = read_parse(text.strip())
        find_times(parse, "1998-05-10")
        began = time.process_time()
        find_times(parse, "1998-05-10")
        spent.append(time.process_time() - began)
    assert spent[1] < 40 * spent[0] + 0.05


def test_the_clock_of_an_entry_is_a_time_on_the_day_of_the_blog(
    read_parse: Callable[[str], Parse],
) -> None:
    text = (
        "19:30 Our reporter saw fifty men at the gate. The bridge fell on Monday.\n\n"
        "18:05 Police closed the bridge. The mayor spoke."
    )
    found = {t.text: t.edtf for t in find_times(read_parse(text), "2022-03-09")}
    assert found["19:30"] == "2022-03-09T19:30"
    assert found["18:05"] == "2022-03-09T18:05"


def test_a_number_of_another_day_does_not_move_the_story_to_that_day(
    read_parse: Callable[[str], Parse],
) -> None:
    text = (
        "The toll rose on Wednesday to 18, up from 13 a day earlier. "
        "At 5 p.m. the mayor spoke again."
    )
    found = {t.text: t.edtf for t in find_times(read_parse(text), "2022-03-09")}
    assert found["a day earlier"] == "2022-03-08"
    assert found["5 p.m."] == "2022-03-09T17"


def test_since_is_open_after_most_of_what_lasts(read_parse: Callable[[str], Parse]) -> None:
    text = "Power has been out in most of the valley since Monday, the utility said."
    found = {t.text: t.edtf for t in find_times(read_parse(text), "2022-03-09")}
    assert found["since Monday"] == "2022-03-07/.."
