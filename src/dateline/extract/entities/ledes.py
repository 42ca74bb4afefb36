"""Headlines and first sentences that call somebody something before they are named.

"Australian woman sues church … Valeska Paris, an Australian woman, …"; "A man was sentenced on
Wednesday. Willie Campbell, 42, …"; "Scientists find … A research team …". Only the first
sentences of a text do this; further on, who is named is somebody else.
"""

from __future__ import annotations

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Character, Reference, may_be_one
from dateline.extract.entities.words import kinds_of, words
from dateline.records.parses import Parse

# Words of a headline at most, and sentences after the opening in which the name comes.
_HEADLINE, _AFTER = 25, 4
# References at the beginning of a text that are looked through.
_FIRST = 60
_INDEFINITE = frozenset({"a", "an"})


def join_ledes(
    parse: Parse, lexicon: Lexicon, latent: list[Character], references: list[Reference]
) -> None:
    """Join nameless characters of the opening with who is named right after it."""
    headline = _headline(parse)
    opening = _opening(parse, headline)
    early = [r for r in references[:_FIRST] if r.character and r.sentence <= opening + _AFTER]
    for character in latent:
        if not character.references:
            continue
        first = character.references[0]
        if first.sentence > opening:
            break
        bare = first.sentence < headline or parse.lowers[first.first] in _INDEFINITE
        if not bare:
            continue
        into = _called_alike(character, early) if first.sentence < headline else None
        into = into or _named_next(lexicon, character, early)
        if into is not None:
            if character.kind == "group" and not into.named:
                # "Scientists", a research team, are people.
                into.kind, into.plural = "group", True
            for reference in character.references:
                into.add(reference)
            character.references = []


def _headline(parse: Parse) -> int:
    """Return how many of the first sentences are a headline: 0 where a text has none."""
    if len(parse.paragraphs) < 2:
        return 0
    first, end = parse.paragraphs[0]
    stops = parse.words[end - 1] in {".", "!", "?", "”", '"'}
    if stops or end - first > _HEADLINE:
        return 0
    return parse.sentence_of[end - 1] + 1


def _opening(parse: Parse, headline: int) -> int:
    """Return the number of the first sentence below the headline and the line of its date."""
    for number in range(headline, min(headline + 3, len(parse.sentences))):
        first, end = parse.sentences[number]
        if any(tag in {"VBD", "VBZ", "VBP", "VBN"} for tag in parse.tags[first:end]):
            return number
    return headline


def _called_alike(character: Character, early: list[Reference]) -> Character | None:
    """Return the first one below a headline that is called by the same noun or its like."""
    first = character.references[0]
    for reference in early:
        other = reference.character
        if other is None or other is character or reference.sentence <= first.sentence:
            continue
        if reference.form != "nominal" or not may_be_one(character, other):
            continue
        if character.plural != other.plural and "organization" not in {character.kind, other.kind}:
            continue
        alike = reference.noun == first.noun or kinds_of(reference.noun) & kinds_of(first.noun)
        if alike and first.noun not in words("anybody"):
            return other
    return None


def _named_next(lexicon: Lexicon, character: Character, early: list[Reference]) -> Character | None:
    """Return the one person who is named after an opening that names none."""
    first = character.references[0]
    if character.kind != "person" or not first.subject or len(first.noun.split()) > 1:
        return None
    named: list[Reference] = []
    for reference in early:
        if reference.form == "name" and reference.kind == "person":
            if reference.sentence <= first.sentence:
                return None
            named.append(reference)
    if not named or named[0].sentence > first.sentence + 2 or not named[0].subject:
        return None
    other = named[0].character
    if other is None or not may_be_one(character, other):
        return None
    trade = lexicon.nouns.get(first.noun)
    callings = [lexicon.nouns.get(noun.rpartition(" ")[2]) for noun in other.nouns]
    sectors = {entry.sector for entry in callings if entry is not None} - {"CVL", None}
    return other if not sectors or (trade is not None and trade.sector in sectors) else None
