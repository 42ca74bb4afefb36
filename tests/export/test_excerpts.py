"""Excerpts hold the words they are about, and never more room than there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.excerpts import clip_around, clip_words, widen
from dateline.records.texts import Span, mark

TEXT = "It began on Monday. Police said that 26 people had been killed in the city. He left."


def test_a_figure_is_shown_with_its_sentence() -> None:
    span = mark(TEXT, TEXT.index("26"), TEXT.index("26") + 2)
    assert widen(TEXT, span, 60).text == "Police said that 26 people had been killed in the city."
    assert widen(TEXT, span, 12).text == "said that 26 people had"


def test_a_sentence_that_is_too_long_is_cut_around_its_event() -> None:
    sentence, inner = mark(TEXT, 20, 76), mark(TEXT, 57, 63)
    assert clip_around(TEXT, sentence, inner, 30).text == "had been killed in the"
    assert clip_around(TEXT, sentence, inner, 100) == sentence


@given(st.text(min_size=1, max_size=80), st.data())
def test_excerpts_keep_their_words_at_their_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    room = data.draw(st.integers(1, 90))
    for found in (
        widen(text, Span(start, end), room),
        clip_around(text, mark(text, 0, len(text)), Span(start, end), room),
    ):
        assert 0 <= found.start <= start < end <= found.end <= len(text)
        assert found.text == text[found.start : found.end]


@given(st.text(max_size=80), st.integers(1, 90))
def test_clipped_words_fit(text: str, room: int) -> None:
    assert len(clip_words(text, room)) <= room or len(text) <= room
