"""The cast: the actors of one text, found by token, and made when another layer asks."""

from __future__ import annotations

from operator import itemgetter

from dateline.extract.entities.adoption import antecedent_of, make_reference, one_of_two
from dateline.extract.entities.coding import code_of, reasons
from dateline.extract.entities.documents import is_document, is_telling, issuer_of
from dateline.extract.entities.nominals import FIRST_PERSONS, FIRST_PERSONS_PLURAL, Known, lemma_of
from dateline.extract.entities.own import OwnActors
from dateline.extract.entities.references import Character, Reference, may_be_one
from dateline.extract.entities.tenures import Tenures
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import Entity, Mention, Role


class Cast:
    """The actors of one text; see `dateline.records.actors.Actors`."""

    def __init__(  # noqa: PLR0917 - what was found so far
        self, parse: Parse, characters: list[Character], owner: list[Reference | None],
        by_head: dict[int, Reference], known: Known, own: OwnActors | None = None,
        tenures: Tenures | None = None,
    ) -> None:  # fmt: skip
        """Take what was found; ids are given here, from the first reference of each."""
        self._parse = parse
        self._lexicon = known.lexicon
        self._countries = known.countries
        self._own = own
        self._tenures = tenures or Tenures(parse, (), None)
        self._by_part: dict[str, Character] | None = None
        self._owner = owner
        self._by_head = by_head
        self._characters: dict[str, Character] = {}
        self._joined: dict[str, str] = {}
        self._made: dict[str, Entity] = {}
        for character in sorted(characters, key=_start):
            self._name(character)

    def _name(self, character: Character) -> None:
        start = self._parse.starts[_start(character)]
        name, letter = f"e{start}", 0
        while name in self._characters:
            name, letter = f"e{start}{chr(97 + letter % 26)}" + "z" * (letter // 26), letter + 1
        character.id = name
        self._characters[name] = character

    def merge(self, entity: str, into: str) -> str:
        """Join two entities and return the id that stays; `entity` where they cannot be one."""
        one = self._characters[self.current(entity)]
        other = self._characters[self.current(into)]
        if one is other or not may_be_one(one, other):
            return one.id
        if one.named:
            one, other = other, one
        for reference in one.references:
            other.add(reference)
        other.adopted = other.adopted or one.adopted
        other.plural = other.plural or one.plural
        self._joined[one.id] = other.id
        del self._characters[one.id]
        self._made.pop(one.id, None)
        self._made.pop(other.id, None)
        return other.id

    def current(self, entity: str) -> str:
        """Return the id under which an entity is known after all joins."""
        while entity in self._joined:
            entity = self._joined[entity]
        return entity

    def speaks(self, entity: str, first: int, end: int) -> None:
        """Take the first persons in a range of tokens as mentions of `entity`."""
        character = self._characters[self.current(entity)]
        own = FIRST_PERSONS if character.kind == "person" else FIRST_PERSONS_PLURAL
        for token in range(max(first, 0), min(end, len(self._owner))):
            if self._parse.lowers[token] not in own or token in self._by_head:
                continue
            sentence = self._parse.sentence_of[token]
            said = Reference(token, token + 1, token, "pronoun", character.kind, sentence)
            character.add(said)
            self._by_head[token] = said
            self._made.pop(character.id, None)

    def at(self, token: int) -> str | None:
        """Return the id of the entity that a mention at `token` stands for, if any."""
        reference = self._by_head.get(token)
        if reference is not None and reference.character and _is_shown(reference.character):
            return reference.character.id
        reference = self._owner[token] if 0 <= token < len(self._owner) else None
        return reference.character.id if reference and reference.character else None

    def adopt(self, token: int) -> str | None:
        """Return the id of the entity whose mention is headed by `token`, made if need be."""
        if not 0 <= token < len(self._owner):
            return None
        if is_document(self._parse, token) and is_telling(self._parse, token):
            issuer = issuer_of(self._parse, token)
            return self.adopt(issuer) if issuer >= 0 and issuer != token else None
        reference = self._reference(token)
        if reference is None:
            followed = one_of_two(self._parse, token, self._by_head)
            if followed < 0:
                followed = self._follow(token)
            if followed >= 0 and followed != token:
                return self._adopt_relative(token, followed)
            reference = self._make_reference(token)
        if reference is None or reference.character is None:
            return None
        self._show(reference.character)
        return reference.character.id

    def _show(self, character: Character) -> None:
        """Keep a character, and the body that it speaks for, in the record."""
        if character.adopted:
            return
        character.adopted = True
        for reference in character.references:
            if reference.body >= 0 and reference.noun in words("speaking"):
                body = self._reference(reference.body)
                if body is not None and body.character is not None and body.form == "nominal":
                    body.character.adopted = True
                    self._made.pop(character.id, None)

    def _reference(self, token: int) -> Reference | None:
        return self._by_head.get(token) or self._owner[token]

    def _adopt_relative(self, token: int, followed: int) -> str | None:
        """Adopt what a relative pronoun or a quantity is part of; "who" becomes a mention."""
        if is_document(self._parse, followed):
            issuer = issuer_of(self._parse, followed)
            return self.adopt(issuer) if issuer >= 0 else None
        reference = self._reference(followed) or self._make_reference(followed)
        if reference is None or reference.character is None:
            return None
        character = reference.character
        character.adopted = True
        if self._parse.tags[token].startswith("W"):
            sentence = self._parse.sentence_of[token]
            who = Reference(token, token + 1, token, "pronoun", character.kind, sentence)
            character.add(who)
            self._by_head[token] = who
            self._made.pop(character.id, None)
        return character.id

    def _make_reference(self, token: int) -> Reference | None:
        found = make_reference(self._parse, token, self._countries, self._lexicon)
        if found is None or found.kind is None:
            return None
        if any(self._owner[at] for at in range(found.first, found.end)):
            return None
        known = self._namesake(found)
        if known is None:
            known = Character(found.kind, named=found.form == "name", plural=found.plural)
            if found.kind == "state":
                known.usual = self._lexicon.state_names.get(found.country or "", "")
            known.add(found)
            self._name(known)
        else:
            known.add(found)
            self._made.pop(known.id, None)
        self._by_head[token] = found
        self._owner[found.first : found.end] = [found] * (found.end - found.first)
        return found

    def _namesake(self, found: Reference) -> Character | None:
        if found.form != "name":
            return self._town(found) if found.noun in words("acting_place") else None
        if found.kind == "state":
            same = (c for c in self._characters.values() if c.kind == "state")
            return next((c for c in same if c.country == found.country), None)
        if self._by_part is None:
            self._by_part = {}
            for character in self._characters.values():
                for reference in character.references:
                    if reference.form == "name" and reference.parts:
                        self._by_part.setdefault(reference.parts[-1], character)
        known = self._by_part.get(found.parts[-1])
        return known if known is not None and known.kind == found.kind else None

    def _town(self, found: Reference) -> Character | None:
        """Return the municipality or the council that "the city" stands for."""
        if self._parse.lowers[found.first] != "the" or found.end - found.first > 2:
            return None
        own = words("municipal") | {found.noun}
        before = [
            (character.references[0].first, character)
            for character in self._characters.values()
            if character.kind == "organization"
            and character.references[0].first < found.first
            and own & {*character.nouns, *character.references[0].parts}
        ]
        return max(before, key=itemgetter(0))[1] if before else None

    def _follow(self, token: int) -> int:
        """Return the noun that "two of them", "many of the soldiers", "who" stand for, or -1."""
        parse = self._parse
        if parse.tags[token].startswith("W"):
            return antecedent_of(parse, token)
        if parse.tags[token] not in {"CD", "JJ", "DT", "NN", "NNS", "JJR", "JJS", "PDT"}:
            return token
        if parse.tags[token] in {"NN", "NNS"} and lemma_of(parse, token) not in words("measure"):
            return token
        for link in parse.children_by(token, "prep"):
            if parse.lowers[link] == "of":
                for inner in parse.children_by(link, "pobj"):
                    return inner
        return token

    def get(self, entity: str) -> Entity:
        """Return the entity as it is known by now; KeyError for an unknown id."""
        entity = self.current(entity)
        known = self._made.get(entity)
        if known is None:
            known = self._made[entity] = self._make(self._characters[entity])
        return known

    def entities(self) -> tuple[Entity, ...]:
        """Return all named and adopted entities, in the order of their first mention."""
        shown = [c for c in self._characters.values() if _is_shown(c)]
        shown.sort(key=lambda c: (self._parse.starts[_start(c)], c.id))
        return tuple(self.get(character.id) for character in shown)

    def _make(self, character: Character) -> Entity:
        references = sorted(character.references, key=lambda r: (r.first, r.end))
        mentions = []
        for reference in references:
            # "his agent" names the agent: a possessive is resolved but is no mention.
            possessive = reference.form == "pronoun" and self._is_possessive(reference.head)
            if reference.silent or possessive:
                continue
            span = self._parse.span(reference.first, reference.end)
            mentions.append(Mention(span.start, span.end, span.text, reference.form))
        country = character.country
        sector = "GOV" if character.kind == "state" else character.sector
        code = code_of(character)
        entity = Entity(
            id=character.id,
            kind=character.kind,
            name=self._longest(character),
            mentions=tuple(mentions),
            roles=self._roles(character),
            country=country,
            sector=sector,
            code=code,
            why=reasons(country, sector, code),
        )
        return self._own.coded(character, entity) if self._own is not None else entity

    def _is_possessive(self, token: int) -> bool:
        return self._parse.tags[token] == "PRP$" or self._parse.lowers[token] in {"my", "our"}

    def _longest(self, character: Character) -> str:
        if character.usual:
            return character.usual
        for form in ("name", "nominal", "pronoun"):
            texts = [
                self._parse.span(max(r.first, r.bare), r.end).text
                for r in character.references
                if r.form == form
            ]
            if texts:
                best = " ".join((max(texts, key=len) if form == "name" else texts[0]).split())
                opening, _, rest = best.partition(" ")
                return rest if form == "name" and rest and opening in {"the", "The"} else best
        return ""

    def _roles(self, character: Character) -> tuple[Role, ...]:
        if character.kind != "person":
            return ()
        found: dict[tuple[str, str | None], Role] = {}
        told: dict[tuple[str, str | None], int] = {}
        for reference in character.references:
            if reference.form == "pronoun" or not self._is_role(reference.noun):
                continue
            of = self._holder_of(reference) or reference.country
            title = reference.title or reference.noun
            time, sure = self._tenures.of(reference)
            if sure > told.get((title, of), -1):
                found[title, of], told[title, of] = Role(title, of, time), sure
        return tuple(found.values())

    def _is_role(self, title: str) -> bool:
        last = title.rpartition(" ")[2]
        noun = self._lexicon.nouns.get(last)
        return last in self._lexicon.titles or (noun is not None and noun.sector != "CVL")

    def _holder_of(self, reference: Reference) -> str | None:
        """Return the id of the body that an office is of, where the text names one."""
        if reference.body < 0:
            return None
        body = self._reference(reference.body)
        if body is None or body.character is None or body.character is reference.character:
            return None
        shown = body.kind == "organization" and _is_shown(body.character)
        return body.character.id if shown else None


def _start(character: Character) -> int:
    return min(reference.first for reference in character.references)


def _is_shown(character: Character) -> bool:
    return character.named or character.adopted or character.recurs
