"""Towns in the names of their bodies: "Toledo Police Department", "the Almaty mayor's office".

A police, a council, a school or a hospital is where its town is, so the town in its name
places it. The country or state in a body's name does not: "Bank of England".
"""

from __future__ import annotations

from dateline.extract.places.mentions import Finder
from dateline.extract.places.runs import Run

# The smallest town that is believed to be meant, where the text does not name it otherwise;
# where small words follow ("the Almaty commandant's office") it must be a large city.
_TOWN = 10_000
_LARGE = 1_000_000
_LONGEST_TOWN = 4
# "Porto Mayor Ana Reis": the recogniser takes the town for a part of the person's name.
_OFFICES = frozenset({"mayor", "vice", "governor", "sheriff", "bishop", "archbishop", "councillor"})


def take_seats(finder: Finder, runs: list[Run]) -> None:
    """Add the towns and counties with which the names of local bodies begin."""
    known = {mention.form for mention in finder.found.values()}
    for run in runs:
        if not finder.taken[run.first]:
            _take_seat(finder, run, known)


def _take_seat(finder: Finder, run: Run, known: set[str]) -> None:
    parse, words = finder.parse, finder.words
    is_person = parse.ents[run.first] == "PERSON"
    last = min(run.end, run.first + _LONGEST_TOWN, len(parse) - 1)
    for stop in range(last, run.first, -1):
        after = parse.lowers[stop]
        local = after in (_OFFICES if is_person else words.local)
        if not local and (is_person or parse.words[stop][:1].isupper()):
            continue
        form, found = finder.know(run.first, stop)
        if not found or len(form) < 4 or finder.is_common(run.first, stop):
            continue
        if stop - run.first == 1 and parse.lowers[run.first] in finder.surnames:
            continue
        if form in words.never or form in words.body or form in words.local:
            continue
        if not local and not any(c.population > _LARGE for c in found):
            continue
        town = not found[0].feature.startswith("PCL") and any(
            c.grade == 3 and c.feature[:3] == "PPL" and c.population > _TOWN for c in found
        )
        if form in known or town or after in _OFFICES or found[0].feature == "ADM2":
            if after == "county":
                form = finder.settle(run.first, stop)[0]
            finder.add(run.first, stop, form, -1 if after == "county" else finder.level_after(stop))
            return
