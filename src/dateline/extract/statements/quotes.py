"""Quotations: where quoted words begin and end, however badly the marks are set.

News copy loses closing marks, doubles them, turns them round, puts blanks on the wrong
side, uses inches, guillemets, grave accents or dashes. What counts here is where a mark
stands (after a blank, before a word) at least as much as which mark it is. Nothing is
rewritten: every offset is one of the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dateline.extract.statements.pairing import pair_marks, side, to_mark

MARK = re.compile(r"``|''|[\"“”„‟«»]{1,2}|[‘’‚‛']|&quot;")
SINGLES = "‘’‚‛'"
DASH = re.compile(r"[—–―‒-]{1,2}\s+(?=\S)")
# An inner quotation longer than this is a stray mark rather than a quotation.
LONGEST_INNER = 600
# A quotation runs on over so many paragraphs without a mark.
LONGEST_RUN = 6


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of quoted words inside one paragraph, as code-point offsets.

    `start` and `end` bound the words, `outer_start` and `outer_end` the marks too.
    `opened` and `closed` tell whether the marks are there; a quotation that runs on over
    paragraphs is one `Quote` for each. `single` tells marks like '…', `inner` a quotation
    inside another.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    opened: bool = True
    closed: bool = True
    single: bool = False
    inner: bool = False


def find_quotes(text: str, paragraphs: list[tuple[int, int]]) -> list[Quote]:
    """Return the quotations of `text`, in text order.

    >>> t = 'It is “a fine ship”, he said. “She sails, ”he added.'
    >>> [t[q.start : q.end] for q in find_quotes(t, [(0, len(t))])]
    ['a fine ship', 'She sails, ']
    >>> t = "He called it ‘the people’s ship’."
    >>> [t[q.start : q.end] for q in find_quotes(t, [(0, len(t))])]
    ['the people’s ship']
    """
    found: list[Quote] = []
    open_: Quote | None = None
    waited = 0
    for start, end in paragraphs:
        doubles = _doubles(text, start, end, continued=open_ is not None)
        found += _singles(text, start, end, doubles)
        if doubles:
            if open_ is not None and not doubles[0].opened:
                # A quotation over several paragraphs without a mark at each is one.
                last = doubles.pop(0)
                found.remove(open_)
                found.append(Quote(open_.outer_start, open_.start, last.end, last.outer_end))
            open_ = doubles[-1] if doubles and not doubles[-1].closed else None
            waited = 0
        else:
            found += _dashed(text, start, end)
            waited += 1
            if waited > LONGEST_RUN:
                open_ = None
        found += doubles
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _doubles(text: str, low: int, high: int, *, continued: bool) -> list[Quote]:
    """Return the quotations in double marks of one paragraph."""
    marks = [
        to_mark(text, match, low, high)
        for match in MARK.finditer(text, low, high)
        if match.group() not in SINGLES
    ]
    found = []
    for pair in pair_marks(text, marks, high, continued=continued) if marks else ():
        if pair.left is None:
            outer = pair.right.end if pair.right else pair.end
            found.append(Quote(low, low, pair.end, outer, opened=False))
            continue
        start = pair.left.end
        while start < pair.end and text[start].isspace():
            start += 1
        outer, closed = (pair.right.end, True) if pair.right else (pair.end, False)
        found.append(Quote(pair.left.start, start, pair.end, outer, closed=closed))
    return [quote for quote in found if quote.start < quote.end]


def _singles(text: str, low: int, high: int, doubles: list[Quote]) -> list[Quote]:
    found: list[Quote] = []
    starts = [quote.outer_start for quote in doubles]
    began: int | None = None
    for mark in re.finditer(r"(?<!')[‘’‚‛'](?!')", text[low:high]):
        at, glyph = low + mark.start(), mark.group()
        left, right = side(text, at - 1, low, high), side(text, at + 1, low, high)
        free = left in ' ([{—–-"“«,:'
        if began is None:
            if free and (glyph in "‘‛‚" or (glyph == "'" and right == "w")) and right != " ":
                began = at
            continue
        if left not in " w" or (left == "w" and right != "w"):
            inside = text[began + 1 : at]
            # "the workers' pay" goes on after its apostrophe.
            if left == "w" and text[at - 1] == "s" and right == " " and _has_later(text, at, high):
                continue
            if inside and len(inside) < LONGEST_INNER:
                # Only the few quotations beside this one can hold or cross it.
                at_most = bisect_right(starts, began)
                beside = doubles[max(0, at_most - 1) : at_most + 8]
                inner = any(q.start <= began and at <= q.end for q in beside)
                crossing = not inner and any(
                    q.outer_start < at
                    and began < q.outer_end
                    and not (began < q.outer_start and q.outer_end <= at + 1)
                    for q in beside
                )
                if not crossing:
                    found.append(Quote(began, began + 1, at, at + 1, single=True, inner=inner))
            began = None
    return found


def _has_later(text: str, at: int, high: int) -> bool:
    """Return whether a better closing mark follows soon: one after a stop or comma."""
    rest = text[at + 1 : min(high, at + 1 + 200)]
    return bool(re.search(r"[.,?!…\w]['’](?=\W|$)", rest)) and not re.search(r"[‘]", rest)


def _dashed(text: str, low: int, high: int) -> list[Quote]:
    """Return the speech of a paragraph that begins with a dash, cut at its other dashes."""
    if not DASH.match(text, low):
        return []
    cuts = [m.span() for m in re.finditer(r"(?:^|(?<=\s))[—–―]\s+", text[low:high])]
    if not cuts:
        return []
    found = []
    edges = [*[low + s for s, _ in cuts], high]
    for number, (start, end) in enumerate(cuts):
        # The parts between dashes are in turn said and telling who says it.
        if number % 2 == 0:
            stop = edges[number + 1]
            while stop > low + end and text[stop - 1].isspace():
                stop -= 1
            found.append(Quote(low + start, low + end, stop, stop))
    return [quote for quote in found if quote.start < quote.end]
