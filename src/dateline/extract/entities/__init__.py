"""Entities: the persons, bodies, groups and states of a text, with every mention."""

from __future__ import annotations

from dateline.extract.entities.anaphora import Resolver
from dateline.extract.entities.cast import Cast
from dateline.extract.entities.coding import settle
from dateline.extract.entities.joining import join_names
from dateline.extract.entities.lexicon import load_lexicon
from dateline.extract.entities.names import find_names
from dateline.extract.entities.nominals import find_nominals
from dateline.extract.entities.references import Reference
from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Place

__all__ = ["find_entities"]


def find_entities(parse: Parse, places: tuple[Place, ...]) -> Actors:
    """Return the actors of a text, named ones first; nominals follow when adopted."""
    lexicon = load_lexicon()
    names = find_names(parse, places, lexicon)
    characters = join_names(parse, names, lexicon)
    owner: list[Reference | None] = [None] * len(parse)
    for name in names:
        owner[name.first : name.end] = [name] * (name.end - name.first)
    nominals = find_nominals(parse, [1 if known else 0 for known in owner], lexicon)
    references = sorted([*names, *nominals], key=lambda r: (r.first, -r.end))
    latent = Resolver(parse, lexicon, owner).resolve(references)
    by_head = {reference.head: reference for reference in references}
    settle([*characters, *latent], owner, by_head)
    return Cast(parse, [*characters, *latent], owner, by_head, lexicon)
