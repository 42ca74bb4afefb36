"""Buildings and grounds that the recogniser takes for bodies, where something is at them.

"The medal was handed over in the Old Mint Hall in Porto": in, at or outside it, or the town
stands behind it. "The Old Mint Hall said" is a body.
"""

from __future__ import annotations

from dateline.extract.places.mentions import Finder
from dateline.extract.places.runs import Run
from dateline.records.parses import Parse

# A longer name is a heading.
LONGEST = 8
_AT = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "behind", "beside"})
_IN = frozenset({"in", "at", "near", ",", "outside"})
# Bodies first, buildings only where something is at them: "a doctor from the X Hospital".
_BODIES = frozenset(
    {
        "hospital", "school", "university", "college", "clinic", "institute", "church", "academy",
        "medical", "health", "community", "detention",
    }
)  # fmt: skip
_LOCATIVE = _AT | {"to", "by", "beside", "from"}
_NO_BUILDINGS = frozenset({"PERSON", "NORP", "DATE", "LANGUAGE", "LAW", "MONEY", "PRODUCT"})


def facility_start(finder: Finder, run: Run) -> int | None:
    """Return the token at which the name of a building begins that ends with a run.

    None where it names none, or where nothing is said to be there.
    """
    parse, words = finder.parse, finder.words
    first, end = run.first, run.end
    if run.label in _NO_BUILDINGS or parse.lowers[end - 1] not in words.facilities:
        return None
    first = _start(parse, first)
    named = parse.lowers[first:end]
    if not 1 < end - first <= LONGEST or run.form in words.never or not _BODIES.isdisjoint(named):
        return None
    if all(word in words.facilities or word in words.body for word in named):
        # "Police Headquarters" is any town's.
        return None
    at = first - 1 - (first > 0 and parse.lowers[first - 1] == "the")
    if at >= 0 and parse.lowers[at] in _AT:
        return first
    is_in = end + 1 < len(parse) and parse.lowers[end] in _IN and end + 1 in finder.found
    return first if is_in else None


def _start(parse: Parse, first: int) -> int:
    """Return where a name begins whose last words begin at `first`: "Friends of the Old Hall"."""
    start = first
    while start > 1 and first - start <= LONGEST:
        before = start - 1 - (parse.lowers[start - 1] == "the")
        if before < 1 or parse.lowers[before] != "of" or not parse.words[before - 1][0].isupper():
            break
        start = before - 1
        while start and first - start <= LONGEST and parse.words[start - 1][0].isupper():
            start -= 1
    return start


def is_employer(finder: Finder, first: int, end: int) -> bool:
    """Return whether a hospital or school only tells whose a person is: "Dr. Rui, from X"."""
    lowers = finder.parse.lowers
    if lowers[end - 1] not in _BODIES:
        return False
    at = first - 1 - (first > 0 and lowers[first - 1] == "the")
    if at < 0 or lowers[at] not in _LOCATIVE:
        return True
    return lowers[at] == "from" and at > 0 and lowers[at - 1] == ","
