"""Currencies: what stands before or behind a number and makes it money, or per cent."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dateline import tables
from dateline.extract.figures.wordsets import word_set

Kind = Literal["count", "money", "share"]
PERCENT = re.compile(
    r"(?:\s?%|[\s-](?:percent|per[\s-]cent|pct|percentage[\s-]points?|p\.c\.)\b|\s?percent\b)",
    re.IGNORECASE,
)
SMALL_COIN = re.compile(r"cents?\b|pence\b|pennies\b|eurocents\b", re.IGNORECASE)
# "5 feet 11 and 200 pounds" tells how tall and heavy somebody is.
BODY = re.compile(r"\b(?:feet|foot|ft|weigh(?:s|ed|ing)?)\b")
BODY_REACH = 24
SCALED = re.compile(r"[\d.,]+\s?(?:k|m|bn|million|billion)\b")
PER = re.compile(r"(?:\s+(?:for\s+)?(per|an?|the|each)\s+|\s?/\s?)([A-Za-z][\w-]*)")
BRACKET_PER = re.compile(r"\s?(?:\([^()]{1,30})?\)\s+per\s+([A-Za-z][\w-]*)")
# The longest currency form that stands before digits.
WINDOW = 8


class Unit(NamedTuple):
    """The kind of a number, its ISO 4217 code ("?" for several), and where its unit ends."""

    kind: Kind
    code: str | None
    end: int


class Currencies(NamedTuple):
    """Forms before and behind the digits with their codes, and the patterns to find them."""

    before: dict[str, str]
    after: dict[str, str]
    leading: re.Pattern[str]
    trailing: re.Pattern[str]
    between: re.Pattern[str]


@cache
def currencies() -> Currencies:
    """Return the forms of `figures_currencies.tsv`."""
    # A lost pound sign: "# 8.4 bn". A table line cannot begin with it.
    before, after = {"#": "GBP"}, {}
    for form, code, side in tables.load_rows("figures_currencies.tsv"):
        if side in ("before", "both"):
            before[form.strip()] = code
        if side in ("after", "both"):
            after[form.strip()] = code

    def any_of(forms: dict[str, str]) -> str:
        return "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))

    return Currencies(
        before,
        after,
        re.compile(rf"(?<![A-Za-z])({any_of(before)})\s?\Z", re.IGNORECASE),
        re.compile(rf"[\s-]?({any_of(after)})(?![A-Za-z])", re.IGNORECASE),
        re.compile(rf"(?:{any_of(before)})\s?(?=\d)|"),
    )


def unit_after(text: str, end: int) -> Unit:
    """Return the unit behind a number that ends at `end`.

    >>> unit_after("60 tenge a litre", 2), unit_after("35%", 2).kind, unit_after("35 men", 2).kind
    (Unit(kind='money', code='KZT', end=8), 'share', 'count')
    """
    follows = text[end : end + 1]
    if not follows or follows in ",.;:)":
        return Unit("count", None, end)
    known = currencies()
    if text.startswith(" of ", end) and text[end - 1] in "sn":
        # "millions of pesetas"
        match = known.trailing.match(text, end + 3)
        name = match.group(1).lower() if match else ""
        if match and name.endswith("s") and name not in word_set("coins_or_words"):
            return Unit("money", known.after[name], match.end())
    if match := PERCENT.match(text, end):
        return Unit("share", None, match.end())
    match = known.trailing.match(text, end)
    if match and _is_money(text, match):
        return Unit("money", known.after[match.group(1).lower()], match.end())
    return Unit("count", None, end)


def _is_money(text: str, match: re.Match[str]) -> bool:
    word, follows = match.group(1).lower(), text[match.end() : match.end() + 12].lower()
    if word not in word_set("coins_or_words"):
        return True
    if word in ("pounds", "pound"):
        if BODY.search(text, max(0, match.start() - BODY_REACH), match.start()):
            return False
        return not follows.lstrip().startswith(("of ", "heavier", "lighter", "when"))
    return word not in ("real", "try", "sum") and match.group()[0] != "-"


def sign_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the code of the currency before the digits at `at`, and where it begins.

    >>> sign_before("US$ 3 million", 4), sign_before("B 52", 2)
    (('USD', 0), None)
    """
    window = text[max(0, at - WINDOW) : at]
    match = currencies().leading.search(window)
    if not match or not _is_sign(text, at, match.group(1)):
        return None
    return currencies().before[match.group(1).lower()], at - len(window) + match.start()


def _is_sign(text: str, at: int, form: str) -> bool:
    if form == "#":
        return bool(SCALED.match(text, at))
    if not text[at].isdigit():
        return False
    if form.lower() in word_set("capital_coins"):
        return form[0].isupper() and (form != "R" or text[at - 1] == "R")
    return True


def per_after(text: str, end: int) -> tuple[str | None, int]:
    """Return what a price is per, and where that ends.

    >>> per_after("120 tenge a litre", 9)
    ('litre', 17)
    """
    match = PER.match(text, end)
    if not match:
        # "120 tenge (20 rubles) per litre": the bracket holds another figure.
        behind = BRACKET_PER.match(text, end)
        return (behind.group(1).lower() if behind else None), end
    noun = match.group(2).lower()
    known = frozenset(tables.load_toml("figures_units.toml")["per"].split())
    each = (match.group(1) or "/").lower() in ("per", "/")
    return (noun, match.end()) if each or {noun, noun.rstrip("s")} & known else (None, end)
