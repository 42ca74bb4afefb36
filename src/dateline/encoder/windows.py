"""Windows: a text cut into stretches of whole sentences that the encoder reads at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.encoder.pieces import Pieces

LENGTH = 126  # pieces of a window beside its two marks; the published model saw up to 128
# The first piece tells the two ways in which texts are labelled: short ones fully, whole
# articles by their main happenings.
SHORT, ARTICLE, END = 101, 104, 102
ARTICLE_FROM = 6  # sentences


@dataclass(slots=True)
class Window:
    """The words from `first` up to `end` as pieces; `at` is where each word begins.

    The vocabulary knows no capitals, so `shapes` tells each piece how its word is written.
    """

    first: int
    end: int
    ids: list[int]
    at: list[int]
    shapes: list[int]

    def add(self, pieces: list[int], shape: int) -> None:
        """Add the next word of the text."""
        self.at.append(len(self.ids))
        self.ids += pieces
        self.shapes += [shape] * len(pieces)
        self.end += 1


# How a word is written: the mark of a window, small, Capital, CAPITALS, miXed, with digits.
MARK, SMALL, CAPITAL, CAPITALS, MIXED, DIGITS = range(6)


def shape_of(word: str) -> int:
    """Return how a word is written.

    >>> [shape_of(word) for word in ("police", "Oslo", "NATO", "McVeigh", "B-52", ",")]
    [1, 2, 3, 4, 5, 1]
    """
    if word.islower():
        return SMALL
    if any(letter.isdigit() for letter in word):
        return DIGITS
    if word.isupper() and len(word) > 1:
        return CAPITALS
    if word[:1].isupper():
        rest = word[1:]
        return CAPITAL if rest == rest.lower() else MIXED
    return SMALL if word == word.lower() else MIXED


def to_windows(
    words: Sequence[str],
    sentences: Sequence[tuple[int, int]],
    pieces: Pieces,
    chosen: Collection[int] | None = None,
    length: int = LENGTH,
) -> list[Window]:
    """Return the windows of a text in order: no word is left out, none stands twice.

    With `chosen`, only of the sentences of these numbers. `length` is the most pieces of a
    window beside its two marks.
    """
    mark = ARTICLE if len(sentences) > ARTICLE_FROM else SHORT
    windows: list[Window] = []
    begun = Window(0, 0, [], [], [])
    for number, (start, end) in enumerate(sentences):
        if chosen is not None and number not in chosen:
            continue
        spelt = [pieces.of(word) for word in words[start:end]]
        # A sentence goes on a window that ends before it and has room for it.
        fits = len(begun.ids) + sum(map(len, spelt)) <= length
        if begun.end != start or not fits:
            _close(begun, mark, windows)
            begun = Window(start, start, [], [], [])
        for word, its in enumerate(spelt, start):
            if len(begun.ids) + len(its) > length:
                _close(begun, mark, windows)
                begun = Window(word, word, [], [], [])
            begun.add(its, shape_of(words[word]))
    _close(begun, mark, windows)
    return windows


def _close(window: Window, mark: int, windows: list[Window]) -> None:
    """Put the marks round a window that holds any words, and keep it."""
    if window.at:
        window.ids = [mark, *window.ids, END]
        window.shapes = [MARK, *window.shapes, MARK]
        window.at = [place + 1 for place in window.at]
        windows.append(window)
