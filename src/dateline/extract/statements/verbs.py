"""Cue verbs: what verbs of saying, showing, holding and wanting introduce, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import (
    clauses,
    grammar,
    lexicon,
    objects,
    ordered,
    shares,
    sources,
    stances,
)
from dateline.extract.statements.lexicon import Cue
from dateline.extract.statements.reports import Content, Range, Report
from dateline.records.parses import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def find_reports(parse: Parse) -> list[Report]:
    """Return what each cue verb of a text introduces, quotations aside."""
    cues = lexicon.verbs()
    found: list[Report] = []
    shared: dict[int, int] = {}
    for token, tag in enumerate(parse.tags):
        if tag not in grammar.VERBAL and not stances.is_misread(parse, token):
            continue
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None or parse.deps[token] in ("amod", "compound", "aux", "auxpass"):
            continue
        if stances.is_attribute(parse, token):
            continue
        cue = with_particle(parse, token, cue, cues)
        if stances.only_passes_on(parse, token) or not stances.takes_a_stand(parse, token, cue):
            continue
        found.extend(_reports_of(parse, token, cue, shared))
    return found


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
    whole = _refused_noun(parse, verb, cue) or _inserted(parse, verb, cue)
    if whole is not None:
        yield whole
        return
    holder = shared.get(verb, verb)
    subject = grammar.subject_of(parse, holder)
    passive = grammar.is_passive(parse, verb)
    if subject is None and not passive and parse.tags[verb] in FINITE:
        low, _ = grammar.sentence_of(parse, verb)
        subject = grammar.subject_over_aside(parse, verb, low)
    found = _content(parse, verb, cue, subject, passive=passive)
    if found is None or (cue.kind in ("say", "show") and stances.is_implied(parse, verb, cue)):
        return
    rule, content, rank = found
    if "clause" in rule:
        content = shares.own_part(parse, verb, holder, content, shared)
    head, source = sources.find_source(parse, holder, subject, passive=passive)
    if head is None and not passive and rule == "clause-before":
        head, source = sources.find_inverted(parse, verb)
    if stances.is_sought(parse, verb, cue, passive=passive, agent=head):
        return
    if not passive and not stances.is_held(parse, verb, cue, head):
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


def _refused_noun(parse: Parse, verb: int, cue: Cue) -> Report | None:
    """Return "…, *allegations* the government denies"."""
    noun = parse.heads[verb]
    if parse.deps[verb] != "relcl" or cue.force not in ("denies", "retracts"):
        return None
    subject = grammar.own_subject(parse, verb)
    plain = subject is not None and parse.lowers[subject] not in grammar.RELATIVES
    if subject is None or not plain or parse.lemmas[noun].lower() not in lexicon.nouns():
        return None
    return Report(
        content=[(parse.left_edges[noun], noun + 1)], rule="say:refused",
        cue=cue_range(parse, verb, cue), source=grammar.phrase_of(parse, subject, before=verb),
        head=subject, force=cue.force, rank=8, verb=verb,
    )  # fmt: skip


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
    # "as reported by the Herald" tells the clause around it; "an attack, claimed by …" does not.
    by = grammar.agent_of(parse, verb)
    reduced = grammar.is_reduced(parse, verb) and (by is None or parse.deps[verb] != "advcl")
    if found is None and not reduced and ("s" in cue.frames or clauses.has_it(parse, verb)):
        found = clauses.find_around(parse, verb)
        if found is not None and not cue.frames & {"s", "it"} and found[0] != "as":
            found = None
    if found is None and passive:
        return objects.find_passive(parse, verb, cue, head)
    return found or objects.find_object(parse, verb, cue)
