"""The actors of a user's dictionaries: found in a text, joined, and coded as the user says.

What the user's dictionary says of an actor goes before what our tables and the words of the
text say. `records.codebooks` holds the values, `dateline.codebooks` reads them from files.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import msgspec

from dateline.extract.entities.lexicon import Lexicon, Noun
from dateline.extract.entities.nominals import lemma_of
from dateline.extract.entities.own_names import Hit, OwnNames
from dateline.extract.entities.references import Character, Reference
from dateline.records.codebooks import Actor, Agent, Codebooks, Coding, Days, to_days
from dateline.records.parses import Parse
from dateline.records.readings import Entity, EntityKind, Place

# Why `coded_by` is None: the dictionary has the name, but for other days, or the day of the
# article is not known.
OTHER_DAYS, NO_DAY, NULL_CODE = "other-dates", "no-publication-date", "null-code"
_BARE = 3
# Who acts for the body that is named in front: its armed, and those of its offices.
_ACTING = frozenset({"MIL", "REB", "UAF", "PRM", "IMG", "COP", "SPY", "GOV"})
_MEMBERS = frozenset({"member", "force", "unit", "men"})


@lru_cache(maxsize=8)
def _index(own: Codebooks) -> tuple[OwnNames[Actor], OwnNames[Agent]]:
    actors = OwnNames([(name, actor) for actor in own.actors for name in actor.names])
    agents = OwnNames(
        [(form, agent) for agent in own.agents for form in agent.forms], capitals=False
    )
    return actors, agents


def own_actors_of(parse: Parse, own: Codebooks | None, published: str | None) -> OwnActors | None:
    """Return what codes the actors of a text by the user's dictionaries; None without any."""
    if own is None or not (own.actors or own.agents):
        return None
    return OwnActors(parse, own, to_days(published))


class OwnActors:
    """The places of one text where the user's actors and agents are named."""

    def __init__(self, parse: Parse, own: Codebooks, days: Days | None) -> None:
        """Look the names up."""
        self.parse = parse
        self.days = days
        actors, agents = _index(own)
        self.actors = actors.find(parse)
        self.actor_at = {at: hit for hit in self.actors for at in range(hit.first, hit.end)}
        self.agents = [hit for hit in agents.find(parse) if hit.first not in self.actor_at]
        self.agent_at = {at: hit for hit in self.agents for at in range(hit.first, hit.end)}

    def extend(self, lexicon: Lexicon) -> Lexicon:
        """Return the lexicon with the common nouns of the dictionaries that this text has."""
        ends = {hit.end - 1 for hit in self.actors} | {hit.end - 1 for hit in self.agents}
        common = (at for at in ends if self.parse.tags[at] in {"NN", "NNS"})
        heads = {lemma_of(self.parse, at) for at in common}
        new = heads - lexicon.nouns.keys() - lexicon.persons
        if not new:
            return lexicon
        nouns = dict.fromkeys(new, Noun("person", None, either=True))
        return replace(lexicon, nouns={**lexicon.nouns, **nouns})

    def countries(self) -> dict[int, str]:
        """Return the country of each token that the dictionaries code as a state alone."""
        found: dict[int, str] = {}
        for at, hit in self.actor_at.items():
            coding = hit.entry.coding(self.days)
            if coding is not None and coding.country is not None and coding.sector is None:
                found[at] = coding.country
        return found

    def with_own_names(
        self, names: list[Reference], places: tuple[Place, ...], lexicon: Lexicon
    ) -> list[Reference]:
        """Return the names of a text with those of the dictionaries whole."""
        over: dict[int, Reference] = {at: n for n in names for at in range(n.first, n.end)}
        on_map = {
            at
            for place in places
            for mention in place.mentions
            for at in range(*self.parse.tokens_in(mention.start, mention.end))
        }
        gone: set[int] = set()
        made: list[Reference] = []
        for hit in self.actors:
            touched = {id(n): n for at in range(hit.first, hit.end) if (n := over.get(at))}
            only = next(iter(touched.values()), None)
            if only is None:
                if hit.first not in on_map and self._is_name(hit):
                    made.append(self._reference(hit, lexicon))
            elif len(touched) == 1 and self._settles(hit, only, lexicon):
                only.kind = hit.entry.kind or only.kind
            elif all(hit.first <= n.bare_first and n.end <= hit.end for n in touched.values()):
                gone.update(touched)
                made.append(self._reference(hit, lexicon))
        return [name for name in names if id(name) not in gone] + made

    def _settles(self, hit: Hit[Actor], name: Reference, lexicon: Lexicon) -> bool:
        """Return whether a hit is all of a name, but for a state in front: "Iran's Guards"."""
        if name.end != hit.end:
            return False
        before = self.parse.lowers[name.bare_first : hit.first]
        if not before:
            return name.bare_first == hit.first or name.first <= hit.first
        return all(
            word in lexicon.demonyms or word in lexicon.states or word in {"'s", "the"}
            for word in before
        )

    def _is_name(self, hit: Hit[Actor]) -> bool:
        """Return whether a hit is written as a name, not as a common noun or an adjective."""
        tags = self.parse.tags
        last = hit.end - 1
        if self.parse.deps[last] in {"amod", "compound", "nmod"} and tags[last] == "JJ":
            return False
        words = self.parse.words[hit.first : hit.end]
        return any(word[:1].isupper() for word in words[:-1]) or (
            words[-1][:1].isupper() and (len(words) > 1 or tags[last] not in {"NN", "NNS", "JJ"})
        )

    def _reference(self, hit: Hit[Actor], lexicon: Lexicon) -> Reference:
        parse = self.parse
        first, head = hit.first, hit.end - 1
        for token in range(hit.first + 1, hit.end):
            if parse.lowers[token] in {"of", "for"}:
                head = token - 1
                break
        coding = hit.entry.coding(self.days)
        kind = self._kind(hit, coding, lexicon)
        if kind in {"organization", "group"} and first > 0 and parse.lowers[first - 1] == "the":
            first -= 1
        found = Reference(first, hit.end, head, "name", kind, parse.sentence_of[head])
        found.bare = hit.first
        found.parts = hit.pieces
        found.plural = kind == "group"
        found.subject = parse.deps[head] in {"nsubj", "nsubjpass"}
        if coding is not None:
            found.country, found.sector = coding.country, coding.sector
        return found

    def _kind(self, hit: Hit[Actor], coding: Coding | None, lexicon: Lexicon) -> EntityKind:
        if hit.entry.kind is not None:
            return hit.entry.kind
        if coding is not None and coding.country and coding.code == coding.country:
            return "state"
        labels = self.parse.ents[hit.first : hit.end]
        given = len(hit.pieces) > 1 and hit.pieces[0] in lexicon.genders
        if labels.count("PERSON") * 2 > len(labels) or (given and "ORG" not in labels):
            return "person"
        return "group" if self.parse.tags[hit.end - 1] in {"NNS", "NNPS"} else "organization"

    def join(self, characters: list[Character]) -> list[Character]:
        """Return the characters with those joined that the user lists as names of one actor.

        PETRARCH's synonyms share a code and may be several persons; those stay apart.
        """
        first: dict[tuple[int, str], Character] = {}
        kept: list[Character] = []
        for character in characters:
            hit = self._own_name(character)
            if hit is None or (character.kind == "person" and not hit.entry.names_one):
                kept.append(character)
                continue
            kind = "body" if character.kind in {"organization", "group"} else character.kind
            known = first.setdefault((id(hit.entry), kind), character)
            if known is character:
                kept.append(character)
                continue
            for reference in character.references:
                known.add(reference)
            known.references.sort(key=lambda reference: reference.first)
        return kept

    def _own_name(self, character: Character) -> Hit[Actor] | None:
        """Return the entry that a character is named by, if the dictionaries have it."""
        for form in ("name", "nominal"):
            for reference in character.references:
                hit = self.actor_at.get(reference.end - 1) if reference.form == form else None
                if hit is None or hit.end != reference.end:
                    # "the Taliban of Quetta": the head may stand before the end.
                    hit = self.actor_at.get(reference.head) if form == "nominal" else None
                if hit is not None and self._is_whole(hit, reference):
                    return hit
        return None

    def _is_whole(self, hit: Hit[Actor], reference: Reference) -> bool:
        """Return whether nothing that tells stands before the hit in a name or a phrase."""
        if reference.form == "nominal":
            return hit.first <= reference.head < hit.end
        first = reference.bare_first
        between = self.parse.words[first : hit.first]
        return len(between) == 0 or all(
            word in {"the", "The", "'s", "’s"} or self.parse.ents[first + n] in {"NORP", "GPE"}
            for n, word in enumerate(between)
        )

    def coded(self, character: Character, entity: Entity) -> Entity:
        """Return an entity with the codes that the user's dictionaries give it."""
        hit = self._own_name(character)
        if hit is not None:
            return self._coded_as(entity, hit.entry)
        for reference in character.references:
            agent = self._agent(reference)
            base = self._base(reference)
            if agent is not None:
                return _composed(entity, base, agent.entry)
            if base is None or reference.form != "nominal":
                continue
            if _is_bare(base):
                code = (base.code or "") + (entity.sector or "")
                return _with(entity, code, base.country, None, base.where)
            if self._acts_for(reference, entity):
                return _with(entity, base.code, base.country, base.sector, base.where)
        return entity

    def _coded_as(self, entity: Entity, actor: Actor) -> Entity:
        coding = actor.coding(self.days)
        if coding is not None:
            return _with(entity, coding.code, coding.country, coding.sector, coding.where)
        reason = NO_DAY if self.days is None else OTHER_DAYS
        return msgspec.structs.replace(
            entity, coded_by=None, why={**entity.why, "coded_by": reason}
        )

    def _agent(self, reference: Reference) -> Hit[Agent] | None:
        """Return the role of the dictionaries that a phrase, a title or a body's name ends in."""
        if reference.form == "nominal":
            return self.agent_at.get(reference.head)
        if reference.form != "name":
            return None
        if reference.kind == "person":
            titles = range(reference.bare_first - 1, reference.first - 1, -1)
            return next((self.agent_at[at] for at in titles if at in self.agent_at), None)
        hit = self.agent_at.get(reference.end - 1)
        return hit if hit is not None and hit.end == reference.end else None

    def _acts_for(self, reference: Reference, entity: Entity) -> bool:
        """Return whether a phrase names people who act for a body: "RSF fighters".

        Also "the RSF's commander" and "members of the RSF", but not "anti-RSF fighters".
        """
        parse, head = self.parse, reference.head
        if entity.sector not in _ACTING and lemma_of(parse, head) not in _MEMBERS:
            return False
        for at in range(reference.first, reference.end):
            hit = self.actor_at.get(at)
            if hit is None or hit.first <= head < hit.end:
                continue
            if hit.first > head:
                return set(parse.lowers[head + 1 : hit.first]) <= {"of", "for", "from", "the"}
            before = parse.lowers[hit.first - 1] if hit.first else ""
            owns = hit.end == head or parse.lowers[hit.end] in {"'s", "'"}
            return owns and before not in {"-", "anti", "pro", "ex"}
        return False

    def _base(self, reference: Reference) -> Coding | None:
        """Return the actor of the dictionaries that a phrase names beside its head."""
        if reference.form == "pronoun":
            return None
        tokens = [*range(reference.first, reference.end)]
        if reference.body >= 0:
            tokens.append(reference.body)
        for at in tokens:
            hit = self.actor_at.get(at)
            if hit is not None and not hit.first <= reference.head < hit.end:
                coding = hit.entry.coding(self.days)
                if coding is not None and coding.code is not None:
                    return coding
        return None


def _is_bare(coding: Coding) -> bool:
    """Return whether a code names a state or body alone, so that a sector may follow it."""
    return coding.sector is None and len(coding.code or "") == _BARE


def _composed(entity: Entity, base: Coding | None, agent: Agent) -> Entity:
    """Return an entity with the code of its country or actor and that of its role.

    As in PETRARCH, a role that the actor's code ends in already is not said twice.
    """
    actor = (base.code if base else entity.country) or ""
    if agent.code and actor.endswith(agent.code):
        code = actor
    else:
        code = agent.code + actor if agent.goes_first else actor + agent.code
    country = base.country if base else None
    return _with(entity, code, country, agent.sector, agent.where)


def _with(
    entity: Entity, code: str | None, country: str | None, sector: str | None, where: str
) -> Entity:
    country, sector = country or entity.country, sector or entity.sector
    values = {"country": country, "sector": sector, "code": code}
    why = {name: reason for name, reason in entity.why.items() if values.get(name, "") is None}
    if code is None:
        why["code"] = NULL_CODE
    return msgspec.structs.replace(
        entity, country=country, sector=sector, code=code, coded_by=where, why=why
    )
