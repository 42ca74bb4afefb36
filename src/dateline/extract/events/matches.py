"""Matches: the places of a text where an entry of the lexicon fits."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import Entry, Group, Lexicon, load_lexicon, word_class
from dateline.records.parses import Parse
from dateline.records.readings import Status

# How far the later words of a trigger may stand from the one before: "took the two
# surviving gunmen into custody" leaves four words open.
REACH = 5
# "were killed": the auxiliary is no head, its verb is.
AUXILIARY = frozenset({"aux", "auxpass"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT"})
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
ACTOR_CLASSES = ("people", "troops", "police", "governments", "protesters", "officials")
SKIPPED = frozenset({"DET", "PRON", "ADJ", "ADV", "NUM", "PART"})
BREAKS = frozenset({",", ".", ";", ":", "--", "—", "-", "who", "which", "that", "when", "while"})
BREAKS_HARD = frozenset({".", ";", ":", "—", "who", "which", "when", "while", "after", "before"})


@dataclass(slots=True)
class Match:
    """A trigger in the text: its head token, its first and last token, and its meaning.

    `parties` (actor, recipient) and `status` are set where the form of the clause settles them.
    `own` names the types of the user that it is of.
    """

    head: int
    first: int
    end: int
    group: Group
    demands: int
    noun: bool
    covered: frozenset[int]
    score: float = 0.5
    parties: tuple[int, int] | None = None
    status: Status | None = None
    own: tuple[str, ...] = ()


class Matcher:
    """Finds the entries that fit in one parse."""

    def __init__(self, clauses: Clauses, lexicon: Lexicon | None = None) -> None:
        """Keep the parse and its clauses; `lexicon` is ours where none is given."""
        self.clauses = clauses
        self.parse: Parse = clauses.parse
        self.lexicon = lexicon or load_lexicon()

    def find(self) -> list[Match]:
        """Return the best match of each head, in text order."""
        parse, lexicon = self.parse, self.lexicon
        found: list[Match] = []
        for token, lemma in enumerate(parse.lemmas):
            pos = parse.pos[token]
            if pos in ("PUNCT", "DET", "CCONJ", "SCONJ") or parse.deps[token] in AUXILIARY:
                continue
            lower = lemma.lower()
            match = None
            if pos in ("VERB", "AUX") or parse.tags[token].startswith("VB"):
                entries = lexicon.verbs.get(lower)
                if entries:
                    match = self._first_verb(token, entries)
            if match is None:
                entries = lexicon.nouns.get(lower) or lexicon.nouns.get(parse.lowers[token])
                if entries is None and pos == "PROPN" and lower.endswith("s"):
                    entries = lexicon.nouns.get(lower[:-1])
                if entries:
                    match = self._first_noun(token, entries)
            if match is not None:
                found.append(match)
        return found

    def _first_verb(self, token: int, entries: tuple[Entry, ...]) -> Match | None:
        for entry in entries:
            match = self.fit_verb(token, entry)
            if match is not None:
                return match
        return None

    def _first_noun(self, token: int, entries: tuple[Entry, ...]) -> Match | None:
        for entry in entries:
            match = self.fit_noun(token, entry)
            if match is not None:
                return match
        return None

    def fit_verb(self, token: int, entry: Entry) -> Match | None:
        """Return the match of a verb's entry at a token, if it fits there."""
        parse, clauses = self.parse, self.clauses
        if entry.before and not self._fits_before(token, entry.before):
            return None
        if entry.negated and not any(parse.deps[c] == "neg" for c in parse.children[token]):
            return None
        covered: list[int] = []
        if entry.after:
            after = self._after(token, entry.after)
            if after is None:
                return None
            covered = after
        if entry.object is not None:
            noun = clauses.logical_object(token)
            if not self.in_class(noun, entry.object):
                return None
            if noun is not None and entry.object not in ("any", "none", "name", "actor"):
                covered.append(noun)
        if entry.subject is not None and not self.in_class(
            clauses.logical_subject(token), entry.subject
        ):
            return None
        return self._match(token, entry, covered, noun=False)

    def fit_noun(self, token: int, entry: Entry) -> Match | None:
        """Return the match of a noun's entry at a token, if it fits there."""
        parse = self.parse
        single = not entry.before and not entry.after
        if single and parse.pos[token] not in ("NOUN", "PROPN"):
            return None
        if entry.before and not self._fits_before(token, entry.before):
            return None
        covered: list[int] = list(range(token - len(entry.before), token))
        at = token + 1
        for wanted in entry.after:
            while at < len(parse) and parse.pos[at] in SKIPPED and parse.lowers[at] not in wanted:
                at += 1
            if at >= len(parse) or not self._is(at, wanted):
                return None
            covered.append(at)
            at += 1
        return self._match(token, entry, covered, noun=True)

    def _match(self, token: int, entry: Entry, covered: list[int], *, noun: bool) -> Match:
        first = token - len(entry.before)
        end = token + 1
        for other in sorted(covered):
            # The span of a trigger stays one short run of words.
            if end <= other <= end + 3:
                end = other + 1
        return Match(
            head=token,
            first=first,
            end=end,
            group=entry.group,
            demands=entry.demands,
            noun=noun,
            covered=frozenset(covered) | {token},
        )

    def _is(self, token: int, wanted: frozenset[str]) -> bool:
        parse = self.parse
        return parse.lowers[token] in wanted or parse.lemmas[token].lower() in wanted

    def _fits_before(self, token: int, before: tuple[frozenset[str], ...]) -> bool:
        first = token - len(before)
        return first >= 0 and all(self._is(first + i, w) for i, w in enumerate(before))

    def _after(self, token: int, after: tuple[frozenset[str], ...]) -> list[int] | None:
        parse = self.parse
        found: list[int] = []
        end = parse.sentences[parse.sentence_of[token]][1]
        at = token + 1
        for wanted in after:
            stop = min(end, at + REACH)
            while at < stop and not self._is(at, wanted):
                if parse.lowers[at] in BREAKS_HARD or parse.tags[at] in ("VBD", "VBZ", "VBP"):
                    return self._passive_object(token, after)
                at += 1
            if at >= stop:
                return self._passive_object(token, after)
            found.append(at)
            at += 1
        return found

    def _passive_object(self, token: int, after: tuple[frozenset[str], ...]) -> list[int] | None:
        """Fit "the offensive was halted" to "halt offensive"."""
        if len(after) != 1:
            return None
        noun = self.clauses.logical_object(token)
        return [noun] if noun is not None and self._is(noun, after[0]) else None

    def in_class(self, noun: int | None, name: str) -> bool:  # noqa: PLR0911 - one case after the other
        """Return whether a noun, or what it measures or is coordinated with, is in a class."""
        if name == "none":
            return noun is None
        if noun is None:
            return False
        if name == "any":
            return True
        parse = self.parse
        meant = self.clauses.through_measure(noun)
        if name == "name":
            return parse.ents[meant] in NAMED or parse.ents[noun] in NAMED
        names = ACTOR_CLASSES if name == "actor" else (name,)
        if name in ("actor", "people") and parse.ents[meant] in ACTING:
            return name == "actor" or parse.ents[meant] in ("PERSON", "NORP")
        for each in self.clauses.conjuncts(meant)[:4]:
            lemma = parse.lemmas[each].lower()
            if any(lemma in word_class(n) or parse.lowers[each] in word_class(n) for n in names):
                return True
        # "riot squads", "police officers", "rebel fighters": the modifier tells.
        return any(
            parse.lowers[child] in word_class(names[0])
            or parse.lemmas[child] in word_class(names[0])
            for child in parse.children[meant]
            if parse.deps[child] == "compound"
        )


def is_person(parse: Parse, token: int) -> bool:
    """Return whether a token names or heads a phrase for people or a body of people."""
    if parse.ents[token] in ACTING:
        return True
    return any(parse.lemmas[token].lower() in word_class(name) for name in ACTOR_CLASSES)
