"""What calls a name something inside its own sentence: titles, appositions, "is", "known as"."""

from __future__ import annotations

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Character, Reference
from dateline.extract.entities.words import words
from dateline.records.parses import Parse

# Sectors of bodies that are called by each other's nouns.
_NEAR_SECTORS = frozenset({"GOV", "IGO", "UNO", "EUR", "NGO", "MED", "EDU", "BUS", "MNC", "LEG"})
# What may follow a name in apposition, beside a verb.
_AFTER = frozenset(
    (", . ) ; : who which that - – — of for in at and on from ” '' \" said says").split()  # noqa: SIM905
)
# Tags of the words between a nominal and the comma before its name: "a nurse from Lyon, Ana Diaz".
_BETWEEN = frozenset({"IN", "TO", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$", "CD", "HYPH"})  # fmt: skip # noqa: E501
_FAR, _BRACKETS = 10, 20
_BEFORE = frozenset({",", "(", "-", "–", "—"})


class Inside:
    """Finds for a nominal the name in its sentence that it calls something."""

    def __init__(self, parse: Parse, lexicon: Lexicon, owner: list[Reference | None]) -> None:
        """Take the parse; `owner` holds the innermost name over each token."""
        self.parse = parse
        self.lexicon = lexicon
        self.owner = owner

    def link(self, nominal: Reference) -> None:
        """Give a nominal the character of the name that it calls something, if any."""
        name = self._title_of(nominal) or self._paired_title_of(nominal)
        before = name is not None
        name = name or self._apposition_of(nominal) or self._named(nominal)
        name = name or self._copula_of(nominal)
        if name is None or name.character is None:
            return
        character = name.character
        if not self._agree(nominal, character):
            return
        character.add(nominal)
        # "spokesman Ivan Petrov" is one mention, "Peru's president Ana Diaz" two.
        plain = nominal.end == nominal.head + 1
        owned = any(w in {"'s", "'"} for w in self.parse.lowers[nominal.first : nominal.head])
        nominal.silent = before and plain and not owned

    def _agree(self, nominal: Reference, character: Character) -> bool:
        if nominal.kind == "organization" and not _same_sector(nominal, character):
            return False
        if character.gender and nominal.gender and character.gender != nominal.gender:
            return False
        return not (
            character.country
            and nominal.country
            and character.country != nominal.country
            and character.kind == "organization"
        )

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

    def _paired_title_of(self, nominal: Reference) -> Reference | None:
        """Return the name in "American academic and professor Marc Hill"."""
        parse, at = self.parse, nominal.end
        if at + 2 >= len(parse) or parse.lowers[at] != "and" or nominal.kind != "person":
            return None
        opening = parse.tags[nominal.first]
        if opening in {"DT", "PRP$"} or parse.tags[at + 1] not in {"NN", "JJ"}:
            return None
        after = next((n for n in range(at + 1, at + 4) if self._fits(nominal, n)), -1)
        return self._fits(nominal, after) if after > at + 1 else None

    def _apposition_of(self, nominal: Reference) -> Reference | None:
        parse = self.parse
        last = parse.sentences[nominal.sentence][1]
        name = self._after_comma(nominal, last) or self._before_comma(nominal, last)
        if name is not None:
            return name
        head = parse.heads[nominal.head]
        if parse.deps[nominal.head] == "appos" and abs(head - nominal.head) < 25:
            return self._fits(nominal, head)
        for child in parse.children[nominal.head]:
            if parse.deps[child] == "appos" and child > nominal.head:
                return self._fits(nominal, child)
        return None

    def _after_comma(self, nominal: Reference, last: int) -> Reference | None:
        """Return the name in "the president of Kazakhstan, Kassym-Jomart Tokayev, ..."."""
        parse, end = self.parse, nominal.end
        if nominal.kind == "person" and not nominal.plural:
            # "chief investment officer at Solaris, Tim Grey", "a nurse from Lyon, Ana Diaz"
            while end < min(last, nominal.end + _FAR) and parse.tags[end] in _BETWEEN:
                end += 1
        if end + 1 >= last or parse.lowers[end] != ",":
            return None
        name = self._fits(nominal, end + 1)
        if name is None or name.first != end + 1 or not self._closes(name.end, last):
            return None
        far = end > nominal.end
        return (
            name if not far or (len(name.parts) > 1 and not self._is_listed(name, last)) else None
        )

    def _is_listed(self, name: Reference, last: int) -> bool:
        """Return whether a name is one of several: "a nurse from Lyon, Ana Diaz and others"."""
        return name.end < last and self.parse.lowers[name.end] == "and"

    def _before_comma(self, nominal: Reference, last: int) -> Reference | None:
        """Return the name in "Tokayev, the president of Kazakhstan, ..."."""
        at = nominal.first - 1
        lowers = self.parse.lowers
        bracketed = at > 0 and lowers[at] == ")"
        if at <= 0 or not (lowers[at] in _BEFORE or bracketed):
            return None
        if nominal.subject and not bracketed:
            return None
        if lowers[at] == "," and lowers[at - 1] == ")":
            at -= 1
        at = self._past_brackets(at)
        name = self._fits(nominal, at - 1)
        # "Smith, two nurses and a guard" is a list, no apposition.
        if name is None or name.end != at or nominal.kind == "group":
            return None
        return name if self._closes(nominal.end, last) else None

    def _past_brackets(self, token: int) -> int:
        """Return where the brackets open that close at `token`: "Tokayev (born 1953), the …"."""
        lowers = self.parse.lowers
        if lowers[token] != ")":
            return token
        back = range(token, max(token - _BRACKETS, 0), -1)
        return next((at for at in back if lowers[at] == "("), token)

    def _named(self, nominal: Reference) -> Reference | None:
        """Return the name in "the body known as Shura", "a man named Ivan Petrov"."""
        lowers = self.parse.lowers
        end = nominal.end
        if lowers[end : end + 1] == [","]:
            end += 1
        at = next((n for n in range(end, min(end + 3, len(lowers))) if lowers[n] in _NAMING), -1)
        if at < 0 or lowers[at] not in _NAMING:
            return None
        after = at + 1
        while after < len(lowers) and lowers[after] in {"as", "the", '"', "“", "'", "‘"}:
            after += 1
        return self._fits(nominal, after)

    def _closes(self, token: int, last: int) -> bool:
        if token >= last:
            return True
        tag = self.parse.tags[token]
        return self.parse.lowers[token] in _AFTER or tag[:2] == "VB" or tag == "MD"

    def _copula_of(self, nominal: Reference) -> Reference | None:
        subject = subject_called(self.parse, nominal)
        return self._fits(nominal, subject) if subject >= 0 else None


_NAMING = frozenset({"named", "called", "dubbed", "known", "nicknamed", "codenamed"})


def subject_called(parse: Parse, nominal: Reference) -> int:
    """Return the noun that a nominal is said to be, or -1.

    "Tokayev is the president", "Diaz, who was mayor", "they elected her chairwoman".
    """
    head = nominal.head
    for _ in range(3):
        # "was an officer and the son of a sheikh"
        if parse.deps[head] != "conj":
            break
        head = parse.heads[head]
    verb = parse.heads[head]
    if parse.deps[head] not in {"attr", "oprd"} or parse.children_by(verb, "neg"):
        return -1
    installed = parse.lemmas[verb] in words("installing") - words("copula")
    if not installed and parse.lemmas[verb] not in words("copula"):
        return -1
    stop = parse.sentences[nominal.sentence][1] - 1
    if stop > verb and parse.words[stop] == "?":
        return -1
    wanted = ("dobj", "nsubjpass") if installed else ("nsubj", "nsubjpass")
    subjects = (child for dep in wanted for child in parse.children_by(verb, dep))
    subject = next(subjects, -1)
    if subject >= 0 and parse.tags[subject] == "WP" and parse.deps[verb] == "relcl":
        return parse.heads[verb]
    return subject


def _same_sector(nominal: Reference, character: Character) -> bool:
    one, other = nominal.sector, character.sector
    return one is None or other is None or one == other or {one, other} <= _NEAR_SECTORS
