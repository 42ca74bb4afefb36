"""Pairing: which quotation marks of a paragraph open, which close, and which are neither.

All marks of a paragraph are read together: each way of reading them costs what speaks
against it (a mark that faces the wrong way, is of the wrong shape, stays open, closes
nothing), and the cheapest way holds. The costs are set by hand; the tests tell what they
have to bring about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING, CLOSING = "“„‟«`", "”»'"
FINAL = ".?!…"
FREE = " ([{—–-/"
AFTER = ".,;:!?)]}—–-/"

# What speaks against a reading, in parts of a stray mark (4).
UNCLEAR, BACKWARD, MISSHAPEN = 1.0, 3.0, 1.0
STRAY, INCHES = 4.0, 0.5
UNCLOSED, NESTED, NESTED_PLAIN = 2.0, 1.5, 3.0
REOPENED, REOPENED_WITHIN = 2.0, 5.0
UNOPENED, CONTINUED = 2.5, 0.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark from `start` to `end`; `faces` is "open", "close" or "" by its neighbours."""

    start: int
    end: int
    glyph: str
    faces: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together, None where one is missing; `end` bounds the words."""

    left: Mark | None
    right: Mark | None
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of reading the marks so far: its cost, its last pair, the mark that is open."""

    cost: float
    before: _Way | None
    pair: Pair | None
    open: Mark | None


def to_mark(text: str, match: re.Match[str], low: int, high: int) -> Mark:
    """Return a mark with the way it faces: before a word, behind one, or unclear."""
    start, end = match.span()
    left, right = side(text, start - 1, low, high), side(text, end, low, high)
    free = left in FREE or left == "'"
    faces = ""
    if free and right != " ":
        faces = "open"
    elif not free and (right == " " or right in AFTER):
        faces = "close"
    return Mark(start, end, match.group()[0], faces)


def side(text: str, at: int, low: int, high: int) -> str:
    """Return what stands at `at`: a blank, an edge, a word ("w"), or another sign."""
    if not low <= at < high or text[at].isspace():
        return " "
    return "w" if text[at].isalnum() else text[at]


def pair_marks(text: str, marks: list[Mark], end: int, *, continued: bool) -> list[Pair]:
    """Return the pairs of the marks of a paragraph that ends at `end`, in text order.

    `continued` tells that the paragraph before left a quotation open. What stands between
    marks nested in others is part of the outer pair.
    """
    ways: list[_Way | None] = [_Way(0.0, None, None, None), None, None]
    for number, mark in enumerate(marks):
        following: list[_Way | None] = [None, None, None]
        for depth, way in enumerate(ways):
            if way is None:
                continue
            for to, step in _steps(text, mark, way, depth, first=number == 0, continued=continued):
                known = following[to]
                if known is None or step.cost < known.cost:
                    following[to] = step
        ways = following
    ended = [
        _Way(way.cost + UNCLOSED * depth, way, Pair(way.open, None, end) if depth else None, None)
        for depth, way in enumerate(ways)
        if way is not None
    ]
    return _traced(min(ended, key=lambda way: way.cost))


def _steps(
    text: str, mark: Mark, way: _Way, depth: int, *, first: bool, continued: bool
) -> list[tuple[int, _Way]]:
    """Return how a mark may be read at a depth of 0, 1 or 2 quotations."""
    opens, closes = _cost_open(mark), _cost_close(mark)
    steps = [(depth, _Way(way.cost + _cost_stray(text, mark), way, None, way.open))]
    if depth == 0:
        steps.append((1, _Way(way.cost + opens, way, None, mark)))
        if first:
            lone = closes + (CONTINUED if continued else UNOPENED)
            steps.append((0, _Way(way.cost + lone, way, Pair(None, mark, mark.start), None)))
    elif depth == 1:
        done = Pair(way.open, mark, mark.start)
        steps.append((0, _Way(way.cost + closes, way, done, None)))
        nests = opens + (NESTED if mark.glyph in OPENING else NESTED_PLAIN)
        steps.append((2, _Way(way.cost + nests, way, None, way.open)))
        again = opens + (REOPENED if _begins_anew(text, mark) else REOPENED_WITHIN)
        left = Pair(way.open, None, mark.start)
        steps.append((1, _Way(way.cost + again, way, left, mark)))
    else:
        steps.append((1, _Way(way.cost + closes, way, None, way.open)))
    return steps


def _cost_open(mark: Mark) -> float:
    facing = {"open": 0.0, "": UNCLEAR, "close": BACKWARD}[mark.faces]
    return facing + (MISSHAPEN if mark.glyph in CLOSING else 0.0)


def _cost_close(mark: Mark) -> float:
    facing = {"close": 0.0, "": UNCLEAR, "open": BACKWARD}[mark.faces]
    return facing + (MISSHAPEN if mark.glyph in OPENING else 0.0)


def _cost_stray(text: str, mark: Mark) -> float:
    inches = mark.glyph == '"' and mark.start > 0 and text[mark.start - 1].isdigit()
    return INCHES if inches else STRAY


def _begins_anew(text: str, mark: Mark) -> bool:
    """Return whether a sentence ends before a mark and another one begins behind it."""
    before = text[max(0, mark.start - 8) : mark.start].rstrip()
    return before.endswith(tuple(FINAL)) and text[mark.end : mark.end + 1].isupper()


def _traced(way: _Way) -> list[Pair]:
    found: list[Pair] = []
    at: _Way | None = way
    while at is not None:
        if at.pair is not None:
            found.append(at.pair)
        at = at.before
    return found[::-1]
