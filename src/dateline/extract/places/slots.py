"""Names that the recogniser missed, taken where the words around them want a place.

"in X", "the village of X", "X province", "X, Ohio", "ALMATY (Reuters) —", and lists with
places: where the gazetteer knows the name, and sometimes where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.places.mentions import Finder
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate

# Words inside names of places: "Ceamurlia de Jos", "Dar es Salaam".
_LINKS = frozenset({"de", "da", "do", "dos", "das", "del", "la", "el", "al", "es", "ez", "kwa", "sur", "am", "an", "of", "upon", "on", "the", "-"})  # fmt: skip
_LONGEST = 5
# A name outside any slot is taken for a place when one of this size bears it.
_WELL_KNOWN = 300_000
_LARGE = 1_000_000


def take_slots(finder: Finder) -> None:
    """Add the names that stand in a place's slot."""
    runs = [run for run in _runs(finder) if not _is_person(finder, *run)]
    left = []
    listed = -1
    for first, end in runs:
        # "the villages of A, B and C": what follows in the list is a place too.
        if listed > 0 and _is_joined(finder.parse, listed, first):
            taken = end - first < 4 and finder.add(first, end, finder.settle(first, end)[0])
        else:
            taken = _take_run(finder, first, end)
        if not taken:
            left.append((first, end))
        if taken and (_opens_list(finder, first) or (listed > 0 and _is_joined(finder.parse, listed, first))):
            listed = end
        elif end - listed > 12:
            listed = -1
    _take_lists(finder, left)
    _take_repeats(finder, left)
    _take_seats(finder, left)


def _runs(finder: Finder) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words that are not yet part of a mention."""
    parse, taken = finder.parse, finder.taken
    words, tags = parse.words, parse.tags
    at, count = 0, len(parse)
    while at < count:
        if taken[at] or not words[at][0].isupper() or not tags[at].startswith(("NN", "JJ", "FW")):
            at += 1
            continue
        last = parse.sentences[parse.sentence_of[at]][1]
        if at + 1 < last and words[at + 1][0].isupper() and parse.lowers[at] in finder.words.before:
            at += 1
            continue
        end = at + 1
        while end < last and not taken[end]:
            if words[end][0].isupper():
                end += 1
            elif parse.lowers[end] in _LINKS and end + 1 < last and words[end + 1][0].isupper():
                end += 2
            else:
                break
        end = min(end, count)
        if not any(taken[at:end]):
            yield at, end
        at = end


def _is_person(finder: Finder, first: int, end: int) -> bool:
    """Return whether the run is, or holds, the full name of a person."""
    parse = finder.parse
    if first and parse.lowers[first - 1] in finder.words.titles:
        return True
    if end - first == 1:
        return parse.lowers[first] in finder.surnames
    return False


def _label(parse: Parse, first: int, end: int) -> str:
    """Return the recogniser's type where the run is exactly one name, "" where it has none."""
    kinds = set(parse.ents[first:end])
    if len(kinds) != 1:
        return "mixed"
    kind = parse.ents[first]
    if kind and (any(parse.ent_begins[first + 1 : end]) or not parse.ent_begins[first]):
        return "mixed"
    if kind and end < len(parse) and parse.ents[end] == kind and not parse.ent_begins[end]:
        return "mixed"
    return kind


def _take_run(finder: Finder, first: int, end: int) -> bool:
    parse, words = finder.parse, finder.words
    if end - first > _LONGEST:
        return False
    if any(parse.lowers[at] in words.body for at in range(first, end)):
        return False
    form, level, found = finder.settle(first, end)
    if not form or form in words.never or (len(form) < 3 and not form.startswith((".", ","))):
        return False
    before = parse.lowers[first - 1] if first else ""
    if before == "the" and first > 1:
        before = parse.lowers[first - 2]
    label = _label(parse, first, end)
    if finder.is_common(first, end) and level < 0:
        return False
    if (
        (_is_of_kind(finder, first) and label != "DATE")
        or (_has_kind(finder, first, end, bool(found)) and (found or label != "PERSON"))
        or (before == "near" and label not in {"PERSON", "DATE"} and end - first < 3)
        or (found and before in words.before and _may_follow(finder, first, end, label, found))
        or (found and before in words.before_weak and _is_well_known(found) and label not in {"PERSON", "NORP"})
        or (found and label in {"ORG", "NORP", ""} and _is_area_or_city(found, label))
        or _is_dateline(finder, first, end, bool(found))
        or _is_in_next(finder, end, found, before)
    ):
        return finder.add(first, end, form, level)
    return False


def _is_of_kind(finder: Finder, first: int) -> bool:
    """Return whether "the village of", "a town called" or "villages:" stands before."""
    lowers, words = finder.parse.lowers, finder.words
    return (
        first > 1
        and lowers[first - 1] in {"of", "called", "named", ":"}
        and lowers[first - 2] in words.kinds_of
        and (lowers[first - 2] not in {"state", "community", "area", "north", "south", "east", "west"})
    )


def _opens_list(finder: Finder, first: int) -> bool:
    """Return whether "the villages of" or "four villages:" stands before."""
    lowers = finder.parse.lowers
    return (
        first > 1
        and lowers[first - 1] in {"of", ":"}
        and lowers[first - 2] in finder.words.kinds_of
        and lowers[first - 2].endswith("s")
    )


def _is_joined(parse: Parse, end: int, first: int) -> bool:
    """Return whether only a comma or "and" stands between."""
    return 0 < first - end < 3 and all(w in {",", "and", "&", "or"} for w in parse.lowers[end:first])


def _has_kind(finder: Finder, first: int, end: int, found: bool) -> bool:
    """Return whether the name ends in, or is followed by, the word for a kind of area."""
    parse, words = finder.parse, finder.words
    if end < len(parse) and parse.lowers[end] in words.kinds_after:
        if parse.lowers[end] in words.vague or parse.ents[end - 1] == "NORP":
            return found
        return True
    return end - first > 1 and parse.lowers[end - 1] in {"county", "parish", "province", "oblast", "governorate"}


def _may_follow(finder: Finder, first: int, end: int, label: str, found: tuple[Candidate, ...]) -> bool:
    """Return whether "in X" makes X a place: not in "in March", "in Congress"."""
    if label in {"DATE", "TIME", "LANGUAGE", "WORK_OF_ART", "LAW", "MONEY", "NORP", "mixed"}:
        return False
    return label != "ORG" or max(c.grade for c in found) == 3


def _is_well_known(found: tuple[Candidate, ...]) -> bool:
    return any(
        c.grade >= 2 and (c.population > _WELL_KNOWN or c.feature not in {"PPL", "ADM2", "ADM3"})
        for c in found
    )


def _is_area_or_city(found: tuple[Candidate, ...], label: str) -> bool:
    least = 1_000_000 if label == "ORG" else _WELL_KNOWN
    return any(
        c.grade >= 2 and (c.feature in {"PCLI", "PCLD", "ADM1", "RGN", "CONT"}
                          or (c.grade == 3 and c.population > least and c.feature[:3] == "PPL"))
        for c in found
    )  # fmt: skip


def _is_dateline(finder: Finder, first: int, end: int, found: bool) -> bool:
    """Return whether the name opens a paragraph as a dateline: "ALMATY (Reuters) —"."""
    parse = finder.parse
    if not found or end >= len(parse):
        return False
    start = parse.paragraphs[parse.paragraph_of[first]][0]
    capitals = all(word.isupper() for word in parse.words[first:end])
    after = parse.lowers[end]
    if first == start and (after in {"—", "–", "--"} or (capitals and after in {"(", "-", ","})):
        return True
    return False


def _is_in_next(finder: Finder, end: int, found: tuple[Candidate, ...], before: str) -> bool:
    """Return whether ", Ohio" follows, and the gazetteer has such a place there."""
    parse = finder.parse
    if end + 1 >= len(parse) or parse.lowers[end] not in {",", "in"}:
        return False
    other = finder.found.get(end + 1)
    if other is None:
        return False
    if not found:
        return before in finder.words.before and parse.lowers[end] == ","
    areas = {c.row for c in finder.gazetteer.find(other.form) if c.feature[:3] in {"PCL", "ADM"}}
    return any(
        not areas.isdisjoint((c.country, c.admin1, c.admin2)) and c.row not in areas for c in found
    )


def _take_lists(finder: Finder, runs: list[tuple[int, int]]) -> None:
    """Take known names that stand in a list with places."""
    parse = finder.parse
    ends = {mention.end for mention in finder.found.values()}
    for order in (runs, list(reversed(runs))):
        for first, end in order:
            if finder.taken[first] or end - first > _LONGEST:
                continue
            before = first - 1
            while before >= 0 and parse.lowers[before] in {",", "and", "or", "the", "&", ";"} and first - before < 4:
                before -= 1
            after = end
            while after < len(parse) and parse.lowers[after] in {",", "and", "or", "the", "&", ";"} and after - end < 3:
                after += 1
            joined = (before + 1 < first and before + 1 in ends) or (after > end and after in finder.found)
            if not joined or any(parse.lowers[at] in finder.words.body for at in range(first, end)):
                continue
            form, level, found = finder.settle(first, end)
            if not found or form in finder.words.never or len(form) < 3 or finder.is_common(first, end):
                continue
            if _label(parse, first, end) in {"PERSON", "mixed", "NORP"} and end - first > 1 and not _is_well_known(found):
                continue
            both = before + 1 in ends and after in finder.found
            if both or _label(parse, first, end) != "PERSON" or max(c.grade for c in found) == 3:
                if _label(parse, first, end) in {"NORP", "DATE", "LANGUAGE"} and not both:
                    continue
                if finder.add(first, end, form, level):
                    ends.add(end)


def _take_repeats(finder: Finder, runs: list[tuple[int, int]]) -> None:
    """Take names that are places elsewhere in the text."""
    forms = {mention.form: mention.level for mention in finder.found.values()}
    for first, end in runs:
        if finder.taken[first] or end - first > _LONGEST:
            continue
        form, _ = finder.know(first, end)
        if form in forms and _label(finder.parse, first, end) not in {"mixed", "DATE"}:
            finder.add(first, end, form, finder.level_after(end))


def _take_seats(finder: Finder, runs: list[tuple[int, int]]) -> None:
    """Take the town or county in the name of its police, council, school or hospital.

    Such a body is where its town is; a country or a state in a body's name tells less.
    """
    parse, words = finder.parse, finder.words
    known = {mention.form for mention in finder.found.values()}
    for first, end in runs:
        if finder.taken[first] or parse.ents[first] == "PERSON":
            continue
        for stop in range(min(end, first + 4, len(parse) - 1), first, -1):
            in_body = parse.lowers[stop] in words.local
            if not in_body and parse.words[stop][0].isupper():
                continue
            form, found = finder.know(first, stop)
            if not in_body and not any(c.population > _LARGE for c in found):
                continue
            if not found or form in words.never or len(form) < 4:
                continue
            if finder.is_common(first, stop) or form in words.body or form in words.local:
                continue
            best = found[0]
            town = any(c.grade == 3 and c.feature[:3] == "PPL" and c.population > 10_000 for c in found) or best.feature == "ADM2"
            if form in known or (town and not best.feature.startswith("PCL")):
                finder.add(first, stop, form, finder.level_after(stop) if parse.lowers[stop] != "county" else -1)
                break
