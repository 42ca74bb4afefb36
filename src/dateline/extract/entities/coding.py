"""Actor coding: country, PLOVER sector and code of a character, and its kind of role."""

from __future__ import annotations

from dateline.extract.entities.references import Character, Reference
from dateline.records.readings import Why

# Sectors of international bodies: their code names no country.
_INTERNATIONAL = {"UNO": "IGO", "IGO": "IGO", "EUR": "EUR"}


def settle(
    characters: list[Character], owner: list[Reference | None], by_head: dict[int, Reference]
) -> None:
    """Give each character what the bodies that it belongs to tell: country and sector.

    "A spokesman for the Kazakh ministry" is of Kazakhstan, and of the government.
    """
    for character in characters:
        for reference in character.references:
            if reference.body < 0 or (character.country and character.sector):
                continue
            body = owner[reference.body] or by_head.get(reference.body)
            if body is None or body.character is None or body.character is character:
                continue
            character.country = character.country or body.character.country
            if body.kind == "organization" and not character.sector:
                character.sector = body.character.sector
            if body.kind == "state" and not character.sector and reference.noun in _OF_STATES:
                character.sector = "GOV"


# Nouns that make an actor of a state part of its government.
_OF_STATES = frozenset(
    "spokesman spokeswoman spokesperson delegate delegation representative negotiator".split()
)


def code_of(character: Character) -> str | None:
    """Return country and sector as one code: "BLRGOV", "KAZ" for a state, "IGO" for the UN.

    PLOVER's records and CAMEO write every international body IGO, the European Union aside.
    """
    if character.kind == "state":
        return character.country
    if character.prefix:
        return character.prefix
    if character.sector in _INTERNATIONAL and not character.country:
        return _INTERNATIONAL[character.sector]
    return (character.country or "") + (character.sector or "") or None


def reasons(country: str | None, sector: str | None, code: str | None) -> Why:
    """Return why a field is None: the text does not state it."""
    fields = {"country": country, "sector": sector, "code": code}
    return {name: "not-stated" for name, value in fields.items() if value is None}
