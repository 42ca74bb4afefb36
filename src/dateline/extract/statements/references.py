"""Statements told after the fact: "This opinion was expressed by the president"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse


def find_references(parse: Parse) -> list[Report]:
    """Return the sentences that the next one hands to a speaker."""
    found: list[Report] = []
    for number, (first, _) in enumerate(parse.sentences):
        if parse.lowers[first] in ("this", "that", "these", "it", "so"):
            found.extend(_handed(parse, number))
    return found


def _handed(parse: Parse, number: int) -> Iterator[Report]:
    first, end = parse.sentences[number]
    if number == 0 or parse.paragraph_of[first] != parse.paragraph_of[first - 1]:
        return
    noun = first + 1 if first + 1 < end else first
    if parse.tags[noun] in ("NN", "NNS") and parse.lemmas[noun] not in lexicon.nouns():
        return
    for verb in range(first, min(end, first + 8)):
        if parse.lemmas[verb] in lexicon.phrases("handing") and grammar.is_passive(parse, verb):
            agent = grammar.agent_of(parse, verb)
            if agent is not None and grammar.subject_of(parse, verb) in (first, noun):
                yield Report(
                    content=[parse.sentences[number - 1]], rule="reference", cue=(verb, verb + 1),
                    source=grammar.phrase_of(parse, agent), head=agent, rank=7, verb=verb,
                )  # fmt: skip
            return
