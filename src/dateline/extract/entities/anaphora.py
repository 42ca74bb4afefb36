"""Which actor a nominal or a pronoun stands for: links inside the sentence, then recency."""

from __future__ import annotations

from dateline.extract.entities.agreement import Agreement
from dateline.extract.entities.ahead import join_ahead
from dateline.extract.entities.epithets import find_epithet
from dateline.extract.entities.inside import Inside, subject_called
from dateline.extract.entities.ledes import join_ledes
from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.pronouns import Pronouns
from dateline.extract.entities.references import Character, Reference, may_be_one
from dateline.records.parses import Parse

# Sentences back that "the country" may reach, and references that are remembered.
_REACH = 12
_REMEMBERED = 60


# Words that open the first mention of somebody.
_NEW = frozenset({"a", "an", "one", "another"})


class Resolver:
    """Reads the references of a text in order and gives each its character."""

    def __init__(self, parse: Parse, lexicon: Lexicon, owner: list[Reference | None]) -> None:
        """Take the parse; `owner` holds the innermost name over each token."""
        self.parse = parse
        self.lexicon = lexicon
        self.heads: dict[int, Reference] = {}
        self.inside = Inside(parse, lexicon, owner)
        self.agreement = Agreement(parse, lexicon)
        self.recent: list[Reference] = []
        self.latent: list[Character] = []

    def resolve(self, references: list[Reference]) -> list[Character]:
        """Give every reference its character; return the characters without a name."""
        self.heads = {reference.head: reference for reference in references}
        for reference in references:
            if reference.character is None and reference.form == "nominal":
                self.inside.link(reference)
        pronouns = Pronouns(self.parse, self.heads)
        for reference in references:
            if reference.form == "nominal" and reference.character is not None:
                self._join_introduced(reference)
            if reference.character is None:
                if reference.form == "pronoun":
                    character = pronouns.resolve(reference, self.recent)
                    if character is not None:
                        character.add(reference)
                else:
                    self._resolve_nominal(reference)
            if reference.character is not None:
                self.recent.append(reference)
                if len(self.recent) > _REMEMBERED:
                    del self.recent[: _REMEMBERED // 2]
        join_ahead(self.parse, self.heads, self.latent, references)
        join_ledes(self.parse, self.lexicon, self.latent, references)
        return [character for character in self.latent if character.references]

    def _resolve_nominal(self, nominal: Reference) -> None:
        if nominal.kind == "state":
            self._resolve_country(nominal)
            return
        if nominal.country is None and nominal.body >= 0:
            # "the country's military"
            owner = self.heads.get(nominal.body)
            if owner and owner.kind == "state" and owner.character:
                nominal.country = owner.character.country
        character = self._called(nominal) or self._antecedent(nominal)
        if character is None:
            character = Character(nominal.kind or "group", plural=nominal.plural)
            self.latent.append(character)
        character.add(nominal)

    def _resolve_country(self, nominal: Reference) -> None:
        # "the country" is the one spoken of: named last, a subject or more than once.
        if not nominal.definite:
            return
        counts: dict[int, int] = {}
        for known in self.recent:
            if known.kind == "state" and known.form == "name":
                counts[id(known.character)] = counts.get(id(known.character), 0) + 1
        best, score = None, -99.0
        for known in self.recent:
            if known.kind == "state" and known.character is not None:
                distance = nominal.sentence - known.sentence
                points = min(counts.get(id(known.character), 0), 5) * 0.5 - distance * 0.5
                if distance <= _REACH and points >= score:
                    best, score = known.character, points
        if best is not None:
            best.add(nominal)

    def _join_introduced(self, nominal: Reference) -> None:
        """Join who was told of before with the name given now: "The villager, Jean Bahati, …"."""
        named = nominal.character
        if named is None or not nominal.definite or nominal.silent or nominal.kind != "person":
            return
        if not named.named or nominal.first > named.references[0].first:
            # The references of a name come in text order, and before what else it is called.
            return
        for known in reversed(self.recent):
            other = known.character
            if other is None or other.named or nominal.noun not in other.nouns:
                continue
            opening = self.parse.lowers[other.references[0].first]
            if opening in _NEW and may_be_one(other, named):
                for reference in other.references:
                    named.add(reference)
                other.references = []
            return

    def _called(self, nominal: Reference) -> Character | None:
        """Return who is said to be this: "He was also an influential figure"."""
        subject = self.heads.get(subject_called(self.parse, nominal))
        character = subject.character if subject is not None else None
        if character is None or character.kind != nominal.kind:
            return None
        return character if self.agreement.agrees(nominal, character) else None

    def _antecedent(self, nominal: Reference) -> Character | None:
        """Return the best of those mentioned before that a definite nominal may stand for.

        The nearest that is called so; else the nearest that is called something of the kind;
        else, for a person, whoever the text is about just there.
        """
        agreement = self.agreement
        if not agreement.is_definite(nominal):
            return None
        near: dict[int, Reference] = {}
        for known in reversed(self.recent):
            if known.character is not None and known.character is not nominal.character:
                near.setdefault(id(known.character), known)
        candidates = [
            (known, character)
            for known in near.values()
            if (character := known.character) is not None and agreement.agrees(nominal, character)
        ]
        if nominal.kind == "organization":
            return self._body(nominal, candidates)
        for fits in (agreement.is_called, agreement.is_of_kind):
            for known, character in candidates:
                if fits(nominal, character, nominal.sentence - known.sentence):
                    return character
        return find_epithet(self.parse, self.lexicon, nominal, candidates)

    def _body(
        self, nominal: Reference, candidates: list[tuple[Reference, Character]]
    ) -> Character | None:
        """Return the body that a text is about where "the company" stands, or None."""
        best, most = None, -99.0
        for known, character in candidates:
            distance = nominal.sentence - known.sentence
            standing = self.agreement.standing(nominal, character, distance)
            if standing is None:
                continue
            standing -= distance
            standing += 0.8 if known.subject else 0.0
            if standing > most:
                best, most = character, standing
        return best
