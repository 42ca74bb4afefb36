"""Entities: the persons, bodies, groups and states of a text, with every mention."""

from __future__ import annotations

from dateline.extract.entities.anaphora import Resolver
from dateline.extract.entities.cast import Cast
from dateline.extract.entities.coding import main_country, settle
from dateline.extract.entities.joining import join_names
from dateline.extract.entities.lexicon import Lexicon, load_lexicon
from dateline.extract.entities.names import find_names
from dateline.extract.entities.nominals import Known, find_nominals
from dateline.extract.entities.own import own_actors_of
from dateline.extract.entities.references import Reference
from dateline.extract.entities.stretches import ends_office
from dateline.extract.entities.tenures import Tenures
from dateline.records import actors
from dateline.records.codebooks import Codebooks
from dateline.records.parses import Parse
from dateline.records.readings import Place, Time

__all__ = ["find_entities"]


def find_entities(
    parse: Parse,
    places: tuple[Place, ...],
    own: Codebooks | None = None,
    published: str | None = None,
    *,
    times: tuple[Time, ...] = (),
) -> actors.Cast:
    """Return the actors of a text, named ones first; nominals follow when adopted.

    `own` holds dictionaries of the user, whose codes hold as of the day `published`;
    `times` date the offices that the text dates.
    """
    lexicon = load_lexicon()
    names = find_names(parse, places, lexicon)
    coder = own_actors_of(parse, own, published)
    if coder is not None:
        lexicon = coder.extend(lexicon)
        names = coder.with_own_names(names, places, lexicon)
    characters = join_names(parse, names, lexicon)
    if coder is not None:
        characters = coder.join(characters)
    owner: list[Reference | None] = [None] * len(parse)
    for name in names:
        owner[name.first : name.end] = [name] * (name.end - name.first)
    persons = frozenset(
        name.bare
        for name in names
        if name.kind == "person" and ends_office(parse, name.bare - 1, lexicon)
    )
    countries = _countries_of(parse, places) | (coder.countries() if coder else {})
    known = Known(lexicon, countries, persons)
    nominals = find_nominals(parse, [name is not None for name in owner], known)
    references = sorted([*names, *nominals], key=_reading_order)
    latent = Resolver(parse, lexicon, owner).resolve(references)
    by_head = {reference.head: reference for reference in references}
    cues = _spoken_of(parse, lexicon) + [
        place.country for place in places if place.country for _ in place.mentions
    ]
    tenures = Tenures(parse, times, published)
    settle([*characters, *latent], owner, by_head, main_country(cues))
    return Cast(parse, [*characters, *latent], owner, by_head, known, coder, tenures)


def _spoken_of(parse: Parse, lexicon: Lexicon) -> list[str]:
    """Return the country of each name and adjective of one, "North Korean" read whole."""
    found = []
    last = ""
    for word in parse.lowers:
        pair = f"{last} {word}"
        code = lexicon.demonyms.get(pair) or lexicon.states.get(pair)
        code = code or lexicon.demonyms.get(word) or lexicon.states.get(word)
        if code:
            found.append(code)
        last = word
    return found


def _reading_order(reference: Reference) -> tuple[int, bool, int]:
    """Order references as they are read; who "her" is must be known before "her guest"."""
    return reference.first, reference.form != "pronoun", -reference.end


def _countries_of(parse: Parse, places: tuple[Place, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place in places:
        if place.country:
            for mention in place.mentions:
                first, end = parse.tokens_in(mention.start, mention.end)
                found.update(dict.fromkeys(range(first, end), place.country))
    return found
