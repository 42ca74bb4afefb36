"""The noun phrase that a number counts: "3 thousand [participants in the riots]"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline import tables
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import TOTALS, word_set
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
QUOTES = frozenset({'"', "'", "”", "’", "“"})
OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "all"})
# Relations of an -ing form that is a verb: "one million facing hunger".
CLAUSES = frozenset({"pcomp", "acl", "advcl", "ccomp", "xcomp", "ROOT"})
LISTING = frozenset({"including", "excluding"})
PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you", "whose"})
# Words for what befell the counted, which taggers take for nouns: "three hit", "56 left".
STATES = word_set("states")
# "Of the victims" leaves open what befell them.
FATES = frozenset(TOTALS) - {"victims", "toll"}
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


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands between a number and its noun: where the noun may begin, and the words read."""

    at: int
    of: bool
    others: bool
    more: bool


def find_counted(parse: Parse, quantity: Quantity) -> Counted:
    """Return what stands behind the number; `head` is -1 where nothing counted does."""
    tags, lowers = parse.tags, parse.lowers
    last = parse.sentences[parse.sentence_of[quantity.first]][1]
    after = quantity.stop
    while after < last and lowers[after] in QUOTES:
        after += 1
    lead = _read_lead(parse, after, last)
    at = lead.at
    if at < last and lowers[at] == "others":
        return Counted(at, at + 1, -1, others=True, more=lead.more)
    points = at + 1 < last and tags[at] == "DT" and tags[at + 1] in NOUNS
    if lead.of and at < last and lowers[at] in PRONOUNS and not points:
        return Counted(at, at + 1, -1, of=True, pronoun=True, more=lead.more)
    first = begun = at
    if lead.of and (dead := _of_the_dead(parse, at, last)):
        return Counted(at, dead + 1, dead, of=True, pronoun=True, more=lead.more)
    if lead.of and at < last and tags[at] in ("DT", "PRP$", "PDT"):
        first = begun = at + 1
    if lead.of and begun < last and tags[begun] == "CD":
        begun += 1
    head = _head(parse, begun, last)
    if head >= 0 and not _is_state(parse, quantity, begun, head, last):
        return Counted(first, head + 1, head, of=lead.of, others=lead.others, more=lead.more)
    return Counted(after, after, -1, of=lead.of, others=lead.others, more=lead.more)


def _of_the_dead(parse: Parse, at: int, last: int) -> int:
    """Return the token of "dead" in "two of the dead", 0 for none."""
    while at < last and parse.lowers[at] in OWNERS:
        at += 1
    alone = at + 1 >= last or parse.tags[at + 1] not in NOUNS
    known = at < last and parse.lowers[at] in FATES and parse.lowers[at - 1] in OWNERS
    return at if known and alone else 0


def _read_lead(parse: Parse, at: int, last: int) -> Lead:
    lowers = parse.lowers
    if lowers[at : at + 2] == ["out", "of"]:
        at += 1
    of = others = more = False
    while at < last:
        word = lowers[at]
        if word == "of" and not of:
            of = True
        elif word in FILLERS and word != "of":
            more = more or word in ("more", "additional", "further")
            others = others or word == "other"
        elif not (of and word in OWNERS):
            break
        at += 1
    return Lead(at, of, others, more)


def _is_state(parse: Parse, quantity: Quantity, begun: int, head: int, last: int) -> bool:
    """Return whether the words tell what befell the counted: "three hit", "12 dead Monday"."""
    if begun != quantity.stop:
        return False
    if head == begun and parse.lowers[head] in STATES:
        return True
    harmed = parse.lowers[begun] in ("dead", "injured", "wounded", "hurt") and head > begun
    return harmed and parse.tags[begun] in ("JJ", "VBN", "VBD") and not _leads(parse, begun, last)


def _head(parse: Parse, begun: int, last: int) -> int:
    """Return the last noun of the phrase that begins at `begun`, -1 for none."""
    head = -1
    for at in range(begun, last):
        if parse.tags[at] in NOUNS:
            if _breaks(parse, begun, head, at):
                break
            head = at
        elif parse.lowers[at] in LISTING or not _goes_on(parse, begun, head, at, last):
            break
    return head


def _breaks(parse: Parse, begun: int, head: int, at: int) -> bool:
    """Return whether the noun at `at` starts another phrase: "5 people Monday"."""
    tag = parse.tags[at]
    if parse.lowers[at] in WHEN:
        dated = parse.lowers[begun] in ("last", "this", "next")
        if head >= 0 or at == begun or dated or tag in ("NNP", "NNPS"):
            return True
    if head < 0 or parse.tags[head] != "NNS":
        return False
    if tag in ("NNP", "NNPS"):
        return parse.heads[head] != at
    return not _compound(parse, head, at)


def _goes_on(parse: Parse, begun: int, head: int, at: int, last: int) -> bool:
    """Return whether the word at `at`, no noun, still belongs to the phrase."""
    tag = parse.tags[at]
    follows = parse.tags[at + 1] if at + 1 < last else ""
    if tag in INSIDE or (tag == "," and _adjectives(parse, at)):
        if head < 0:
            return tag != "CD" and not (tag == "VBG" and parse.deps[at] in CLAUSES)
        return tag not in ("VBN", "VBG", "JJ", "JJR", "CD") or _leads(parse, at, last)
    if head >= 0:
        return False
    if at > begun and parse.tags[at - 1] == "HYPH" and tag in ("RP", "IN", "RB"):
        return True
    if tag == "RB":
        return follows in ("JJ", "VBN")
    return parse.lowers[at] in ("and", "or") and at > begun and follows in ("JJ", "VBN")


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
    if counted.of and counted.pronoun:
        # "of the dead"
        return True
    if parse.lemmas[counted.head].lower() in word_set("posts"):
        return False
    return sector_of(parse, counted) is not None and not is_body(parse, counted)


def is_body(parse: Parse, counted: Counted) -> bool:
    """Return whether firms, parties or associations are counted: they meet, but do not bleed."""
    return counted.head >= 0 and parse.lemmas[counted.head].lower() in word_set("bodies")


def is_animal(parse: Parse, counted: Counted) -> bool:
    """Return whether animals are counted: destroyed, they are dead and not damaged."""
    return counted.head >= 0 and parse.lemmas[counted.head].lower() in word_set("livestock")


def is_helper(parse: Parse, counted: Counted) -> bool:
    """Return whether those counted are people that are sent to help: doctors, divers."""
    return counted.head >= 0 and parse.lemmas[counted.head].lower() in word_set("helpers")


def is_force(parse: Parse, counted: Counted) -> bool:
    """Return whether soldiers, police or their ships and arms are counted."""
    if counted.head < 0:
        return False
    noun = parse.lemmas[counted.head].lower()
    return sector_of(parse, counted) in ("MIL", "COP") or noun in word_set("forces")
