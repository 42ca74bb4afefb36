"""Direct speech: which quotations are somebody's words, and whose.

A quotation is told by the words beside it in its sentence. One without such words goes on
with the speech before it where the text says so: the sentence before it was a quotation or
a report of the same paragraph, its paragraph continues an open quotation, or the paragraph
before ended in a colon. Anything else between marks is left to the sentence around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.statements import grammar
from dateline.extract.statements.quotes import Quote
from dateline.extract.statements.reports import Report
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

STOPS = frozenset({".", "?", "!", "...", "…", ";"})
PAUSES = ",?!…-–—"
FINAL_SIGNS = tuple(",.?!…")


@dataclass(slots=True)
class Said:
    """One quotation in tokens, with the words around it in its sentence."""

    quote: Quote
    first: int
    end: int
    lead: int
    opens: int
    closes: int
    tail: int
    paragraph: int
    report: Report | None = None


def find_speech(parse: Parse, quotes: list[Quote], reports: list[Report]) -> list[Report]:
    """Return the statements in direct speech, each with all quotations it runs over."""
    told = _told(parse, quotes)
    by_end = _reports_by_sentence(parse, reports)
    found: list[Report] = []
    last: Said | None = None
    for number, said in enumerate(told):
        following = told[number + 1] if number + 1 < len(told) else None
        _attribute(parse, said, last, following, by_end, found)
        if said.report is not None or _stands_alone(parse, said):
            last = said
    for said in _told(parse, quotes, inner=True):
        leading = _leading(parse, said)
        if leading is not None and parse.lowers[leading.head or 0] not in ("i", "we", "you"):
            _begin(parse, said, leading, found)
    return found


def _told(parse: Parse, quotes: list[Quote], *, inner: bool = False) -> list[Said]:
    outer = [quote for quote in quotes if quote.inner == inner]
    told: list[Said] = []
    for quote in outer:
        first, end = parse.tokens_in(quote.start, quote.end)
        if first >= end:
            continue
        opens = parse.tokens_in(quote.outer_start, quote.start)[0] if quote.opened else first
        opens = min(opens, first)
        closes = max(parse.tokens_in(quote.end, quote.outer_end)[1], end) if quote.closed else end
        told.append(Said(quote, first, end, opens, opens, closes, closes, parse.paragraph_of[first]))
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
        tail = said.closes
        while tail < high and parse.words[tail] not in STOPS:
            tail += 1
        said.tail = tail
    return told


def _reports_by_sentence(parse: Parse, reports: list[Report]) -> dict[int, Report]:
    """Return the last report with a source of each sentence."""
    by: dict[int, Report] = {}
    for report in reports:
        if report.source is not None and report.cue is not None and report.kind == "say":
            by[parse.sentence_of[report.cue[0]]] = report
    return by


def _attribute(
    parse: Parse,
    said: Said,
    last: Said | None,
    following: Said | None,
    by_sentence: dict[int, Report],
    found: list[Report],
) -> None:
    trailing = _trailing(parse, said)
    leading = _leading(parse, said)
    if trailing is not None and not (leading is not None and _ends_in_colon(parse, said)):
        whole = said.lead < said.opens and _has_words(parse, said.lead, said.opens)
        if last is not None and last.report is not None and last.tail >= said.lead and last.paragraph == said.paragraph:
            whole = whole and last.report.verb != trailing.verb and last.tail < said.opens
        if whole and last is not None and last.closes > said.lead:
            whole = False
        if whole and (find_tellers(parse, said.lead, said.opens) or _is_aside(parse, trailing)):
            whole = False
            if _is_aside(parse, trailing) or not _is_speech(parse.text[said.quote.start : said.quote.end]):
                return
        _begin(parse, said, trailing, found, whole=whole and leading is None, last=last)
        return
    if last is not None and _goes_on(parse, said, last):
        assert last.report is not None
        _append(said, last.report)
        return
    if leading is not None:
        if last is not None and last.report is not None and last.report.verb == leading.verb and leading.verb >= 0:
            _append(said, last.report)
            return
        _begin(parse, said, leading, found)
        return
    if not _stands_alone(parse, said):
        return
    _carry(parse, said, last, by_sentence, found)


def _is_aside(parse: Parse, teller: Teller) -> bool:
    return teller.verb >= 0 and parse.deps[teller.verb] in ("relcl", "acl")


def _carry(
    parse: Parse, said: Said, last: Said | None, by_sentence: dict[int, Report], found: list[Report]
) -> None:
    """Attribute a quotation without a cue to the speech that it continues."""
    low, _ = parse.paragraphs[said.paragraph]
    if last is not None and last.report is not None:
        if last.paragraph == said.paragraph and _adjacent(parse, last, said):
            _append(said, last.report)
            return
        running = said.opens == low and last.paragraph == said.paragraph - 1 and not last.quote.closed
        if running:
            _append(said, last.report)
            return
    if said.opens == low:
        if _follows_speech(parse, said, last):
            assert last is not None
            assert last.report is not None
            _begin(parse, said, Teller(-1, None, last.report.head, last.report.source), found, rank=6)
            return
        if said.paragraph and (teller := _announced(parse, said.paragraph - 1)) is not None:
            _begin(parse, said, teller, found)
        return
    before = parse.sentence_of[said.opens - 1]
    if parse.sentences[before][0] < low:
        return
    teller: Teller | None = None
    if last is not None and last.report is not None and last.closes > parse.sentences[before][0]:
        own = last.report
        teller = Teller(-1, None, own.head, own.source)
    elif (own_ := by_sentence.get(before)) is not None:
        teller = Teller(-1, None, own_.head, own_.source)
    else:
        teller = _subject(parse, *parse.sentences[before])
    if teller is not None:
        _begin(parse, said, teller, found, rank=6)


def _follows_speech(parse: Parse, said: Said, last: Said | None) -> bool:
    """Return whether a paragraph that is one quotation follows one that closes with speech."""
    if last is None or last.report is None or last.paragraph != said.paragraph - 1:
        return False
    return said.closes >= parse.paragraphs[said.paragraph][1] - 1 and (
        last.tail >= parse.paragraphs[last.paragraph][1] - 1
    )


def _subject(parse: Parse, first: int, end: int) -> Teller | None:
    """Return whom a sentence is about: "The foreman shook his head. “…”"."""
    for token in range(first, end):
        if parse.deps[token] == "nsubj" and parse.deps[parse.heads[token]] == "ROOT":
            if parse.ents[token] == "PERSON" or parse.lowers[token] in ("he", "she"):
                return Teller(-1, None, token, grammar.phrase_of(parse, token, before=parse.heads[token]))
            return None
    return None


def _adjacent(parse: Parse, last: Said, said: Said) -> bool:
    """Return whether one sentence at most, the one that tells the first, lies between."""
    stops = [t for t in range(last.closes, said.opens) if parse.words[t] in STOPS]
    return not stops or stops[0] >= said.opens - 2


def _goes_on(parse: Parse, said: Said, last: Said) -> bool:
    """Return whether a quotation goes on after its teller: "…," he said, "and …"."""
    return (
        last.report is not None
        and last.paragraph == said.paragraph
        and last.closes <= last.report.verb < said.opens
        and parse.words[said.opens - 1] in (",", "-", "–", "—", "--")
        and _adjacent(parse, last, said)
        and not parse.text[said.quote.start].isupper()
    )


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


def _append(said: Said, report: Report) -> None:
    said.report = report
    report.content.append((said.first, said.end))
    report.spans.append((said.quote.start, said.quote.end))


def _begin(
    parse: Parse,
    said: Said,
    teller: Teller,
    found: list[Report],
    *,
    whole: bool = False,
    rank: int = 10,
    last: Said | None = None,
) -> None:
    first = said.lead if whole else said.first
    if last is not None and not said.quote.opened and last.report is None and not last.quote.closed and last.paragraph == said.paragraph - 1:
        # The quotation began in the paragraph before and is told at its end only.
        said.report = Report(
            content=[(last.first, last.end), (said.first, said.end)], rule="speech",
            cue=teller.cue, source=teller.source, head=teller.head, force=teller.force, rank=rank,
            spans=[(last.quote.start, last.quote.end), (said.quote.start, said.quote.end)],
            verb=teller.verb,
        )  # fmt: skip
        last.report = said.report
        found.append(said.report)
        return
    start = parse.starts[first] if whole else said.quote.start
    end = said.quote.outer_end if whole else said.quote.end
    said.report = Report(
        content=[(first, said.end)],
        rule="speech:whole" if whole else "speech" if teller.verb >= 0 else "speech:carried",
        cue=teller.cue,
        source=teller.source,
        head=teller.head,
        force=teller.force,
        rank=rank,
        spans=[(start, end)],
        verb=teller.verb,
    )
    found.append(said.report)


def _trailing(parse: Parse, said: Said) -> Teller | None:
    """Return the teller after a quotation: "…," said the mayor."""
    if said.closes >= said.tail:
        return None
    text, quote = parse.text, said.quote
    inside = text[quote.start : quote.end].rstrip()
    next_word = parse.words[said.closes]
    pause = inside[-1:] in tuple(PAUSES) or next_word in (",", "-", "–", "—", "--")
    tellers = find_tellers(parse, said.closes, said.tail)
    if not tellers:
        return _signature(parse, said)
    teller = tellers[0]
    if not pause:
        lower = next_word[:1].islower() or parse.lowers[said.closes] in ("he", "she", "they")
        near = min(teller.verb, teller.head if teller.head is not None else teller.verb)
        if not (lower or inside.endswith(".")) or near > said.closes + 2:
            return None
        if inside.endswith(".") and not next_word[:1].islower():
            return None
        if not inside.endswith(".") and not _is_speech(inside):
            return None
    # Between a quotation and its teller there is no other clause.
    low = min(teller.verb, teller.head if teller.head is not None else teller.verb)
    between = range(said.closes, max(said.closes, low))
    if any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in between) and parse.lowers[said.closes] not in ("as",):
        return None
    if teller.source is not None and teller.head is not None and teller.head < said.first and teller.verb >= 0:
        if parse.tags[teller.verb] != "VBG":
            return None
    return teller


def _signature(parse: Parse, said: Said) -> Teller | None:
    """Return the name that stands under a quotation behind a dash: "… it." — Ada Obi."""
    first, end = said.closes + 1, said.tail
    if parse.words[said.closes] not in ("-", "–", "—", "―", "--") or not 0 < end - first <= 8:
        return None
    if end < parse.paragraphs[said.paragraph][1] - 1 or parse.pos[first] != "PROPN":
        return None
    head = first
    while first <= parse.heads[head] < end and parse.heads[head] != head:
        head = parse.heads[head]
    return Teller(said.closes, None, head, grammar.trim(parse, first, end))


def _is_speech(inside: str) -> bool:
    return inside[:1].isupper() and len(inside.split()) >= 4


def _ends_in_colon(parse: Parse, said: Said) -> bool:
    return said.opens > said.lead and parse.words[said.opens - 1] == ":"


def _leading(parse: Parse, said: Said) -> Teller | None:
    """Return the teller before a quotation: the mayor said: "…"."""
    if said.opens <= said.lead:
        return None
    last = parse.words[said.opens - 1]
    inside = parse.text[said.quote.start : said.quote.end]
    tellers = find_tellers(parse, said.lead, said.opens)
    if last == ":":
        return tellers[-1] if tellers else _colon(parse, said)
    if not tellers:
        return None
    teller = tellers[-1]
    if last in (",", "-", "–", "—", "--"):
        near = teller.verb == said.opens - 2
        return teller if near or inside[:1].isupper() else None
    if teller.verb == said.opens - 1 and (inside[-1:] in FINAL_SIGNS or inside.count(" ") >= 3):
        return teller
    return None


def _colon(parse: Parse, said: Said) -> Teller | None:
    """Return whom the words before a colon are about: "A shrug from the waiter: …"."""
    for token in range(said.lead, said.opens):
        if parse.deps[token] in ("nsubj", "nsubjpass") and (
            parse.pos[token] in ("PROPN", "PRON") or parse.ents[token] in ("PERSON", "ORG")
        ):
            return Teller(-1, None, token, grammar.phrase_of(parse, token, before=parse.heads[token]))
    for token in range(said.opens - 2, said.lead - 1, -1):
        poss = parse.deps[token] == "poss" and parse.pos[token] in ("NOUN", "PROPN")
        origin = parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in ("from", "by")
        if (poss or origin) and parse.heads[token] < said.opens:
            phrase = grammar.phrase_of(parse, token)
            end = phrase[1] - 1 if parse.tags[phrase[1] - 1] == "POS" else phrase[1]
            return Teller(-1, None, token, (phrase[0], max(end, token + 1)))
    head = next((t for t in range(said.lead, said.opens) if parse.ents[t] == "PERSON"), None)
    if head is None:
        return None
    while parse.heads[head] != head and parse.deps[head] == "compound":
        head = parse.heads[head]
    return Teller(-1, None, head, grammar.phrase_of(parse, head))


def _stands_alone(parse: Parse, said: Said) -> bool:
    """Return whether a quotation is a sentence of its own."""
    if _has_words(parse, said.lead, said.opens):
        return False
    inside = parse.text[said.quote.start : said.quote.end].rstrip()
    if not inside or not (inside[0].isupper() or inside[0] in "‘'…[$" or inside[0].isdigit() or inside[0] == "."):
        return False
    ended = inside[-1] in ".?!…—–-,’'" or not said.quote.closed
    after = parse.words[said.closes] if said.closes < len(parse) else "."
    return ended or after in STOPS


def _has_words(parse: Parse, first: int, end: int) -> bool:
    return any(parse.words[t][:1].isalnum() for t in range(first, end))
