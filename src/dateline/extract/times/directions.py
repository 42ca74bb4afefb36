"""Whether the words around a time speak of what was or of what will be.

Weekdays and dates without a year are told in both directions by the same words; the tense
of their clause decides. The tree is often wrong where it hangs times, so that the verb is
looked for along the tree first and then in the neighbourhood.
"""

from __future__ import annotations

from enum import IntEnum

from dateline.records.parses import Parse
from dateline.tables import load_words


class Direction(IntEnum):
    """Where a time lies, seen from the day of publication."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


MODALS = frozenset({"will", "shall", "'ll", "wo", "would", "should", "could", "can", "may", "might", "must", "ca", "'d"})
NEAR = 6
VERBS = frozenset({"VERB", "AUX"})


def find_direction(parse: Parse, token: int) -> Direction:
    """Return the direction of the clause in which the time at `token` stands."""
    first, end = parse.sentences[parse.sentence_of[token]]
    before = parse.lowers[token - 1] if token > first else ""
    planned = _is_planned(parse, token, first)
    if planned:
        return Direction.FUTURE
    verb = _verb_above(parse, token)
    if verb < 0:
        verb = _verb_near(parse, token, first, end)
    if verb < 0:
        return Direction.FUTURE if before == "for" and _names_plan(parse, token, first) else Direction.UNKNOWN
    return _direction_of(parse, verb, token)


def _is_planned(parse: Parse, token: int, first: int) -> bool:
    """Return whether the words just before plan: "set for Monday", "due on Friday"."""
    plans = load_words("times_plans.txt")
    lowers = parse.lowers
    at, steps = token - 1, 0
    while at >= first and steps < NEAR:
        word = lowers[at]
        if word in (".", ";", ":") or parse.tags[at] in ("VBD", "VBZ", "VBP") and word not in plans:
            return False
        if word in plans:
            return not _is_perfect_before(parse, at, first)
        at, steps = at - 1, steps + 1
    return False


def _is_perfect_before(parse: Parse, at: int, first: int) -> bool:
    return any(parse.lowers[i] in ("had", "been") for i in range(max(first, at - 3), at))


def _names_plan(parse: Parse, token: int, first: int) -> bool:
    plans = load_words("times_plans.txt")
    return any(word in plans for word in parse.lowers[max(first, token - NEAR) : token])


def _verb_above(parse: Parse, token: int) -> int:
    at = token
    for _ in range(12):
        if parse.pos[at] in VERBS and at != token:
            return at
        if parse.heads[at] == at:
            return -1
        at = parse.heads[at]
    return -1


def _verb_near(parse: Parse, token: int, first: int, end: int) -> int:
    for at in range(token - 1, first - 1, -1):
        if parse.pos[at] in VERBS:
            return at
        if parse.lowers[at] in (";", "--", "—"):
            break
    for at in range(token + 1, min(end, token + 12)):
        if parse.pos[at] in VERBS:
            return at
        if parse.lowers[at] in (";", "--", "—"):
            break
    return -1


def _direction_of(parse: Parse, verb: int, token: int) -> Direction:
    """Return the direction of a verb with its auxiliaries."""
    tags, lowers = parse.tags, parse.lowers
    for _ in range(6):
        helpers = [c for c in parse.children[verb] if c < verb and parse.deps[c] in ("aux", "auxpass")]
        words = {lowers[c] for c in helpers}
        perfect = bool(words & {"have", "has", "had", "having", "'ve", "'s"}) and tags[verb] in ("VBN", "VBD")
        if words & MODALS:
            # "may have left": the modal doubts, the perfect tells the time.
            return Direction.PAST if "have" in words and tags[verb] == "VBN" else Direction.FUTURE
        if "to" in words:
            if "have" in words:
                return Direction.PAST
            return _infinitive(parse, verb, token)
        if perfect:
            return Direction.PAST
        if words & {"was", "were", "did", "had", "been"} or tags[verb] == "VBD":
            return _past_or_plan(parse, verb)
        if tags[verb] in ("VBZ", "VBP"):
            return _present(parse, verb)
        if words & {"is", "are", "'re", "am", "'m"}:
            return Direction.FUTURE if tags[verb] == "VBG" or lowers[verb] in load_words("times_plans.txt") else Direction.UNKNOWN
        if tags[verb] == "VBG" and parse.deps[verb] in ("pcomp", "advcl", "acl", "xcomp", "ccomp", "conj"):
            above = _verb_above(parse, verb)
            if above >= 0 and above != verb:
                verb = above
                continue
        if tags[verb] == "VBN":
            plan = lowers[verb] in load_words("times_plans.txt")
            return Direction.FUTURE if plan else Direction.PAST
        if tags[verb] == "VB":
            above = _verb_above(parse, verb)
            if above >= 0 and parse.deps[verb] in ("conj", "ccomp", "xcomp", "dep", "advcl"):
                verb = above
                continue
            return Direction.UNKNOWN
        break
    return Direction.UNKNOWN


def _infinitive(parse: Parse, verb: int, token: int) -> Direction:
    """Return the direction of "to meet on Monday": ahead, unless it is a past one's purpose."""
    above = _verb_above(parse, verb)
    if above < 0 or above > token:
        return Direction.FUTURE
    past = {"failed", "managed", "began", "started", "continued", "went", "came", "used", "helped", "tried",
            "refused", "rushed", "forced", "gathered", "appeared", "seemed", "turned", "happened"}  # fmt: skip
    return Direction.PAST if parse.lowers[above] in past else Direction.FUTURE


def _past_or_plan(parse: Parse, verb: int) -> Direction:
    return Direction.PAST


def _present(parse: Parse, verb: int) -> Direction:
    if parse.lowers[verb] in load_words("times_telling.txt"):
        return Direction.PAST
    return Direction.FUTURE
