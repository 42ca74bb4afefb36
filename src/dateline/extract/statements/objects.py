"""Contents that are no clauses: objects, their complements, prepositional phrases."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon, topics
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Content, Range
from dateline.records.parses import Parse

# These take a sum and a number behind it; "raised two children" is no count.
SUMS = frozenset({"put", "raise", "revise", "lower", "list", "estimate"})
ASKING = frozenset({"whether", "why", "how", "who", "what", "when", "where", "if"})
TIMES = frozenset({"DATE", "TIME"})
# Words that begin a part of the sentence about the act of telling, not about what is told.
TELLING = frozenset({"in", "at", "on", "during", "after", "before", "since", "when", "while", "by"})


def find_object(parse: Parse, verb: int, cue: Cue) -> Content | None:
    """Return the content of a cue that governs no clause: "called for calm"."""
    object_: int | None = None
    early = _as_before(parse, verb) if "a" in cue.frames else None
    if early is not None:
        return early
    for child in parse.children[verb]:
        if child < verb:
            continue
        dep = parse.deps[child]
        found: Content | None = None
        if dep in ("dobj", "nsubj"):
            found = _counted(parse, verb, child, cue) or _object_of(parse, verb, child, cue)
        elif dep == "prep" and parse.lowers[child] in cue.prepositions:
            found = _phrase_of(parse, verb, child, cue, object_)
        elif (
            dep in ("oprd", "acomp")
            and "n" in cue.frames
            and parse.deps[verb] not in ("acl", "relcl")
            and grammar.own_subject(parse, verb) is not None
        ):
            found = "complement", [(verb + 1, parse.right_edges[child] + 1)], 3
        if found is not None:
            return found
        if dep in ("dobj", "dative"):
            object_ = child
    return None


def _judged(parse: Parse, object_: int) -> int | None:
    """Return the end of "called the charges *unfounded*", a word behind its noun in the tree."""
    for child in parse.children_by(object_, "amod", "acl"):
        bare = parse.tags[child] in ("JJ", "VBN") and parse.left_edges[child] == object_ + 1
        if child > object_ and bare and not parse.children_by(child, "nsubj", "mark"):
            return parse.right_edges[child] + 1
    return None


def _as_before(parse: Parse, verb: int) -> Content | None:
    """Return "dismissed *as “a fantasy” a report that …*"."""
    children = parse.children_by(verb, "prep", "dobj", "prt", "advmod")
    behind = next((child for child in children if child > verb), None)
    if behind is None or behind != verb + 1 or parse.lowers[behind] != "as":
        return None
    end = parse.right_edges[verb] + 1
    return ("object-complement", [(behind, end)], 5) if behind + 1 < end else None


def _object_of(parse: Parse, verb: int, child: int, cue: Cue) -> Content | None:
    """Return "announced *job cuts*", "called *the war a debt*"."""
    first, end = parse.subtree(child)
    if "n" in cue.frames and (judged := _judged(parse, child)) is not None:
        return "object-complement", [(first, judged)], 5
    if cue.frames & {"a", "n", "d"} and (tail := _complement(parse, verb, child, cue)) is not None:
        return "object-complement", [(first, tail)], 5
    claim = _claimed_in(parse, child, verb)
    if claim is not None and "o" in cue.frames and cue.kind == "say":
        return "clause", [claim], 6
    told = "o" in cue.frames or ("O" in cue.frames and _is_document(parse, verb))
    if told and parse.deps[child] == "dobj" and not topics.is_empty(parse, verb, child, cue):
        return "object", [(first, _object_end(parse, verb, child, end))], 3
    return None


def _claimed_in(parse: Parse, object_: int, verb: int) -> Range | None:
    """Return the clause of "voiced anger *that the road was closed*"."""
    if parse.lemmas[verb] not in lexicon.phrases("voicing"):
        return None
    for child in parse.children_by(object_, "acl", "ccomp"):
        first, end = parse.subtree(child)
        if parse.lowers[first] == "that" and first > object_:
            return first, end
    return None


def _counted(parse: Parse, verb: int, child: int, cue: Cue) -> Content | None:
    """Return "put *the toll at 12*", "counted *nine bodies*"."""
    if "N" not in cue.frames:
        return None
    first, end = parse.subtree(child)
    others = parse.children_by(verb, "prep")
    for way in parse.children_by(verb, "advmod", "prt"):
        # In "revised growth down to 2 %" the sum hangs on "down".
        others = [*others, *parse.children_by(way, "prep")]
    for other in others:
        if other > child and parse.lowers[other] in ("at", "to"):
            stop = parse.right_edges[other] + 1
            if "CD" in parse.tags[other:stop]:
                return "object-number", [(first, stop)], 5
    if cue.lemma in SUMS or "CD" not in parse.tags[first:end]:
        return None
    return "object-number", [(first, _object_end(parse, verb, child, end))], 4


def _is_document(parse: Parse, verb: int) -> bool:
    """Return whether the subject of a verb is a poll, a study, a record."""
    subject = grammar.subject_of(parse, verb)
    return subject is not None and parse.lemmas[subject].lower() in lexicon.phrases("documents")


def _phrase_of(
    parse: Parse, verb: int, preposition: int, cue: Cue, object_: int | None
) -> Content | None:
    """Return "called for *calm*", "warned *them of floods*"."""
    if cue.lemma == "refer":
        # "referred to *him as a clown*"; "referred to the budget" tells a topic only.
        hung = [*parse.children_by(verb, "prep")]
        for noun in parse.children_by(preposition, "pobj"):
            hung += parse.children_by(noun, "prep")
        named = [c for c in hung if parse.lowers[c] == "as"]
        if named and named[0] > preposition:
            return "preposition", [(preposition + 1, parse.right_edges[named[0]] + 1)], 5
        return None
    if cue.lemma == "respond" and not grammar.is_negated(parse, verb):
        return None
    if topics.is_topic(parse, verb, preposition, cue):
        return None
    end = parse.right_edges[preposition] + 1
    wider = _with_infinitive(parse, verb, preposition, end)
    to_whom = cue.lemma in ("appeal", "plead") and parse.lowers[preposition] in ("to", "with")
    if to_whom and wider == end:
        # "appealed to voters" alone says nothing.
        return None
    begin = preposition + 1 if object_ is None else parse.left_edges[object_]
    return ("preposition", [(begin, wider)], 3) if begin < wider else None


def find_passive(parse: Parse, verb: int, cue: Cue, head: int | None) -> Content | None:
    """Return what a passive says of its subject: "*four* were reported *missing*"."""
    if head is None or grammar.is_reduced(parse, verb):
        return _owned(parse, verb, cue, head) or _questioned(parse, verb, cue)
    phrase = grammar.phrase_of(parse, head, before=verb)
    if cue.frames & {"n", "a"} and (tail := _predicate(parse, verb)) is not None:
        if _is_naming(parse, verb, cue, tail):
            return None
        relative = parse.tags[head] in ("WP", "WDT")
        return "passive-complement", [tail] if relative else [phrase, tail], 4
    if (
        "o" in cue.frames
        and cue.kind in ("say", "judge")
        and grammar.agent_of(parse, verb) is not None
    ):
        return "passive-object", [phrase], 3
    if "d" in cue.frames:
        for child in parse.children_by(verb, "prep"):
            end = parse.right_edges[child] + 1
            if parse.lowers[child] in cue.prepositions and child + 1 < end:
                return "passive-preposition", [phrase, (child + 1, end)], 4
    return None


def _is_naming(parse: Parse, verb: int, cue: Cue, tail: Range) -> bool:
    """Return whether something only bears a name: "a feature called FaceTime"."""
    if cue.lemma not in lexicon.phrases("naming") or grammar.agent_of(parse, verb) is not None:
        return False
    return parse.pos[tail[1] - 1] == "PROPN" or parse.pos[tail[0]] == "PROPN"


def _owned(parse: Parse, verb: int, cue: Cue, head: int | None) -> Content | None:
    """Return "*two attacks*, also claimed by the militia, …"."""
    if head is None or cue.lemma not in ("claim", "deny") or parse.deps[verb] == "ROOT":
        return None
    if grammar.agent_of(parse, verb) is None:
        return None
    return "passive-object", [parse.base_phrase(head)], 3


def _questioned(parse: Parse, verb: int, cue: Cue) -> Content | None:
    """Return "questioned by the senator on *whether the bridge was tested*"."""
    if cue.force != "asks" or grammar.agent_of(parse, verb) is None:
        return None
    for child in parse.children_by(verb, "prep"):
        end = parse.right_edges[child] + 1
        if child + 2 < end and parse.lowers[child + 1] in ASKING:
            return "clause", [(child + 1, end)], 6
    return None


def _object_end(parse: Parse, verb: int, object_: int, end: int) -> int:
    """Return where what is said of an object ends: "praised the crew *for its calm*"."""
    for token in range(object_ + 1, end):
        if (
            parse.words[token] == ","
            and token + 1 < end
            and parse.lowers[token + 1] in ("which", "who")
        ):
            return token
    for child in parse.children[verb]:
        if child < end or parse.deps[child] not in ("prep", "advcl", "xcomp", "dative"):
            continue
        first = parse.left_edges[child]
        if (
            first != end
            or parse.lowers[first] in TELLING
            or parse.ents[first + 1 : first + 2] == ["DATE"]
        ):
            break
        end = parse.right_edges[child] + 1
    return end


def _with_infinitive(parse: Parse, verb: int, preposition: int, end: int) -> int:
    """Return the end of "called on *both sides to open the road*"."""
    for child in parse.children[verb]:
        if (
            child >= end
            and parse.deps[child] in ("xcomp", "advcl")
            and grammar.is_infinitive(parse, child)
        ) and all(parse.ents[t] in TIMES for t in range(end, parse.left_edges[child])):
            return parse.right_edges[child] + 1
    for token in range(preposition + 1, end):
        if (
            parse.words[token] == ","
            and token + 1 < end
            and (
                parse.lowers[token + 1] in ("which", "who")
                or parse.deps[parse.heads[token + 1]] == "appos"
            )
        ):
            return token
    return end


def _complement(parse: Parse, verb: int, object_: int, cue: Cue) -> int | None:
    """Return where the complement of an object ends: "called the war *a debt*"."""
    if "a" in cue.frames and "o" not in cue.frames and "n" not in cue.frames:
        # "described the cases as involving two deaths": "as" hangs on the object in the tree.
        for child in parse.children_by(object_, "prep"):
            if parse.lowers[child] == "as":
                return parse.right_edges[child] + 1
    for child in parse.children[verb]:
        if child <= object_:
            continue
        dep = parse.deps[child]
        if parse.tags[child] == "VBD" and dep == "advcl":
            # "called his lawyer, called his wife"
            return None
        if "n" in cue.frames and dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl"):
            return parse.right_edges[child] + 1
        if "a" in cue.frames and dep == "prep" and parse.lowers[child] == "as":
            return parse.right_edges[child] + 1
        if "d" in cue.frames and dep == "prep" and parse.lowers[child] in cue.prepositions:
            return parse.right_edges[child] + 1
    return None


def _predicate(parse: Parse, verb: int) -> Range | None:
    """Return the complement of a passive: "were reported *missing in the snow*"."""
    for child in parse.children[verb]:
        if child > verb and (
            parse.deps[child] in ("oprd", "acomp")
            or (parse.deps[child] == "prep" and parse.lowers[child] == "as")
        ):
            return verb + 1, parse.right_edges[verb] + 1
    return None
