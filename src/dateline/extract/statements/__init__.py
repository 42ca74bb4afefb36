"""Statements: who says what, by which words; and the voices that follow from it.

Codes in `why` beyond the common ones: `unresolved`, a source stands in the text but stands
for nobody that the reading knows. docs/attribution.md tells the rules.
"""

from __future__ import annotations

from dateline.extract.statements import (
    announced,
    choosing,
    freely,
    insertions,
    nouns,
    phrases,
    references,
    refusals,
    relays,
    speech,
    tails,
    turns,
    verbs,
    writing,
)
from dateline.extract.statements.circumstances import Circumstances
from dateline.extract.statements.edges import Marks
from dateline.extract.statements.quotes import find_quotes
from dateline.records.actors import Cast
from dateline.records.parses import Parse
from dateline.records.readings import Place, Statement, Time, Voice
from dateline.records.scopes import Scopes

__all__ = ["find_statements"]

# Reports below this rank rest on an object only; a source at the end of the sentence
# outweighs them.
SURE = 4


def find_statements(
    parse: Parse, actors: Cast, times: tuple[Time, ...], places: tuple[Place, ...]
) -> tuple[tuple[Statement, ...], tuple[Voice, ...], Scopes]:
    """Return the statements of a text, the voices (v0 first), and what each voice says."""
    blocks = [(parse.starts[first], parse.ends[end - 1]) for first, end in parse.paragraphs]
    quotes = find_quotes(parse.text, blocks)
    reports = verbs.find_reports(parse)
    reports += phrases.find_phrases(parse)
    reports += nouns.find_nominal(parse)
    reports += insertions.find_insertions(parse)
    reports += refusals.find_refusals(parse)
    reports += references.find_references(parse)
    reports += turns.find_turns(parse)
    reports += announced.find_announced(parse)
    reports += speech.find_speech(parse, quotes, reports)
    reports += tails.find_tails(parse, {r.verb for r in reports if r.rank > SURE})
    marks = Marks(quotes)
    kept = choosing.choose(parse, reports, marks)
    freely.go_on_freely(parse, kept)
    kept = relays.retell(kept, actors)
    for report in kept:
        relays.find_relays(parse, report, actors)
    return writing.write(parse, kept, marks, actors, Circumstances(times, places))
