"""Carry-over: whose words a quotation is that has no cue beside it.

It goes on with the speech before it where the text says so: it follows the sentence that
tells the quotation before, its paragraph continues an open quotation or is one quotation
under another, the paragraph before ends in a colon, or the sentence before it reports
somebody or is about somebody. Nothing is carried over any other sentence.
"""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Report
from dateline.extract.statements.said import STOPS, Said
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

# A sentence between two quotations is read up to so many tokens.
LONGEST = 120


def is_same_speech(parse: Parse, said: Said, last: Said) -> bool:
    """Return whether a quotation of its own belongs to the statement before it."""
    if last.paragraph == said.paragraph:
        return _adjacent(parse, last, said)
    opens = said.opens == parse.paragraphs[said.paragraph][0]
    return opens and last.paragraph == said.paragraph - 1 and not last.quote.closed


def goes_on(parse: Parse, said: Said, last: Said) -> bool:
    """Return whether a quotation goes on after its teller: "…," he said, "and …"."""
    return (
        last.report is not None
        and last.paragraph == said.paragraph
        and last.closes <= last.report.verb < said.opens
        and parse.words[said.opens - 1] in (",", "-", "–", "—", "--")
        and _adjacent(parse, last, said)
        and not parse.text[said.quote.start].isupper()
    )


def find_carried(
    parse: Parse, said: Said, last: Said | None, by_sentence: dict[int, Report]
) -> Teller | None:
    """Return whose words a quotation without a cue is, where the text before it tells."""
    low, _ = parse.paragraphs[said.paragraph]
    if said.opens == low:
        if last is not None and last.report is not None and is_next_paragraph(parse, said, last):
            return _of(last.report)
        return _announced(parse, said.paragraph - 1) if said.paragraph else None
    before = parse.sentence_of[said.opens - 1]
    first, end = parse.sentences[before]
    if first < low:
        return None
    if last is not None and last.report is not None and last.closes > first:
        return _of(last.report)
    if before in by_sentence:
        return _of(by_sentence[before])
    return _subject(parse, first, end)


def _of(report: Report) -> Teller | None:
    if report.head is None or report.source is None:
        return None
    return Teller(-1, None, report.head, report.source)


def is_next_paragraph(parse: Parse, said: Said, last: Said) -> bool:
    """Return whether a paragraph that is one quotation follows one that closes with speech."""
    return (
        last.paragraph == said.paragraph - 1
        and said.closes >= parse.paragraphs[said.paragraph][1] - 1
        and last.tail >= parse.paragraphs[last.paragraph][1] - 1
    )


def _subject(parse: Parse, first: int, end: int) -> Teller | None:
    """Return whom a sentence is about: "Mr Adu shook his head. “…”"."""
    for token in range(first, min(end, first + LONGEST)):
        verb = parse.heads[token]
        if parse.deps[token] == "nsubj" and parse.deps[verb] == "ROOT":
            moved = parse.tags[token] == "NN" and parse.lemmas[verb] in lexicon.phrases("gestures")
            if parse.ents[token] == "PERSON" or parse.lowers[token] in ("he", "she") or moved:
                return Teller(-1, None, token, grammar.phrase_of(parse, token, before=verb))
            return None
    return None


def _adjacent(parse: Parse, last: Said, said: Said) -> bool:
    """Return whether one sentence at most, the one that tells the first, lies between."""
    if said.opens - last.closes > LONGEST:
        return False
    stops = [t for t in range(last.closes, said.opens) if parse.words[t] in STOPS]
    return not stops or stops[0] >= said.opens - 2


def _announced(parse: Parse, paragraph: int) -> Teller | None:
    """Return the teller of a paragraph that ends in a colon."""
    first, end = parse.paragraphs[paragraph]
    if parse.words[end - 1] != ":":
        return None
    start = end - 1
    while start > first and parse.words[start - 1] not in STOPS:
        start -= 1
    tellers = find_tellers(parse, start, end)
    return tellers[-1] if tellers else None
