"""Runs of capitalised words that the recogniser does not call places, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.extract.places.doubts import nationalities
from dateline.extract.places.mentions import LINKS, Finder
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate

# A longer run is a heading or the name of a body.
LONGEST = 5


class Run(NamedTuple):
    """A run of capitalised words; `label` is the recogniser's type where it is one name.

    "" stands for no name, "mixed" for a run that is part of one or holds several. `before`
    is the word before, small, articles left out.
    """

    first: int
    end: int
    form: str
    level: int
    found: tuple[Candidate, ...]
    label: str
    before: str


def find_runs(finder: Finder) -> list[Run]:
    """Return the runs that may be a place's name, in the order of the text."""
    runs = []
    for first, end in _ranges(finder):
        adjective = end - first == 1 and finder.parse.lowers[first] in nationalities()
        if not adjective and not _is_person(finder, first, end):
            form, level, found = finder.settle(first, end)
            label = _label(finder.parse, first, end)
            before = _before(finder.parse, first)
            runs.append(Run(first, end, form, level, found, label, before))
    return runs


def _ranges(finder: Finder) -> Iterator[tuple[int, int]]:
    parse, taken = finder.parse, finder.taken
    words, lowers, tags = parse.words, parse.lowers, parse.tags
    at, count = 0, len(parse)
    while at < count:
        if taken[at] or not words[at][0].isupper() or tags[at][:2] not in {"NN", "JJ", "FW"}:
            at += 1
            continue
        last = parse.sentences[parse.sentence_of[at]][1]
        if (
            at + 1 < last
            and words[at + 1][0].isupper()
            and lowers[at] in finder.words.before
            and not finder.know(at, at + 2)[1]
        ):
            # "Near Mosul" opens a sentence; "Central Java" is a name.
            at += 1
            continue
        end = at + 1
        while end < last and not taken[end]:
            if words[end][0].isupper():
                end += 1
            elif lowers[end] in LINKS and end + 1 < last and words[end + 1][0].isupper():
                end += 2
            else:
                break
        if not any(taken[at:end]):
            yield at, end
        at = end


def _is_person(finder: Finder, first: int, end: int) -> bool:
    """Return whether a title stands before, or the one word is a surname in this text."""
    lowers = finder.parse.lowers
    if first and lowers[first - 1] in finder.words.titles:
        return True
    return end - first == 1 and lowers[first] in finder.surnames


def _before(parse: Parse, first: int) -> str:
    if first > 1 and parse.lowers[first - 1] == "the":
        return parse.lowers[first - 2]
    return parse.lowers[first - 1] if first else ""


def _label(parse: Parse, first: int, end: int) -> str:
    kind = parse.ents[first]
    if any(other != kind for other in parse.ents[first + 1 : end]):
        return "mixed"
    if not kind:
        return ""
    begins = parse.ent_begins
    goes_on = end < len(parse) and parse.ents[end] == kind and not begins[end]
    if not begins[first] or any(begins[first + 1 : end]) or goes_on:
        return "mixed"
    return kind
