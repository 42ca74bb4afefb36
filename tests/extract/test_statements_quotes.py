"""Quotations with whole, broken and missing marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extract.statements.quotes import find_quotes


def quoted(text: str) -> list[str]:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line:
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return [text[q.start : q.end] for q in find_quotes(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “the road is open” and left.", ["the road is open"]),
        ('He said "the road is open" and left.', ["the road is open"]),
        ("``The road is open,'' he said.", ["The road is open,"]),
        ("«The road is open», he said.", ["The road is open"]),
        ("„The road is open“, he said.", ["The road is open"]),
        ("”The road is open“, said Ada.", ["The road is open"]),
        ("» The road is open. « So she said.", ["The road is open. "]),
    ],
)
def test_marks_of_any_kind_and_direction_are_found(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_mark_on_the_wrong_side_of_a_blank_still_closes() -> None:
    assert quoted("“We sail at noon, ”he said. “It rains.”") == ["We sail at noon, ", "It rains."]


def test_an_opening_mark_before_the_teller_closes_careless_copy() -> None:
    assert quoted("“We sail at noon, “the paper quotes him.") == ["We sail at noon, "]


def test_a_new_sentence_with_its_own_mark_ends_an_unclosed_quotation() -> None:
    found = quoted("“At six we heard it. “At seven it was gone,” said Ada.")
    assert found == ["At six we heard it. ", "At seven it was gone,"]


def test_a_quotation_runs_on_to_the_end_of_its_paragraph_only() -> None:
    found = quoted("“One road is open.\n“The other is shut.”")
    assert found == ["One road is open.", "The other is shut."]


def test_single_marks_are_told_from_apostrophes() -> None:
    assert quoted("The miners' wives called it ‘the people’s mine’.") == ["the people’s mine"]
    assert quoted("It's the workers' and the farmers' day.") == []


def test_a_quotation_inside_another_is_marked_inner() -> None:
    text = "“He told me, ‘Go home’,” she said."
    found = find_quotes(text, [(0, len(text))])
    assert [(text[q.start : q.end], q.inner) for q in found] == [
        ("He told me, ‘Go home’,", False),
        ("Go home", True),
    ]


def test_inches_open_no_quotation() -> None:
    assert quoted('A 12" pipe burst.') == []


def test_a_paragraph_that_begins_with_a_dash_is_speech_up_to_the_next_dash() -> None:
    assert quoted("— The road is open, — she says. — Go.") == ["The road is open,", "Go."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A stray mark between two quotations is neither.
        (
            'He wants “order," For example, he said, the courts work". It is "a pity".',
            ["order,", "a pity"],
        ),
        # Doubled marks are one; what is nested is part of the outer quotation.
        ("““The road is open,”” said Ada.", ["The road is open,"]),
        ("“He told me “go home” and left,” she said.", ["He told me “go home” and left,"]),
        # A mark without a partner at the beginning closes what the paragraph began with.
        ("The road is open,” said Ada.", ["The road is open,"]),
        # Inches inside a quotation.
        ('"A 12" pipe burst," he said.', ['A 12" pipe burst,']),
    ],
)
def test_the_marks_of_a_paragraph_are_read_together(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


def test_a_quotation_over_paragraphs_without_a_mark_at_each_is_one() -> None:
    found = quoted("“One road is open.\nThe other is shut.\nSo it is,” he said.")
    assert found == ["One road is open.\nThe other is shut.\nSo it is,"]


@given(st.text(alphabet="ab .,\"“”‘’'«»—`\n", max_size=60))
def test_any_text_gives_ordered_quotations_inside_it(text: str) -> None:
    found = find_quotes(text, [(0, len(text))] if text else [])
    for quote in found:
        assert 0 <= quote.outer_start <= quote.start < quote.end <= quote.outer_end <= len(text)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
