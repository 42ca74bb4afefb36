"""Refusals without a verb of refusing: "remained silent on", "gave no interviews".

What is declined is the content: the matter, or the answer that was not given.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse

GIVING = frozenset(
    {"give", "grant", "make", "offer", "issue", "provide", "have", "return", "answer"}
)
KEEPING = frozenset({"remain", "stay", "keep", "fall", "be", "go"})
MATTER = frozenset({"on", "about", "over", "as", "when", "regarding"})


def find_refusals(parse: Parse) -> list[Report]:
    """Return who would not speak, and of what."""
    found: list[Report] = []
    for verb, lemma in enumerate(parse.lemmas):
        if parse.tags[verb] not in grammar.VERBAL:
            continue
        content: Range | None = None
        if lemma in KEEPING:
            content = _silent_on(parse, verb)
        if content is None and lemma in ("discuss", "address", "identify"):
            content = _not_discussed(parse, verb)
        if content is None and lemma in GIVING:
            content = _not_given(parse, verb) or _nothing_to_say(parse, verb)
        if content is not None:
            found.extend(_report(parse, verb, content))
    return found


def _report(parse: Parse, verb: int, content: Range) -> Iterator[Report]:
    head = grammar.subject_of(parse, verb)
    if (
        head is None
        or not grammar.has_words(parse, *content)
        or parse.lowers[head] in ("it", "that")
    ):
        return
    before = verb if head < verb else None
    yield Report(
        content=[content], rule="refusal", cue=(verb, verb + 1),
        source=grammar.phrase_of(parse, head, before=before), head=head, force="declines",
        kind="say", rank=7, verb=verb,
    )  # fmt: skip


def _silent_on(parse: Parse, verb: int) -> Range | None:
    """Return what somebody "stayed silent on"."""
    for child in parse.children_by(verb, "acomp", "oprd", "attr", "dobj", "amod"):
        if parse.lowers[child] not in lexicon.phrases("silent"):
            continue
        for prep in [*parse.children_by(child, "prep"), *parse.children_by(verb, "prep")]:
            end = parse.right_edges[prep] + 1
            if prep > child and parse.lowers[prep] in MATTER and prep + 1 < end:
                return prep + 1, end
    return None


def _not_discussed(parse: Parse, verb: int) -> Range | None:
    """Return what somebody "would not discuss"."""
    modal = any(parse.tags[c] == "MD" for c in parse.children_by(verb, "aux"))
    if not modal or not grammar.is_negated(parse, verb):
        return None
    for child in parse.children_by(verb, "dobj", "ccomp"):
        if child > verb:
            return parse.subtree(child)
    return None


def _not_given(parse: Parse, verb: int) -> Range | None:
    """Return "*no interviews*", "did not return *calls*", "without answering *the question*"."""
    for child in parse.children_by(verb, "dobj"):
        if child < verb or parse.lemmas[child].lower() not in lexicon.phrases("answers"):
            continue
        none = any(parse.lowers[c] == "no" for c in parse.children_by(child, "det"))
        without = parse.lowers[parse.heads[verb]] == "without"
        refused = grammar.is_negated(parse, verb) or without
        asked = parse.lemmas[verb] in ("return", "answer")
        if (none and not asked) or (refused and asked):
            return parse.subtree(child)
    return None


def _nothing_to_say(parse: Parse, verb: int) -> Range | None:
    """Return "had *nothing to say*"."""
    for child in parse.children_by(verb, "dobj"):
        if parse.lowers[child] != "nothing":
            continue
        for telling in [
            *parse.children_by(child, "relcl", "acl"),
            *parse.children_by(verb, "xcomp"),
        ]:
            if parse.lemmas[telling] in lexicon.phrases("adding"):
                return child, max(parse.right_edges[child], parse.right_edges[telling]) + 1
    return None
