"""Where a source ends that opens a sentence: "According to Ada Obi, the mayor, the dam holds".

The parser often hangs what follows on the source ("Ada Obi, the mayor, the dam"), so the
commas are read instead: the source goes on behind one only where an apposition follows and
a clause follows that.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.statements import grammar
from dateline.extract.statements.reports import Range
from dateline.records.parses import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ABOUT = frozenset({"who", "which", "whose", "where", "quoting", "citing"})
PLACES = frozenset({"GPE", "LOC"})
# A source that opens a sentence, and an apposition in it, are no longer than this, in tokens.
LONGEST, LONGEST_APPOSITION = 24, 14


@dataclass(frozen=True, slots=True)
class Led:
    """A source at the beginning of a sentence, its head, and where what it says begins."""

    source: Range
    head: int
    end: int


def find_source(parse: Parse, first: int, high: int) -> Led | None:
    """Return the source that begins at `first`, behind "According to"; None if unclear."""
    commas = _commas(parse, first, high)
    if not commas or commas[0] - first > LONGEST or _has_finite(parse, first, commas[0]):
        return None
    end = commas[0]
    head = _head(parse, first, end)
    if head is None:
        return None
    start = first
    for comma, stop in zip(commas, [*commas[1:], high], strict=True):
        following = comma + 1, stop
        if stop == high or not _goes_on(parse, stop + 1, high):
            break
        if parse.lowers[comma + 1] in ABOUT:
            return Led((first, end), head, stop)
        if not _is_apposition(parse, (start, comma), following):
            break
        start, end = following[0], stop
    return Led((first, end), head, end)


def _commas(parse: Parse, first: int, high: int) -> list[int]:
    """Return the commas of a range that stand in no brackets and before any quotation."""
    found, depth = [], 0
    for token in range(first, min(high, first + 80)):
        word = parse.words[token]
        if word in grammar.QUOTES:
            break
        depth += (word in ("(", "[")) - (word in (")", "]"))
        if word == "," and depth == 0:
            found.append(token)
    return found


def _has_finite(parse: Parse, first: int, end: int) -> bool:
    return any(parse.tags[t] in FINITE for t in range(first, end))


def _goes_on(parse: Parse, first: int, high: int) -> bool:
    """Return whether a clause follows: a finite verb with a word for its subject before it."""
    if first >= high or parse.lowers[first] in ("and", "or", "but"):
        return False
    verb = next((t for t in range(first, high) if parse.tags[t] in FINITE), None)
    return verb is not None and any(parse.tags[t] in grammar.NOMINAL for t in range(first, verb))


def _head(parse: Parse, first: int, end: int) -> int | None:
    """Return the noun that a source is about: the last of its first phrase."""
    head = None
    for token in range(first, end):
        if parse.tags[token] in grammar.NOMINAL and parse.tags[token] not in ("DT", "CD", "PRP$"):
            head = token
        elif head is not None and parse.pos[token] in ("ADP", "PRON", "SCONJ", "VERB", "CCONJ"):
            break
    return head


def _is_apposition(parse: Parse, before: Range, part: Range) -> bool:
    """Return whether the words between two commas name or describe who stands before them."""
    first, end = part
    if not 0 < end - first <= LONGEST_APPOSITION or _has_finite(parse, first, end):
        return False
    named = "PERSON" in parse.ents[before[0] : before[1]]
    last = before[1] - 1
    if parse.ents[first] in PLACES:
        return parse.ents[last] in PLACES and parse.ents[end - 1] in PLACES
    if parse.ents[first] == "PERSON" or parse.ents[end - 1] == "PERSON":
        return not named and parse.pos[last] == "NOUN" and parse.tags[last] == "NN"
    if parse.pos[first] not in ("NOUN", "DET", "ADJ", "PROPN"):
        return False
    # A person's office; what follows an outlet begins what it says.
    return named and (parse.ents[last] == "PERSON" or parse.pos[last] == "PROPN")
