"""Windows: a text cut into stretches of whole sentences that the encoder reads at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.encoder.pieces import Pieces

LENGTH = 126  # pieces of a window beside its two marks; the published model saw up to 128
# The first piece tells the two ways in which texts are labelled: short ones fully, whole
# articles by their main happenings.
SHORT, ARTICLE, END = 101, 104, 102
ARTICLE_FROM = 6  # sentences


@dataclass(frozen=True, slots=True)
class Window:
    """The words from `first` up to `end` as pieces; `at` is where each word begins.

    The vocabulary knows no capitals, so `shapes` tells each piece how its word is written.
    """

    first: int
    end: int
    ids: list[int]
    at: list[int]
    shapes: list[int]


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
    words: Sequence[str], sentences: Sequence[tuple[int, int]], pieces: Pieces
) -> list[Window]:
    """Return the windows of a text in order: no word is left out, none stands twice."""
    spelt = [pieces.of(word) for word in words]
    mark = ARTICLE if len(sentences) > ARTICLE_FROM else SHORT
    shapes = [shape_of(word) for word in words]
    ranges = _ranges(spelt, sentences)
    return [_window(spelt, shapes, first, end, mark) for first, end in ranges]


def _ranges(spelt: list[list[int]], sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first = size = 0
    for start, end in sentences:
        long = sum(map(len, spelt[start:end]))
        if size and size + long > LENGTH:
            found.append((first, start))
            first, size = start, 0
        if long <= LENGTH:
            size += long
            continue
        for word in range(start, end):
            if size + len(spelt[word]) > LENGTH:
                found.append((first, word))
                first, size = word, 0
            size += len(spelt[word])
    if size:
        found.append((first, len(spelt)))
    return found


def _window(spelt: list[list[int]], shapes: list[int], first: int, end: int, mark: int) -> Window:
    ids, at, written = [mark], [], [MARK]
    for word in range(first, end):
        at.append(len(ids))
        ids += spelt[word]
        written += [shapes[word]] * len(spelt[word])
    ids.append(END)
    written.append(MARK)
    return Window(first, end, ids, at, written)
