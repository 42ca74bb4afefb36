"""What the text says outright about how its places stand to each other.

"Toledo, Ohio" and "Toledo in Ohio" lay one place in another; "Ohio, Georgia and Maine" are
of a kind.
"""

from __future__ import annotations

from dateline.extract.places.beside import says_town
from dateline.extract.places.mentions import Mention
from dateline.extract.places.resolution import Unit
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Gazetteer

_INSIDE: list[list[str]] = [[], [","], ["in"], [",", "in"], ["("], ["of"], ["/"]]
_COMPASS = frozenset({"northern", "southern", "eastern", "western", "central"})
_JOINED = [[","], ["and"], [",", "and"], ["or"], ["&"], [";"], ["/"]]


def to_units(
    parse: Parse, mentions: list[Mention], gazetteer: Gazetteer
) -> tuple[list[Unit], list[int]]:
    """Return the names of a text, each with one meaning, and the number of each mention's.

    A name means one place in a text, unless the text lays it in different ones: "Paris,
    Texas" and "Paris, France".
    """
    holders = [_holder(parse, mentions, at, gazetteer) for at in range(len(mentions))]
    said: dict[str, str] = {}
    for mention, holder in zip(mentions, holders, strict=True):
        if holder is not None:
            said.setdefault(mention.form, mentions[holder].form)
    numbers: dict[tuple[str, int, str], int] = {}
    unit_of = []
    counts: list[int] = []
    for mention, holder in zip(mentions, holders, strict=True):
        holder_form = said.get(mention.form, "") if holder is None else mentions[holder].form
        number = numbers.setdefault((mention.form, mention.level, holder_form), len(counts))
        if number == len(counts):
            counts.append(0)
        counts[number] += 1
        unit_of.append(number)
    within: list[set[int]] = [set() for _ in counts]
    beside: list[set[int]] = [set() for _ in counts]
    for at, holder in enumerate(holders):
        if holder is not None:
            within[unit_of[at]].add(unit_of[holder])
    for at in range(len(mentions) - 1):
        one, other = unit_of[at], unit_of[at + 1]
        if (
            one != other and holders[at] is None and holders[at + 1] is None
            and _between(parse, mentions, at) in _JOINED
        ):  # fmt: skip
            beside[one].add(other)
            beside[other].add(one)
    towns = {m.form for m in mentions if says_town(parse, m.first, m.end)}
    return [
        Unit(form, counts[number], gazetteer.find(form), tuple(sorted(within[number])),
             0 if level < 0 and form in towns else level, tuple(sorted(beside[number])))
        for (form, level, _), number in numbers.items()
    ], unit_of  # fmt: skip


def holder_after(parse: Parse, mentions: list[Mention], at: int, words: Words) -> int | None:
    """Return the mention after the one at `at` in which the words between lay it.

    Words for its kind and for a part of the holder may stand between: "the Gondra district of
    Uttar Pradesh", "Ayn Issa in northern Syria".
    """
    between = _between(parse, mentions, at) if at + 1 < len(mentions) else None
    if not between:
        return None
    left = [word for word in between if word not in words.kinds_after and word not in _COMPASS]
    return at + 1 if left in _INSIDE[1:] or left == ["at"] else None


def _between(parse: Parse, mentions: list[Mention], at: int) -> list[str] | None:
    """Return the words between a mention and the next, None where they are many."""
    first, end = mentions[at].end, mentions[at + 1].first
    if end - first > 3 or parse.sentence_of[mentions[at].first] != parse.sentence_of[end]:
        return None
    return [word for word in parse.lowers[first:end] if word != "the"]


def _holder(parse: Parse, mentions: list[Mention], at: int, gazetteer: Gazetteer) -> int | None:
    """Return the mention in which the text lays the one at `at`, where the gazetteer agrees."""
    if (
        at + 1 < len(mentions)
        and _between(parse, mentions, at) in _INSIDE
        and _may_hold(gazetteer, mentions[at + 1], mentions[at])
    ):
        return at + 1
    if (
        at > 0
        and _between(parse, mentions, at - 1) == ["'s"]
        and _may_hold(gazetteer, mentions[at - 1], mentions[at])
    ):
        return at - 1
    return None


def _may_hold(gazetteer: Gazetteer, holder: Mention, held: Mention) -> bool:
    if _is_country(gazetteer, holder) and _is_country(gazetteer, held):
        # "In Turkey, the United States helps": no town of that name in the States.
        return False
    rows = {c.row for c in gazetteer.find(holder.form)}
    return any(
        c.row not in rows and not rows.isdisjoint((c.country, c.admin1, c.admin2))
        for c in gazetteer.find(held.form)
    )


def _is_country(gazetteer: Gazetteer, mention: Mention) -> bool:
    return any(c.feature == "PCLI" and c.grade > 1 for c in gazetteer.find(mention.form))
