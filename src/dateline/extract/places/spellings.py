"""Names that the gazetteer knows under another spelling: "Menoufia" for "Al Minufiyah".

Transliterations differ in vowels, articles and doubled letters. A name that no place bears
is compared with the places of the area that the text lays it in: equal consonants, or one
letter's difference. Without a stated area nothing is guessed: of the eight names so found in
GeoVirus, LGL and corpus_train, one was right.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from dateline.extract.places.links import holder_after
from dateline.extract.places.mentions import Mention
from dateline.extract.places.words import Words
from dateline.records.parses import Parse
from dateline.tables.gazetteer import Candidate, Gazetteer, fold

# A country with more places has few names in other letters, and too many that look alike.
MOST_ROWS = 14_000
# How alike two names with the same consonants must be besides.
LIKENESS = 0.6
_SHORTEST = 5
_ARTICLES = frozenset("al el ad ed ar er as es ash esh at et az ez an en".split())  # noqa: SIM905
_PAIRS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"),
          ("zh", "j"), ("ph", "f"), ("q", "k"), ("c", "k"))  # fmt: skip
_SOFT = re.compile(r"(?<=.)[aeiouyw]+|h\b")
_DOUBLES = re.compile(r"(.)\1+")


def respell(
    parse: Parse,
    mentions: list[Mention],
    chosen: list[Candidate | None],
    gazetteer: Gazetteer,
    words: Words,
) -> list[Candidate | None]:
    """Return the chosen places, with those of names that are only spelled otherwise."""
    found = list(chosen)
    for at, (mention, candidate) in enumerate(zip(mentions, chosen, strict=True)):
        if candidate is None and _may_be_spelled_otherwise(parse, mention, words):
            holder = holder_after(parse, mentions, at, words)
            area = chosen[holder] if holder is not None else None
            if area is not None and area.feature[:3] in {"PCL", "ADM"}:
                found[at] = _best(gazetteer, _bare(parse, mention, words), mention.level, area.row)
    return found


def skeleton(form: str) -> str:
    """Return the consonants of a folded name, alike for its transliterations.

    >>> skeleton("menoufia"), skeleton("al minufiyah")
    ('mnf', 'mnf')
    >>> skeleton("dayr az zayr"), skeleton("deir ez zor")
    ('drzr', 'drzr')
    """
    form = "".join(word for word in form.split() if word not in _ARTICLES)
    for written, plain in _PAIRS:
        form = form.replace(written, plain)
    return _DOUBLES.sub(r"\1", _SOFT.sub("", form))


def _may_be_spelled_otherwise(parse: Parse, mention: Mention, words: Words) -> bool:
    """Return whether a mention is a bare name: no building, river or street."""
    lowers = parse.lowers[mention.first : mention.end]
    if len(lowers) > 1 and lowers[-1] in words.kinds_after:
        lowers = lowers[:-1]
    named = words.facilities | words.features | words.street | words.body
    return len(lowers) < 5 and lowers[-1] not in named and len(mention.form) >= _SHORTEST


def _bare(parse: Parse, mention: Mention, words: Words) -> str:
    """Return a folded name without the word for its kind: "gondra" of "Gondra district"."""
    form = mention.form
    last = parse.lowers[mention.end - 1]
    if last in words.kinds_after and mention.end - mention.first > 1:
        form = form.removesuffix(last).strip()
    return _plain(form)


def _best(gazetteer: Gazetteer, form: str, level: int, area: int) -> Candidate | None:
    """Return the place in an area whose name is most like a form, None where none is."""
    if len(form) < _SHORTEST:
        return None
    known = _names_in(gazetteer, area)
    alike = set(known.get(skeleton(form), ()))
    alike |= {pair for pairs in known.values() for pair in pairs if is_near(pair[0], form)}
    best, score = None, 0.0
    for other, row in alike:
        likeness = SequenceMatcher(None, form, other, autojunk=False).ratio()
        if likeness >= LIKENESS:
            candidate = gazetteer.candidate(row)
            fits = level > 0 and candidate.feature == f"ADM{level}"
            worth = likeness + fits + min(candidate.population, 10**6) / 10**7
            if worth > score:
                best, score = candidate, worth
    return best


def _plain(form: str) -> str:
    return " ".join(word for word in form.split() if word not in _ARTICLES)


def is_near(one: str, other: str) -> bool:
    """Return whether two words differ by one letter put in, left out, changed or moved.

    >>> is_near("gonda", "gondra"), is_near("gonda", "gondola")
    (True, False)
    """
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    moved = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return moved or a[1:] == b[1:] or a == b[1:] or a[1:] == b


@lru_cache(maxsize=16)
def _names_in(gazetteer: Gazetteer, area: int) -> dict[str, list[tuple[str, int]]]:
    """Return the names and rows of the places in an area by their consonants."""
    found: dict[str, list[tuple[str, int]]] = {}
    rows = gazetteer.rows_in(area)
    if len(rows) > MOST_ROWS:
        return found
    for row in rows:
        form = _plain(fold(gazetteer.name(row)))
        found.setdefault(skeleton(form), []).append((form, row))
    return found
