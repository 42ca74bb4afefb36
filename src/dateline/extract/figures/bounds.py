"""Bounds: the words that open, close or blur a number: "more than", "up to", "or so"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline import tables
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

# What a word does to the number: lets it be more, less, or about so much.
MORE, LESS, ABOUT = ">", "<", "~"
SIGNS = {"~": ABOUT, "≈": ABOUT, ">": MORE, "≥": MORE, "<": LESS, "≤": LESS}
QUOTES = frozenset({'"', "'", "``", "''", "“", "”", "‘"})
LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands before a number: its signs, where it begins, and "another", "further"."""

    signs: str
    start: int
    more: bool


@cache
def _phrases() -> dict[str, str]:
    known = tables.load_toml("figures_numbers.toml")["bounds"]
    kinds = ((ABOUT, "approximate"), (LESS, "high"), (MORE, "low"), ("", "fillers"))
    return {phrase: kind for kind, name in kinds for phrase in known[name]}


@cache
def _suffixes() -> tuple[tuple[str, str], ...]:
    known = tables.load_toml("figures_numbers.toml")["suffixes"]
    kinds = ((MORE, "low"), (LESS, "high"), (ABOUT, "approximate"))
    found = [(phrase, kind) for kind, name in kinds for phrase in known[name]]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def bound_before(parse: Parse, token: int, start: int) -> Bound:
    """Return the bound before the number that begins at `start`, in or before `token`."""
    sentence = parse.sentences[parse.sentence_of[token]][0]
    signs, more, at = "", False, token
    glued = parse.text[start - 1 : start]
    if glued in SIGNS:
        signs, start = SIGNS[glued], start - 1
        while at and parse.starts[at - 1] >= start:
            at -= 1
    while at > sentence:
        last = at - 1 if parse.lowers[at - 1] in QUOTES and at - 1 > sentence else at
        first, kind = _phrase_before(parse, last, sentence)
        if kind is None or (kind == "" and signs):
            break
        phrase = " ".join(parse.lowers[first:last])
        if kind == "":
            more = more or _adds(phrase)
        else:
            if phrase in word_set("doubtful_bounds") and not _bounds_here(parse, first, phrase):
                break
            signs = kind + signs
            if phrase not in word_set("bounding_verbs"):
                start = parse.starts[first]
        at = first
    if MORE in signs and LESS in signs:
        # The outer word holds: "at least up to 40" is at least 40.
        signs = next(sign for sign in signs if sign != ABOUT) + (ABOUT if ABOUT in signs else "")
    return Bound(signs, start, more)


def _phrase_before(parse: Parse, last: int, sentence: int) -> tuple[int, str | None]:
    known = _phrases()
    for size in range(min(LONGEST_PHRASE, last - sentence), 0, -1):
        kind = known.get(" ".join(parse.lowers[last - size : last]))
        if kind is not None:
            return last - size, kind
    return last, None


def _adds(phrase: str) -> bool:
    return "further" in phrase or "addition" in phrase or phrase in ("another", "extra", "an extra")


def _bounds_here(parse: Parse, token: int, phrase: str) -> bool:
    """Return whether a word that has other uses bounds the number behind it."""
    before = parse.lowers[token - 1] if token else ""
    if phrase == "say":
        return before in (",", "(", "-", "–", "—")
    if phrase == "more":
        return before in ("about", "of", "by", "with")
    if phrase == "passed":
        return False
    if phrase in ("passes", "crossed", "tops"):
        auxiliary = before in ("was", "were", "been", "have", "had", "has")
        return parse.tags[token].startswith("VB") and not auxiliary
    return True


def bound_after(text: str, end: int) -> tuple[str, int]:
    """Return the sign of the words behind a number, and where they end.

    >>> bound_after("40 or so rebels", 2), bound_after("94+ cases", 2), bound_after("40 men", 2)
    (('~', 8), ('>', 3), ('', 2))
    """
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        return MORE, end + 1
    if text[end : end + 2] == " +" and not text[end + 2 : end + 4].strip()[:1].isdigit():
        return MORE, end + 2
    window = text[end : end + 22].lower()
    if not window or window[0] not in " -,\n":
        return "", end
    if not _suffix_pattern().match(window):
        return "", end
    for phrase, sign in _suffixes():
        for lead in ("",) if phrase[0] == "-" else (" ", ", ", "\n"):
            stop = len(lead + phrase)
            if window.startswith(lead + phrase) and not window[stop : stop + 1].isalnum():
                doubtful = phrase in _doubtful_suffixes()
                if not doubtful or _ends_clause(window[stop:], phrase):
                    return sign, end + stop
    return "", end


@cache
def _suffix_pattern() -> re.Pattern[str]:
    """Return a pattern that every known suffix matches, to leave the others early."""
    phrases = "|".join(re.escape(phrase) for phrase, _ in _suffixes())
    return re.compile(rf"(?: |, |\n)?(?:{phrases})")


@cache
def _doubtful_suffixes() -> frozenset[str]:
    words = tables.load_toml("figures_words.toml")["doubtful_suffixes"]
    return frozenset(words.split("|"))


def _ends_clause(rest: str, phrase: str) -> bool:
    if phrase in ("odd", "plus"):
        return not rest[:4].strip()[:1].isdigit() and not rest.startswith((" a ", " an ", " the "))
    return not rest.strip() or rest.strip()[0] in ",.;:)"
