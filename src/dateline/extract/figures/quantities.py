"""Quantities: numbers with their bounds, ranges, currency, percent sign and "per".

A quantity is what is written, before anything is known about what it counts. Its span
holds the qualifier ("more than 3 thousand"), the currency and the unit it is per.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline import tables
from dateline.extract.figures.numerals import DIGITS, Numeral, read_digits, read_numeral
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

Kind = Literal["count", "money", "share"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in the text.

    `start`, `end`: code points, qualifier included; `core`: where the digits begin, `bare`
    where they end; `first`, `stop`: the token range. `more` tells of "another", "further",
    "more"; `whole` of "all", "a total of"; `word` that no digit stands in it.
    """

    start: int
    end: int
    core: int
    bare: int
    first: int
    stop: int
    low: float | None
    high: float | None
    approximate: bool
    kind: Kind = "count"
    currency: str | None = None
    per: str | None = None
    more: bool = False
    whole: bool = False
    word: bool = False
    vague: bool = False
    bounded: bool = False
    change: bool = False

    @property
    def value(self) -> float:
        """Return the number stated, whichever side of it is open."""
        return self.low if self.low is not None else self.high or 0.0


@cache
def bounds() -> dict[str, str]:
    """Return each bounding phrase with what it does to a number."""
    known = tables.load_toml("figures_numbers.toml")["bounds"]
    return {
        phrase: kind
        for kind, name in (("~", "approximate"), ("<", "high"), (">", "low"), ("", "fillers"))
        for phrase in known[name]
    }


@cache
def _suffixes() -> list[tuple[str, str]]:
    known = tables.load_toml("figures_numbers.toml")["suffixes"]
    found = [
        (p, s) for s, n in ((">", "low"), ("<", "high"), ("~", "approximate")) for p in known[n]
    ]
    return sorted(found, key=lambda pair: -len(pair[0]))


@cache
def _currencies() -> tuple[dict[str, str], dict[str, str], re.Pattern[str], re.Pattern[str]]:
    # A lost pound sign: "# 8.4 bn".
    before: dict[str, str] = {"#": "GBP"}
    after: dict[str, str] = {}
    for form, code, side in tables.load_rows("figures_currencies.tsv"):
        if side in ("before", "both"):
            before[form.strip()] = code
        if side in ("after", "both"):
            after[form.strip()] = code

    def any_of(forms: dict[str, str]) -> str:
        return "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))

    return (
        before,
        after,
        re.compile(rf"(?<![A-Za-z])({any_of(before)})\s?\Z", re.IGNORECASE),
        re.compile(rf"[\s-]?({any_of(after)})(?![A-Za-z])", re.IGNORECASE),
    )


PERCENT = re.compile(
    r"(?:\s?%|[\s-](?:percent|per[\s-]cent|pct|percentage[\s-]points?|p\.c\.)\b|\s?percent\b)",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s?[-\u2010\u2011\u2012–—]\s?|\s+to\s+|\s+or\s+|\s+and\s+", re.IGNORECASE)
FURTHER = re.compile(
    r",?\s+(?:and|or|but)?\s*(?:possibly|perhaps|maybe|probably)?\s*(?:as many as|up to|at most|no more than)\s+",
    re.IGNORECASE,
)
FRACTION = re.compile(
    r"(?:(an?|one|two|three|four|five|six|seven|eight|nine|\d)[\s-])?"
    r"(half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of)\s+(?:every\s+|each\s+)?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d{1,4}0|[2-9])\b",
    re.IGNORECASE,
)
AFTER_HALF = frozenset(
    [
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "these",
        "those",
        "all",
        "were",
        "are",
        "was",
        "is",
        "have",
        "had",
        "a",
    ]
)
SMALL_COIN = re.compile(r"cents?\b|pence\b|pennies\b|eurocents\b", re.IGNORECASE)


@cache
def triggers() -> frozenset[str]:
    """Return the lower-case words that may begin a number."""
    known = tables.load_toml("figures_numbers.toml")
    words = {
        w for name in ("units", "tens", "multipliers", "vague", "fractions") for w in known[name]
    }
    words -= {"mn", "bn", "bln", "mln", "trn", "tens"}
    return frozenset(words | {"tens", "several", "couple", "thirds", "quarters"})


@cache
def _article_heads() -> frozenset[str]:
    known = tables.load_toml("figures_numbers.toml")
    return frozenset(
        set(known["multipliers"])
        | {"couple", "few", "score", "third", "quarter", "half", "fifth", "tenth"}
    )


def find_quantities(parse: Parse) -> list[Quantity]:
    """Return the numbers of a text in text order; none overlaps another."""
    found: list[Quantity] = []
    lowers, starts, wanted, heads = parse.lowers, parse.starts, triggers(), _article_heads()
    done = 0
    for token, word in enumerate(lowers):
        if starts[token] < done:
            continue
        at = starts[token]
        if word in ("a", "an"):
            if token + 1 >= len(lowers) or lowers[token + 1] not in heads:
                continue
        elif word not in wanted:
            if word.isalpha():
                continue
            digit = next((n for n, c in enumerate(word) if c in "0123456789"), -1)
            if digit < 0 or (digit and not _symbols(parse.text[at : at + digit])):
                continue
            at += digit
        made = _read(parse, token, at)
        for quantity in made:
            if quantity.start >= done:
                found.append(quantity)
                done = quantity.end
    return found


def _symbols(before: str) -> bool:
    if not any(c.isalnum() for c in before):
        return True
    return bool(_currencies()[2].search(before))


def _share(parse: Parse, at: int) -> tuple[int, float, float, bool] | None:
    """Return end, value and whether it is exact of a share in words that begins at `at`."""
    if match := ONE_IN.match(parse.text, at):
        part, whole = read_numeral(match.group(1), 0), read_numeral(match.group(2), 0)
        if part and whole and part.value < whole.value:
            value = 100 * part.value / whole.value
            return match.end(), value, value, True
    match = FRACTION.match(parse.text, at)
    if not match:
        return None
    names = tables.load_toml("figures_numbers.toml")["fractions"]
    word = match.group(2).lower()
    word = "half" if word == "halves" else word.rstrip("s") if word != "half" else word
    count = match.group(1)
    rest = parse.text[match.end() : match.end() + 24].lower().split()
    follows = rest[0].strip(",.;") if rest else ""
    if count is None and word != "half":
        return None
    if word == "half":
        if parse.text[match.end() : match.end() + 1] == "-" or follows not in AFTER_HALF:
            return None
        if follows in {"a", "an"}:
            if not (len(rest) > 2 and rest[1] == "percentage"):
                return None
            end = parse.text.lower().find("point", match.end()) + 5
            return end, 0.5, 0.5, True
        if len(rest) > 2 and rest[2].startswith(
            ("hour", "day", "year", "mile", "century", "decade")
        ):
            return None
    elif (
        count.lower() in ("a", "an", "one")
        and follows not in ("of", "to")
        and rest
        and rest[0].isalpha()
    ):
        # "a third man" counts nothing; "larger than a third" ends its clause.
        return None
    if (
        follows == "of"
        and len(rest) > 2
        and rest[1] in ("an", "a")
        and rest[2].startswith(("hour", "century", "mile", "second"))
    ):
        return None
    number = read_numeral(count, 0) if count and count.lower() not in ("a", "an") else None
    tiny = re.compile(r"\s+of\s+(?:a|one)\s+per\s?cent\b", re.IGNORECASE).match(
        parse.text, match.end()
    )
    if tiny:
        value = round(names[word] * (number.value if number else 1.0), 3)
        return tiny.end(), value, value, True
    value = round(100 * names[word] * (number.value if number else 1.0), 1)
    return match.end(), value, value, True


def _read(parse: Parse, token: int, at: int) -> list[Quantity]:
    share = _share(parse, at)
    if share:
        end, low, high, _ = share
        return [_finish(parse, token, at, end, end, low, high, "share", None, None, word=True)]
    number = read_numeral(parse.text, at)
    if number is None:
        return []
    return _with_range(parse, token, at, number)


def _with_range(parse: Parse, token: int, at: int, number: Numeral) -> list[Quantity]:
    text = parse.text
    end, low, high = number.end, number.value, number.value
    before = parse.lowers[token - 1] if token else ""
    unit_between = _unit_after(text, end)
    left_kind, left_code, left_end = unit_between
    match = RANGE.match(text, left_end)
    if match and not number.vague:
        words = match.group().strip().lower()
        follow = re.compile(rf"(?:{_prefix_pattern()})\s?(?=\d)|").match(text, match.end())
        right_at = follow.end() if follow else match.end()
        other = read_numeral(text, right_at)
        glued = words in ("-", "–", "—", "‐", "‑", "‒", "")
        allowed = (
            other is not None
            and not other.vague
            and (
                glued
                or words in ("to", "or")
                or (words == "and" and before in ("between", "from", "anywhere"))
            )
        )
        if allowed and other is not None:
            value = low
            right_kind = _unit_after(text, other.end)[0]
            if follow and follow.end() > match.end():
                right_kind = "money"
            if words == "to" and left_end > number.end and right_kind != left_kind:
                # "fell 2.5% to 2,248": an amount and a level.
                allowed = False
            elif (
                words == "to" and follow and follow.end() > match.end() and _falls_by(parse, token)
            ):
                allowed = False
        if allowed and other is not None:
            if (
                number.multiplier == 1
                and other.multiplier > 1
                and value < other.value / other.multiplier
            ):
                value *= other.multiplier
            elif (
                glued
                and value < 1000 < other.value
                and other.value % 1000 == 0
                and value * 1000 < other.value
            ):
                value *= 1000
            if words == "to" and before != "between" and _is_change(parse, token):
                # Both ends are prices or counts of their own: "from 60 to 120 tenge".
                one = _finish(
                    parse,
                    token,
                    at,
                    number.end,
                    left_end,
                    value,
                    value,
                    *_typed(text, left_kind, left_code, other),
                    word=number.in_words,
                    change=True,
                )
                rest = _single(parse, right_at, other, change=True)
                return [one, *rest]
            if value < other.value and (words != "or" or other.value <= 4 * value):
                kind, code, last = _unit_after(text, other.end)
                if kind == "count" and left_kind != "count":
                    kind, code = left_kind, left_code
                return [
                    _finish(
                        parse,
                        token,
                        at,
                        other.end,
                        last,
                        value,
                        other.value,
                        kind,
                        code,
                        number,
                        word=number.in_words,
                        ranged=True,
                    )
                ]
            if glued and number.end == left_end:
                # "3-1", "10-8": a score, a date or a name.
                return []
    match = FURTHER.match(text, left_end)
    if match and (other := read_numeral(text, match.end())) and other.value > low:
        made = _finish(
            parse,
            token,
            at,
            number.end,
            left_end,
            low,
            high,
            left_kind,
            left_code,
            number,
            word=number.in_words,
        )
        if made.high is None and made.low is not None:
            kind, code, last = _unit_after(text, other.end)
            return [
                _finish(
                    parse,
                    token,
                    at,
                    other.end,
                    last,
                    low,
                    other.value,
                    kind,
                    code,
                    number,
                    word=number.in_words,
                    ranged=True,
                )
            ]
    if number.vague:
        return [
            _finish(
                parse,
                token,
                at,
                number.end,
                left_end,
                low,
                None,
                left_kind,
                left_code,
                number,
                word=True,
                vague=True,
            )
        ]
    return [
        _finish(
            parse,
            token,
            at,
            number.end,
            left_end,
            low,
            high,
            left_kind,
            left_code,
            number,
            word=number.in_words,
        )
    ]


def _typed(
    text: str, kind: Kind, code: str | None, other: Numeral
) -> tuple[Kind, str | None, Numeral | None]:
    if kind == "count":
        kind, code, _ = _unit_after(text, other.end)
    return kind, code, None


@cache
def _prefix_pattern() -> str:
    return "|".join(re.escape(f) for f in sorted(_currencies()[0], key=len, reverse=True))


CHANGES = word_set("changes")


def _is_change(parse: Parse, token: int) -> bool:
    first = parse.sentences[parse.sentence_of[token]][0]
    near = parse.lowers[max(first, token - 14) : token]
    return "from" in near[-4:] and any(word in CHANGES for word in near)


def _falls_by(parse: Parse, token: int) -> bool:
    """Return whether the number before "to" tells by how much: "fell $2.86 to $77.11"."""
    near = parse.lowers[max(parse.sentences[parse.sentence_of[token]][0], token - 4) : token]
    return "from" not in near and any(word in CHANGES for word in near)


def _single(parse: Parse, at: int, number: Numeral, *, change: bool = False) -> list[Quantity]:
    token = parse.tokens_in(at, number.end)[0]
    kind, code, last = _unit_after(parse.text, number.end)
    return [
        _finish(
            parse,
            token,
            at,
            number.end,
            last,
            number.value,
            number.value,
            kind,
            code,
            number,
            word=number.in_words,
            change=change,
        )
    ]


def _unit_after(text: str, end: int) -> tuple[Kind, str | None, int]:
    """Return the kind of number that ends at `end`, its currency, and where its unit ends."""
    follows = text[end : end + 1]
    if not follows or follows in ",.;:)":
        return "count", None, end
    if text.startswith(" of ", end) and text[end - 1] in "sn":
        match = _currencies()[3].match(text, end + 3)
        if (
            match
            and match.group(1).lower().endswith("s")
            and match.group(1).lower() not in ("pounds", "marks", "crowns")
        ):
            return "money", _currencies()[1][match.group(1).lower()], match.end()
    if match := PERCENT.match(text, end):
        return "share", None, match.end()
    _, after, _, pattern = _currencies()
    if (match := pattern.match(text, end)) and not (
        match.group(1).lower()
        in (
            "real",
            "sum",
            "won",
            "try",
            "pounds",
            "pound",
            "mark",
            "marks",
            "som",
            "dong",
            "cent",
            "crowns",
            "kip",
            "lats",
            "lei",
            "pula",
            "dram",
            "drams",
            "sterling",
        )
        and not _surely_money(text, match)
    ):
        return "money", after[match.group(1).lower()], match.end()
    return "count", None, end


def _surely_money(text: str, match: re.Match[str]) -> bool:
    word, follows = match.group(1).lower(), text[match.end() : match.end() + 12].lower()
    if word in ("pounds", "pound"):
        return not follows.lstrip().startswith(("of ", "heavier", "lighter", "when"))
    return word not in ("real", "try", "sum") and match.group()[0] != "-"


def _finish(
    parse: Parse,
    token: int,
    at: int,
    bare: int,
    end: int,
    low: float | None,
    high: float | None,
    kind: Kind,
    code: str | None,
    number: Numeral | None,
    *,
    word: bool,
    ranged: bool = False,
    vague: bool = False,
    change: bool = False,
) -> Quantity:
    """Return the quantity with what stands before and behind its digits."""
    text, start, core = parse.text, at, at
    approximate = vague or bool(number and number.approximate)
    window = text[max(0, at - 8) : at]
    if (
        kind != "share"
        and (match := _currencies()[2].search(window))
        and at
        and _money_like(text, at, window, match)
    ):
        kind, code = "money", _currencies()[0][match.group(1).lower()]
        start = at - len(window) + match.start()
        # "$40-odd million" aside, a currency word behind a sign belongs to it.
        tail = _unit_after(text, end)
        end = tail[2] if tail[0] == "money" else end
    if kind == "money" and SMALL_COIN.search(text, bare, end):
        low, high = (None if side is None else side / 100 for side in (low, high))
    per, end = _per(text, end) if kind == "money" else (None, end)
    before = token
    while before and parse.starts[before - 1] >= start:
        before -= 1
    if start < parse.starts[before] and before:
        before -= 1
    marks = {"more": False, "whole": False}
    sign, start, _found_filler = _bound(parse, before, start, marks)
    opener = parse.lowers[before - 1] if ranged and before else ""
    if opener in ("between", "from") and start == parse.starts[before]:
        start = parse.starts[before - 1]
    suffix, end = _suffix(text, end)
    for mark in (sign, suffix):
        approximate = approximate or "~" in mark
    bounded = "<" in sign or ">" in sign or "<" in suffix or ">" in suffix
    if not ranged:
        if ">" in sign or ">" in suffix:
            high = None
        elif "<" in sign or "<" in suffix:
            low, high = None, low if high is None else high
    first, stop = parse.tokens_in(start, end)
    return Quantity(
        start, end, core, bare, first, max(stop, first + 1), low, high, approximate, kind, code, per,
        more=marks["more"], whole=marks["whole"], word=word, vague=vague, bounded=bounded, change=change,
    )  # fmt: skip


def _money_like(text: str, at: int, window: str, match: re.Match[str]) -> bool:
    form = match.group(1)
    if form == "#":
        return bool(re.compile(r"[\d.,]+\s?(?:k|m|bn|million|billion)\b").match(text, at))
    if not text[at].isdigit():
        return False
    if form.lower() in ("r", "n", "rs", "rs.", "tk", "rm", "rp", "dm", "ksh", "sh", "shs", "try"):
        return form[0].isupper() and (form not in ("R", "N") or window.endswith(form))
    return True


def _per(text: str, end: int) -> tuple[str | None, int]:
    match = re.compile(r"(?:\s+(?:for\s+)?(per|an?|the|each)\s+|\s?/\s?)([A-Za-z][\w-]*)").match(
        text, end
    )
    if match:
        noun = match.group(2).lower()
        known = frozenset(tables.load_toml("figures_units.toml")["per"].split())
        if (
            (match.group(1) or "/").lower() in ("per", "/")
            or noun in known
            or noun.rstrip("s") in known
        ):
            return noun, match.end()
    return None, end


def _bound(parse: Parse, before: int, start: int, marks: dict[str, bool]) -> tuple[str, int, bool]:
    """Return the signs of the words before a number, and where they begin."""
    known, sign, sentence = (
        bounds(),
        "",
        parse.sentences[parse.sentence_of[min(before, len(parse) - 1)]][0] if len(parse) else 0,
    )
    at, filled = before, False
    glued = parse.text[start - 1 : start]
    if glued in ("~", "≈", ">", "<", "≥", "≤"):
        sign += {"≈": "~", "≥": ">", "≤": "<"}.get(glued, glued)
        start -= 1
        while at and parse.starts[at - 1] >= start:
            at -= 1
    moved = True
    while moved and at > sentence:
        moved = False
        last = at
        while (
            last > sentence
            and parse.lowers[last - 1] in ('"', "'", "``", "''", "“", "”", "‘")
            and last > at - 1
        ):
            last -= 1
        for size in range(min(4, last - sentence), 0, -1):
            phrase = " ".join(parse.lowers[last - size : last])
            kind = known.get(phrase)
            if kind is None:
                continue
            if kind == "" and not sign:
                marks["more"] |= (
                    "further" in phrase
                    or "addition" in phrase
                    or phrase in ("another", "extra", "an extra")
                )
                marks["whole"] |= phrase in ("all", "a total of", "total of")
                filled = True
                at, moved = last - size, True
                break
            if kind == "":
                break
            if phrase in (
                "more",
                "near",
                "past",
                "under",
                "over",
                "above",
                "below",
                "average",
                "say",
                "passed",
                "passes",
                "tops",
                "crossed",
            ) and not _bounds_here(parse, last - size, phrase):
                break
            sign = kind + sign
            at, moved = last - size, True
            if phrase not in (
                "passes",
                "passed",
                "crossed",
                "crosses",
                "tops",
                "exceeds",
                "exceed",
                "exceeded",
            ):
                start = parse.starts[at]
            break
    if "<" in sign and ">" in sign:
        sign = sign.replace(sign[[c in "<>" for c in sign].index(True) + 1 :], "")
    return sign, start, filled


def _bounds_here(parse: Parse, token: int, phrase: str) -> bool:
    """Return whether a word that has other uses bounds the number behind it."""
    before = parse.lowers[token - 1] if token else ""
    if phrase == "say":
        return before in (",", "(", "-", "–", "—")
    if phrase == "more":
        return before in ("about", "of", "by", "with")
    if phrase in ("passed", "passes", "crossed", "tops"):
        return (
            parse.tags[token].startswith("VB")
            and before not in ("was", "were", "been", "have", "had", "has")
            and parse.lowers[token] != "passed"
        )
    return True


def _suffix(text: str, end: int) -> tuple[str, int]:
    if text[end : end + 1] == "+" and text[end + 1 : end + 2] not in tuple("0123456789"):
        return ">", end + 1
    if text[end : end + 2] == " +" and not text[end + 2 : end + 4].strip()[:1].isdigit():
        return ">", end + 2
    window = text[end : end + 22].lower()
    if not window or window[0] not in " -,\n":
        return "", end
    for phrase, sign in _suffixes():
        for lead in ("", " ", ", ", "\n"):
            if phrase[0] == "-" and lead:
                continue
            if window.startswith(lead + phrase) and (lead or phrase[0] == "-"):
                stop = len(lead + phrase)
                if window[stop : stop + 1].isalnum():
                    continue
                if phrase in (
                    "plus",
                    "odd",
                    "tops",
                    "upwards",
                    "approximately",
                    "at least",
                    "maximum",
                    "more or less",
                    "and more",
                    "at most",
                ) and not _ends_clause(window[stop:], phrase):
                    continue
                return sign, end + stop
    return "", end


def _ends_clause(rest: str, phrase: str) -> bool:
    if phrase in ("odd", "plus"):
        return not rest[:4].strip()[:1].isdigit() and not rest.startswith((" a ", " an ", " the "))
    return not rest.strip() or rest.strip()[0] in ",.;:)"


__all__ = ["DIGITS", "Quantity", "find_quantities", "read_digits"]
