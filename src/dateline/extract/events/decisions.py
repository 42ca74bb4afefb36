"""Decisions: lexicon and classifier together settle which candidates are triggers, of what type."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dateline.extract.events.classifier import TYPES, load_classifier
from dateline.extract.events.clauses import Clauses
from dateline.extract.events.lexicon import Group, load_lexicon
from dateline.extract.events.matches import Match
from dateline.extract.events.units import to_units
from dateline.records.signals import Signals

# The least probability that a candidate reports an event, with and without a lexicon entry.
KNOWN = 0.33
UNKNOWN = 0.55
# The same where people are counted: "164 people were killed" is what articles are about.
COUNTED = 0.05
HARMING = frozenset({"ASSAULT", "COERCE", "OTHER"})
# How much of the answer is the lexicon's, and how far an entry that asks for much is trusted.
SHARE = 0.2
TRUST = (0.5, 0.6, 0.7, 0.8, 0.8, 0.9)


def decide(
    clauses: Clauses,
    matches: list[Match],
    counted: Collection[int] = frozenset(),
) -> list[Match]:
    """Return the matches that hold, with the type and confidence the classifier gives them.

    `counted` holds the tokens that govern a number of dead, hurt or held people: what the
    lexicon knows there is an event however little the classifier thinks of it.
    """
    classifier = load_classifier()
    if classifier is None:
        return matches
    by_head, owner = to_units(matches)
    answer = classifier.types(clauses, by_head, owner)
    signals = clauses.parse.signals
    if signals is not None:
        return _with_signals(clauses, by_head, owner, answer, classifier, counted, signals)
    kept: list[Match] = []
    for row, token in enumerate(answer.tokens):
        match = by_head.get(token)
        scores = answer.scores[row]
        if match is None:
            if 1 - float(scores[0]) > UNKNOWN:
                kind = TYPES[int(scores[1:].argmax()) + 1]
                noun = clauses.parse.pos[token] == "NOUN"
                found = _found(token, kind, 1 - float(scores[0]), noun=noun)
                found.group = replace(found.group, mode=classifier.mode(answer, row, kind))
                kept.append(found)
            continue
        trust = TRUST[min(match.demands, 5)]
        mixed = scores * (1 - SHARE)
        mixed[0] += SHARE * (1 - trust)
        mixed[TYPES.index(match.group.type)] += SHARE * trust
        least = COUNTED if token in counted and match.group.type in HARMING else KNOWN
        if 1 - float(mixed[0]) <= least:
            continue
        kind = TYPES[int(mixed[1:].argmax()) + 1]
        match.score = 1 - float(mixed[0])
        if kind != match.group.type:
            match.group = _regrouped(clauses, match, kind)
        if match.group.mode is None and match.score > KNOWN:
            match.group = replace(match.group, mode=classifier.mode(answer, row, kind))
        kept.append(match)
    return kept


import os

ENC = float(os.environ.get("ENC", "0.6"))
CLF = float(os.environ.get("CLF", "0.2"))
LEAST = float(os.environ.get("LEAST", "0.4"))
LEASTU = float(os.environ.get("LEASTU", "0.5"))


def _with_signals(clauses, by_head, owner, answer, classifier, counted, signals):
    parse = clauses.parse
    rows = {token: row for row, token in enumerate(answer.tokens)}
    told = signals.types
    tokens = set(answer.tokens) | {
        int(t) for t in (told[:, 0] < 1 - LEASTU).nonzero()[0] if int(t) not in owner
    }
    lex = 1 - ENC - CLF
    kept: list[Match] = []
    for token in sorted(tokens):
        match = by_head.get(token)
        row = rows.get(token)
        if match is not None:
            seen = [t for t in match.covered if match.first <= t < match.end] or [token]
            mine = told[min(seen, key=lambda t: told[t, 0])]
        else:
            mine = told[token]
        scores = ENC * mine
        total = ENC
        if row is not None:
            scores = scores + CLF * answer.scores[row]
            total += CLF
        if match is not None:
            trust = TRUST[min(match.demands, 5)]
            scores[0] += lex * (1 - trust)
            scores[TYPES.index(match.group.type)] += lex * trust
            total += lex
        scores = scores / total
        chance = 1 - float(scores[0])
        least = LEAST if match is not None else LEASTU
        if match is not None and token in counted and match.group.type in HARMING:
            least = COUNTED
        if chance <= least:
            continue
        kind = TYPES[int(scores[1:].argmax()) + 1]
        if match is None:
            noun = parse.pos[token] not in ("VERB", "AUX")
            match = _found(token, kind, chance, noun=noun)
            match.group = replace(match.group, mode=_mode(signals, token, kind))
        else:
            match.score = chance
            if kind != match.group.type:
                match.group = _regrouped(clauses, match, kind)
            if match.group.mode is None:
                at = min(match.covered, key=lambda t: told[t, 0])
                match.group = replace(match.group, mode=_mode(signals, at, kind))
        kept.append(match)
    return kept


def _mode(signals, token, kind):
    names = signals.kind_names
    choices = [i for i, name in enumerate(names) if name.split("/")[0] == kind]
    best = max(choices, key=lambda i: signals.kinds[token, i], default=None)
    return (names[best].split("/")[1] or None) if best is not None else None


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
