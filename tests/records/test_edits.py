"""Edits lead from a stored text back to its source, whatever was changed on the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.edits import apply_edits, join_edits, to_source, to_text

Changes = list[tuple[int, int, str]]


@st.composite
def changed_texts(draw: st.DrawFn, text: str | None = None) -> tuple[str, Changes]:
    found = draw(st.text(alphabet="abcdef ", max_size=30)) if text is None else text
    cuts = sorted(draw(st.lists(st.integers(0, len(found)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return found, [(start, end, draw(st.text(alphabet="XYZ", max_size=3))) for start, end in pairs]


def test_unchanged_words_lead_back_to_themselves() -> None:
    text, edits = apply_edits("He said\r\nno &amp; left", [(7, 9, "\n"), (12, 17, "&")])
    assert text == "He said\nno & left"
    start = text.index("left")
    assert to_source(edits, start, start + 4) == (18, 22)
    assert to_text(edits, 18, 22) == (start, start + 4)


def test_a_span_across_a_change_covers_all_that_was_there() -> None:
    _, edits = apply_edits("a&amp;b", [(1, 6, "&")])
    assert to_source(edits, 0, 3) == (0, 7)


def test_a_change_that_changes_nothing_is_no_edit() -> None:
    assert apply_edits("abc", [(0, 1, "a")]) == ("abc", ())


@given(changed_texts())
def test_what_was_not_changed_is_the_same_at_both_ends(made: tuple[str, Changes]) -> None:
    source, changes = made
    text, edits = apply_edits(source, changes)
    touched = {at for start, end, _, _ in edits for at in range(start, end)}
    for at, character in enumerate(text):
        start, end = to_source(edits, at, at + 1)
        assert 0 <= start <= end <= len(source)
        if at not in touched:
            assert source[start:end] == character


@given(st.data())
def test_two_rounds_of_changes_join_into_one(data: st.DataObject) -> None:
    source, first_changes = data.draw(changed_texts())
    middle, first = apply_edits(source, first_changes)
    _, second_changes = data.draw(changed_texts(text=middle))
    text, second = apply_edits(middle, second_changes)
    joined = join_edits(first, second)
    pieces: list[str] = []
    source_at = 0
    for start, end, source_start, source_end in joined:
        assert source_at <= source_start <= source_end
        pieces += (source[source_at:source_start], text[start:end])
        source_at = source_end
    assert "".join([*pieces, source[source_at:]]) == text
    for at in range(len(text)):
        middle_start, middle_end = to_source(second, at, at + 1)
        start, end = to_source(first, middle_start, middle_end)
        wide_start, wide_end = to_source(joined, at, at + 1)
        assert wide_start <= start <= end <= wide_end
