"""Parts: which figure is part of which other."""

from __future__ import annotations

from itertools import pairwise

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse

INCLUDING = frozenset({"including", "includes", "included", "among", "comprising"})
RELATIVES = frozenset({"whom", "which", "them", "these", "those"})
# Between a part and the number of its whole: "of the", "of Turkey's", "of its".
OWNING = frozenset({"DT", "PRP$", "POS", "NNP", "PDT", "JJ", "VBN"})
WHOLE_REACH = 4
# Words that set a number against the one before instead of taking from it.
CONTRAST = frozenset({"from", "than", "against", "after", "compared", "while", "earlier", "then"})
TOTALS = frozenset(
    {
        "toll",
        "total",
        "number",
        "tally",
        "figure",
        "count",
        "cumulative",
        "dead",
        "exodus",
        "overall",
    }
)


def find_parts(parse: Parse, drafts: list[Draft]) -> dict[int, int]:
    """Return for each figure that is part of another the index of that other."""
    found: dict[int, int] = {}
    places = {(draft.start, draft.end): number for number, draft in enumerate(drafts)}
    for number, draft in enumerate(drafts):
        for member in (places.get(place) for place in draft.members):
            if member is not None and member != number:
                found[member] = number
    for number, draft in enumerate(drafts):
        if number in found or draft.members:
            continue
        whole = _whole(parse, drafts, number)
        if whole is not None and whole != number and found.get(whole) != number:
            found[number] = whole
    return found


def _whole(  # noqa: PLR0911 - one return for each construction
    parse: Parse, drafts: list[Draft], number: int
) -> int | None:
    draft = drafts[number]
    if draft.implicit or draft.measure in ("money", "price"):
        return None
    sentence = parse.sentence_of[draft.first]
    earlier = [n for n in range(number - 1, max(-1, number - 6), -1) if _may_hold(drafts[n], draft)]
    same = [n for n in earlier if parse.sentence_of[drafts[n].first] == sentence]
    if draft.pronoun:
        near = same or [n for n in earlier if sentence - parse.sentence_of[drafts[n].first] <= 2]
        return near[0] if near and draft.of and parse.lowers[draft.of[0]] != "those" else None
    if same and _introduced(parse, drafts[same[0]], draft):
        return same[0]
    if (following := _of_following(parse, drafts, number)) is not None:
        return following
    if same and _relative(parse, draft):
        return same[0]
    if same and _set_off(parse, drafts[same[0]], draft):
        return same[0]
    if same and _of_the(parse, drafts, same, draft):
        return same[-1]
    if draft.more or draft.measure != "other":
        later = _total(parse, drafts, number)
        if later is not None:
            return later
    return None


def _may_hold(whole: Draft, part: Draft) -> bool:
    if whole.measure in ("money", "price", "share") or (
        whole.measure == "killed" and part.measure == "injured"
    ):
        return False
    bound = whole.high if whole.high is not None else None
    return bound is None or part.low is None or part.measure == "share" or part.low <= bound


def _introduced(parse: Parse, whole: Draft, part: Draft) -> bool:
    """Return whether "including" or "among them" stands between whole and part."""
    between = parse.lowers[whole.stop : part.first]
    if between[-2:] == [",", "with"] and part.unit in (whole.unit, None) and part.head < 0:
        # "7 million need aid, with one million verging on hunger"
        return True
    return (
        bool(INCLUDING & set(between)) and len(between) < 24 and not any(w == ";" for w in between)
    )


def _of_following(parse: Parse, drafts: list[Draft], number: int) -> int | None:
    """Return the whole in "95 of the 120 delegates", "11 of Turkey's 81 provinces"."""
    draft = drafts[number]
    if number + 1 >= len(drafts) or parse.lowers[draft.stop : draft.stop + 1] != ["of"]:
        return None
    between = range(draft.stop + 1, drafts[number + 1].first)
    owned = all(parse.tags[t] in OWNING for t in between)
    fits = len(between) <= WHOLE_REACH and owned and _may_hold(drafts[number + 1], draft)
    return number + 1 if fits else None


def _relative(parse: Parse, part: Draft) -> bool:
    """Return whether "of whom" or "among them" leads to the number."""
    before = parse.lowers[max(0, part.first - 4) : part.first]
    return any(a in ("of", "among") and b in RELATIVES for a, b in pairwise(before))


def _set_off(parse: Parse, whole: Draft, part: Draft) -> bool:
    """Return whether a bare number behind a comma goes on about some of those before.

    "46 hurt, nine in intensive care", "1,400 houses were struck, 900 beyond repair".
    """
    if part.head >= 0 or part.more or whole.measure != part.measure or whole.implicit:
        return False
    if not 0 < part.value_or() < whole.value_or() or part.low is None:
        return False
    between = parse.lowers[whole.stop : part.first]
    if between[-1:] not in ([","], [";"], ["("]) or not CONTRAST.isdisjoint(between):
        return False
    behind = parse.lowers[part.stop] if part.stop < len(parse) else "."
    # "Five in Kabul, three in Herat": a list has the same joint behind each number.
    return behind not in (",", ".", ";", "and", ")") and behind not in between


def _of_the(parse: Parse, drafts: list[Draft], same: list[int], draft: Draft) -> bool:
    """Return whether the sentence opens with "of the five dead,"."""
    first = drafts[same[-1]].first
    begin = parse.sentences[parse.sentence_of[draft.first]][0]
    before = parse.lowers[max(begin, first - 2) : first + 1]
    return "of" in before and begin >= first - 3


def _total(parse: Parse, drafts: list[Draft], number: int) -> int | None:
    """Return the total that an increment is told to raise, in this sentence or the next."""
    draft, sentence = drafts[number], parse.sentence_of[drafts[number].first]
    for other in range(number + 1, min(len(drafts), number + 4)):
        total = drafts[other]
        if parse.sentence_of[total.first] > sentence + draft.more or total.implicit:
            break
        between = parse.lowers[draft.stop : total.first]
        raises = {
            "bringing",
            "taking",
            "brings",
            "takes",
            "brought",
            "raising",
            "raises",
            "making",
            "pushing",
            "cumulative",
            "bring",
        } & set(between)
        step = parse.lowers[draft.first - 1 : draft.first] == ["by"] and between == ["to"]
        counts = total.measure == draft.measure != "share"
        if step and counts and total.value_or() > draft.value_or():
            return other
        if (
            raises
            and (TOTALS & set(between) or "it" in between)
            and (total.value_or() > draft.value_or())
        ):
            return other
    return None
