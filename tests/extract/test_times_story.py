"""Times told from a happening, a dateline or a zone, and what the tense of a clause says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.extract.times import find_times
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]

# Published on Friday, 7 January 2022.
TOLD = [
    ("The blast shook the port on 3 January 2020. Two days after the explosion he resigned.",
     "Two days after the explosion", "2020-01-05"),
    ("He died two days after the blast. The bomb exploded on Monday.",
     "two days after the blast", "2022-01-05"),
    ("She was killed on Oct. 23, 1998. A car was seen there ten days before the murder.",
     "ten days before the murder", "1998-10-13"),
    ("The mayor was shot on Tuesday. The day after the shooting, shops closed.",
     "The day after the shooting", "2022-01-05"),
    ("Markets open on Monday after a shift of 100 hours.", "Monday", "2022-01-10"),
    ("The polling place shuts at eight on Tuesday evening.", "eight on Tuesday evening",
     "2022-01-11T20"),
    ("Bomb kills five in market on Tuesday", "Tuesday", "2022-01-04"),
    ("The boy fell ill on the 12th.", "the 12th", "2021-12-12"),
    ("The boy will be tried on the 12th.", "the 12th", "2022-01-12"),
    ("Three people died overnight.", "overnight", "2022-01-06/2022-01-07"),
    ("Frost will spread overnight.", "overnight", "2022-01-07/2022-01-08"),
    ("The index has fallen 15 percent since the start of 2009.", "the start of 2009", "2009-01-01"),
    ("The post has stood empty since the start of 2009.", "since the start of 2009",
     "2009-01-01/.."),
    ("The firm had debts of $34 billion at the end of 2009.", "the end of 2009", "2009-12-31"),
    ("The troops left at the end of 2009.", "the end of 2009", "2009~"),
    ("The rocket rose at 9:05 a.m. Beijing time on Thursday.",
     "9:05 a.m. Beijing time on Thursday", "2022-01-06T09:05+08:00"),
    ("The mast fell at 6:40 p.m. (GMT +8) on Monday.", "6:40 p.m. (GMT +8) on Monday",
     "2022-01-03T18:40+08:00"),
    ("In the late 1980's prices rose.", "the late 1980's", "198X~"),
    ("The army closed the road until Monday.", "until Monday", "../2022-01-10"),
    ("The plane left at 10:00 Almaty time on Monday.", "10:00 Almaty time on Monday",
     "2022-01-03T10:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), TOLD)
def test_the_story_and_the_tense_tell_the_day(
    read_parse: ReadParse, text: str, words: str, value: str
) -> None:
    found = {time.text: time.edtf for time in find_times(read_parse(text), "2022-01-07")}
    assert found[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst day since Black Monday.",
        "She runs the day-to-day business.",
        "The firm showed iStudio '11 to dealers.",
        "An overnight train was late.",
    ],
)
def test_names_and_kinds_are_no_times(read_parse: ReadParse, text: str) -> None:
    assert find_times(read_parse(text), "2022-01-07") == ()


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He left on an unspecified day in January 2022.", "2022-03-01", "2022-01-XX"),
        ("One day in June 2020 he left.", "2022-03-01", "2020-06-XX"),
        ("He left one day in January.", "2022-03-01", "2022-01-XX"),
        ("He left today.", "2022-01", "2022-01-XX"),
        ("He left on Monday.", "2022-01", "2022-01-XX?"),
        ("Three left this month.", "2022-01", "2022-01"),
        ("He left today.", "2022", None),
    ],
)
def test_what_cannot_be_known_stays_open(
    read_parse: ReadParse, text: str, published: str, value: str | None
) -> None:
    assert [time.edtf for time in find_times(read_parse(text), published)] == [value]


def test_times_stay_in_the_order_of_the_text(read_parse: ReadParse) -> None:
    text = "He died two days after the blast. It came at dawn. The bomb exploded on Monday."
    starts = [time.start for time in find_times(read_parse(text), "2022-01-07")]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_a_happening_that_is_not_dated_gives_no_time(read_parse: ReadParse) -> None:
    assert find_times(read_parse("He died two days after the blast."), "2022-01-07") == ()


def test_the_day_of_the_dateline_is_the_day_of_today(read_parse: ReadParse) -> None:
    text = "ALMATY, January 6 (Wire) -- Protesters stormed the airport today."
    found = {time.text: time.edtf for time in find_times(read_parse(text), "2022-01-07")}
    assert found["today"] == "2022-01-06"


def test_a_dateline_of_long_ago_is_not_the_day_of_today(read_parse: ReadParse) -> None:
    text = "ALMATY, March 6 (Wire) -- Protesters stormed the airport today."
    found = {time.text: time.edtf for time in find_times(read_parse(text), "2022-01-07")}
    assert found["today"] == "2022-01-07"
