"""Epithets: "the hotelier" for the person just named, whom nothing called so before.

Copy that tires of a name takes whatever else its bearer is. Such a noun is told from one that
brings somebody new ("the driver fled") by its place, by its kind, and by who else is near.
"""

from __future__ import annotations

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import kinds_of, words
from dateline.records.parses import Parse

# Sentences back that an epithet reaches.
_REACH = 2
_POINTING = frozenset({"the", "this", "that"})
# Sectors of those who may have held another office before.
_PUBLIC = frozenset({"GOV", "LEG", "MIL", "PTY", "REB", "OPP", "ELI", "COP", "JUD", "BUS", None})
_CLAUSES = frozenset({"who", "whose", "that", "whom"})


def find_epithet(
    parse: Parse,
    lexicon: Lexicon,
    nominal: Reference,
    candidates: list[tuple[Reference, Character]],
) -> Character | None:
    """Return the one named person near by whom a definite nominal may call, or None.

    `candidates` agree with the nominal; the last reference to each comes with it. Whoever
    "her" is, "her guest" is another.
    """
    if nominal.kind != "person" or not nominal.definite or not _is_epithet(parse, nominal):
        return None
    near = [
        character
        for known, character in candidates
        if character.named
        and nominal.sentence - known.sentence <= _REACH
        and known.sentence < nominal.sentence
        and all(reference.head != nominal.first for reference in character.references)
    ]
    if nominal.noun == "year-old":
        age = parse.lowers[nominal.first + 1].partition("-")[0]
        of_age = [c for c in near if _is_aged(parse, c, age)]
        return of_age[0] if of_age else (near[0] if len(near) == 1 else None)
    if len(near) != 1:
        return None
    if nominal.country and nominal.sector == "GOV":
        # "The North Korean leader" is who the sentence before was about, if nobody else is.
        return near[0] if _is_topic(parse, nominal, near[0]) else None
    return near[0] if _may_be_called(lexicon, nominal, near[0]) else None


def _is_topic(parse: Parse, nominal: Reference, character: Character) -> bool:
    """Return whether the sentence before is about a person of whom no office is known."""
    before = [r for r in character.references if r.sentence == nominal.sentence - 1]
    if character.nouns or not any(r.subject for r in before):
        return False
    # A title "Mr" is no office; a place or state named beside tells nothing.
    return parse.paragraph_of[nominal.head] - parse.paragraph_of[before[0].head] <= 1


def _is_aged(parse: Parse, character: Character, age: str) -> bool:
    """Return whether an age stands behind one of the names: "Aisha Bello, 34,"."""
    return any(
        parse.lowers[r.end : r.end + 2] == [",", age]
        or parse.lowers[r.end : r.end + 2] == ["(", age]
        for r in character.references
        if r.form == "name"
    )


def _is_epithet(parse: Parse, nominal: Reference) -> bool:
    """Return whether a nominal stands where one goes on with a person, and brings nobody new."""
    placed = nominal.subject or _is_source(parse, nominal)
    told = nominal.end < len(parse) and parse.lowers[nominal.end] in _CLAUSES
    if not placed or told or not parse.words[nominal.head].islower():
        return False
    noun = nominal.noun.rpartition(" ")[2]
    if noun in words("kin"):
        # "the mother of three"
        return parse.tags[nominal.end - 1] == "CD"
    if nominal.former:
        return True
    if parse.lowers[nominal.first] not in _POINTING:
        return parse.tags[nominal.first] == "PRP$" and noun in words("opposite")
    return noun not in words("newcomer") or bool(nominal.country and nominal.sector == "GOV")


def _is_source(parse: Parse, nominal: Reference) -> bool:
    """Return whether words are said by a nominal: "according to the author", "said the guest"."""
    link = parse.heads[nominal.head]
    if parse.deps[nominal.head] == "pobj":
        return parse.lowers[link] == "to" and parse.lowers[parse.heads[link]] == "according"
    return False


def _may_be_called(lexicon: Lexicon, nominal: Reference, character: Character) -> bool:
    """Return whether what a person is called already leaves room for one more calling."""
    own = _calling(lexicon, nominal.noun)
    for noun in character.nouns:
        known = _calling(lexicon, noun)
        if nominal.former and {own, known} <= _PUBLIC:
            # A colonel may be a former president.
            continue
        if own and known and own != known and not kinds_of(noun) & kinds_of(nominal.noun):
            return False
    return True


def _calling(lexicon: Lexicon, noun: str) -> str | None:
    """Return the sector of a noun that is a trade, None for what anybody may be."""
    entry = lexicon.nouns.get(noun.rpartition(" ")[2])
    return entry.sector if entry is not None and entry.sector != "CVL" else None
