"""Actor coding: country, PLOVER sector and code of a character, and its kind of role."""

from __future__ import annotations

from dateline.extract.entities.references import Character
from dateline.records.readings import Why

# Sectors of international bodies: their code names no country.
_INTERNATIONAL = {"UNO": "IGO", "IGO": "IGO", "EUR": "EUR"}


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
