"""Which actor a nominal or a pronoun stands for: links inside the sentence, then recency."""

from __future__ import annotations

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.quoted import find_quoted
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import same_office, sector_of, words
from dateline.records.parses import Parse

# Sentences back that a definite noun and a pronoun may reach.
_REACH, _NEAR = 12, 5
_REMEMBERED = 60
# References of one character that are looked through.
_ENOUGH = 20


def _same_sector(nominal: Reference, character: Character) -> bool:
    one, other = nominal.sector, character.sector
    return one is None or other is None or one == other or {one, other} <= _NEAR_SECTORS


# Sectors of bodies that are called by each other's nouns.
_NEAR_SECTORS = frozenset({"GOV", "IGO", "UNO", "EUR", "NGO", "MED", "EDU", "BUS", "MNC", "LEG"})


class Resolver:
    """Reads the references of a text in order and gives each its character."""

    def __init__(self, parse: Parse, lexicon: Lexicon, owner: list[Reference | None]) -> None:
        """Take the parse; `owner` holds the innermost name over each token."""
        self.parse = parse
        self.heads: dict[int, Reference] = {}
        self.lexicon = lexicon
        self.owner = owner
        self.recent: list[Reference] = []
        self.latent: list[Character] = []
        self.quoted = find_quoted(parse)

    def resolve(self, references: list[Reference]) -> list[Character]:
        """Give every reference its character; return the characters without a name."""
        self.heads = {reference.head: reference for reference in references}
        for reference in references:
            if reference.character is None and reference.form == "nominal":
                self._link_inside(reference)
        for reference in references:
            if reference.character is None:
                if reference.form == "pronoun":
                    self._resolve_pronoun(reference)
                else:
                    self._resolve_nominal(reference)
            if reference.character is not None:
                self.recent.append(reference)
                if len(self.recent) > _REMEMBERED:
                    del self.recent[: _REMEMBERED // 2]
        self._look_ahead(references)
        return [character for character in self.latent if character.references]

    def _look_ahead(self, references: list[Reference]) -> None:
        """Join a definite body that is only named later: "the agency said. ... BelTA"."""
        ahead = sector_of("ahead")
        bodies: dict[str, dict[int, Character]] = {}
        for reference in references:
            character = reference.character
            if reference.form == "name" and character and character.kind == "organization":
                bodies.setdefault(character.sector or "", {})[id(character)] = character
        self._look_ahead_for_holders()
        for character in self.latent:
            if not character.references:
                continue
            first = character.references[0]
            if character.kind != "organization" or not first.definite or first.noun not in ahead:
                continue
            fits = list(bodies.get(ahead[first.noun], {}).values())
            if len(fits) == 1 and fits[0].references[0].first > first.first:
                for reference in character.references:
                    fits[0].add(reference)
                character.references.clear()

    def _look_ahead_for_holders(self) -> None:
        """Join an office of a state whose holder is only named later: "Peru president ..."."""
        holders: dict[tuple[str, str], dict[int, Character]] = {}
        for character in {id(c): c for c in map(_character_of, self.heads.values()) if c}.values():
            if character.kind == "person" and character.named and character.country:
                for noun in character.nouns:
                    known = holders.setdefault((noun, character.country), {})
                    known[id(character)] = character
        for character in self.latent:
            first = character.references[0] if character.references else None
            if first is None or first.former or not self._is_office_of_state(first):
                continue
            if self.parse.lowers[first.first] in {"a", "an", "another", "one"}:
                continue
            fits = list(holders.get((first.noun, first.country or ""), {}).values())
            if len(fits) == 1 and min(r.first for r in fits[0].references) > first.first:
                for reference in character.references:
                    fits[0].add(reference)
                character.references.clear()

    # Inside the sentence: titles, appositions, copulas.

    def _link_inside(self, nominal: Reference) -> None:
        name = self._title_of(nominal)
        before = name is not None
        name = name or self._apposition_of(nominal) or self._copula_of(nominal)
        if name is None or name.character is None:
            return
        character = name.character
        if nominal.kind == "organization" and not _same_sector(nominal, character):
            return
        if character.gender and nominal.gender and character.gender != nominal.gender:
            return
        if (
            character.country
            and nominal.country
            and character.country != nominal.country
            and character.kind == "organization"
        ):
            return
        character.add(nominal)
        # "spokesman Ivan Petrov" is one mention, "Peru's president Ana Diaz" two.
        plain = nominal.end == nominal.head + 1
        owned = any(w in {"'s", "'"} for w in self.parse.lowers[nominal.first : nominal.head])
        nominal.silent = before and plain and not owned

    def _fits(self, nominal: Reference, token: int) -> Reference | None:
        """Return the name at `token` when it may be what the nominal calls."""
        if not 0 <= token < len(self.owner):
            return None
        name = self.owner[token]
        if name is None or name.sentence != nominal.sentence:
            return None
        kinds = {nominal.kind}
        if nominal.kind == "organization":
            kinds |= {"group"}
        noun = self.lexicon.nouns.get(nominal.noun)
        if noun is not None and noun.either:
            kinds |= {"organization", "state"}
        return name if name.kind in kinds else None

    def _title_of(self, nominal: Reference) -> Reference | None:
        # "spokesman John Smith", "the President of Belarus Alexander Lukashenko"
        name = self._fits(nominal, nominal.end)
        if name is not None and name.first == nominal.end:
            if nominal.kind == "organization":
                # "news agency BelTA", but not "government Treasury"
                return name if nominal.noun not in {"government", "state"} else None
            return name
        return None

    def _apposition_of(self, nominal: Reference) -> Reference | None:
        parse, lowers = self.parse, self.parse.lowers
        end, last = nominal.end, parse.sentences[nominal.sentence][1]
        # "the president of Kazakhstan, Kassym-Jomart Tokayev, ..."
        if end + 1 < last and lowers[end] == ",":
            name = self._fits(nominal, end + 1)
            if name is not None and name.first == end + 1 and self._closes(name.end, last):
                return name
        # "Tokayev, the president of Kazakhstan, ..."
        at = nominal.first - 1
        if at > 0 and lowers[at] in {",", "(", "-", "–", "—"} and not nominal.subject:
            name = self._fits(nominal, at - 1)
            # "Smith, two nurses and a guard" is a list, no apposition.
            listed = nominal.kind == "group"
            if name and name.end == at and not listed and self._closes(nominal.end, last):
                return name
        head = parse.heads[nominal.head]
        if parse.deps[nominal.head] == "appos" and abs(head - nominal.head) < 25:
            return self._fits(nominal, head)
        for child in parse.children[nominal.head]:
            if parse.deps[child] == "appos" and child > nominal.head:
                return self._fits(nominal, child)
        return None

    def _closes(self, token: int, last: int) -> bool:
        if token >= last:
            return True
        lower = self.parse.lowers[token]
        return (
            lower
            in {
                ",",
                ".",
                ")",
                ";",
                ":",
                "who",
                "which",
                "that",
                "-",
                "–",
                "—",
                "of",
                "for",
                "in",
                "at",
                "and",
                "on",
                "from",
            }
            or self.parse.tags[token][:2] == "VB"
            or self.parse.tags[token] == "MD"
        )

    def _copula_of(self, nominal: Reference) -> Reference | None:
        parse = self.parse
        if parse.deps[nominal.head] != "attr":
            return None
        verb = parse.heads[nominal.head]
        if parse.lemmas[verb] not in {"be", "become", "remain"} or parse.children_by(verb, "neg"):
            return None
        if (
            parse.sentences[nominal.sentence][1] - 1 > verb
            and parse.words[parse.sentences[nominal.sentence][1] - 1] == "?"
        ):
            return None
        for child in parse.children[verb]:
            if parse.deps[child] == "nsubj":
                return self._fits(nominal, child)
        return None

    # Across sentences.

    def _resolve_nominal(self, nominal: Reference) -> None:
        if nominal.kind == "state":
            self._resolve_country(nominal)
            return
        if nominal.country is None and nominal.body >= 0:
            # "the country's military"
            owner = self.heads.get(nominal.body)
            if owner and owner.kind == "state" and owner.character:
                nominal.country = owner.character.country
        character = self._antecedent(nominal)
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

    def _antecedent(self, nominal: Reference) -> Character | None:
        bare_plural = nominal.plural and not self._counts(nominal)
        definite = nominal.definite or bare_plural or self._is_office_of_state(nominal)
        if not definite and not (nominal.kind == "organization" and nominal.country):
            return None
        best: Character | None = None
        seen: set[int] = set()
        for known in reversed(self.recent):
            character = known.character
            if character is None or id(character) in seen:
                continue
            seen.add(id(character))
            distance = nominal.sentence - known.sentence
            if self._agrees(nominal, character, distance):
                best = character
                break
        return best

    def _counts(self, nominal: Reference) -> bool:
        first = nominal.first
        return bool(self._number(nominal)) or self.parse.lowers[first] in {
            "some", "several", "many", "other", "another", "more", "few", "no", "any", "each",
        }  # fmt: skip

    def _number(self, reference: Reference) -> str:
        """Return the number in a phrase as it is written, "" where it has none."""
        parse = self.parse
        if reference.form != "nominal":
            return ""
        return " ".join(
            parse.lowers[at]
            for at in range(reference.first, reference.head)
            if parse.tags[at] == "CD" and parse.lowers[at] != "one"
        )

    def _is_office_of_state(self, nominal: Reference) -> bool:
        return nominal.kind == "person" and nominal.sector == "GOV" and bool(nominal.country)

    def _agrees(self, nominal: Reference, character: Character, distance: int) -> bool:
        if character.gender and nominal.gender and character.gender != nominal.gender:
            return False
        if nominal.country and character.country and nominal.country != character.country:
            return False
        if nominal.kind == "person":
            return character.kind == "person" and self._agrees_person(nominal, character)
        if nominal.kind == "organization":
            if nominal.telling and not self._is_told(nominal, character):
                return False
            return self._agrees_body(nominal, character, distance)
        return character.kind == "group" and self._agrees_group(nominal, character)

    def _agrees_person(self, nominal: Reference, character: Character) -> bool:
        noun = nominal.noun
        nouns = character.nouns
        holders = [r for r in character.references if r.noun and r.form == "nominal"]
        if nominal.former and not any(r.former for r in holders):
            # "the former president" is not the sitting one.
            return False
        if not nominal.former and holders and all(r.former for r in holders):
            return False
        if noun in nouns or nouns & same_office().get(noun, frozenset()):
            return True
        tail = " " + noun
        return any(known.endswith(tail) for known in nouns)

    def _agrees_body(self, nominal: Reference, character: Character, distance: int) -> bool:
        # "the team" is not "teams from many countries".
        nameless = character.kind == "group" and not character.named
        if nameless or character.kind not in {"organization", "group"}:
            return False
        noun = nominal.noun
        if noun in character.nouns:
            return True
        if not character.named:
            return False
        if any(noun in reference.parts for reference in character.references[:3]):
            return True
        if distance > _NEAR or not nominal.definite:
            return False
        return character.sector in self._sectors_called(nominal)

    def _is_told(self, nominal: Reference, character: Character) -> bool:
        """Return whether a body is called so: no foreign ministry is a health ministry."""
        called: set[str] = set()
        for reference in character.references[:_ENOUGH]:
            called.update(reference.telling, reference.parts)
        return nominal.telling <= called or not called

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

    def _agrees_group(self, nominal: Reference, character: Character) -> bool:
        if nominal.noun not in character.nouns:
            return False
        numbers = {number for r in character.references[:_ENOUGH] if (number := self._number(r))}
        own = self._number(nominal)
        if own:
            # "5,800 people" are not the "164 people" of before.
            return not numbers or own in numbers
        return nominal.definite or not numbers

    # Pronouns.

    def _resolve_pronoun(self, pronoun: Reference) -> None:
        best: tuple[float, Character | None] = (-9.0, None)
        seen: set[int] = set()
        for known in reversed(self.recent):
            distance = pronoun.sentence - known.sentence
            if distance > _NEAR:
                break
            character = known.character
            if character is None or id(character) in seen:
                continue
            seen.add(id(character))
            if not self._may_be(pronoun, character):
                continue
            inside = self.quoted[known.head] and not self.quoted[pronoun.head]
            if inside and known.form != "name":
                # "My client was ill," she said: who speaks is not who is spoken of.
                continue
            score = -1.0 * distance + (0.6 if known.subject else 0.0)
            score += 0.4 if character.named else 0.0
            score += 0.3 if character.gender and character.gender == pronoun.gender else 0.0
            if score > best[0]:
                best = (score, character)
        if best[1] is not None:
            best[1].add(pronoun)

    def _may_be(self, pronoun: Reference, character: Character) -> bool:
        if pronoun.gender in {"m", "f"}:
            return character.kind == "person" and character.gender in {"", pronoun.gender}
        if pronoun.plural:
            return character.kind in {"group", "organization"} or character.plural
        return character.kind in {"organization", "state"}


def _character_of(reference: Reference) -> Character | None:
    return reference.character
