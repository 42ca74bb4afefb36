"""Which characters a nominal may stand for: country, gender, number, and what they are called."""

from __future__ import annotations

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import kinds_of, same_office, words
from dateline.records.parses import Parse

# Sentences back that "the company" reaches for a name, and another noun for the same people.
_NEAR, _AKIN = 5, 12
_REACH = 12
# References of one character that are looked through.
_ENOUGH = 20
_COUNTING = frozenset(
    ("some", "several", "many", "other", "another", "more", "few", "no", "any", "each")
)
_POINTING = frozenset({"the", "this", "these", "that", "those"})


# Tags of the words before a noun, and words after it, that tell which ones are meant.
_TELLING = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG"})
_RESTRICTING = frozenset({"who", "whose", "that", "with", "without", "like"})


_OFFICES = frozenset({"GOV", "LEG", "JUD", "MIL"})


class Agreement:
    """Says what a nominal may stand for."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Take the parse and the tables."""
        self.parse = parse
        self.lexicon = lexicon

    def is_definite(self, nominal: Reference) -> bool:
        """Return whether a nominal may stand for somebody mentioned before."""
        bare_plural = nominal.plural and not self._counts(nominal)
        if nominal.definite or bare_plural or is_office_of_state(nominal):
            return True
        return nominal.kind == "organization" and bool(nominal.country)

    def agrees(self, nominal: Reference, character: Character) -> bool:
        """Return whether nothing that the words tell keeps a nominal from a character."""
        if character.gender and nominal.gender and character.gender != nominal.gender:
            return False
        if nominal.country and character.country and nominal.country != character.country:
            return False
        if nominal.kind == "person":
            return character.kind == "person" and _is_in_office(nominal, character)
        if nominal.kind == "organization":
            return self._agrees_body(nominal, character)
        # "A research team" may go on as "the scientists".
        team = character.kind == "organization" and not character.named
        return character.kind == "group" or team

    def _agrees_body(self, nominal: Reference, character: Character) -> bool:
        # "the team" is not "teams from many countries".
        nameless = character.kind == "group" and not character.named
        if nameless and not self._is_team_of(nominal, character):
            return False
        if character.kind not in {"organization", "group"}:
            return False
        return not nominal.telling or _is_told(nominal, character)

    def _is_team_of(self, nominal: Reference, character: Character) -> bool:
        """Return whether a body may be a nameless group: "the team" of the scientists."""
        entries = [self.lexicon.nouns.get(noun) for noun in character.nouns]
        bodies = any(entry is not None and entry.kind == "organization" for entry in entries)
        return not bodies and bool(kinds_of(nominal.noun) & _kinds(character))

    def is_called(self, nominal: Reference, character: Character, distance: int) -> bool:
        """Return whether a character was called by this noun, or holds an office of that name."""
        noun, nouns = nominal.noun, character.nouns
        if nominal.kind == "person":
            if distance > _REACH:
                return False
            if noun == "counterpart":
                # "his Belarusian counterpart" is whoever holds an office there.
                office = bool(nominal.country) and nominal.country == character.country
                return office and character.named and character.sector in _OFFICES
            if noun in nouns or nouns & same_office().get(noun, frozenset()):
                return True
            tail = " " + noun
            return any(known.endswith(tail) for known in nouns)
        if noun not in nouns or character.kind != "group":
            return False
        return self._is_same_group(nominal, character)

    def _is_same_group(self, nominal: Reference, character: Character) -> bool:
        """Return whether words and number tell nothing that sets two groups apart."""
        if not self._is_as_many(nominal, character) or self._is_elsewhere(nominal, character):
            return False
        own = self._words_before(nominal)
        others = [self._words_before(r) for r in character.references[:_ENOUGH] if r.noun]
        if nominal.definite:
            return not own or any(own & other or not other for other in others)
        # "People" are others each time; "private schools" are no "religious schools".
        plain = not self._is_told_after(nominal) and nominal.noun not in words("anybody")
        return plain and any(own <= other or other <= own for other in others)

    def _likeness(self, nominal: Reference, character: Character) -> float | None:
        """Return how well words fit a nameless body, None where they set it apart.

        "The Afghan team" is none of "every team", still less "the European team".
        """
        if self._is_elsewhere(nominal, character):
            return None
        own = self._words_before(nominal)
        others = [self._words_before(r) for r in character.references[:_ENOUGH] if r.noun]
        if not own or any(own & other for other in others):
            return 1.5 if own else 1.0
        return 0.5 if not all(others) and not character.country else None

    def _is_elsewhere(self, nominal: Reference, character: Character) -> bool:
        """Return whether names behind two nouns differ: "Municipality of Livorno", "of Genoa"."""
        own = self._name_after(nominal)
        names = {self._name_after(r) for r in character.references[:_ENOUGH]} - {""}
        return bool(own and names and own not in names)

    def _name_after(self, reference: Reference) -> str:
        at = reference.body
        named = at > reference.head and self.parse.tags[at] in {"NNP", "NNPS"}
        return self.parse.lowers[at] if named else ""

    def _words_before(self, nominal: Reference) -> frozenset[str]:
        """Return the words before a noun that tell which ones are meant."""
        parse = self.parse
        return frozenset(
            parse.lowers[at]
            for at in range(nominal.first, nominal.head)
            if parse.tags[at] in _TELLING
            and parse.lowers[at] not in words("untelling")
            and not (nominal.country and self._is_country(at))
        )

    def _is_country(self, token: int) -> bool:
        """Return whether a word is of the name or the adjective of a country."""
        lowers, lexicon = self.parse.lowers, self.lexicon
        wordings = (
            lowers[token],
            " ".join(lowers[max(token - 1, 0) : token + 1]),
            " ".join(lowers[token : token + 2]),
        )
        return any(name in lexicon.demonyms or name in lexicon.states for name in wordings)

    def _is_told_after(self, nominal: Reference) -> bool:
        """Return whether a clause or a complement after a noun tells which ones are meant."""
        at = nominal.head + 1
        return at < len(self.parse) and self.parse.lowers[at] in _RESTRICTING

    def is_of_kind(self, nominal: Reference, character: Character, distance: int) -> bool:
        """Return whether a character is called something of the kind that a noun tells.

        "The researchers" are the scientists of before.
        """
        if distance > _AKIN or self.parse.lowers[nominal.first] not in _POINTING:
            return False
        kinds = kinds_of(nominal.noun)
        if not kinds or self._is_told_apart(nominal):
            return False
        if not kinds & _kinds(character) or self._stands_beside(nominal, character):
            return False
        return nominal.kind == "person" or self._is_as_many(nominal, character)

    def _stands_beside(self, nominal: Reference, character: Character) -> bool:
        """Return whether a sentence calls one person so and another otherwise.

        "The minister said the governor had told him": nobody is renamed within a sentence.
        """
        if nominal.kind != "person" or nominal.noun in character.nouns:
            return False
        sentence = self.parse.sentence_of[nominal.head]
        return any(
            reference.form == "nominal" and self.parse.sentence_of[reference.head] == sentence
            for reference in character.references
        )

    def standing(self, nominal: Reference, character: Character, distance: int) -> float | None:
        """Return how well a noun calls a body: above 0 by the same noun, None for not at all."""
        noun = nominal.noun
        if not character.named:
            alike = self._likeness(nominal, character)
            if alike is None or noun in character.nouns:
                return alike
            akin = nominal.definite and distance <= _NEAR and kinds_of(noun) & _kinds(character)
            return 0.0 if akin else None
        parts = {part for reference in character.references[:3] for part in reference.parts}
        if noun in character.nouns or parts & {noun, noun + "s"}:
            return 1.0
        if distance > _NEAR or not nominal.definite:
            return None
        if noun == "bank" and self.parse.lowers[nominal.head - 1] == "central":
            return 0.0 if character.sector == "GOV" and parts & {"bank", "reserve", "fed"} else None
        return 0.0 if character.sector in self._sectors_called(nominal) else None

    def _is_told_apart(self, nominal: Reference) -> bool:
        """Return whether the words around a noun tell who of their kind is meant."""
        return nominal.head - nominal.first > 1 or nominal.end > nominal.head + 1

    def _is_as_many(self, nominal: Reference, character: Character) -> bool:
        numbers = {n for r in character.references[:_ENOUGH] if (n := self._number(r))}
        own = self._number(nominal)
        if own:
            # "5,800 people" are not the "164 people" of before.
            return not numbers or own in numbers
        return nominal.definite or not numbers

    def _counts(self, nominal: Reference) -> bool:
        return bool(self._number(nominal)) or self.parse.lowers[nominal.first] in _COUNTING

    def _number(self, reference: Reference) -> str:
        """Return the number in a phrase as it is written, "" where it has none."""
        if reference.form != "nominal":
            return ""
        return " ".join(
            self.parse.lowers[at]
            for at in range(reference.first, reference.head)
            if self.parse.tags[at] == "CD" and self.parse.lowers[at] != "one"
        )

    def _sectors_called(self, nominal: Reference) -> frozenset[str | None]:
        """Return the sectors of the bodies that a noun like "company" may call."""
        if nominal.noun in words("company"):
            return frozenset({"BUS", "MNC", None})
        if nominal.noun in words("grouping"):
            return frozenset({None, "REB", "NGO", "IMG", "IGO", "UNO", "UAF"})
        if nominal.noun == "agency":
            return frozenset({"JRN", "UNO"})
        own = nominal.sector
        return frozenset({own} if own in {"PTY", "EDU", "JRN", "LAB", "NGO"} else ())


def _kinds(character: Character) -> frozenset[str]:
    """Return the kinds of people or bodies that a character was called by."""
    return frozenset().union(*map(kinds_of, character.nouns))


def is_office_of_state(nominal: Reference) -> bool:
    """Return whether a nominal is an office of a state: "the Chilean president"."""
    return nominal.kind == "person" and nominal.sector == "GOV" and bool(nominal.country)


def _is_in_office(nominal: Reference, character: Character) -> bool:
    """Return whether holders and former holders of an office are kept apart."""
    holders = [r for r in character.references if r.noun and r.form == "nominal"]
    if nominal.former:
        # "the former president" is not the sitting one.
        offices = {r.noun.split()[-1] for r in character.references if r.noun}
        return any(r.former for r in holders) or nominal.noun.split()[-1] not in offices
    return not holders or not all(r.former for r in holders)


def _is_told(nominal: Reference, character: Character) -> bool:
    """Return whether a body is called so: no foreign ministry is a health ministry."""
    called: set[str] = set()
    for reference in character.references[:_ENOUGH]:
        called.update(reference.telling, reference.parts)
    return nominal.telling <= called or not called
