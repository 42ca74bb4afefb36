"""Actor coding: country, PLOVER sector and code of a character, and its kind of role."""

from __future__ import annotations

from collections import Counter

from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import words
from dateline.records.readings import Why

# Sectors of international bodies: their code names no country.
_INTERNATIONAL = frozenset({"UNO", "IGO", "EUR"})


def settle(
    characters: list[Character],
    owner: list[Reference | None],
    by_head: dict[int, Reference],
    main: str | None,
) -> None:
    """Give each character what the bodies that it belongs to tell: country and sector.

    "A spokesman for the Kazakh ministry" is of Kazakhstan, and of the government. What is
    left without a country gets the one that the text is about, `main`, where its sector is
    one that acts at home. A named person must hold an office for that, and an office of no
    other body: nothing else ties a name to the country of the news.
    """
    bound: set[int] = set()
    for character in characters:
        for reference in character.references:
            if reference.body < 0:
                continue
            body = owner[reference.body] or by_head.get(reference.body)
            if body is None or body.character is None or body.character is character:
                continue
            _inherit(character, reference, body.character)
            if body.character.kind != "state" and _is_abroad(body.character):
                bound.add(id(character))
    for character in characters:
        free = not character.prefix and id(character) not in bound and not _is_abroad(character)
        if character.country is None and free and _acts_at_home(character):
            character.country = main or character.likely


def _acts_at_home(character: Character) -> bool:
    if character.kind == "state" or character.sector not in _AT_HOME:
        return False
    if not (character.named and character.kind == "person"):
        return True
    return character.sector in _OFFICES and any(
        (reference.noun and reference.form == "nominal") or reference.title
        for reference in character.references
    )


def _is_abroad(character: Character) -> bool:
    """Return whether an actor is of several states: an alliance, a council of one."""
    return any(
        reference.abroad or reference.noun in words("alliance")
        for reference in character.references
    )


def _inherit(character: Character, reference: Reference, body: Character) -> None:
    if not character.country and not (character.named and character.kind == "organization"):
        character.country = body.country
        character.prefix = character.prefix or body.prefix
    office = reference.noun.split()[-1] if reference.noun else ""
    if body.kind == "organization" and body.sector and character.kind != "organization":
        if character.sector is None or (office in words("anywhere") and character.sector == "GOV"):
            character.sector = _FROM_BODY.get(body.sector, body.sector)
    elif body.kind == "organization" and body.named and reference.noun in words("leading"):
        # The president of a body that nothing else is known of leads no state.
        if character.sector == "GOV":
            character.sector = None
    elif body.kind == "state" and not character.sector and office in words("of_states"):
        character.sector = "GOV"


# Those who act for an international body are its government.
_FROM_BODY = {"UNO": "GOV", "IGO": "GOV"}
# Sectors of offices of a state.
_OFFICES = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "ELI"})
# Sectors whose actors belong to the country that a text is about, unless it says otherwise.
_AT_HOME = frozenset(
    {
        "GOV",
        "LEG",
        "JUD",
        "COP",
        "MIL",
        "PRM",
        "PTY",
        "REB",
        "UAF",
        "SPY",
        "OPP",
        "PRO",
        "CVL",
        "CRM",
        "MED",
        "EDU",
        "LAB",
        "AGR",
        "REF",
        "ELI",
        "SOC",
    }
)


def main_country(codes: list[str]) -> str | None:
    """Return the country that most of a text's names of countries and places lie in.

    Three fifths must agree, measured on the annotated corpus (docs/entities.md).

    >>> main_country(["KAZ", "KAZ", "RUS"]), main_country(["KAZ", "RUS"]), main_country([])
    ('KAZ', None, None)
    """
    if not codes:
        return None
    code, count = Counter(codes).most_common(1)[0]
    return code if count >= 0.6 * len(codes) else None


def code_of(character: Character) -> str | None:
    """Return country and sector as one code: "BLRGOV", "KAZ" for a state, "IGO" for the UN.

    PLOVER's records write every body of states IGO, the United Nations and the European
    Union among them, and its officials IGOGOV.
    """
    if character.kind == "state":
        return character.country
    if character.sector in _INTERNATIONAL and not character.country:
        return "IGO"
    if character.prefix and not character.country:
        return character.prefix + (character.sector or "" if character.prefix == "IGO" else "")
    return (character.country or "") + (character.sector or "") or None


def reasons(country: str | None, sector: str | None, code: str | None) -> Why:
    """Return why a field is None: the text does not state it."""
    fields = {"country": country, "sector": sector, "code": code}
    return {name: "not-stated" for name, value in fields.items() if value is None}
