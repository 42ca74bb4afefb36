"""Joining what is named only later: "the agency said. … BelTA", "Peru's president … Ana Diaz"."""

from __future__ import annotations

from dateline.extract.entities.agreement import is_office_of_state
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import sector_of
from dateline.records.parses import Parse

_INDEFINITE = frozenset({"a", "an", "another", "one"})


def join_ahead(
    parse: Parse, heads: dict[int, Reference], latent: list[Character], references: list[Reference]
) -> None:
    """Join nameless characters with those named after them; what was joined is left empty."""
    _join_holders(parse, heads, latent)
    _join_bodies(latent, references)


def _join_bodies(latent: list[Character], references: list[Reference]) -> None:
    """Join a definite body that is only named later: "the agency said. ... BelTA"."""
    ahead = sector_of("ahead")
    bodies: dict[str, dict[int, Character]] = {}
    for reference in references:
        character = reference.character
        if reference.form == "name" and character and character.kind == "organization":
            bodies.setdefault(character.sector or "", {})[id(character)] = character
    for character in latent:
        if not character.references:
            continue
        first = character.references[0]
        if character.kind != "organization" or not first.definite or first.noun not in ahead:
            continue
        fits = list(bodies.get(ahead[first.noun], {}).values())
        if len(fits) == 1 and fits[0].references[0].first > first.first:
            _move(character, fits[0])


def _join_holders(parse: Parse, heads: dict[int, Reference], latent: list[Character]) -> None:
    """Join an office of a state whose holder is only named later: "Peru president ..."."""
    holders: dict[tuple[str, str], dict[int, Character]] = {}
    named = {id(c): c for r in heads.values() if (c := r.character) is not None and c.named}
    for character in named.values():
        if character.kind == "person" and character.country:
            for noun in character.nouns:
                known = holders.setdefault((noun, character.country), {})
                known[id(character)] = character
    for character in latent:
        first = character.references[0] if character.references else None
        if first is None or first.former or not is_office_of_state(first):
            continue
        if parse.lowers[first.first] in _INDEFINITE:
            continue
        fits = list(holders.get((first.noun, first.country or ""), {}).values())
        if len(fits) == 1 and min(r.first for r in fits[0].references) > first.first:
            _move(character, fits[0])


def _move(character: Character, into: Character) -> None:
    for reference in character.references:
        into.add(reference)
    character.references.clear()
