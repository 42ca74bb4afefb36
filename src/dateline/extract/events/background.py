"""Background: what a text mentions but does not report as news.

Told by form: a happening that only serves as a point of time years away, an
inquiry that is the source of a statement, a proposal to do something oneself, a
departure, after which nobody has met yet, an offer of nothing, and what "whoever" does.
"""

from __future__ import annotations

from dateline.extract.events.clauses import Clauses
from dateline.extract.events.matches import Match

# Units so long that what lies them away is history: "five years after crowds burned ...".
LONG = frozenset({"year", "years", "decade", "decades", "century", "centuries", "generation",
                  "generations"})  # fmt: skip
POINTS = frozenset({"after", "before", "since"})
REACH = 12
INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe", "inquest", "study", "report",
                       "review", "audit", "examination", "survey"})  # fmt: skip
FINDING = frozenset({"find", "determine", "show", "conclude", "establish", "reveal", "suggest",
                     "indicate", "confirm", "say", "discover", "uncover", "estimate", "note",
                     "cite", "state"})  # fmt: skip
# With an infinitive their subject does it: "proposes to raise the matter".
OWN_PLANS = frozenset({"propose", "plan", "intend", "aim"})


def is_background(clauses: Clauses, match: Match) -> bool:
    """Return whether a trigger is background and no event of its own."""
    return (
        _is_point_of_time(clauses, match.head)
        or _is_source(clauses, match)
        or _is_own_plan(clauses, match)
        or _is_departure(clauses, match)
        or _is_of_nobody(clauses, match)
    )


def _is_point_of_time(clauses: Clauses, head: int, depth: int = 0) -> bool:
    """Return whether `head` stands in "YEARS after ...", PLOVER's mode historical."""
    parse = clauses.parse
    first = max(parse.sentences[parse.sentence_of[head]][0] + 1, head - REACH)
    for token in range(head - 1, first - 1, -1):
        if parse.lowers[token] in POINTS and parse.lowers[token - 1] in LONG:
            return True
        if parse.pos[token] in ("VERB", "PUNCT"):
            break
    if parse.deps[head] == "conj" and parse.heads[head] < head and depth < 3:
        return _is_point_of_time(clauses, parse.heads[head], depth + 1)
    return False


def _is_source(clauses: Clauses, match: Match) -> bool:
    """Return whether an inquiry is but the source of what it found."""
    parse, head = clauses.parse, match.head
    return (
        match.noun
        and match.group.type == "ACCUSE"
        and parse.lemmas[head].lower() in INQUIRIES
        and parse.deps[head] == "nsubj"
        and parse.lemmas[parse.heads[head]] in FINDING
    )


def _is_own_plan(clauses: Clauses, match: Match) -> bool:
    """Return whether somebody proposes what he will do himself: no request."""
    parse, head = clauses.parse, match.head
    if match.group.type != "REQUEST" or match.noun or parse.lemmas[head] not in OWN_PLANS:
        return False
    act = clauses.child(head, "xcomp")
    return act is not None and parse.tags[act] == "VB" and clauses.child(head, "dobj") is None


DEPARTING = frozenset({"leave", "depart"})


def _is_departure(clauses: Clauses, match: Match) -> bool:
    """Return whether somebody only sets out: "left for Paris" is no visit yet."""
    parse, head = clauses.parse, match.head
    return (
        match.group.type == "CONSULT"
        and parse.lemmas[head] in DEPARTING
        and any(parse.lowers[child] == "for" for child in parse.children[head])
    )


def _is_of_nobody(clauses: Clauses, match: Match) -> bool:
    """Return whether "whoever" acts, or nothing is offered: "gave no evidence"."""
    parse, head = clauses.parse, match.head
    if match.noun:
        return False
    subject = clauses.child(head, "nsubj", "nsubjpass")
    if subject is not None and parse.lowers[subject] in ("whoever", "whatever"):
        return True
    given = clauses.child(head, "dobj")
    return (
        match.group.type in ("AGREE", "AID")
        and given is not None
        and any(parse.lowers[child] == "no" for child in parse.children[given])
    )
