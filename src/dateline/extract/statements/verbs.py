"""Indirect speech: what verbs of saying, showing, holding and wanting introduce."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse

CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis")
# Subjects that hold no views of their own.
JOINING = frozenset("that whether if how what why who when where which".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
EMPTY = frozenset({"it", "there", "this", "that", "what"})


def find_reports(parse: Parse) -> list[Report]:
    """Return what each cue verb of a text introduces, quotations aside."""
    cues = lexicon.verbs()
    found: list[Report] = []
    shared: dict[int, int] = {}
    for token, tag in enumerate(parse.tags):
        if tag not in grammar.VERBAL and not _is_misread(parse, token):
            continue
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None or parse.deps[token] in ("amod", "compound", "aux", "auxpass"):
            continue
        cue = with_particle(parse, token, cue, cues)
        found.extend(_reports_of(parse, token, cue, shared))
    return found


def _is_misread(parse: Parse, token: int) -> bool:
    """Return whether a word tagged as a noun has the subject and the clause of a verb."""
    if parse.deps[token] != "ROOT" or parse.tags[token] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    deps = {parse.deps[child] for child in parse.children[token]}
    return "nsubj" in deps and "ccomp" in deps


def with_particle(parse: Parse, verb: int, cue: Cue, cues: dict[str, Cue]) -> Cue:
    """Return the cue of a verb with its particle ("rule out"), where there is one."""
    for child in parse.children[verb]:
        if child > verb and parse.deps[child] in ("prt", "advmod", "prep", "acomp", "oprd"):
            longer = cues.get(f"{cue.lemma} {parse.lowers[child]}")
            if longer is not None:
                return longer
    return cue


def cue_range(parse: Parse, verb: int, cue: Cue) -> Range:
    """Return the tokens of a cue: the verb, with its particle where that follows at once."""
    end = verb + 1
    if " " in cue.lemma and end < len(parse) and parse.lowers[end] == cue.lemma.split()[-1]:
        end += 1
    return verb, end


def _reports_of(
    parse: Parse, verb: int, cue: Cue, shared: dict[int, int]
) -> Iterator[Report]:
    holder = shared.get(verb, verb)
    head = grammar.subject_of(parse, holder)
    passive = grammar.is_passive(parse, verb)
    contents = list(_contents(parse, verb, cue, head, passive=passive))
    if not contents:
        return
    contents = [
        (rule, _own_part(parse, verb, holder, content, shared) if "clause" in rule else content, rank)
        for rule, content, rank in contents
    ]
    source_head, source = _source(parse, holder, head, passive=passive)
    if source_head is None and cue.kind in ("want", "judge", "know") and not passive:
        return
    if not passive and source_head is not None and cue.kind in ("hold", "want", "judge", "know"):
        if parse.lowers[source_head] in EMPTY:
            return
    for rule, content, rank in contents:
        yield Report(
            content=content,
            rule=f"{cue.kind}:{rule}",
            cue=cue_range(parse, verb, cue),
            source=source,
            head=source_head,
            force=cue.force,
            kind=cue.kind,
            rank=rank,
            addressee=_addressee(parse, verb, cue),
            verb=verb,
        )


def _own_part(
    parse: Parse, verb: int, holder: int, content: list[Range], shared: dict[int, int]
) -> list[Range]:
    """Return a content up to where its speaker is told to do something else.

    "She said the road was closed, adding that …", "He said he was sorry and promised …":
    the second cue is the speaker's own, though the parser hangs it into what was said.
    `shared` takes down whose cue it is.
    """
    first, end = content[-1]
    for token in range(max(first + 2, verb + 1), end):
        sign = parse.words[token]
        if sign == ";" and not any(w in grammar.QUOTES for w in parse.words[first:token]):
            return [*content[:-1], (first, token)]
        tag = parse.tags[token]
        if tag not in ("VBG", "VBD", "VBZ") or parse.deps[token] not in ("advcl", "conj"):
            continue
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None or cue.kind not in ("say", "judge", "hold", "want"):
            continue
        before = parse.lowers[token - 1]
        own = [c for c in parse.children[token] if parse.deps[c] in grammar.SUBJECTS]
        if tag == "VBG" and before == "," and not own:
            shared[token] = holder
            return [*content[:-1], (first, token - 1)]
        if tag == parse.tags[holder] != "VBG" and before in ("and", "but") and not own:
            shared[token] = holder
            return [*content[:-1], (first, token - 1)]
        edge = parse.left_edges[token] - 1
        if own and first < edge and parse.lowers[edge] in ("and", "but", "while") and "s" in cue.frames:
            if any(parse.deps[c] == "ccomp" for c in parse.children[token]):
                return [*content[:-1], (first, edge)]
    return content


def _source(
    parse: Parse, verb: int, head: int | None, *, passive: bool
) -> tuple[int | None, Range | None]:
    if passive:
        agent = grammar.agent_of(parse, verb)
        if agent is None:
            agent = _origin(parse, verb)
        return (agent, grammar.phrase_of(parse, agent)) if agent is not None else (None, None)
    if head is None:
        return None, None
    if parse.lowers[head] in grammar.RELATIVES and parse.deps[verb] == "relcl":
        noun = parse.heads[verb]
        first = parse.left_edges[noun]
        return noun, grammar.trim(parse, first, head + 1)
    if parse.deps[verb] == "relcl" and head == parse.heads[verb]:
        return None, None
    before = verb if head < verb else None
    return head, grammar.phrase_of(parse, head, before=before, after=verb if head > verb else -1)


def _origin(parse: Parse, verb: int) -> int | None:
    """Return the noun of "it was learned *from neighbours*"."""
    for child in parse.children[verb]:
        if parse.deps[child] == "prep" and parse.lowers[child] == "from":
            return next(iter(parse.children_by(child, "pobj")), None)
    return None


def _addressee(parse: Parse, verb: int, cue: Cue) -> int | None:
    if not cue.frames & {"t", "d"}:
        return None
    for child in parse.children[verb]:
        if parse.deps[child] in ("dobj", "dative") and child > verb:
            return child
    return None


def _contents(
    parse: Parse, verb: int, cue: Cue, head: int | None, *, passive: bool
) -> Iterator[tuple[str, list[Range], int]]:
    frames = cue.frames
    clause = _clause(parse, verb, cue, head, passive=passive)
    if clause is not None:
        yield clause
        return
    if "s" in frames or _has_it(parse, verb):
        around = _around(parse, verb)
        if around is not None and ("s" in frames or around[0] == "as"):
            yield around
            return
    if passive:
        if head is not None and frames & {"n", "a"} and (tail := _predicate(parse, verb)) is not None:
            yield "passive-complement", [_plain(parse, head, verb), tail], 4
        elif head is not None and "d" in frames:
            for child in parse.children_by(verb, "prep"):
                if parse.lowers[child] in cue.prepositions:
                    tail = (child + 1, parse.right_edges[child] + 1)
                    yield "passive-preposition", [_plain(parse, head, verb), tail], 4
                    break
        return
    yield from _nominal(parse, verb, cue)


def _predicate(parse: Parse, verb: int) -> Range | None:
    """Return the complement of a passive: "were reported *missing in the snow*"."""
    for child in parse.children[verb]:
        if child > verb and (
            parse.deps[child] in ("oprd", "acomp")
            or (parse.deps[child] == "prep" and parse.lowers[child] == "as")
        ):
            return verb + 1, parse.right_edges[verb] + 1
    return None


def _clause(
    parse: Parse, verb: int, cue: Cue, head: int | None, *, passive: bool
) -> tuple[str, list[Range], int] | None:
    """Return the clause that a cue governs, after it or before it."""
    frames = cue.frames
    children = parse.children[verb]
    # What follows a cue is its content rather than the clause before it.
    for child in sorted(children, key=lambda c: (c < verb, c)):
        dep = parse.deps[child]
        first, end = parse.subtree(child)
        if dep in ("csubj", "csubjpass") and "s" in frames and parse.lowers[first] in ("that", "whether"):
            return "clause-before", [(first, end)], 8
        if dep not in ("ccomp", "xcomp"):
            continue
        infinitive = _is_infinitive(parse, child)
        gerund = parse.tags[child] == "VBG" and dep == "xcomp"
        if infinitive and dep == "xcomp":
            if passive and head is not None and frames & {"s", "d", "n", "i"}:
                return "passive-infinitive", [_plain(parse, head, verb), (max(first, verb + 1), end)], 5
            if "d" in frames and (object_ := _object(parse, verb, child)) is not None:
                return "object-infinitive", [(parse.left_edges[object_], end)], 6
            if "i" not in frames:
                continue
            return "infinitive", [(max(first, verb + 1), end)], 6
        if gerund and not frames & {"g"}:
            continue
        if child < verb and dep == "xcomp":
            continue
        if not frames & {"s", "g", "n", "d", "it"}:
            continue
        if infinitive and not frames & {"d", "n"} and "i" not in frames:
            continue
        if "it" in frames and not _has_it(parse, verb):
            continue
        if child > verb:
            begin = max(first, verb + 1)
            if not frames & {"n", "d"} and not infinitive and not gerund and not _is_finite(parse, begin, end):
                continue
            return "clause", [(begin, end)], 8
        if "s" not in frames:
            continue
        if any(parse.words[t] == ";" for t in range(child, verb)):
            continue
        own = grammar.own_words(parse, verb, child)
        pieces = grammar.subtract((first, end), own)
        if pieces:
            return "clause-before", pieces, 8
    return None


def _has_it(parse: Parse, verb: int) -> bool:
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


def _plain(parse: Parse, head: int, before: int) -> Range:
    return grammar.phrase_of(parse, head, before=before)


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] in ("VB", "VBN", "VBG", "JJ", "NN") and any(parse.tags[child] == "TO" for child in parse.children[verb])


def _around(parse: Parse, verb: int) -> tuple[str, list[Range], int] | None:
    """Return the clause that a cue is set into: "the dam, he said, will hold"."""
    dep, host = parse.deps[verb], parse.heads[verb]
    if host == verb:
        return None
    if dep == "parataxis":
        rule = "parataxis"
    elif dep == "advcl" and any(
        parse.lowers[c] == "as" and parse.deps[c] in ("mark", "advmod") for c in parse.children[verb]
    ):
        if any(
            parse.deps[c] in ("dobj", "ccomp", "xcomp", "acomp") and parse.lowers[c] not in ("it", "this")
            for c in parse.children[verb]
        ) or parse.right_edges[verb] > verb + 6:  # fmt: skip
            # "as he read the verdict" tells when, not who says so.
            return None
        rule = "as"
        while not grammar.is_verb(parse, host) and parse.heads[host] != host and parse.pos[host] != "AUX":
            host = parse.heads[host]
    else:
        return None
    whole, own = parse.subtree(host), parse.subtree(verb)
    pieces = [p for p in grammar.subtract(whole, own) if _has_words(parse, p)]
    if not pieces:
        return None
    if len(pieces) == 2 and parse.words[pieces[0][1] - 1] == ":":
        del pieces[0]
    return rule, pieces, 7


def _has_words(parse: Parse, piece: Range) -> bool:
    return any(parse.words[t][0].isalnum() for t in range(*piece))


def _nominal(parse: Parse, verb: int, cue: Cue) -> Iterator[tuple[str, list[Range], int]]:
    """Yield contents that are no clauses: objects and prepositional phrases."""
    frames = cue.frames
    object_: int | None = None
    for child in parse.children[verb]:
        dep = parse.deps[child]
        if child < verb:
            continue
        if dep in ("dobj", "nsubj") and frames & {"o", "a", "n", "d"}:
            first, end = parse.subtree(child)
            tail = _complement(parse, verb, child, cue)
            if tail is not None:
                yield "object-complement", [(first, tail)], 5
                return
            if "o" in frames and dep == "dobj":
                yield "object", [(first, _object_end(parse, verb, child, end))], 3
                return
        if dep in ("dobj", "dative"):
            object_ = child
        if dep == "prep" and parse.lowers[child] in cue.prepositions:
            first, end = parse.subtree(child)
            if cue.lemma in ("appeal", "plead") and parse.lowers[child] in ("to", "with"):
                wider = _with_infinitive(parse, verb, child, end)
                if wider == end:
                    continue
            begin = child + 1 if object_ is None else parse.left_edges[object_]
            yield "preposition", [(begin, _with_infinitive(parse, verb, child, end))], 3
            return
        if dep in ("oprd", "acomp") and "n" in frames and parse.deps[verb] not in ("acl", "relcl"):
            yield "complement", [(verb + 1, parse.right_edges[child] + 1)], 3
            return


# Words that begin a part of the sentence about the act of telling, not about what is told.
TELLING = frozenset({"in", "at", "on", "during", "after", "before", "since", "when", "while", "by"})


def _object_end(parse: Parse, verb: int, object_: int, end: int) -> int:
    """Return where what is said of an object ends: "praised the crew *for its calm*"."""
    for token in range(object_ + 1, end):
        if parse.words[token] == "," and token + 1 < end and parse.lowers[token + 1] in ("which", "who"):
            return token
    for child in parse.children[verb]:
        if child < end or parse.deps[child] not in ("prep", "advcl", "xcomp", "dative"):
            continue
        first = parse.left_edges[child]
        if first != end or parse.lowers[first] in TELLING or parse.ents[first + 1 : first + 2] == ["DATE"]:
            break
        end = parse.right_edges[child] + 1
    return end


def _with_infinitive(parse: Parse, verb: int, preposition: int, end: int) -> int:
    """Return the end of "called on *both sides to open the road*"."""
    for child in parse.children[verb]:
        if child >= end and parse.deps[child] in ("xcomp", "advcl") and _is_infinitive(parse, child):
            if parse.left_edges[child] == end:
                return parse.right_edges[child] + 1
    for token in range(preposition + 1, end):
        if parse.words[token] == "," and token + 1 < end and (
            parse.lowers[token + 1] in ("which", "who") or parse.deps[parse.heads[token + 1]] == "appos"
        ):
            return token
    return end


def _complement(parse: Parse, verb: int, object_: int, cue: Cue) -> int | None:
    """Return where the complement of an object ends: "called the war *a debt*"."""
    for child in parse.children[verb]:
        if child <= object_:
            continue
        dep = parse.deps[child]
        if "n" in cue.frames and dep in ("oprd", "acomp", "xcomp", "ccomp", "advcl"):
            return parse.right_edges[child] + 1
        if "a" in cue.frames and dep == "prep" and parse.lowers[child] == "as":
            return parse.right_edges[child] + 1
        if "d" in cue.frames and dep == "prep" and parse.lowers[child] in cue.prepositions:
            return parse.right_edges[child] + 1
    return None
