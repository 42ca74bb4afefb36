"""Decisions: encoder, classifier and lexicon settle together what triggers are, of what type."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from dateline.extract.events.classifier import TYPES, Answer, Classifier, load_classifier
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.features import Floats
from dateline.extract.events.lexicon import Group, load_lexicon
from dateline.extract.events.matches import Match
from dateline.extract.events.units import to_units
from dateline.records.signals import Signals


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of an answer is whose, and the least chance of an event.

    `known` holds where the lexicon knows the word, `unknown` where it does not. Set on
    `corpus/train` and on the phrases that were kept out of training.
    """

    encoder: float
    classifier: float
    lexicon: float
    known: float
    unknown: float


# The encoder is asked about a sentence where the classifier gives some word this chance.
ASKED = 0.1
ENCODED = Shares(encoder=0.6, classifier=0.2, lexicon=0.2, known=0.42, unknown=0.6)
# A sentence that the encoder has not read.
UNENCODED = Shares(encoder=0.0, classifier=0.8, lexicon=0.2, known=0.33, unknown=0.55)
# The same where people are counted: "164 people were killed" is what articles are about.
COUNTED = 0.05
HARMING = frozenset({"ASSAULT", "COERCE", "OTHER"})
# How far an entry of the lexicon is trusted, by how much it asks for.
TRUST = (0.5, 0.6, 0.7, 0.8, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Decided:
    """The triggers of a text, and what the encoder thinks of the sentences it was asked about."""

    matches: list[Match]
    signals: Signals | None


def decide(
    clauses: Clauses, matches: list[Match], counted: Collection[int] = frozenset()
) -> Decided:
    """Return the matches that hold, each with its type, mode and confidence.

    `counted` holds the tokens that govern a number of dead, hurt or held people: what the
    lexicon knows there is an event however little the others think of it.
    """
    classifier = load_classifier()
    if classifier is None:
        return Decided(matches, None)
    decision = _Decision(clauses, matches, counted, classifier)
    return Decided(decision.matches(), decision.signals)


class _Decision:
    """Weighs the candidates of one text."""

    def __init__(
        self,
        clauses: Clauses,
        matches: list[Match],
        counted: Collection[int],
        classifier: Classifier,
    ) -> None:
        self.clauses = clauses
        self.counted = counted
        self.classifier = classifier
        self.by_head, self.owner = to_units(matches)
        self.answer: Answer = classifier.types(clauses, self.by_head, self.owner)
        self.row_of = {token: row for row, token in enumerate(self.answer.tokens)}
        self.signals = self._asked()

    def _asked(self) -> Signals | None:
        """Return what the encoder thinks of the sentences that may report an event."""
        parse = self.clauses.parse
        if parse.senses is None:
            return None
        likely = (self.answer.scores[:, 0] < 1 - ASKED).nonzero()[0].tolist()
        tokens = {self.answer.tokens[row] for row in likely} | (self.by_head.keys() & self.counted)
        return parse.senses.read(parse, {parse.sentence_of[token] for token in tokens})

    def _shares(self, token: int) -> Shares:
        return ENCODED if self.signals is not None and self.signals.knows(token) else UNENCODED

    def matches(self) -> list[Match]:
        kept = (self._decided(token) for token in sorted(self._candidates()))
        return [match for match in kept if match is not None]

    def _candidates(self) -> set[int]:
        """Return the candidates of the classifier and what the encoder alone takes for events."""
        found = set(self.answer.tokens)
        if self.signals is not None:
            told = self.signals.types[:, 0] < 1 - ENCODED.unknown
            found.update(t for t in told.nonzero()[0].tolist() if t not in self.owner)
        return found

    def _decided(self, token: int) -> Match | None:
        match = self.by_head.get(token)
        scores = self._scores(token, match)
        chance = 1 - float(scores[0])
        if chance <= self._least(token, match):
            return None
        kind = TYPES[int(scores[1:].argmax()) + 1]
        if match is None:
            noun = self.clauses.parse.pos[token] not in ("VERB", "AUX")
            match = _found(token, kind, chance, noun=noun)
            match.group = replace(match.group, mode=self._mode(match, kind))
            return match
        match.score = chance
        if kind != match.group.type:
            match.group = _regrouped(self.clauses, match, kind)
        if match.group.mode is None and chance > self._shares(token).known:
            match.group = replace(match.group, mode=self._mode(match, kind))
        return match

    def _scores(self, token: int, match: Match | None) -> Floats:
        """Return the weighed chances of each type, the first that of no event."""
        shares, weight = self._shares(token), 0.0
        scores: Floats = np.zeros(len(TYPES), np.float32)
        if self.signals is not None and shares.encoder:
            scores = scores + shares.encoder * self.signals.types[self._told_by(token, match)]
            weight += shares.encoder
        row = self.row_of.get(token)
        if row is not None:
            scores = scores + shares.classifier * self.answer.scores[row]
            weight += shares.classifier
        if match is not None:
            trust = TRUST[min(match.demands, 5)]
            scores[0] += shares.lexicon * (1 - trust)
            scores[TYPES.index(match.group.type)] += shares.lexicon * trust
            weight += shares.lexicon
        weighed: Floats = scores / weight
        return weighed

    def _least(self, token: int, match: Match | None) -> float:
        if match is None:
            return self._shares(token).unknown
        counts = token in self.counted and match.group.type in HARMING
        return COUNTED if counts else self._shares(token).known

    def _told_by(self, token: int, match: Match | None) -> int:
        return token if match is None or self.signals is None else told_by(self.signals, match)

    def _mode(self, match: Match, kind: str) -> str | None:
        if self.signals is None or not self.signals.knows(match.head):
            row = self.row_of.get(match.head)
            return None if row is None else self.classifier.mode(self.answer, row, kind)
        modes = _modes(self.signals.kind_names).get(kind, ())
        chances = self.signals.kinds[told_by(self.signals, match)]
        return max(modes, key=lambda mode: float(chances[mode[0]]))[1] if modes else None


def told_by(signals: Signals, match: Match) -> int:
    """Return the word of a trigger that the encoder takes for the event."""
    within = [t for t in match.covered if match.first <= t < match.end] or [match.head]
    return min(within, key=lambda token: (float(signals.types[token, 0]), token))


@cache
def _modes(kind_names: tuple[str, ...]) -> dict[str, tuple[tuple[int, str | None], ...]]:
    """Return the columns and modes of each type from names such as "ASSAULT/firearms"."""
    found: dict[str, tuple[tuple[int, str | None], ...]] = {}
    for column, name in enumerate(kind_names):
        kind, _, mode = name.partition("/")
        found[kind] = (*found.get(kind, ()), (column, mode or None))
    return found


def _regrouped(clauses: Clauses, match: Match, kind: str) -> Group:
    """Return the group of another entry of the same head that has the type, else a bare one."""
    lexicon = load_lexicon()
    lemma = clauses.parse.lemmas[match.head].lower()
    for entry in (lexicon.nouns if match.noun else lexicon.verbs).get(lemma, ()):
        if entry.group.type == kind:
            return Group(kind, None, entry.group.cameo, entry.group.of, entry.group.undergo)
    return Group(type=kind, of=match.group.of)  # type: ignore[arg-type]


def _found(token: int, kind: str, chance: float, *, noun: bool) -> Match:
    return Match(
        head=token,
        first=token,
        end=token + 1,
        group=Group(type=kind),  # type: ignore[arg-type]
        demands=0,
        noun=noun,
        covered=frozenset({token}),
        score=chance,
    )
