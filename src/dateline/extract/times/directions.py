"""Whether the words around a time speak of what was or of what will be.

Weekdays and dates without a year are told in both directions by the same words; the tense
of their clause decides. The tree is often wrong where it hangs times, so that the verb is
looked for along the tree first and then in the neighbourhood.
"""

from __future__ import annotations

from enum import IntEnum

from dateline.extract.times.words import table
from dateline.records.parses import Parse
from dateline.tables import load_words


class Direction(IntEnum):
    """Where a time lies, seen from the day of publication."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


MODALS = frozenset(
    {"will", "shall", "'ll", "wo", "would", "should", "could", "can", "may", "might", "must", "ca"}
)
WAS = frozenset({"was", "were", "did", "had", "been", "'d"})
HAVE = frozenset({"have", "has", "had", "having", "'ve"})
VERBS = frozenset({"VERB", "AUX"})
PREPOSITIONS = frozenset(
    {
        "on",
        "for",
        "by",
        "at",
        "in",
        "until",
        "till",
        "before",
        "from",
        "the",
        "this",
        "early",
        "late",
    }
)
BREAKS = frozenset({";", "--", "—", "–", ":", "(", ")"})
# Words that one clause's plan may stand before its date: "expected to end by Monday".
REACH = 6
CLIMB = 12


def find_direction(parse: Parse, token: int) -> Direction:  # noqa: PLR0911 - one case a return
    """Return the direction of the clause in which the time that ends at `token` stands."""
    first, end = parse.sentences[parse.sentence_of[token]]
    planned = _plan_before(parse, token, first)
    if planned is not Direction.UNKNOWN:
        return planned
    if token + 1 < end and parse.lowers[token + 1] in ("'s", "'"):
        return _of_owner(parse, token)
    verb = _verb_above(parse, token)
    if verb < 0:
        verb = _verb_near(parse, token, first, end)
    if _names_what_follows(parse, token):
        fixture = parse.lemmas[parse.heads[token]] in load_words("times_fixtures.txt")
        return Direction.UNKNOWN if fixture else Direction.PAST
    if verb < 0:
        return Direction.FUTURE if _hides_present(parse, first, token) else Direction.UNKNOWN
    direction = _direction_of(parse, verb)
    if direction is Direction.FUTURE and parse.tags[verb] in ("VBZ", "VBP"):
        if _is_headline(parse, token):
            return Direction.UNKNOWN
        # A present tense is a weak sign: a past tense right before the time beats it, and
        # "since the rising of January 12" says nothing.
        beside = _verb_near(parse, token, max(first, token - CLIMB), token)
        if 0 <= beside < token and parse.tags[beside] == "VBD":
            return Direction.PAST
        if "of" in parse.lowers[max(first, token - 2) : token]:
            return Direction.UNKNOWN
    return direction


def _hides_present(parse: Parse, first: int, token: int) -> bool:
    """Return whether a sentence has a present tense that the tagger took for a noun.

    "Markets open on Monday.": no verb, and a plural before a small word at its root.
    """
    if _is_headline(parse, token):
        return False
    for at in range(first + 1, min(token, first + 8)):
        if parse.tags[at] in ("NN", "JJ") and parse.words[at].islower():
            plural = parse.tags[at - 1] in ("NNS", "NNPS")
            follows = parse.tags[at + 1] in ("IN", "RB", "RP", "TO")
            if plural and follows and parse.heads[at] == at:
                return True
        if parse.tags[at] == "NNS" and parse.tags[at - 1] == "NN" and parse.heads[at] == at:
            # "The booth shuts at eight on Tuesday."
            return parse.words[at].islower() and parse.tags[at + 1] in ("IN", "RB", "RP")
    return False


def _is_headline(parse: Parse, token: int) -> bool:
    """Return whether a time stands in a line that ends without a stop, as headlines do."""
    _, end = parse.paragraphs[parse.paragraph_of[token]]
    last = parse.sentences[parse.sentence_of[token]][1]
    return last >= end and parse.words[end - 1][-1] not in ".!?…\"”’':;)"


def _names_what_follows(parse: Parse, token: int) -> bool:
    """Return whether a month only tells which: "under the June agreement"."""
    head = parse.heads[token]
    return (
        parse.deps[token] in ("compound", "nmod", "amod")
        and head > token
        and parse.pos[head] == "NOUN"
        and parse.lowers[token].rstrip(".") in table("months")
    )


def is_told_as_past(parse: Parse, start: int, end: int) -> bool:
    """Return whether the verb that governs a time, by its offsets, is a plain past tense.

    Plans and reported speech look ahead in the past tense too ("was to open on", "said it
    would"); only a main verb right above the time, without helpers, tells of what was.
    """
    first, stop = parse.tokens_in(start, end)
    if stop <= first or _plan_before(parse, first, parse.sentences[parse.sentence_of[first]][0]):
        return False
    verb = _verb_above(parse, stop - 1)
    if verb < 0 or parse.tags[verb] != "VBD" or abs(verb - first) > CLIMB:
        return False
    if parse.lemmas[verb].lower() in LOOKING_AHEAD:
        return False
    above = parse.heads[first]
    return parse.deps[above] == "prep" or above == verb or parse.heads[above] == verb


# Verbs in the past tense whose time may lie ahead: "set an election for May 9".
LOOKING_AHEAD = frozenset(
    {
        "be", "have", "set", "schedule", "plan", "call", "postpone", "delay", "extend", "announce",
        "say", "give", "order", "expect", "expire", "mean", "fix", "move", "propose", "agree",
        "declare", "offer", "invite", "book", "want", "hope", "cancel", "reschedule", "adjourn",
    }
)  # fmt: skip


def gives_time(parse: Parse, token: int) -> bool:
    """Return whether a deadline is given and not told of: "has given them until Tuesday"."""
    verb = _verb_above(parse, token)
    if verb < 0:
        return False
    words = {parse.lowers[c] for c in parse.children[verb] if c < verb}
    return (
        bool(words & {"has", "have"})
        or parse.lowers[verb] in ("has", "have")
        or parse.lemmas[verb].lower() in GIVING
    )


def is_state(parse: Parse, token: int) -> bool:
    """Return whether what is told at a time is a state: "had debts of ... at the end of 2009"."""
    verb = _verb_above(parse, token)
    return verb >= 0 and parse.lemmas[verb].lower() in STATES


STATES = frozenset(
    {"have", "be", "stand", "total", "amount", "hold", "owe", "own", "number", "employ", "count"}
)
GIVING = frozenset(
    {
        "give", "extend", "grant", "postpone", "delay", "adjourn", "vow", "promise", "order",
        "suspend", "close", "shut", "halt", "ban", "remand", "ground", "cancel", "prolong",
    }
)  # fmt: skip


def _plan_before(parse: Parse, token: int, first: int) -> Direction:
    """Return what a word of planning before the time says: "set for Monday", "due Friday"."""
    strong, weak = load_words("times_plans.txt"), load_words("times_plans_for.txt")
    lowers, tags = parse.lowers, parse.tags
    has_for = "for" in lowers[max(first, token - 3) : token]
    for at in range(token - 1, max(first, token - REACH - 2) - 1, -1):
        word = lowers[at]
        if word in BREAKS or (
            tags[at] in ("VBD", "VBZ") and word not in weak and word not in strong
        ):
            break
        if (word in strong and tags[at] in ("VBN", "JJ", "VBD", "VBG")) or (
            has_for and word in weak
        ):
            before = lowers[max(first, at - 3) : at]
            return (
                Direction.PAST
                if "had" in before or ("been" in before and "has" not in before)
                else Direction.FUTURE
            )
    return Direction.UNKNOWN


def _of_owner(parse: Parse, token: int) -> Direction:
    """Return the direction of "Friday's vote": past, unless a verb says what it will do."""
    noun = parse.heads[token]
    if parse.deps[noun] in ("nsubj", "nsubjpass", "dobj") and parse.pos[parse.heads[noun]] in VERBS:
        verb = parse.heads[noun]
        if any(
            parse.lowers[c] in MODALS and parse.lowers[c] not in ("could", "would", "may", "might")
            for c in parse.children[verb]
        ):
            return Direction.FUTURE
    return Direction.PAST


def _verb_above(parse: Parse, token: int) -> int:
    at = token
    for _ in range(CLIMB):
        if parse.pos[at] in VERBS and at != token:
            return at
        if parse.heads[at] == at:
            return -1
        at = parse.heads[at]
    return -1


def _verb_near(parse: Parse, token: int, first: int, end: int) -> int:
    for at in range(token - 1, max(first, token - 30) - 1, -1):
        if parse.pos[at] in VERBS:
            return at
        if parse.lowers[at] in BREAKS:
            break
    for at in range(token + 1, min(end, token + CLIMB)):
        if parse.pos[at] in VERBS:
            return at
        if parse.lowers[at] in BREAKS:
            break
    return -1


def _direction_of(parse: Parse, verb: int) -> Direction:  # noqa: PLR0911 - one case a return
    """Return the direction of a verb, by its helpers, its form, and the verb above it."""
    for _ in range(6):
        words = {
            parse.lowers[c]
            for c in parse.children[verb]
            if c < verb and parse.deps[c] in ("aux", "auxpass")
        }
        tag = parse.tags[verb]
        if words & MODALS:
            # "may have left": the modal doubts, the perfect tells the time; what "could not"
            # be done is told of the past.
            denied = "could" in words and bool(
                words_before(parse, verb) & {"not", "n't", "neither", "nor"}
            )
            return Direction.PAST if "have" in words or denied else Direction.FUTURE
        if "to" in words:
            if "have" in words:
                return Direction.PAST
            found = _infinitive(parse, verb)
        elif (words & HAVE and tag in ("VBN", "VBD")) or words & WAS or tag == "VBD":
            return Direction.PAST
        elif tag in ("VBZ", "VBP"):
            told = parse.lowers[verb] in load_words("times_telling.txt")
            return Direction.PAST if told else Direction.FUTURE
        elif words & {"is", "are", "'re", "am", "'m", "'s"}:
            return Direction.FUTURE if tag == "VBG" or "being" in words else Direction.UNKNOWN
        elif tag == "VBN":
            return Direction.PAST
        else:
            found = verb if tag in ("VBG", "VB") else -1
        if isinstance(found, Direction):
            return found
        above = _verb_above(parse, verb) if found >= 0 else -1
        if above < 0 or above == verb:
            return Direction.UNKNOWN
        verb = above
    return Direction.UNKNOWN


def words_before(parse: Parse, verb: int) -> set[str]:
    """Return the words of the sentence up to a verb."""
    first, _ = parse.sentences[parse.sentence_of[verb]]
    return set(parse.lowers[max(first, verb - 15) : verb])


def _infinitive(parse: Parse, verb: int) -> Direction | int:
    """Return the direction of "to meet on Monday", or the verb whose direction it shares.

    What is wanted or planned lies ahead; the purpose of a past deed is as past as the deed.
    """
    head = parse.heads[verb]
    if head == verb:
        return Direction.FUTURE
    word = parse.lemmas[head].lower()
    if parse.deps[verb] == "advcl" or word in load_words("times_achieved.txt"):
        return verb
    if parse.deps[verb] in ("acl", "relcl"):
        planned = parse.lowers[head] in load_words("times_plans_for.txt") or word in load_words(
            "times_plans_for.txt"
        )
        return Direction.FUTURE if planned else verb
    return Direction.FUTURE
