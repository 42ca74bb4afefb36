"""Clauses that a cue verb governs, or into which it is set."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Content
from dateline.records.parses import Parse

JOINING = frozenset(
    {"that", "whether", "if", "how", "what", "why", "who", "when", "where", "which"}
)
ASKING = JOINING - {"that", "if"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_clause(
    parse: Parse, verb: int, cue: Cue, head: int | None, *, passive: bool
) -> Content | None:
    """Return the clause that a cue governs, after it or before it.

    `head` is the subject of the cue, which is part of what a passive says of it: "the
    banker is said to have fled".
    """
    # What follows a cue is its content rather than the clause before it.
    for child in sorted(parse.children[verb], key=lambda c: (c < verb, c)):
        dep = parse.deps[child]
        found: Content | None = None
        if dep in ("csubj", "csubjpass") and "s" in cue.frames:
            found = _subject_clause(parse, child)
        elif dep == "xcomp" and _is_to_infinitive(parse, child):
            found = _infinitive(parse, verb, child, cue, head if passive else None)
        elif dep == "ccomp" or (dep == "xcomp" and child > verb):
            found = _finite_clause(parse, verb, child, cue)
        if found is not None:
            return found
    return None


def _subject_clause(parse: Parse, child: int) -> Content | None:
    """Return "*That the road was closed* was admitted"."""
    first, end = parse.subtree(child)
    if parse.lowers[first] in ("that", "whether"):
        return "clause-before", [(first, end)], 8
    return None


def _infinitive(
    parse: Parse, verb: int, child: int, cue: Cue, patient: int | None
) -> Content | None:
    """Return "vowed *to stay*", "urged *them to go*", "*he* is said *to have fled*"."""
    first, end = parse.subtree(child)
    begin = max(first, verb + 1)
    duty = patient is not None and cue.lemma in lexicon.phrases("duties")
    if duty and grammar.agent_of(parse, verb) is None:
        return None
    if patient is not None and cue.frames & {"s", "d", "n", "i"}:
        phrase = grammar.phrase_of(parse, patient, before=verb)
        return "passive-infinitive", [phrase, (begin, end)], 5
    object_ = _object(parse, verb, child)
    if "d" in cue.frames and object_ is not None:
        return "object-infinitive", [(parse.left_edges[object_], end)], 6
    thing = object_ is not None and parse.pos[object_] == "NOUN" and parse.ents[object_] == ""
    if cue.frames >= {"i", "o"} and object_ is not None and thing:
        # "proposed *a fund to pay for it*"; a person is promised something.
        return "object", [(parse.left_edges[object_], end)], 3
    if "i" in cue.frames:
        return "infinitive", [(begin, end)], 6
    return None


def _finite_clause(parse: Parse, verb: int, child: int, cue: Cue) -> Content | None:
    """Return "said *the road was closed*", "*the road was closed*, he said"."""
    if not _may_govern(parse, verb, child, cue):
        return None
    first, end = parse.subtree(child)
    # The parser may hang two clauses of one content on the cue side by side.
    for other in parse.children_by(verb, "ccomp"):
        if other > child and (other > verb) == (child > verb) and other != child:
            end = max(end, parse.right_edges[other] + 1)
    if child > verb:
        begin = _joined_from(parse, verb, max(first, verb + 1))
        # "held them accountable" is no speech: a bare clause needs a finite verb.
        loose = cue.frames & {"n", "d"} or _is_to_infinitive(parse, child)
        loose = loose or _is_gerund(parse, child)
        # "found a quarter favoured a change": the tagger takes the verb for a participle.
        loose = loose or (parse.tags[child] == "VBN" and bool(parse.children_by(child, "nsubj")))
        return ("clause", [(begin, end)], 8) if loose or _is_finite(parse, begin, end) else None
    between = parse.words[child:verb]
    if "s" not in cue.frames or ";" in between or (":" in between and end <= verb):
        return None
    pieces = grammar.subtract((first, end), grammar.own_words(parse, verb, child))
    return ("clause-before", pieces, 8) if pieces else None


def _joined_from(parse: Parse, verb: int, begin: int) -> int:
    """Return where a clause begins that the tree enters at its verb: "said *that* crews sailed"."""
    if parse.tags[begin] not in FINITE:
        return begin
    for token in range(begin - 1, verb, -1):
        if parse.words[token] in grammar.QUOTES or parse.words[token] in (":", ";"):
            break
        if parse.lowers[token] == "that" and parse.tags[token + 1] not in FINITE:
            return token
    return begin


def _may_govern(parse: Parse, verb: int, child: int, cue: Cue) -> bool:
    """Return whether a cue introduces clauses of the form that `child` heads."""
    frames = cue.frames
    if "w" in frames:
        return parse.lowers[max(parse.left_edges[child], verb + 1)] in ASKING
    if parse.tags[child] == "VBG" and _is_apart(parse, verb, child):
        return False
    if not frames & {"s", "g", "n", "d", "it"}:
        return False
    if _is_gerund(parse, child) and "g" not in frames:
        return False
    if _is_to_infinitive(parse, child) and not frames & {"d", "n", "i"}:
        return False
    return "it" not in frames or has_it(parse, verb)


def _is_gerund(parse: Parse, child: int) -> bool:
    return parse.tags[child] == "VBG" and parse.deps[child] == "xcomp"


def _is_apart(parse: Parse, verb: int, child: int) -> bool:
    """Return whether a participle behind a comma tells something beside: "…, writing that"."""
    first = parse.left_edges[child]
    return (
        first > verb + 1
        and parse.words[first - 1] == ","
        and not parse.children_by(child, "nsubj", "aux")
    )


def _is_to_infinitive(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in ("VB", "VBN", "VBG", "JJ", "NN") and grammar.is_infinitive(
        parse, verb
    )


def has_it(parse: Parse, verb: int) -> bool:
    """Return whether a verb has "it" beside its clause: "eyewitnesses have it that …"."""
    return any(parse.lowers[c] == "it" and c > verb for c in parse.children[verb])


def _is_finite(parse: Parse, first: int, end: int) -> bool:
    """Return whether a range holds a finite verb, or quoted words that need none."""
    if parse.lowers[first] in JOINING:
        return True
    return any(
        parse.tags[t] in FINITE
        or parse.words[t] in grammar.QUOTES
        or (parse.tags[t] == "VB" and parse.lowers[t - 1] != "to")
        for t in range(first, end)
    )


def _object(parse: Parse, verb: int, before: int) -> int | None:
    for child in parse.children[verb]:
        if parse.deps[child] in ("dobj", "dative") and verb < child < before:
            return child
    return None


def find_around(parse: Parse, verb: int) -> Content | None:
    """Return the clause that a cue is set into: "the dam, he said, will hold"."""
    dep, host = parse.deps[verb], parse.heads[verb]
    if host == verb:
        return None
    rule = dep
    if dep == "advcl" and _is_as_clause(parse, verb):
        rule = "as"
        while not grammar.is_verb(parse, host) and parse.heads[host] != host:
            host = parse.heads[host]
    elif dep != "parataxis":
        return None
    whole, own = parse.subtree(host), parse.subtree(verb)
    pieces = [p for p in grammar.subtract(whole, own) if grammar.has_words(parse, *p)]
    if len(pieces) == 2 and parse.words[pieces[0][1] - 1] == ":":
        del pieces[0]
    return (rule, pieces, 7) if pieces else None


def _is_as_clause(parse: Parse, verb: int) -> bool:
    """Return whether a clause is "as the mayor said"; "as he read the verdict" tells when."""
    joined = held = False
    for child in parse.children[verb]:
        joined |= parse.lowers[child] == "as" and parse.deps[child] in ("mark", "advmod")
        held |= parse.deps[child] in ("dobj", "ccomp", "xcomp", "acomp") and (
            parse.lowers[child] not in ("it", "this")
        )
    return joined and not held and parse.right_edges[verb] <= verb + 6
