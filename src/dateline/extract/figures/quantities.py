"""Quantities: numbers with their bounds, ranges, currency, percent sign and "per".

A quantity is what is written, before anything is known about what it counts. Its span
holds the qualifier ("more than 3 thousand"), the currency and the unit it is per.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from dateline import tables
from dateline.extract.figures.bounds import ABOUT, LESS, MORE, bound_after, bound_before
from dateline.extract.figures.currencies import (
    PERCENT,
    SMALL_COIN,
    Kind,
    currencies,
    per_after,
    sign_before,
    unit_after,
)
from dateline.extract.figures.numerals import Numeral, read_numeral
from dateline.extract.figures.shares import read_share
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

RANGE = re.compile(r"\s?[-\u2010\u2011\u2012–—]\s?|\s+to\s+|\s+or\s+|\s+and\s+", re.IGNORECASE)
FURTHER = re.compile(
    r",?\s+(?:and|or|but)?\s*(?:possibly|perhaps|maybe|probably)?\s*"
    r"(?:as many as|up to|at most|no more than)\s+",
    re.IGNORECASE,
)
PAIR = re.compile(r"\s+(?:and|or)\s+(?=[\da-z])", re.IGNORECASE)
# From here on a number in a pair is no share.
MOST_SHARE = 1000
OPENERS = frozenset({"between", "from", "anywhere"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in the text.

    `start`, `end`: code points, qualifier included; `core`: where the digits begin, `bare`
    where they end; `first`, `stop`: the token range. `more` tells of "another", "further";
    `word` that no digit stands in it; `change` that it is one end of a change.
    """

    start: int
    end: int
    core: int
    bare: int
    first: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool = False
    kind: Kind = "count"
    currency: str | None = None
    per: str | None = None
    more: bool = False
    word: bool = False
    vague: bool = False
    bounded: bool = False
    change: bool = False

    @property
    def value(self) -> float:
        """Return the number stated, whichever side of it is open."""
        return self.low if self.low is not None else self.high or 0.0


@cache
def _triggers() -> frozenset[str]:
    known = tables.load_toml("figures_numbers.toml")
    names = ("units", "tens", "multipliers", "vague", "fractions")
    words = {word for name in names for word in known[name]} - {"mn", "bn", "bln", "mln", "trn"}
    return frozenset(words | {"several", "couple", "thirds", "quarters"})


@cache
def _article_heads() -> frozenset[str]:
    multipliers = tables.load_toml("figures_numbers.toml")["multipliers"]
    others = {"couple", "few", "score", "third", "quarter", "half", "fifth", "tenth"}
    return frozenset(others | set(multipliers))


def find_quantities(parse: Parse) -> list[Quantity]:
    """Return the numbers of a text in text order; none overlaps another."""
    found: list[Quantity] = []
    lowers, starts, triggers, heads = parse.lowers, parse.starts, _triggers(), _article_heads()
    done = 0
    for token, word in enumerate(lowers):
        if starts[token] < done or (
            word.isalpha() and word not in triggers and word not in ("a", "an")
        ):
            continue
        at = starts[token]
        if word in ("a", "an"):
            if token + 1 >= len(lowers) or lowers[token + 1] not in heads:
                continue
        elif word not in triggers:
            digit = _digit_at(parse.text, at, parse.ends[token])
            if digit < 0:
                continue
            at = digit
        for quantity in _read(parse, token, at):
            if quantity.start >= done:
                found.append(quantity)
                done = quantity.end
    return found


def _digit_at(text: str, start: int, end: int) -> int:
    """Return where digits begin in a token, -1 where they belong to a name: "B52"."""
    at = next((n for n in range(start, end) if text[n] in "0123456789"), -1)
    before = text[start:at] if at > start else ""
    if any(c.isalnum() for c in before) and not currencies().leading.search(before):
        return -1
    return at


def _read(parse: Parse, token: int, at: int) -> list[Quantity]:
    if share := read_share(parse.text, at):
        plain = Quantity(
            at, share.end, at, share.end, token, token + 1, share.value, share.value,
            kind="share", word=True,
        )  # fmt: skip
        return [_finish(parse, plain, share.end, None)]
    number = read_numeral(parse.text, at)
    if number is None:
        return []
    unit = unit_after(parse.text, number.end)
    plain = _plain(token, at, number)
    ranged = _read_range(parse, plain, number)
    if ranged is not None:
        return ranged
    if unit.kind == "count" and _shares_percent(parse.text, number):
        unit = unit._replace(kind="share")
    made = _finish(parse, replace(plain, kind=unit.kind, currency=unit.code), unit.end, None)
    further = FURTHER.match(parse.text, unit.end)
    if further and made.high is None and not number.vague:
        other = read_numeral(parse.text, further.end())
        if other and other.value > number.value:
            return [_finish(parse, plain, other.end, other)]
    return [made]


def _shares_percent(text: str, number: Numeral) -> bool:
    """Return whether the next number lends its per cent: "eight and fourteen percent"."""
    match = PAIR.match(text, number.end)
    other = read_numeral(text, match.end()) if match and number.value <= MOST_SHARE else None
    return bool(other and not other.vague and PERCENT.match(text, other.end))


def _plain(token: int, at: int, number: Numeral) -> Quantity:
    return Quantity(
        at, number.end, at, number.end, token, token + 1, number.value,
        None if number.vague else number.value, approximate=number.approximate or number.vague,
        word=number.in_words, vague=number.vague,
    )  # fmt: skip


def _read_range(parse: Parse, plain: Quantity, number: Numeral) -> list[Quantity] | None:
    """Return the range or change that the number opens; None where it stands alone."""
    text, unit = parse.text, unit_after(parse.text, number.end)
    match = RANGE.match(text, unit.end)
    if not match or number.vague:
        return None
    joint = match.group().strip().lower()
    sign = currencies().between.match(text, match.end())
    right = sign.end() if sign else match.end()
    other = read_numeral(text, right)
    before = parse.lowers[plain.first - 1] if plain.first else ""
    glued = joint not in ("to", "or", "and")
    if other is None or other.vague or (joint == "and" and before not in OPENERS):
        return None
    priced = right > match.end()
    kind = "money" if priced else unit_after(text, other.end).kind
    level = unit.end > number.end and kind != unit.kind
    if joint == "to" and (level or (priced and _falls_by(parse, plain.first))):
        # "fell 2.5% to 2,248": an amount and a level.
        return None
    low = _share_scale(number, other, glued=glued)
    step = joint == "to" and before == "by" and _falls_by(parse, plain.first)
    change = joint == "to" and before != "between" and _is_change(parse, plain.first)
    if step or change:
        # Both ends are prices or counts of their own: "from 60 to 120 tenge"; or they are the
        # step and the level: "climbed by 12 to 45".
        one, two = _both_ends(parse, replace(plain, low=low, high=low), other, right)
        return [replace(one, more=step), two]
    if low < other.value and (joint != "or" or other.value <= 4 * low):
        return [
            _finish(
                parse, replace(plain, low=low, kind=unit.kind, currency=unit.code), other.end, other
            )
        ]
    # "3-1", "10-8": a score, a date or a name.
    return [] if glued and number.end == unit.end else None


def _share_scale(number: Numeral, other: Numeral, *, glued: bool) -> float:
    """Return the left end in the scale of the right: "two or three thousand", "20-25,000"."""
    low = number.value
    if number.multiplier == 1 and other.multiplier > 1 and low < other.value / other.multiplier:
        return low * other.multiplier
    if glued and low < 1000 and other.value % 1000 == 0 and low * 1000 < other.value:
        return low * 1000
    return low


def _both_ends(parse: Parse, plain: Quantity, other: Numeral, right: int) -> list[Quantity]:
    own, last = unit_after(parse.text, plain.bare), unit_after(parse.text, other.end)
    kind, code = (last.kind, last.code) if own.kind == "count" else (own.kind, own.code)
    token = parse.tokens_in(right, other.end)[0]
    one = replace(plain, kind=kind, currency=code, change=True)
    two = replace(_plain(token, right, other), kind=last.kind, currency=last.code, change=True)
    return [_finish(parse, one, own.end, None), _finish(parse, two, last.end, None)]


def _is_change(parse: Parse, token: int) -> bool:
    first = parse.sentences[parse.sentence_of[token]][0]
    near = parse.lowers[max(first, token - 14) : token]
    return "from" in near[-4:] and not word_set("changes").isdisjoint(near)


def _falls_by(parse: Parse, token: int) -> bool:
    """Return whether the number before "to" tells by how much: "fell $2.86 to $77.11"."""
    near = parse.lowers[max(parse.sentences[parse.sentence_of[token]][0], token - 4) : token]
    return "from" not in near and not word_set("changes").isdisjoint(near)


def _finish(parse: Parse, plain: Quantity, end: int, other: Numeral | None) -> Quantity:
    """Return the quantity with what stands before and behind its digits.

    `other` is the upper end of a range, whose unit holds for both ends.
    """
    text, start, low, high = parse.text, plain.core, plain.low, plain.high
    kind, code, bare = plain.kind, plain.currency, plain.bare
    if other:
        unit = unit_after(text, other.end)
        bare, end, high = other.end, unit.end, other.value
        if unit.kind != "count":
            kind, code = unit.kind, unit.code
    if kind != "share" and (sign := sign_before(text, plain.core)):
        kind, (code, start) = "money", sign
        # "$40-odd million" aside, a currency word behind a sign belongs to it.
        unit = unit_after(text, end)
        end = unit.end if unit.kind == "money" else end
    if kind == "money" and SMALL_COIN.search(text, bare, end):
        low, high = (None if side is None else side / 100 for side in (low, high))
    per, end = per_after(text, end) if kind == "money" else (None, end)
    token = plain.first
    while token and parse.starts[token - 1] >= start:
        token -= 1
    if start < parse.starts[token] and token:
        token -= 1
    bound = bound_before(parse, token, start)
    start = bound.start
    if other and token and parse.lowers[token - 1] in OPENERS and start == parse.starts[token]:
        start = parse.starts[token - 1]
    suffix, end = bound_after(text, end)
    signs = bound.signs + suffix
    if other is None and MORE in signs:
        high = None
    elif other is None and LESS in signs:
        low, high = None, low if high is None else high
    first, stop = parse.tokens_in(start, end)
    return replace(
        plain, start=start, end=end, bare=bare, first=first, stop=max(stop, first + 1), low=low,
        high=high, kind=kind, currency=code, per=per, more=bound.more,
        approximate=plain.approximate or ABOUT in signs, bounded=MORE in signs or LESS in signs,
    )  # fmt: skip
