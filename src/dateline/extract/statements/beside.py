"""Who tells a quotation, by the words beside it in its sentence."""

from __future__ import annotations

from dateline.extract.statements import grammar, lexicon
from dateline.extract.statements.said import Said
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

PAUSES = tuple(",?!…-–—")
FINAL_SIGNS = tuple(",.?!…")
DASHES = frozenset({"-", "–", "—", "―", "--"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A signature under a quotation is no longer than this, in tokens.
LONGEST_NAME = 8
# The name of a work has no more words, and its words of so many letters have capitals.
LONGEST_TITLE, LONG_WORD = 9, 3


def find_trailing(parse: Parse, said: Said) -> Teller | None:
    """Return the teller after a quotation: "…," said the mayor."""
    if said.closes >= said.tail or is_title(parse, said):
        return None
    tellers = find_tellers(parse, said.closes, said.tail)
    if not tellers:
        return _signature(parse, said) or _answered(parse, said)
    teller = tellers[0]
    near = min(teller.verb, teller.head)
    if not _is_joined(parse, said, near):
        return None
    # Between a quotation and its teller there is no other clause.
    between = range(said.closes, max(said.closes, near))
    if any(parse.tags[t] in FINITE for t in between) and parse.lowers[said.closes] != "as":
        return None
    return None if _tells_beside(parse, said, teller) else teller


def _tells_beside(parse: Parse, said: Said, teller: Teller) -> bool:
    """Return whether a verb behind a quotation is not its own: "…”, highlighting the risk"."""
    if teller.verb < 0:
        return False
    if parse.tags[teller.verb] != "VBG":
        return teller.head < said.first
    before = find_leading(parse, said) if said.opens > said.lead else None
    return before is not None and before.verb >= said.opens - 2


def _is_joined(parse: Parse, said: Said, near: int) -> bool:
    """Return whether the words after a quotation go on with its sentence.

    A comma or another pause does it; without one, the teller has to follow at once.
    """
    inside = parse.text[said.quote.start : said.quote.end].rstrip()
    following = parse.words[said.closes]
    if inside.endswith(PAUSES) or following == "," or following in DASHES:
        return True
    if near > said.closes + 2:
        return False
    if inside.endswith("."):
        return following[:1].islower()
    lower = following[:1].islower() or following.lower() in ("he", "she", "they")
    return lower and is_speech(inside)


def _signature(parse: Parse, said: Said) -> Teller | None:
    """Return the name that stands under a quotation behind a dash: "… it." — Ada Obi."""
    first, end = said.closes + 1, said.tail
    if parse.words[said.closes] not in DASHES or not 0 < end - first <= LONGEST_NAME:
        return None
    if end < parse.paragraphs[said.paragraph][1] - 1 or parse.pos[first] != "PROPN":
        return None
    head = first
    while first <= parse.heads[head] < end and parse.heads[head] != head:
        head = parse.heads[head]
    return Teller(said.closes, None, head, grammar.trim(parse, first, end))


def _answered(parse: Parse, said: Said) -> Teller | None:
    """Return whose "“…” was the answer of the colonel" is."""
    if parse.lemmas[said.closes] != "be":
        return None
    for noun in range(said.closes + 1, min(said.tail, said.closes + 5)):
        if parse.lemmas[noun] not in lexicon.phrases("replies"):
            continue
        owners = parse.children_by(noun, "poss")
        for prep in parse.children_by(noun, "prep"):
            if parse.lowers[prep] in ("of", "from"):
                owners += parse.children_by(prep, "pobj")
        if owners:
            first, end = grammar.phrase_of(parse, owners[0])
            end -= parse.tags[end - 1] == "POS"
            return Teller(noun, (noun, noun + 1), owners[0], (first, max(end, owners[0] + 1)))
        return None
    return None


def is_title(parse: Parse, said: Said) -> bool:
    """Return whether quoted words are the name of a work: "his book, “The Long Road”, …"."""
    inside = parse.text[said.quote.start : said.quote.end].rstrip(" ,")
    words = [word for word in inside.split() if len(word) > LONG_WORD]
    if not 1 < len(inside.split()) <= LONGEST_TITLE or inside.endswith(tuple(".?!…")) or not words:
        return False
    capital = sum(word[:1].isupper() for word in words)
    if capital < len(words) or said.opens == parse.paragraphs[said.paragraph][0]:
        return False
    before = said.opens - 1 - (parse.words[said.opens - 1] == ",")
    after = parse.words[said.closes : said.closes + 1]
    named = before >= 0 and parse.lemmas[before].lower() in lexicon.phrases("works")
    return named or (capital > 1 and after not in ([","], ["."]) and not said.quote.inner)


def is_speech(inside: str) -> bool:
    """Return whether quoted words look like a sentence rather than a name or a phrase."""
    return inside[:1].isupper() and len(inside.split()) >= 4


def ends_in_colon(parse: Parse, said: Said) -> bool:
    """Return whether the words before a quotation end in a colon."""
    return said.opens > said.lead and parse.words[said.opens - 1] == ":"


def find_leading(parse: Parse, said: Said) -> Teller | None:
    """Return the teller before a quotation: the mayor said: "…"."""
    if said.opens <= said.lead or is_title(parse, said):
        return None
    last = parse.words[said.opens - 1]
    inside = parse.text[said.quote.start : said.quote.end]
    tellers = find_tellers(parse, said.lead, said.opens)
    if last == ":":
        return tellers[-1] if tellers else _before_colon(parse, said)
    if not tellers:
        return None
    teller = tellers[-1]
    if last == "," or last in DASHES:
        # "He said the road was closed, “For example, …”": the words before have their own clause.
        told = any(parse.tags[t] in FINITE for t in range(teller.verb + 1, said.opens))
        close = teller.verb == said.opens - 2 or (inside[:1].isupper() and not told)
    else:
        whole = inside.endswith(FINAL_SIGNS) or inside.count(" ") >= 3
        close = teller.verb == said.opens - 1 and whole
    return teller if close else None


def _before_colon(parse: Parse, said: Said) -> Teller | None:
    """Return whom the words before a colon are about: "A shrug from the waiter: …"."""
    words = range(said.lead, said.opens)
    for token in words:
        named = parse.pos[token] in ("PROPN", "PRON") or parse.ents[token] in ("PERSON", "ORG")
        if parse.deps[token] in ("nsubj", "nsubjpass") and named:
            phrase = grammar.phrase_of(parse, token, before=parse.heads[token])
            return Teller(-1, None, token, phrase)
    for token in reversed(words):
        above = parse.heads[token]
        owns = parse.deps[token] == "poss" and parse.pos[token] in ("NOUN", "PROPN")
        gives = parse.deps[token] == "pobj" and parse.lowers[above] in ("from", "by")
        if (owns or gives) and above < said.opens:
            first, end = grammar.phrase_of(parse, token)
            if parse.tags[end - 1] == "POS":
                end -= 1
            return Teller(-1, None, token, (first, max(end, token + 1)))
    head = next((t for t in words if parse.ents[t] == "PERSON"), None)
    if head is None:
        return None
    while parse.heads[head] != head and parse.deps[head] == "compound":
        head = parse.heads[head]
    return Teller(-1, None, head, grammar.phrase_of(parse, head))
