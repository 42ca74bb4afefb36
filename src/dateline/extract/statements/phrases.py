"""Cues that are no verbs: "according to", "in the view of", "reportedly", "is convinced"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.extract.statements import grammar, leading, lexicon
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse


def find_phrases(parse: Parse) -> list[Report]:
    """Return the statements told by prepositions, adverbs and adjectives."""
    adverbs = lexicon.phrases("adverbs")
    adjectives = lexicon.phrases("adjectives") | lexicon.phrases("moods")
    openers = _openers()
    found: list[Report] = []
    for first, end in parse.sentences:
        found.extend(_trusted(parse, first, end))
        found.extend(_as_noun(parse, first, end))
    for token, word in enumerate(parse.lowers):
        if word == "by":
            found.extend(_reckoned(parse, token))
        if word in openers:
            for phrase in openers[word]:
                if parse.lowers[token : token + len(phrase)] == phrase:
                    found.extend(_prepositional(parse, token, token + len(phrase)))
                    break
        elif word in adverbs:
            found.extend(_adverbial(parse, token))
        elif word in adjectives and parse.pos[token] in ("ADJ", "VERB"):
            found.extend(_adjectival(parse, token))
    return found


TRUSTED = frozenset({"believed", "trusted", "credited"})
# Words of a clause that tells about the source behind which it stands.
ABOUT_SOURCE = frozenset({"which", "who", "whose", "where"})


@cache
def _openers() -> dict[str, list[list[str]]]:
    """Return the prepositional cues as lists of words, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in lexicon.phrases("prepositions"):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _prepositional(parse: Parse, first: int, end: int) -> Iterator[Report]:
    low, high = grammar.sentence_of(parse, first)
    noun = _noun_after(parse, end, high)
    if noun is None or _relays(parse, first):
        return
    opens = first == low or not grammar.has_words(parse, low, first)
    led = leading.find_source(parse, end, high) if opens else None
    if led is not None:
        source, own = led.source, (first, led.end)
        if not source[0] <= noun < source[1]:
            noun = led.head
    else:
        source = grammar.phrase_of(parse, noun, after=end - 1)
        source = (max(source[0], end), max(source[1], end + 1))
        source = (source[0], _apposition(parse, source[1], high))
        own = (first, max(source[1], noun + 1))
    host = _host(parse, first)
    whole = parse.subtree(host) if host is not None else (low, high)
    if host is None or parse.heads[host] == host:
        whole = (low, high)
    if whole[0] > own[0] or whole[1] < own[1]:
        whole = (min(whole[0], own[0]), max(whole[1], own[1]))
    # What stands behind a source at the end of a clause tells about the source.
    if first > low + 1 and _rest_is_aside(parse, own[1], whole[1]):
        whole = (whole[0], own[1])
    pieces = [p for p in grammar.subtract(whole, own) if grammar.has_words(parse, *p)]
    if first == low or (first == low + 1 and not grammar.has_words(parse, low, first)):
        pieces = [p for p in pieces if p[0] >= own[1]]
    if pieces:
        yield Report(
            content=pieces, rule="phrase:" + parse.lowers[first], cue=(first, end), source=source,
            head=noun, rank=9 if parse.lowers[first] == "if" else 7, verb=first,
        )  # fmt: skip


def _trusted(parse: Parse, first: int, end: int) -> Iterator[Report]:
    """Yield what "if the ledger is to be believed", "to hear Obi tell it" open."""
    comma = next((t for t in range(first, min(end, first + 20)) if parse.words[t] == ","), None)
    if comma is None or comma - first < 4 or comma + 2 >= end:
        return
    words = parse.lowers[first:comma]
    source: Range | None = None
    if words[0] == "if" and words[-3:-1] == ["to", "be"] and words[-1] in TRUSTED:
        source = first + 1, comma - 4
    elif words[:2] == ["to", "hear"] and words[-2:] == ["tell", "it"]:
        source = first + 2, comma - 2
    if source is None or source[0] >= source[1]:
        return
    yield Report(
        content=[(comma + 1, end)], rule="phrase:trusted", cue=(first, comma), source=source,
        head=source[1] - 1, rank=9, verb=first,
    )  # fmt: skip


def _as_noun(parse: Parse, first: int, end: int) -> Iterator[Report]:
    """Yield what "As the minutes record, …" tells, where the tagger takes the cue for a noun."""
    comma = next((t for t in range(first, min(end, first + 8)) if parse.words[t] == ","), None)
    if comma is None or comma - first < 3 or parse.lowers[first] != "as":
        return
    cue = lexicon.verb_cue(parse.lemmas[comma - 1], parse.lowers[comma - 1])
    nominal = parse.tags[comma - 1] in ("NN", "NNS") and all(
        parse.pos[t] in ("DET", "NOUN", "ADJ", "PROPN") for t in range(first + 1, comma)
    )
    if cue is not None and nominal and cue.kind in ("say", "show") and "s" in cue.frames:
        yield Report(
            content=[(comma + 1, end)], rule="phrase:as", cue=(comma - 1, comma),
            source=(first + 1, comma - 1), head=comma - 2, rank=7, verb=comma - 1,
        )  # fmt: skip


def _relays(parse: Parse, first: int) -> bool:
    """Return whether "citing", "with reference to" names whom a told source relays."""
    if parse.lowers[first] not in ("citing", "quoting", "with"):
        return False
    verb = parse.heads[first]
    cue = lexicon.verb_cue(parse.lemmas[verb], parse.lowers[verb])
    told = cue is not None and cue.kind in ("say", "show") and "s" in cue.frames
    return told and verb != first and grammar.subject_of(parse, verb) is not None


def _apposition(parse: Parse, end: int, high: int) -> int:
    """Return the end of a source with the name behind it: "a doctor, *Ada Obi*, …"."""
    if end + 2 < high and parse.words[end] == ",":
        stop = end + 1
        while stop < high and (parse.ents[stop] == "PERSON" or parse.tags[stop] == "NNP"):
            stop += 1
        named = "PERSON" in parse.ents[end + 1 : stop]
        if named and stop < high and parse.words[stop] in (",", ";", "."):
            return stop
    return end


def _reckoned(parse: Parse, by: int) -> Iterator[Report]:
    """Yield what "by the ministry's count" tells: the clause around it."""
    for noun in parse.children_by(by, "pobj"):
        owners = parse.children_by(noun, "poss")
        if parse.lemmas[noun] not in lexicon.phrases("reckonings") or not owners:
            continue
        host = _host(parse, by)
        whole = parse.subtree(host) if host is not None else grammar.sentence_of(parse, by)
        pieces = [
            p for p in grammar.subtract(whole, (by, noun + 1)) if grammar.has_words(parse, *p)
        ]
        first, end = parse.subtree(owners[0])
        end -= parse.tags[end - 1] == "POS"
        if pieces and first < end:
            yield Report(
                content=pieces, rule="phrase:by", cue=(by, noun + 1), source=(first, end),
                head=owners[0], rank=6, verb=by,
            )  # fmt: skip


def _rest_is_aside(parse: Parse, first: int, end: int) -> bool:
    """Return whether nothing, or only a clause about the source, stands at the end."""
    if not grammar.has_words(parse, first, end):
        return True
    signs = (",", "(", "-", "–", "—", "--")
    return (
        parse.words[first] in signs and first + 1 < end and parse.lowers[first + 1] in ABOUT_SOURCE
    )


def _noun_after(parse: Parse, first: int, end: int) -> int | None:
    """Return the head of the noun phrase that begins at `first`."""
    for token in range(first, min(end, first + 14)):
        if parse.deps[token] in ("pobj", "dobj", "pcomp") and parse.heads[token] < first:
            return token
    for token in range(first, min(end, first + 8)):
        if parse.tags[token] in grammar.NOMINAL and parse.tags[token] not in ("DT", "CD", "PRP$"):
            head = token
            while (
                parse.deps[head] in ("compound", "poss", "nmod")
                and first <= parse.heads[head] < end
            ):
                head = parse.heads[head]
            return head
    return None


def _host(parse: Parse, token: int) -> int | None:
    """Return the verb of the clause that a phrase at `token` belongs to."""
    at = token
    for _ in range(12):
        head = parse.heads[at]
        if head == at:
            return at
        at = head
        if parse.pos[at] in ("VERB", "AUX") and parse.lowers[at] != "according":
            if parse.deps[at] in ("xcomp", "aux", "auxpass", "conj", "acl", "pcomp") or (
                parse.deps[at] in ("advcl", "relcl")
                and parse.right_edges[at] + 1 >= token
                and parse.left_edges[at] > token
            ):
                continue
            return at
    return None


def _adverbial(parse: Parse, token: int) -> Iterator[Report]:
    host = parse.heads[token]
    if parse.pos[host] not in ("VERB", "AUX"):
        return
    while parse.deps[host] in ("aux", "auxpass", "xcomp"):
        host = parse.heads[host]
    first, end = parse.subtree(host)
    for child in parse.children[host]:
        # Another main clause is not covered by the adverb of this one.
        other = parse.deps[child] == "conj" and child > host
        if other and grammar.own_subject(parse, child) is not None:
            end = min(end, parse.left_edges[child])
    pieces = [
        p
        for p in grammar.subtract((first, end), (token, token + 1))
        if grammar.has_words(parse, *p)
    ]
    if pieces and parse.deps[host] != "amod":
        yield Report(
            content=pieces, rule="adverb", cue=(token, token + 1), rank=4, kind="say", verb=token
        )


def _is_about(parse: Parse, token: int, child: int) -> bool:
    """Return whether "worried *about floods*" tells what somebody holds."""
    about = parse.deps[child] == "prep" and parse.lowers[child] in ("about", "of", "over")
    return about and parse.lowers[token] in lexicon.phrases("adjectives")


def _holder(parse: Parse, token: int) -> int | None:
    """Return who is convinced, or sure, of something."""
    verb, dep = parse.heads[token], parse.deps[token]
    if dep in ("acomp", "oprd", "ccomp", "attr") and parse.pos[verb] in ("AUX", "VERB"):
        return grammar.subject_of(parse, verb)
    if parse.pos[token] != "VERB" and dep not in ("advcl", "amod", "ROOT"):
        return None
    holder = grammar.subject_of(parse, token)
    if holder is None and dep == "advcl":
        # "Convinced that the well was dry, the villagers left"
        return grammar.subject_of(parse, verb)
    return holder


def _adjectival(parse: Parse, token: int) -> Iterator[Report]:
    holder = _holder(parse, token)
    if holder is None or parse.lowers[holder] in ("it", "that", "this", "what", "i", "we", "you"):
        return
    for child in parse.children[token]:
        first, end = parse.subtree(child)
        if child < token:
            continue
        if parse.deps[child] in ("ccomp", "acl") or (
            parse.deps[child] == "advcl" and parse.lowers[first] == "that"
        ):
            rule, start = "adjective", first
        elif _is_about(parse, token, child):
            rule, start = "adjective:preposition", child + 1
        else:
            continue
        if start >= end:
            continue
        source = grammar.phrase_of(parse, holder, before=token if holder < token else None)
        yield Report(
            content=[(start, end)], rule=rule, cue=(token, token + 1), source=source,
            head=holder, rank=5 if rule == "adjective" else 2, kind="hold", verb=token,
        )  # fmt: skip
        return
    if parse.deps[token] == "advcl" and parse.lowers[parse.left_edges[token]] == "as":
        # "The attack, as the office is convinced, points to …"
        host = parse.heads[token]
        while parse.pos[host] not in ("VERB", "AUX") and parse.heads[host] != host:
            host = parse.heads[host]
        pieces = [
            p
            for p in grammar.subtract(parse.subtree(host), parse.subtree(token))
            if grammar.has_words(parse, *p)
        ]
        if pieces:
            source = grammar.phrase_of(parse, holder, before=token)
            yield Report(
                content=pieces, rule="adjective:as", cue=(token, token + 1), source=source,
                head=holder, rank=6, kind="hold", verb=token,
            )  # fmt: skip
