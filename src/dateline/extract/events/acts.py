"""Acts done by form: a modal makes a request, a refused future a rejection.

"The EU said Serbia must hand over the files" requests; "the cabinet will not lift the ban"
rejects. No trigger word says so, the auxiliary does.
"""

from __future__ import annotations

from dateline.extract.events.clauses import NOMINAL, Clauses
from dateline.extract.events.lexicon import Group
from dateline.extract.events.matches import Match

SAYING = frozenset(
    {"say", "tell", "state", "add", "insist", "stress", "declare", "announce", "write", "argue",
     "warn", "maintain", "believe", "reiterate", "remark", "note"}
)  # fmt: skip
OBLIGING = frozenset({"must", "should", "ought"})
# What is granted of one's own will: not doing it is refusing it.
GRANTED = frozenset({"CONCEDE", "RETREAT", "AID", "AGREE", "COOPERATE", "SUPPORT"})
VOLITION = frozenset({"will", "would", "wo", "'ll", "shall"})
EMPTY = frozenset({"it", "there", "we", "i", "you", "this", "that", "one"})
STOPPING = frozenset(
    {"stop", "end", "release", "withdraw", "resign", "go", "leave", "step", "quit", "surrender",
     "halt", "free", "cease", "disarm", "pull", "lay", "lift", "hand", "give"}
)  # fmt: skip


def refused(clauses: Clauses, match: Match) -> bool:
    """Return whether a trigger is something granted that its subject will not do."""
    if match.noun or match.group.type not in GRANTED:
        return False
    parse = clauses.parse
    auxiliary = negated = False
    for child in parse.children[match.head]:
        dep, word = parse.deps[child], parse.lowers[child]
        auxiliary = auxiliary or (dep == "aux" and word in VOLITION)
        negated = negated or dep == "neg"
    return auxiliary and negated


def to_rejection(match: Match) -> None:
    """Make a refused grant the rejection it is."""
    match.group = Group("REJECT", "yield", "124")
    match.status = "happened"


WILLING = frozenset({"willing", "ready", "prepared"})


def find_offers(clauses: Clauses, matches: list[Match]) -> list[Match]:
    """Return the agreements that somebody's willingness to do something granted makes."""
    parse = clauses.parse
    kinds = {match.head: match.group.type for match in matches}
    found = []
    for token, word in enumerate(parse.lowers):
        if word not in WILLING or parse.lemmas[parse.heads[token]] != "be":
            continue
        act = next((c for c in parse.children[token] if parse.deps[c] == "xcomp"), None)
        subject = clauses.surface_subject(parse.heads[token])
        if act is None or subject is None or kinds.get(act) not in GRANTED | {"CONSULT"}:
            continue
        if any(parse.deps[c] == "neg" for c in parse.children[parse.heads[token]]):
            continue
        found.append(
            Match(
                head=token,
                first=token,
                end=token + 1,
                group=Group("AGREE", None, "030"),
                demands=0,
                noun=False,
                covered=frozenset({token}),
                score=0.7,
                parties=(subject, act),
                status="happened",
            )
        )
    return found


def find_demands(clauses: Clauses) -> list[Match]:
    """Return the requests that a reported "must" or "should" makes."""
    parse = clauses.parse
    found = []
    for modal, word in enumerate(parse.lowers):
        if word not in OBLIGING or parse.deps[modal] != "aux":
            continue
        verb = parse.heads[modal]
        saying = parse.heads[verb]
        if parse.deps[verb] != "ccomp" or parse.lemmas[saying] not in SAYING:
            continue
        asked, asker = clauses.surface_subject(verb), clauses.surface_subject(saying)
        if asked is None or asker is None or parse.lowers[asked] in EMPTY:
            continue
        if parse.pos[asker] not in NOMINAL or parse.pos[asked] not in NOMINAL:
            continue
        mode = "yield" if parse.lemmas[verb] in STOPPING else "change"
        found.append(
            Match(
                head=modal,
                first=modal,
                end=verb + 1 if modal < verb <= modal + 3 else modal + 1,
                group=Group("REQUEST", mode, "104" if mode == "yield" else "102"),
                demands=0,
                noun=False,
                covered=frozenset({modal}),
                score=0.7,
                parties=(asker, asked),
                status="happened",
            )
        )
    return found
