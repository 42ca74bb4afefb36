"""Cue verbs: what verbs of saying, showing, holding and wanting introduce, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import clauses, datelines, grammar, lexicon, objects, ordered
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Content, Range, Report
from dateline.records.parses import Parse

# Subjects that hold no views of their own.
EMPTY = frozenset({"it", "there", "this", "that", "what"})
ASKING = frozenset({"what", "whether", "if", "how", "why", "who", "where", "when", "which"})
TIMES = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TENSED = frozenset({"VBG", "VBD", "VBZ"})
# Kinds of cue that are nothing without somebody who has them.
OF_A_MIND = frozenset({"hold", "want", "judge", "know"})


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
        if _only_passes_on(parse, token) or not _takes_a_stand(parse, token, cue):
            continue
        found.extend(_reports_of(parse, token, cue, shared))
    return found


def _is_misread(parse: Parse, token: int) -> bool:
    """Return whether a word tagged as a noun has the subject and the clause of a verb."""
    if parse.deps[token] != "ROOT" or parse.tags[token] not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    deps = {parse.deps[child] for child in parse.children[token]}
    return "nsubj" in deps and "ccomp" in deps


def _only_passes_on(parse: Parse, verb: int) -> bool:
    """Return whether "citing" names the source of what another cue tells."""
    if parse.lowers[verb] not in ("citing", "quoting") or parse.deps[verb] != "advcl":
        return False
    if parse.children_by(verb, "ccomp"):
        # "said, citing the ministry, that …": the clause hangs on "citing" in the tree.
        return False
    cue = lexicon.verb_cue(parse.lemmas[parse.heads[verb]], parse.lowers[parse.heads[verb]])
    return cue is not None and cue.kind in ("say", "show")


def _takes_a_stand(parse: Parse, verb: int, cue: Cue) -> bool:
    """Return False for help that is given, not a stand that is taken: "will support troops"."""
    if cue.lemma not in ("support", "promote"):
        return True
    if parse.tags[verb] not in ("VBZ", "VBP", "VBD") or parse.children_by(verb, "aux"):
        return False
    subject = grammar.subject_of(parse, verb)
    if subject is None or parse.tags[subject] == "NN":
        return False
    return parse.ents[subject] != "ORG"


def _is_sought(parse: Parse, verb: int, cue: Cue, *, passive: bool, agent: int | None) -> bool:
    """Return whether something is still asked: "to find out what happened", "is not known"."""
    if cue.kind not in ("show", "know"):
        return False
    if passive and agent is None and cue.kind == "know":
        return True
    return grammar.is_infinitive(parse, verb) and any(
        word in ASKING for word in parse.lowers[verb + 1 : verb + 3]
    )


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


def _reports_of(parse: Parse, verb: int, cue: Cue, shared: dict[int, int]) -> Iterator[Report]:
    inserted = _inserted(parse, verb, cue)
    if inserted is not None:
        yield inserted
        return
    holder = shared.get(verb, verb)
    subject = grammar.subject_of(parse, holder)
    passive = grammar.is_passive(parse, verb)
    if subject is None and not passive and parse.tags[verb] in FINITE:
        low, _ = grammar.sentence_of(parse, verb)
        subject = grammar.subject_over_aside(parse, verb, low)
    found = _content(parse, verb, cue, subject, passive=passive)
    if found is None:
        return
    rule, content, rank = found
    if "clause" in rule:
        content = _own_part(parse, verb, holder, content, shared)
    head, source = _source(parse, holder, subject, passive=passive)
    if head is None and not passive and rule == "clause-before":
        head, source = _inverted(parse, verb)
    if _is_sought(parse, verb, cue, passive=passive, agent=head):
        return
    if not passive and cue.kind in OF_A_MIND:
        if head is None and cue.kind != "hold":
            return
        if head is not None and parse.lowers[head] in EMPTY:
            return
    yield Report(
        content=content,
        rule=f"{cue.kind}:{rule}",
        cue=cue_range(parse, verb, cue),
        source=source,
        head=head,
        force=cue.force,
        kind=cue.kind,
        rank=rank,
        addressee=_addressee(parse, verb, cue),
        verb=verb,
    )


def _inserted(parse: Parse, verb: int, cue: Cue) -> Report | None:
    """Return what "…, writes the essayist Ada Obi, …" tells: the sentence around it.

    The parser takes the one named behind such a verb for its object.
    """
    low, high = grammar.sentence_of(parse, verb)
    told = cue.kind == "say" and "s" in cue.frames and parse.tags[verb] in ("VBZ", "VBD")
    if not told or verb - low < 2 or parse.words[verb - 1] != ",":
        return None
    for child in parse.children_by(verb, "dobj"):
        first, end = parse.subtree(child)
        if first != verb + 1 or end >= high or "PERSON" not in parse.ents[first:end]:
            continue
        last = parse.words[end] == "." or end >= high - 1
        if not last and parse.words[end] != ",":
            continue
        pieces = [(low, verb - 1)] if last else [(low, verb - 1), (end + 1, high)]
        return Report(
            content=pieces, rule="say:inserted", cue=cue_range(parse, verb, cue),
            source=grammar.phrase_of(parse, child, after=verb), head=child, force=cue.force,
            rank=8, verb=verb,
        )  # fmt: skip
    return None


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
        if parse.words[token] == ";" and not grammar.has_quote(parse, first, token):
            return [*content[:-1], (first, token)]
        if parse.deps[token] not in ("advcl", "conj") or parse.tags[token] not in TENSED:
            continue
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None or cue.kind not in ("say", "judge", "hold", "want"):
            continue
        if parse.children_by(token, *grammar.SUBJECTS):
            edge = parse.left_edges[token] - 1
            joined = first < edge and parse.lowers[edge] in ("and", "but", "while")
            if joined and "s" in cue.frames and parse.children_by(token, "ccomp"):
                return [*content[:-1], (first, edge)]
        elif _is_own(parse, token, holder):
            shared[token] = holder
            return [*content[:-1], (first, token - 1)]
    return content


def _is_own(parse: Parse, verb: int, holder: int) -> bool:
    """Return whether a second cue without a subject belongs to who says the first."""
    before = parse.lowers[verb - 1]
    if parse.tags[verb] == "VBG":
        return before == ","
    return parse.tags[verb] == parse.tags[holder] and before in ("and", "but")


def _source(
    parse: Parse, verb: int, head: int | None, *, passive: bool
) -> tuple[int | None, Range | None]:
    if passive:
        agent = grammar.agent_of(parse, verb)
        if agent is None:
            agent = _origin(parse, verb)
        if agent is None and parse.lemmas[parse.heads[verb]] == "let":
            # "The ministry let it be known that …"
            agent = grammar.own_subject(parse, parse.heads[verb])
        return (agent, grammar.phrase_of(parse, agent)) if agent is not None else (None, None)
    if head is None:
        return None, None
    head = datelines.named_after(parse, head)
    if parse.lowers[head] in grammar.RELATIVES and parse.deps[verb] == "relcl":
        noun = parse.heads[verb]
        first = parse.left_edges[noun]
        return noun, grammar.trim(parse, first, head + 1)
    if parse.deps[verb] == "relcl" and head == parse.heads[verb]:
        return None, None
    before = verb if head < verb else None
    return head, grammar.phrase_of(parse, head, before=before, after=verb if head > verb else -1)


def _inverted(parse: Parse, verb: int) -> tuple[int | None, Range | None]:
    """Return who stands behind a cue: "…, ruled *the magistrate*"."""
    for child in parse.children_by(verb, "dobj", "attr", "oprd", "npadvmod", "dep"):
        # A time stands there too: "…, it said Monday".
        close = child > verb and parse.left_edges[child] == verb + 1
        if close and parse.tags[child] in grammar.NOMINAL and parse.ents[child] not in TIMES:
            return child, grammar.phrase_of(parse, child, after=verb)
    return None, None


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


def _content(
    parse: Parse, verb: int, cue: Cue, head: int | None, *, passive: bool
) -> Content | None:
    """Return what a cue introduces: a clause, else an object or what stands for one."""
    found = clauses.find_clause(parse, verb, cue, head, passive=passive)
    if found is None and "s" in cue.frames and not passive:
        found = ordered.find_ordered(parse, verb, cue)
    if found is None and ("s" in cue.frames or clauses.has_it(parse, verb)):
        found = clauses.find_around(parse, verb)
        if found is not None and "s" not in cue.frames and found[0] != "as":
            found = None
    if found is None and passive:
        return objects.find_passive(parse, verb, cue, head)
    return found or objects.find_object(parse, verb, cue)
