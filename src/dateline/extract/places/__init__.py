"""Places: the names that place something on the map, resolved to GeoNames.

`mentions` and `slots` say which words name a place, `doubts` which do not, `actors` leaves out
governments, `facilities` finds buildings, `links`
reads what the text says of places outright, `resolution` chooses among the places that bear
a name, `spellings` finds those that bear it spelled otherwise, and `outcomes` writes down what
was found.

Beside the common reasons a None field may have `no-country` (a sea, a continent),
`whole-country` (a country lies in no region), `no-such-code` (the codebook has none for an
area of this size) and `not-applicable` (a place without a point has no precision).
"""

from __future__ import annotations

from functools import partial

from dateline.extract.places.actors import is_actor
from dateline.extract.places.facilities import is_employer
from dateline.extract.places.far import keep_no_strays, leave_far
from dateline.extract.places.links import to_units
from dateline.extract.places.mentions import Finder
from dateline.extract.places.outcomes import to_places
from dateline.extract.places.resolution import resolve
from dateline.extract.places.slots import take_slots
from dateline.extract.places.spellings import respell
from dateline.extract.places.words import load_place_words
from dateline.records.parses import Parse
from dateline.records.readings import Place
from dateline.tables.gazetteer import open_gazetteer

__all__ = ["find_places"]


def find_places(parse: Parse) -> tuple[Place, ...]:
    """Return the places of a text, each with all its mentions, by first mention."""
    if not len(parse):
        return ()
    gazetteer, words = open_gazetteer(), load_place_words()
    finder = Finder(parse, gazetteer, words)
    finder.take_names()
    finder.leave_out(partial(is_employer, finder))
    take_slots(finder)
    mentions = [mention for mention in finder.mentions() if not is_actor(finder, mention)]
    units, unit_of = to_units(parse, mentions, gazetteer)
    chosen = resolve(units)
    meant = leave_far(parse, mentions, [chosen[number] for number in unit_of], words)
    kept = keep_no_strays(parse, mentions, meant, words)
    mentions, meant = [mentions[at] for at in kept], [meant[at] for at in kept]
    meant = respell(parse, mentions, meant, gazetteer, words)
    return to_places(parse, mentions, meant, gazetteer, words)
