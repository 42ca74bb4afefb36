"""Decisions: lexicon and classifier together settle which candidates are triggers, of what type."""

from __future__ import annotations

import os

from dateline.extract.events.classifier import TYPES, load_classifier
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import Group
from dateline.extract.events.matches import Match

# The least probability that a candidate reports an event, with and without a lexicon entry.
KNOWN = float(os.environ.get("EV_KNOWN", "0.3"))
UNKNOWN = float(os.environ.get("EV_UNKNOWN", "0.5"))
BONUS = float(os.environ.get("EV_BONUS", "1.5"))


def decide(clauses: Clauses, matches: list[Match]) -> list[Match]:
    """Return the matches that hold, with the type and confidence the classifier gives them."""
    classifier = load_classifier()
    if classifier is None:
        return matches
    by_head = {match.head: match for match in matches}
    tokens, probabilities = classifier.types(clauses, by_head)
    kept: list[Match] = []
    if len(tokens) == 0:
        return kept
    some = 1 - probabilities[:, 0]
    likely = (some > min(KNOWN, UNKNOWN)).nonzero()[0].tolist()
    for row in likely:
        token, chance = tokens[row], float(some[row])
        match = by_head.get(token)
        scores = probabilities[row].copy()
        scores[0] = 0
        if match is None:
            if chance > UNKNOWN:
                kind = TYPES[int(scores.argmax())]
                kept.append(_found(token, kind, chance, noun=clauses.parse.pos[token] == "NOUN"))
            continue
        if chance <= KNOWN:
            continue
        scores[TYPES.index(match.group.type)] *= BONUS
        kind = TYPES[int(scores.argmax())]
        match.score = chance
        if kind != match.group.type:
            match.group = Group(type=kind, of=match.group.of)  # type: ignore[arg-type]
        kept.append(match)
    return kept


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
