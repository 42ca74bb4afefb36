"""Numerals and shares are read in words, digits and mixtures."""

from __future__ import annotations

import pytest

from dateline.extract.figures.numerals import read_digits, read_numeral


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.2 million voters", 1_200_000),
        ("3 thousand men", 3_000),
        ("half a dozen eggs", 6),
        ("5.8 thousand", 5_800),
        ("1,466", 1_466),
        ("1 466 letters", 1_466),
        ("1,20,000 people", 120_000),
        ("2 and a half thousand", 2_500),
        ("two and a half thousand", 2_500),
        ("two thousand three hundred and five", 2_305),
        ("one hundred twenty-five", 125),
        ("14 million and 3 thousand", 14_003_000),
        ("thirteen hundred", 1_300),
        ("23 lakh", 2_300_000),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("a score of monks", 20),
        ("3m on the streets", 3_000_000),
        ("hundred million francs", 100_000_000),
    ],
)
def test_a_number_has_the_value_its_words_say(written: str, value: float) -> None:
    numeral = read_numeral(written, 0)
    assert numeral is not None
    assert numeral.value == value
    assert not numeral.vague


@pytest.mark.parametrize(
    ("written", "least"),
    [
        ("dozens", 24),
        ("scores of cars", 40),
        ("hundreds", 200),
        ("thousands", 2_000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("millions", 2_000_000),
        ("several", 3),
        ("several dozen", 36),
    ],
)
def test_a_vague_number_gives_the_least_it_can_mean(written: str, least: float) -> None:
    numeral = read_numeral(written, 0)
    assert numeral is not None
    assert numeral.value == least
    assert numeral.vague


@pytest.mark.parametrize("written", ["tenor", "onerous", "bn", "", "…", "a man"])
def test_no_number_is_read_where_none_stands(written: str) -> None:
    assert read_numeral(written, 0) is None


def test_a_comma_before_two_digits_is_decimal_and_before_three_is_not() -> None:
    assert read_digits("2,65") == 2.65
    assert read_digits("2,650") == 2650
