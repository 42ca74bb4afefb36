"""Said: one quotation in tokens, with the words around it in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.statements import grammar
from dateline.extract.statements.quotes import Quote
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse

STOPS = frozenset({".", "?", "!", "...", "…", ";"})


@dataclass(slots=True)
class Said:
    """One quotation in tokens.

    `first` and `end` bound its words, `opens` and `closes` its marks, `lead` and `tail` the
    rest of its sentence before and after; `report` is the statement that it is part of.
    """

    quote: Quote
    first: int
    end: int
    lead: int
    opens: int
    closes: int
    tail: int
    paragraph: int
    report: Report | None = None


def find_said(parse: Parse, quotes: list[Quote], *, inner: bool = False) -> list[Said]:
    """Return the quotations of one depth with their surroundings, in text order."""
    outer = [quote for quote in quotes if quote.inner == inner]
    told: list[Said] = []
    for quote in outer:
        first, end = parse.tokens_in(quote.start, quote.end)
        if first >= end:
            continue
        opens = parse.tokens_in(quote.outer_start, quote.start)[0] if quote.opened else first
        opens = min(opens, first)
        closes = max(parse.tokens_in(quote.end, quote.outer_end)[1], end) if quote.closed else end
        told.append(
            Said(quote, first, end, opens, opens, closes, closes, parse.paragraph_of[first])
        )
    for number, said in enumerate(told):
        low, high = parse.paragraphs[said.paragraph]
        before = told[number - 1] if number else None
        after = told[number + 1] if number + 1 < len(told) else None
        if before and before.paragraph == said.paragraph:
            low = before.closes
        if after and after.paragraph == said.paragraph:
            high = after.opens
        lead = said.opens
        while lead > low and parse.words[lead - 1] not in STOPS:
            lead -= 1
        said.lead = lead
        last = parse.paragraph_of[said.end - 1]
        if last != said.paragraph:
            high = parse.paragraphs[last][1]
            if after and after.paragraph == last:
                high = after.opens
        tail = said.closes
        while tail < high and parse.words[tail] not in STOPS:
            tail += 1
        said.tail = tail
    return told


def stands_alone(parse: Parse, said: Said) -> bool:
    """Return whether a quotation is a sentence of its own."""
    if grammar.has_words(parse, said.lead, said.opens):
        return False
    inside = parse.text[said.quote.start : said.quote.end].rstrip()
    if not inside or not (
        inside[0].isupper() or inside[0] in "‘'…[$" or inside[0].isdigit() or inside[0] == "."
    ):
        return False
    ended = inside[-1] in ".?!…—–-,’'" or not said.quote.closed
    within = said.closes < parse.paragraphs[said.paragraph][1]
    after = parse.words[said.closes] if within else "."
    return ended or after in STOPS
