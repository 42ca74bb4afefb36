"""Names that the recogniser missed, taken where the words around them want a place.

"in X", "the village of X", "X province", "X, Ohio", "ALMATY (Reuters) —": where the
gazetteer knows the name, and where the text leaves no doubt, also where it does not.
"""

from __future__ import annotations

from dateline.extract.places.beside import is_beside_of
from dateline.extract.places.facilities import facility_start
from dateline.extract.places.lists import (
    is_joined,
    opens_list,
    take_acronyms,
    take_lists,
    take_repeats,
)
from dateline.extract.places.mentions import Finder
from dateline.extract.places.runs import LONGEST, Run, find_runs
from dateline.extract.places.seats import take_seats
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate

# A name outside any slot is taken for a place when one of this size bears it; what the
# recogniser calls an organisation must be larger.
_WELL_KNOWN = 300_000
_FAMOUS = 1_000_000
_NO_PLACES = frozenset({"DATE", "TIME", "LANGUAGE", "WORK_OF_ART", "LAW", "MONEY", "NORP", "mixed"})
_TOWNS = frozenset({"PPL", "ADM2", "ADM3"})
_AREAS = frozenset({"PCLI", "PCLD", "ADM1", "RGN", "CONT"})
# Kinds before "of" that stand before persons and causes too: "the state of affairs".
_LOOSE_KINDS = frozenset({"state", "community", "area", "north", "south", "east", "west"})
_SETTLEMENTS = frozenset(
    {"suburb", "town", "village", "city", "hamlet", "neighborhood", "neighbourhood", "township"}
)
_KINDS_IN_NAMES = frozenset({"county", "parish", "province", "oblast", "governorate"})


def take_slots(finder: Finder) -> None:
    """Add the names that stand in a place's slot."""
    take_acronyms(finder)
    left = []
    listed = -1
    for run in find_runs(finder):
        goes_on = listed > 0 and is_joined(finder.parse, listed, run.first)
        if goes_on:
            # "the villages of A, B and C": what follows in the list is a place too.
            taken = run.end - run.first < LONGEST and finder.add(*run[:4])
        else:
            building = facility_start(finder, run)
            if building is not None:
                taken = finder.add(building, run.end, finder.know(building, run.end)[0])
            else:
                taken = _wants_place(finder, run) and finder.add(*run[:4])
        if not taken:
            left.append(run)
        elif goes_on or opens_list(finder, run.first):
            listed = run.end
    take_lists(finder, left)
    take_repeats(finder, left)
    take_seats(finder, left)


def _wants_place(finder: Finder, run: Run) -> bool:
    """Return whether a run is a place's name, by its words and those around it."""
    parse, words = finder.parse, finder.words
    first, end, form, level, found, label, before = run
    if end - first > 1 and parse.lowers[end - 1] in words.features and label not in _NO_PLACES:
        return end - first <= LONGEST
    refused = (
        end - first > LONGEST
        or form in words.never
        or (len(form) < 3 and not form.startswith((".", ",")))
        or any(parse.lowers[at] in words.body for at in range(first, end))
        or (finder.is_common(first, end) and level < 0)
    )
    if refused:
        return False
    if not found:
        return _is_called_place(finder, run) or (
            (
                is_beside_of(parse, first)
                or (_is_explained(finder, run) and before in {"of", "in", "from", "to"})
                or (before == "near" and (label != "PERSON" or _opens_with_near(parse, run)))
            )
            and label not in {"DATE", "NORP"}
            and end - first < 4
            and parse.tags[end - 1].startswith("NN")
            and not finder.is_acronym(first)
            and not finder.is_demonym(form)
        )
    return (
        _is_called_place(finder, run)
        or before == "near"
        or (is_beside_of(parse, first) and _may_follow(run))
        or (before in words.before and _may_follow(run))
        or (before in words.moved and _is_reached(run))
        or (before in words.before_weak and _is_well_known(run))
        or (label in {"ORG", ""} and _is_area_or_city(found, label))
        or (label == "NORP" and _is_area_or_city(found, label) and not _modifies(finder, end))
        or _is_dateline(finder, run)
        or _has_people(finder, run)
        or _is_in_next(finder, run)
    )


def _is_called_place(finder: Finder, run: Run) -> bool:
    """Return whether the text says what kind of place it is: "the village of X", "X province"."""
    parse, words = finder.parse, finder.words
    first, end = run.first, run.end
    if first > 1 and parse.lowers[first - 1] in {"of", "called", "named", ":"}:
        kind = parse.lowers[first - 2]
        if kind in words.kinds_of and kind not in _LOOSE_KINDS and run.label != "DATE":
            return True
    # "The Mukuru district of Nairobi" is in Nairobi.
    placed = parse.lowers[end + 1 : end + 2] == ["of"] and end + 2 in finder.found
    if run.label == "PERSON" and not run.found and not placed:
        return False
    if end < len(parse) and parse.lowers[end] in words.kinds_after:
        adjective = parse.ents[end - 1] == "NORP" or finder.is_demonym(run.form)
        vague = adjective or (parse.lowers[end] in words.vague and not placed)
        return bool(run.found) or not vague
    return end - first > 1 and parse.lowers[end - 1] in _KINDS_IN_NAMES


def _opens_with_near(parse: Parse, run: Run) -> bool:
    """Return whether a name stands in the opening of a sentence: "Near X, two strikes"."""
    return parse.words[run.first - 1] == "Near" and parse.lowers[run.end : run.end + 1] == [","]


def _is_explained(finder: Finder, run: Run) -> bool:
    """Return whether the words after a name say what it is: "X, a suburb of Y"."""
    lowers, end = finder.parse.lowers, run.end
    if lowers[end : end + 1] != [","] or lowers[end + 1 : end + 2] not in (["a"], ["an"], ["the"]):
        return False
    return any(word in _SETTLEMENTS for word in lowers[end + 2 : end + 4])


def _may_follow(run: Run) -> bool:
    """Return whether "in X" makes X a place: not in "in March"."""
    if run.label in _NO_PLACES:
        return False
    return run.label != "ORG" or max(c.grade for c in run.found) == 3


def _is_reached(run: Run) -> bool:
    """Return whether "left X" and "retook X" make X a place: not where X may be a person."""
    least = _WELL_KNOWN if run.label == "PERSON" else 0
    return _may_follow(run) and any(c.grade and c.population > least for c in run.found)


def _is_well_known(run: Run) -> bool:
    return run.label not in {"PERSON", "NORP"} and any(
        (c.grade == 1 and c.population > _FAMOUS)
        or (c.grade > 1 and (c.population > _WELL_KNOWN or c.feature not in _TOWNS))
        for c in run.found
    )


def _is_area_or_city(found: tuple[Candidate, ...], label: str) -> bool:
    least = _FAMOUS if label == "ORG" else _WELL_KNOWN
    return any(
        (c.grade >= 2 and c.feature in _AREAS)
        or (c.grade == 3 and c.population > least and c.feature[:3] == "PPL")
        for c in found
    )


def _modifies(finder: Finder, end: int) -> bool:
    """Return whether a noun follows, so that the name is rather an adjective: "Somali refugees"."""
    parse = finder.parse
    return end < len(parse) and parse.tags[end].startswith("NN")


def _is_dateline(finder: Finder, run: Run) -> bool:
    """Return whether the name opens a report as its dateline: "ALMATY (Reuters) —"."""
    parse = finder.parse
    if run.end >= len(parse):
        return False
    after = parse.lowers[run.end]
    if run.first == parse.paragraphs[parse.paragraph_of[run.first]][0] and after in {
        "—",
        "–",
        "--",
    }:
        return True
    # Where the lines of a page were joined, a headline stands before.
    opens = run.first == 0 or parse.words[run.first - 1][-1] in ".!?:"
    opens = opens or run.first == parse.sentences[parse.sentence_of[run.first]][0]
    capitals = all(word.isupper() for word in parse.words[run.first : run.end])
    return opens and capitals and after in {"(", "-", ",", ":", "—", "–", "--"}


def _has_people(finder: Finder, run: Run) -> bool:
    """Return whether the words around make it the home of persons.

    "a Toledo man", "29, of Toledo", "both of Toledo".
    """
    parse, words = finder.parse, finder.words
    if max(c.grade for c in run.found) < 3 or run.label in _NO_PLACES:
        return False
    if run.end < len(parse) and parse.lowers[run.end] in words.residents:
        return True
    return (
        run.first > 1
        and parse.lowers[run.first - 1] == "of"
        and parse.lowers[run.first - 2]
        in {",", "both", "all", "formerly", "resident", "residents", "native"}
    )


def _is_in_next(finder: Finder, run: Run) -> bool:
    """Return whether ", Ohio" or "in Ohio" follows, and the gazetteer has such a place there."""
    parse = finder.parse
    if run.end + 1 >= len(parse) or parse.lowers[run.end] not in {",", "in"}:
        return False
    other = finder.found.get(run.end + 1)
    if other is None:
        return False
    areas = {c.row for c in finder.gazetteer.find(other.form) if c.feature[:3] in {"PCL", "ADM"}}
    return any(
        c.row not in areas and not areas.isdisjoint((c.country, c.admin1, c.admin2))
        for c in run.found
    )
