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
    """The words from `first` up to `end` as pieces; `at` is where each word begins."""

    first: int
    end: int
    ids: list[int]
    at: list[int]


def to_windows(
    words: Sequence[str], sentences: Sequence[tuple[int, int]], pieces: Pieces
) -> list[Window]:
    """Return the windows of a text in order: no word is left out, none stands twice."""
    spelt = [pieces.of(word) for word in words]
    mark = ARTICLE if len(sentences) > ARTICLE_FROM else SHORT
    return [_window(spelt, first, end, mark) for first, end in _ranges(spelt, sentences)]


def _ranges(
    spelt: list[list[int]], sentences: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
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


def _window(spelt: list[list[int]], first: int, end: int, mark: int) -> Window:
    ids, at = [mark], []
    for word in range(first, end):
        at.append(len(ids))
        ids += spelt[word]
    ids.append(END)
    return Window(first, end, ids, at)
