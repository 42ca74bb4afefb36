"""Whom "he", "she", "they", "it" stand for: the nearest that agrees, subjects and names first."""

from __future__ import annotations

from dateline.extract.entities.quoted import Quotations
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import words
from dateline.records.parses import Parse

# Sentences back that a pronoun may reach.
_NEAR = 5


class Pronouns:
    """Finds the character of a pronoun among the references read before it."""

    def __init__(self, parse: Parse, heads: dict[int, Reference]) -> None:
        """Take the parse and the references by their head, names with their characters."""
        self.parse = parse
        self.quotations = Quotations(parse)
        self.quotations.find_speakers(heads)

    def resolve(self, pronoun: Reference, recent: list[Reference]) -> Character | None:
        """Return the character that a pronoun stands for; `recent` are in text order."""
        if self.parse.lowers[pronoun.head] == "it" and not self._acts(pronoun):
            return None
        best: tuple[float, Character | None] = (-9.0, None)
        seen: set[int] = set()
        quotation = self.quotations.of[pronoun.head]
        speakers = self.quotations.speakers.get(quotation, frozenset())
        matrix = self._matrix_subject(pronoun)
        leads = pronoun.subject and self.parse.deps[self.parse.heads[pronoun.head]] == "ROOT"
        for known in reversed(recent):
            distance = pronoun.sentence - known.sentence
            if distance > _NEAR:
                break
            character = known.character
            if character is None or id(character) in seen:
                continue
            if known.first <= pronoun.head < known.end and known.form == "nominal":
                # "her mother" is not the one whose mother she is.
                continue
            seen.add(id(character))
            if not _may_be(pronoun, character) or id(character) in speakers:
                continue
            apart = self.quotations.of[known.head] != quotation
            if apart and self.quotations.of[known.head] and not quotation and known.form != "name":
                # "My client was ill," she said: who speaks is not who is spoken of.
                continue
            score = self._score(pronoun, known, character, distance)
            score += 0.5 if known.head == matrix else 0.0
            # "In a column for the daily, he ...": who was spoken of before goes on.
            score -= 0.5 if leads and distance == 0 and not known.subject else 0.0
            if score > best[0]:
                best = (score, character)
        return best[1]

    def _acts(self, pronoun: Reference) -> bool:
        """Return whether "it" does what bodies do, and is no thing and no filler."""
        verb = self.parse.heads[pronoun.head]
        if self.parse.deps[pronoun.head] not in {"nsubj", "nsubjpass"}:
            return False
        if self.parse.deps[pronoun.head] == "nsubjpass":
            # "it was reported that"
            return not self.parse.children_by(verb, "ccomp")
        return self.parse.lemmas[verb] not in words("inanimate")

    def _score(
        self, pronoun: Reference, known: Reference, character: Character, distance: int
    ) -> float:
        score = -1.0 * distance + (0.6 if known.subject else 0.0)
        if character.named:
            score += 0.3 if pronoun.plural else 0.4
        score += 0.3 if pronoun.plural and character.kind == "group" else 0.0
        score += 0.3 if character.gender and character.gender == pronoun.gender else 0.0
        return score

    def _matrix_subject(self, pronoun: Reference) -> int:
        """Return the subject of the verb that the clause of a pronoun depends on, or -1."""
        parse = self.parse
        verb = parse.heads[pronoun.head]
        for _ in range(2):
            if parse.deps[verb] in {"ccomp", "advcl", "xcomp", "conj"}:
                verb = parse.heads[verb]
                for child in parse.children[verb]:
                    if parse.deps[child] in {"nsubj", "nsubjpass"} and child != pronoun.head:
                        return child
        return -1


def _may_be(pronoun: Reference, character: Character) -> bool:
    if pronoun.gender in {"m", "f"}:
        return character.kind == "person" and character.gender in {"", pronoun.gender}
    if pronoun.plural:
        return character.kind in {"group", "organization"} or character.plural
    return character.kind in {"organization", "state"}
