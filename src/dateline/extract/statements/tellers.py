"""Who tells: the cue and the source in the words beside a quotation.

The parser seldom sees through quotation marks, so the words next to one are read by their
order first ("said the mayor", "the mayor said") and by the tree where it agrees.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.statements import grammar, lexicon, sources
from dateline.extract.statements.reports import Range
from dateline.records.parses import Parse
from dateline.records.readings import Force

SPOKEN = frozenset({"say", "judge", "show", "hold", "know"})
LINKS = frozenset({"AUX", "ADV", "PART"})


@dataclass(frozen=True, slots=True)
class Teller:
    """A cue beside a quotation, and the one it names."""

    verb: int
    cue: Range | None
    head: int
    source: Range
    force: Force = "asserts"


def find_tellers(parse: Parse, first: int, end: int, *, loose: bool = False) -> list[Teller]:
    """Return the tellers between two tokens, in text order.

    With `loose`, the last word may be a cue that the tagger took for a noun.
    """
    found = []
    for token in range(first, end):
        cue = lexicon.verb_cue(parse.lemmas[token], parse.lowers[token])
        if cue is None:
            if parse.lowers[token] == "according" and token + 1 < end:
                teller = _according(parse, token, end)
                if teller is not None:
                    found.append(teller)
            continue
        if (
            parse.tags[token] not in grammar.VERBAL
            and not (
                token == first and cue.kind == "say" and parse.lowers[token] in ("said", "says")
            )
            and not (loose and token >= end - 2 and parse.lowers[token].endswith("s"))
        ):
            continue
        if not cue.frames & {"s", "q"} or cue.kind not in SPOKEN:
            continue
        teller = _teller(parse, token, first, end, cue.force)
        if teller is not None:
            found.append(teller)
    plain = [t for t in found if t.verb < 0 or parse.deps[t.verb] not in ("relcl", "acl", "amod")]
    return plain or found


def _according(parse: Parse, token: int, end: int) -> Teller | None:
    for noun in range(token + 2, end):
        if parse.deps[noun] == "pobj" and parse.heads[noun] == token + 1:
            return Teller(token, (token, token + 2), noun, grammar.phrase_of(parse, noun))
    return None


def _teller(parse: Parse, verb: int, first: int, end: int, force: Force) -> Teller | None:
    head = grammar.subject_of(parse, verb)
    if grammar.is_passive(parse, verb):
        head = grammar.agent_of(parse, verb)
        if head is None and parse.children_by(verb, "auxpass"):
            # "“…,” it is noted in the report"
            head = sources.written_in(parse, verb)
            if head is None:
                return None
    if head is not None and not first <= head < end and parse.tags[verb] != "VBG":
        head = None
    if head is None or parse.tags[head] not in grammar.NOMINAL:
        head = (
            _before(parse, verb, first)
            or _behind(parse, verb, end)
            or grammar.subject_over_aside(parse, verb, first)
        )
    if head is None:
        return None
    if parse.lowers[head] in grammar.RELATIVES and parse.deps[verb] == "relcl":
        noun = parse.heads[verb]
        source = grammar.trim(parse, parse.left_edges[noun], head + 1)
        return Teller(verb, (verb, verb + 1), noun, source, force)
    if head > verb:
        source = grammar.phrase_of(parse, head, after=verb)
        source = (source[0], min(source[1], end))
    else:
        source = grammar.phrase_of(parse, head, before=verb)
        if first <= head:
            source = (max(source[0], first), source[1])
    return Teller(verb, (verb, verb + 1), head, grammar.trim(parse, *source), force)


def _before(parse: Parse, verb: int, first: int) -> int | None:
    """Return the noun right before a verb, over auxiliaries and adverbs."""
    token = verb - 1
    while token >= first and parse.pos[token] in LINKS:
        token -= 1
    if token < first or parse.tags[token] not in grammar.NOMINAL:
        return None
    return _top(parse, token, first, verb)


def _behind(parse: Parse, verb: int, end: int) -> int | None:
    """Return the noun that begins right after an inverted verb: "said *the mayor*"."""
    token = verb + 1
    while token < end and parse.pos[token] == "ADV":
        token += 1
    if token >= end:
        return None
    if parse.tags[token] not in grammar.NOMINAL and parse.pos[token] not in (
        "DET",
        "ADJ",
        "NUM",
        "PRON",
    ):
        return None
    top = _top(parse, token, verb + 1, end)
    return top if parse.tags[top] in grammar.NOMINAL else None


def _top(parse: Parse, token: int, first: int, end: int) -> int:
    """Return the head of the noun phrase around `token` within two tokens."""
    for _ in range(8):
        head = parse.heads[token]
        if head == token or not first <= head < end:
            break
        if parse.deps[token] not in grammar.NAMING and parse.deps[token] not in (
            "prep",
            "pobj",
            "appos",
            "conj",
        ):
            break
        if parse.pos[head] == "VERB":
            break
        token = head
    return token
