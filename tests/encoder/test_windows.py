"""Texts are cut into windows of whole sentences, and no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.pieces import load_pieces
from dateline.encoder.windows import ARTICLE, END, LENGTH, SHORT, to_windows

SIZES = st.lists(st.integers(min_value=1, max_value=200), min_size=0, max_size=12)


def sentences(sizes: list[int]) -> list[tuple[int, int]]:
    ranges, at = [], 0
    for size in sizes:
        ranges.append((at, at + size))
        at += size
    return ranges


@given(SIZES)
def test_every_word_stands_in_one_window(sizes: list[int]) -> None:
    words = ["unbelievable"] * sum(sizes)
    windows = to_windows(words, sentences(sizes), load_pieces())
    assert [i for w in windows for i in range(w.first, w.end)] == list(range(len(words)))
    for window in windows:
        assert len(window.ids) <= LENGTH + 2
        assert len(window.at) == window.end - window.first
        assert window.ids[-1] == END


def test_a_sentence_that_fits_is_not_cut() -> None:
    windows = to_windows(["word"] * 150, [(0, 70), (70, 120), (120, 150)], load_pieces())
    assert [(w.first, w.end) for w in windows] == [(0, 120), (120, 150)]


def test_the_first_piece_tells_articles_from_short_texts() -> None:
    short = to_windows(["word"] * 6, sentences([1] * 6), load_pieces())
    article = to_windows(["word"] * 7, sentences([1] * 7), load_pieces())
    assert short[0].ids[0] == SHORT
    assert article[0].ids[0] == ARTICLE


def test_windows_of_chosen_sentences_join_only_neighbours() -> None:
    ranges = [(0, 10), (10, 20), (20, 30), (30, 40)]
    windows = to_windows(["word"] * 40, ranges, load_pieces(), {0, 1, 3})
    assert [(w.first, w.end) for w in windows] == [(0, 20), (30, 40)]
