"""The noun phrase that a number counts: "3 thousand [participants in the riots]"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline import tables
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "AFX", "NN", "NNS", "NNP", "NNPS", "CD"}
)
FILLERS = frozenset(
    {
        "more",
        "other",
        "additional",
        "further",
        "new",
        "of",
        "such",
        "different",
        "separate",
        "extra",
    }
)
PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you", "whose"})
# Words for what befell the counted, which taggers take for nouns: "three hit", "56 left".
STATES = word_set("states")
# Nouns that say when, not what: "killed 12 people Monday".
WHEN = word_set("dates")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the token range, its head, and how it is joined.

    `head` is -1 where no noun stands there ("nine injured"); `of` tells that "of" joins
    them ("two of the dead"); `pronoun` that the words only point back ("two of them").
    """

    first: int
    stop: int
    head: int
    of: bool = False
    pronoun: bool = False
    definite: bool = False
    others: bool = False
    more: bool = False


@cache
def persons() -> dict[str, str]:
    """Return the sector of each noun for people, by its words."""
    table = tables.load_toml("figures_populations.toml")
    found: dict[str, str] = {}
    for sector, words in table.items():
        for word in words.split(","):
            found.setdefault(word.strip(), sector)
    return found


def find_counted(parse: Parse, quantity: Quantity) -> Counted:
    """Return what stands behind the number; `head` is -1 where nothing counted does."""
    tags, lowers, at = parse.tags, parse.lowers, quantity.stop
    last = parse.sentences[parse.sentence_of[quantity.first]][1] if len(parse) else 0
    more = others = of = definite = False
    while at < last and lowers[at] in ('"', "'", "”", "’", "“"):
        at += 1
    after = at
    if lowers[at : at + 2] == ["out", "of"]:
        at += 1
    while at < last and (
        lowers[at] in FILLERS
        or (lowers[at] in ("the", "its", "their", "his", "her", "our", "all") and of)
    ):
        if lowers[at] == "of":
            if of:
                break
            of = True
        elif of and lowers[at] not in FILLERS:
            definite = True
        elif lowers[at] in ("more", "additional", "further"):
            more = True
        elif lowers[at] == "other":
            others = True
        at += 1
    if at < last and lowers[at] == "others":
        return Counted(at, at + 1, -1, others=True, more=more)
    if of and at < last and lowers[at] in PRONOUNS:
        # "two of those arrested" points back, "50 of those who contract it" counts.
        return Counted(at, at + 1, -1, of=True, pronoun=True, more=more)
    if of and at < last and tags[at] in ("DT", "PRP$", "PDT"):
        definite = True
        at += 1
    first = at
    if of and at < last and tags[at] == "CD":
        at += 1
    head, begun = -1, at
    while at < last:
        tag = tags[at]
        if tag in NOUNS:
            lemma = lowers[at]
            if lemma in WHEN and (
                head >= 0
                or tag in ("NNP", "NNPS")
                or at == begun
                or lowers[begun] in ("last", "this", "next")
            ):
                break
            if (
                head >= 0
                and tags[head] == "NNS"
                and tag in ("NNP", "NNPS")
                and parse.heads[head] != at
            ):
                break
            if (
                head >= 0
                and tags[head] == "NNS"
                and tag in ("NN", "NNS")
                and not _compound(parse, head, at)
            ):
                break
            head = at
        elif tag in INSIDE or (tag == "," and _adjectives(parse, at)):
            if (
                head >= 0
                and tag in ("VBN", "VBG", "JJ", "JJR", "CD")
                and not _leads(parse, at, last)
            ):
                break
            if tag == "CD" and head < 0:
                break
        elif (
            tag == "CC"
            and lowers[at] in ("and", "or")
            and head < 0
            and at > begun
            and at + 1 < last
            and tags[at + 1] in ("JJ", "VBN")
        ):
            pass
        else:
            break
        at += 1
    if head == begun == quantity.stop and lowers[head] in STATES:
        return Counted(after, after, -1, of=of, others=others, more=more)
    if head < 0 or (
        head > begun
        and lowers[begun] in ("dead", "injured", "wounded", "hurt")
        and tags[begun] in ("JJ", "VBN", "VBD")
        and begun == quantity.stop
        and not _leads(parse, begun, last)
    ):
        return Counted(after, after, -1, of=of, others=others, more=more)
    return Counted(first, head + 1, head, of=of, definite=definite, others=others, more=more)


def _compound(parse: Parse, left: int, right: int) -> bool:
    return parse.heads[left] == right and parse.deps[left] in ("compound", "nmod", "amod", "poss")


def _leads(parse: Parse, at: int, last: int) -> bool:
    """Return whether the word at `at` qualifies the noun right behind it."""
    return (
        at + 1 < last
        and parse.tags[at + 1] in NOUNS
        and parse.heads[at] > at
        and parse.deps[at] in ("amod", "compound", "nummod", "nmod", "punct")
    )


def _adjectives(parse: Parse, at: int) -> bool:
    return (
        0 < at < len(parse) - 2
        and parse.tags[at - 1] in ("JJ", "VBN")
        and parse.tags[at + 1] in ("JJ", "VBN")
        and parse.heads[at - 1] > at
        and parse.heads[at - 1] == parse.heads[at + 1]
    )


def sector_of(parse: Parse, counted: Counted) -> str | None:
    """Return the PLOVER sector that the counted noun tells, if it is one for people."""
    if counted.head < 0:
        return None
    return sector_at(parse, counted.first, counted.stop)


def sector_at(parse: Parse, first: int, stop: int) -> str | None:
    """Return the sector of the longest known noun that ends the phrase, or begins it with "of"."""
    known, head = persons(), stop - 1
    for begin in range(max(first, head - 2), head + 1):
        phrase = " ".join(parse.lowers[begin:stop])
        lemma = " ".join([*parse.lowers[begin:head], parse.lemmas[head].lower()])
        if found := known.get(phrase) or known.get(lemma):
            return found
    word = parse.lowers[head]
    singular = word.removesuffix("s")
    if found := known.get(singular):
        return found
    if parse.ents[head] in ("NORP", "PERSON") or (
        parse.tags[head] == "NNPS" and parse.ents[head] in ("NORP", "")
    ):
        return "CVL"
    if singular.endswith(
        (
            "ist",
            "man",
            "woman",
            "ian",
            "eer",
            "ese",
            "ants",
            "wright",
            "keeper",
            "maker",
            "worker",
            "goer",
            "officer",
            "holder",
            "owner",
            "player",
            "singer",
            "dancer",
            "lander",
            "dweller",
            "driver",
            "rider",
            "leader",
            "member",
            "men",
            "women",
        )
    ):
        return "CVL"
    return None


def is_person(parse: Parse, counted: Counted) -> bool | None:
    """Return whether people are counted; None where no noun tells."""
    if counted.head < 0:
        return None
    return sector_of(parse, counted) is not None


def is_force(parse: Parse, counted: Counted) -> bool:
    """Return whether soldiers, police or their ships and arms are counted."""
    if counted.head < 0:
        return False
    noun = parse.lemmas[counted.head].lower()
    return sector_of(parse, counted) in ("MIL", "COP") or noun in word_set("forces")
