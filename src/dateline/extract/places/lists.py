"""Names that are places because what they are listed with are, or because they were before."""

from __future__ import annotations

from dateline.extract.places.mentions import Finder
from dateline.extract.places.runs import LONGEST, Run
from dateline.records.parses import Parse

# In a list with places, what looks like a person is a town of this size under any of its names.
_TOWN = 50_000
_JOINTS = frozenset({",", "and", "or", "the", "&", ";"})


def opens_list(finder: Finder, first: int) -> bool:
    """Return whether "the villages of" or "four villages:" stands before a token."""
    lowers = finder.parse.lowers
    return (
        first > 1
        and lowers[first - 1] in {"of", ":"}
        and lowers[first - 2] in finder.words.kinds_of
        and lowers[first - 2].endswith("s")
    )


def is_joined(parse: Parse, end: int, first: int) -> bool:
    """Return whether only a comma or "and" stands between two tokens."""
    return 0 < first - end < 3 and all(
        w in {",", "and", "&", "or"} for w in parse.lowers[end:first]
    )


def take_lists(finder: Finder, runs: list[Run]) -> None:
    """Take known names that stand in a list with places."""
    ends = {mention.end for mention in finder.found.values()}
    for order in (runs, runs[::-1]):
        for run in order:
            if not finder.taken[run.first] and _is_listed(finder, run, ends):
                finder.add(*run[:4])
                ends.add(run.end)


def _is_listed(finder: Finder, run: Run, ends: set[int]) -> bool:
    first, end, form, _, found, label, _ = run
    lowers, words = finder.parse.lowers, finder.words
    if not found or end - first > LONGEST or form in words.never or len(form) < 3:
        return False
    if finder.is_common(first, end) or any(w in words.body for w in lowers[first:end]):
        return False
    before, after = first, end
    while before > 0 and first - before < 3 and lowers[before - 1] in _JOINTS:
        before -= 1
    while after < len(lowers) and after - end < 3 and lowers[after] in _JOINTS:
        after += 1
    follows = before < first and before in ends
    leads = after > end and after in finder.found
    if follows and leads and (end - first == 1 or label not in {"PERSON", "mixed"}):
        return True
    if follows and leads and any(c.feature == "PCLI" and c.grade == 3 for c in found):
        return True
    if not (follows or leads) or label in {"NORP", "DATE", "LANGUAGE", "mixed"}:
        return False
    return label != "PERSON" or any(c.grade == 3 or c.population > _TOWN for c in found)


def take_repeats(finder: Finder, runs: list[Run]) -> None:
    """Take names that are places elsewhere in the text."""
    forms = {mention.form for mention in finder.found.values()}
    for run in runs:
        if run.end - run.first <= LONGEST and run.label not in {"mixed", "DATE"}:
            form, found = finder.know(run.first, run.end)
            # Two unknown words that the recogniser gives another type are a team or a firm.
            if form in forms and (found or run.end - run.first == 1):
                finder.add(run.first, run.end, form, finder.level_after(run.end))


def take_acronyms(finder: Finder) -> None:
    """Take the acronyms that the text gives its places: "the Northern Relief Zone (NRZ)"."""
    parse = finder.parse
    given: dict[str, str] = {}
    for mention in list(finder.found.values()):
        end = mention.end
        if end + 2 >= len(parse) or parse.words[end] != "(" or parse.words[end + 2] != ")":
            continue
        initials = "".join(w[0] for w in parse.words[mention.first : end] if w[0].isupper())
        if len(initials) > 1 and parse.words[end + 1] == initials:
            given[initials] = mention.form
    if given:
        for at, word in enumerate(parse.words):
            if word in given and not finder.taken[at]:
                finder.add(at, at + 1, given[word])
