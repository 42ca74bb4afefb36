"""Reading copies never move an offset."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.copies import is_wrapped, paragraphs, reading_copy

WIRE = (
    "The ministry said on Friday that the two brigades had crossed the\n"
    "river before dawn and that the bridge behind them had been closed\n"
    "to all traffic until further notice, officials in the town said\n"
    "later.\n"
)


def test_a_paragraph_ends_at_a_line_break() -> None:
    text = "Flood in Porto\nFour people died.\n\n  The river fell.  "
    assert [text[s:e] for s, e in paragraphs(text)] == [
        "Flood in Porto",
        "Four people died.",
        "The river fell.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert is_wrapped(WIRE.splitlines())
    assert [WIRE[s:e] for s, e in paragraphs(WIRE)] == [WIRE.rstrip()]


def test_a_list_of_full_sentences_is_not_taken_for_wrapped_text() -> None:
    lines = ["The first of the three convoys left the harbour at noon."] * 4
    assert not is_wrapped(lines)


def test_reading_starts_behind_a_header() -> None:
    assert list(paragraphs("header. Body.", 8)) == [(8, 13)]


def test_a_copy_has_plain_quotes_and_no_breaks() -> None:
    assert reading_copy("“So,\nhe’s gone”", lambda _: True) == '"So, he\'s gone"'


def test_capitals_are_lowered_but_for_names() -> None:
    common = {"troops", "entered", "the", "city", "of", "at", "dawn"}
    copy = reading_copy("TROOPS ENTERED THE CITY OF AYACUCHO AT DAWN", common.__contains__)
    assert copy == "Troops entered the city of Ayacucho at dawn"


def test_an_acronym_in_ordinary_text_keeps_its_capitals() -> None:
    text = "The CSTO sent troops to Almaty on Thursday."
    assert reading_copy(text, lambda _: True) == text


@given(st.text(), st.booleans())
def test_a_copy_is_as_long_as_the_paragraph(text: str, common: bool) -> None:  # noqa: FBT001
    assert len(reading_copy(text, lambda _: common)) == len(text)


@given(st.text(alphabet=st.sampled_from("ab .\n\t\u2028é")))
def test_paragraphs_hold_every_word_once_and_in_order(text: str) -> None:
    ranges = list(paragraphs(text))
    assert all(0 <= s < e <= len(text) for s, e in ranges)
    assert all(one[1] <= two[0] for one, two in pairwise(ranges))
    assert "".join("".join(text[s:e].split()) for s, e in ranges) == "".join(text.split())
