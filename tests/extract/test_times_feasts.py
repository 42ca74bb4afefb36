"""Feasts that the moon fixes, that last, or that persons are named after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.extract.times import find_times
from dateline.extract.times.moons import diwali, lunar_new_year
from dateline.records.parses import Parse

ReadParse = Callable[[str], Parse]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1968, (1, 30)), (1985, (2, 20)), (2000, (2, 5)), (2015, (2, 19)), (2020, (1, 25)),
     (2021, (2, 12)), (2023, (1, 22)), (2024, (2, 10))],
)  # fmt: skip
def test_the_lunar_new_year_is_on_the_day_it_was_kept(year: int, day: tuple[int, int]) -> None:
    assert lunar_new_year(year) == date(year, *day)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2015, (11, 11)), (2017, (10, 19)), (2018, (11, 7)), (2021, (11, 4)), (2022, (10, 24))],
)
def test_diwali_is_on_the_day_it_was_kept(year: int, day: tuple[int, int]) -> None:
    assert diwali(year) == date(year, *day)


def test_the_moon_of_any_year_can_be_reckoned() -> None:
    for year in range(330, 3000, 7):
        assert lunar_new_year(year).year == year
        assert diwali(year).year == year


# Published on Friday, 7 January 2022.
@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("In Ramadan 2021 markets were empty.", "Ramadan 2021", "2021-04-13/2021-05-12"),
        ("They died before the Lunar New Year.", "before the Lunar New Year", "../2022-02-01"),
        ("He spoke on Lunar New Year's Eve.", "Lunar New Year's Eve", "2022-01-31"),
        ("Shops opened on the eve of Diwali 2020.", "the eve of Diwali 2020", "2020-11-13"),
    ],
)
def test_a_feast_is_its_day_or_all_its_days(
    read_parse: ReadParse, text: str, words: str, value: str
) -> None:
    found = {time.text: time.edtf for time in find_times(read_parse(text), "2022-01-07")}
    assert found == {words: value}


@pytest.mark.parametrize("text", ["Tariq Ramadan spoke.", "The Tet Offensive shook the city."])
def test_names_after_a_feast_are_no_times(read_parse: ReadParse, text: str) -> None:
    assert find_times(read_parse(text), "2022-01-07") == ()
