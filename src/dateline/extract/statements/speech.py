"""Direct speech: which quotations are somebody's words, and whose.

A quotation is told by the words beside it in its sentence, or it carries on the speech
before it. Anything else between marks (a title, a scare quote) is left to the sentence
around it.
"""

from __future__ import annotations

from dateline.extract.statements import beside, carrying, grammar, lexicon
from dateline.extract.statements.quotes import Quote
from dateline.extract.statements.reports import Report
from dateline.extract.statements.said import Said, find_said, stands_alone
from dateline.extract.statements.tellers import Teller, find_tellers
from dateline.records.parses import Parse

# Within somebody's words, these tell of themselves.
OWN = frozenset({"i", "we", "you"})


def find_speech(parse: Parse, quotes: list[Quote], reports: list[Report]) -> list[Report]:
    """Return the statements in direct speech, each with all quotations it runs over."""
    by_sentence = _by_sentence(parse, reports)
    found: list[Report] = []
    last: Said | None = None
    waiting: list[Said] = []
    for said in find_said(parse, quotes):
        begun = _attribute(parse, said, last, by_sentence, waiting)
        if begun is not None:
            found.append(begun)
        if said.report is None and not said.quote.closed:
            waiting.append(said)
        else:
            waiting = []
        if said.report is not None or stands_alone(parse, said):
            last = said
    for said in find_said(parse, quotes, inner=True):
        leading = beside.find_leading(parse, said)
        if leading is not None and parse.lowers[leading.head] not in OWN:
            found.append(_begin(said, leading))
    return found


def _by_sentence(parse: Parse, reports: list[Report]) -> dict[int, Report]:
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
    by_sentence: dict[int, Report],
    waiting: list[Said],
) -> Report | None:
    """Return the statement that a quotation begins, if it begins one; join it otherwise.

    `waiting` are the open quotations right before it that nobody has told yet.
    """
    trailing = beside.find_trailing(parse, said)
    leading = beside.find_leading(parse, said)
    if trailing is not None and (leading is None or not beside.ends_in_colon(parse, said)):
        return _told_after(parse, said, trailing, last, waiting, led=leading is not None)
    told = last.report if last is not None else None
    if last is not None and told is not None:
        same = leading is not None and leading.verb == told.verb >= 0
        if same or carrying.goes_on(parse, said, last):
            _append(said, told)
            return None
    if leading is not None:
        return _begin(said, leading)
    return _carried(parse, said, last, by_sentence) if stands_alone(parse, said) else None


def _carried(
    parse: Parse, said: Said, last: Said | None, by_sentence: dict[int, Report]
) -> Report | None:
    """Return the statement of a quotation without a cue; join it to the one it goes on."""
    told = last.report if last is not None else None
    if last is not None and told is not None:
        spoken = told.rule.startswith("speech")
        if carrying.is_same_speech(parse, said, last) or (
            spoken and carrying.is_next_paragraph(parse, said, last)
        ):
            _append(said, told)
            return None
    carried = carrying.find_carried(parse, said, last, by_sentence)
    return _begin(said, carried, rank=10 if carried.cue else 6) if carried is not None else None


def _told_after(
    parse: Parse,
    said: Said,
    teller: Teller,
    last: Said | None,
    waiting: list[Said],
    *,
    led: bool,
) -> Report | None:
    """Return what a teller behind a quotation tells.

    Words before the quotation in its sentence are told too ("The talks were “frank”, the
    envoy said"), unless they have a cue of their own or tell the quotation before.
    """
    before = _led_up(parse, said, waiting)
    if before:
        report = _begin(before[0], teller)
        for part in [*before[1:], said]:
            _append(part, report)
        return report
    ahead = not led and grammar.has_words(parse, said.lead, said.opens)
    if not ahead or (last is not None and last.closes > said.lead):
        return _begin(said, teller)
    aside = teller.verb >= 0 and parse.deps[teller.verb] in ("relcl", "acl")
    if aside or find_tellers(parse, said.lead, said.opens):
        spoken = beside.is_speech(parse.text[said.quote.start : said.quote.end])
        return _begin(said, teller) if spoken and not aside else None
    if last is not None and last.report is not None and last.paragraph == said.paragraph:
        same = last.report.verb == teller.verb or last.tail >= said.opens
        if last.tail >= said.lead and same:
            return _begin(said, teller)
    return None if _tells_other(parse, teller) else _begin_whole(parse, said, teller)


def _led_up(parse: Parse, said: Said, waiting: list[Said]) -> list[Said]:
    """Return the open quotations that a quotation ends: "“It held. ¶ “It is old,” he said"."""
    found: list[Said] = []
    following = said
    for open_ in reversed(waiting):
        begins = following.opens == parse.paragraphs[following.paragraph][0]
        under = begins and open_.paragraph == following.paragraph - 1
        beside_it = open_.paragraph == following.paragraph and open_.closes >= following.opens
        if not (under or beside_it) or not stands_alone(parse, open_):
            break
        found.insert(0, open_)
        following = open_
    return found


def _append(said: Said, report: Report) -> None:
    said.report = report
    report.content.append((said.first, said.end))
    report.spans.append((said.quote.start, said.quote.end))


def _begin(said: Said, teller: Teller, *, rank: int = 10) -> Report:
    said.report = Report(
        content=[(said.first, said.end)],
        rule="speech" if teller.verb >= 0 else "speech:carried",
        cue=teller.cue,
        source=teller.source,
        head=teller.head,
        force=teller.force,
        rank=rank,
        spans=[(said.quote.start, said.quote.end)],
        verb=teller.verb,
    )
    return said.report


def _tells_other(parse: Parse, teller: Teller) -> bool:
    """Return whether a cue has a content behind it: "Obi, known as “the Duke”, said he …"."""
    if teller.verb < 0 or teller.head > teller.verb:
        return False
    cue = lexicon.verb_cue(parse.lemmas[teller.verb], parse.lowers[teller.verb])
    told = ("ccomp", "xcomp") if cue and "t" in cue.frames else ("ccomp", "xcomp", "dobj", "oprd")
    return any(child > teller.verb for child in parse.children_by(teller.verb, *told))


def _begin_whole(parse: Parse, said: Said, teller: Teller) -> Report:
    report = _begin(said, teller)
    report.rule = "speech:whole"
    report.content = [(said.lead, said.end)]
    report.spans = [(parse.starts[said.lead], said.quote.outer_end)]
    return report
