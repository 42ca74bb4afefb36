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

MARK = re.compile(r"``|''|[\"“”„‟«»]{1,2}|[‘’‚‛']|&quot;")
OPENING, CLOSING = "“„‟«", "”»"
FINAL = ".?!…"
DASH = re.compile(r"[—–―‒-]{1,2}\s+(?=\S)")
# An inner quotation longer than this is a stray mark rather than a quotation.
LONGEST_INNER = 600
# So many marks ahead decide whether one more quotation is open.
AHEAD = 40


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
    """Return the quotations of `text`, paragraph by paragraph, in text order.

    >>> t = 'It is “a fine ship”, he said. “She sails, ”he added.'
    >>> [t[q.start : q.end] for q in find_quotes(t, [(0, len(t))])]
    ['a fine ship', 'She sails, ']
    >>> t = "He called it ‘the people’s ship’."
    >>> [t[q.start : q.end] for q in find_quotes(t, [(0, len(t))])]
    ['the people’s ship']
    """
    found: list[Quote] = []
    for start, end in paragraphs:
        doubles = _doubles(text, start, end)
        found += doubles
        found += _singles(text, start, end, doubles)
        if not doubles:
            found += _dashed(text, start, end)
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _side(text: str, at: int, low: int, high: int) -> str:
    """Return what stands at `at`: a blank, an edge, a word, or other signs."""
    if not low <= at < high or text[at].isspace():
        return " "
    return "w" if text[at].isalnum() else text[at]


def _turn(text: str, start: int, end: int, low: int, high: int) -> str:
    """Return the way a mark faces by its neighbours: "open", "close" or "" for unclear."""
    left, right = _side(text, start - 1, low, high), _side(text, end, low, high)
    free_left = left in " ([{—–-/" or left == "'"
    if free_left and right != " ":
        return "open"
    if not free_left and (right == " " or right in ".,;:!?)]}—–-/"):
        return "close"
    return ""


def _doubles(text: str, low: int, high: int) -> list[Quote]:
    marks = [m for m in MARK.finditer(text, low, high) if m.group() not in "‘’‚‛'"]
    found: list[Quote] = []
    began: re.Match[str] | None = None
    depth = 0
    for number, mark in enumerate(marks):
        glyph = mark.group()[0] if mark.group() != "''" else "”"
        faces = _turn(text, *mark.span(), low, high)
        if began is None:
            if faces == "close" and glyph not in OPENING and _is_inches(text, mark):
                continue
            if faces == "close" and glyph in CLOSING + '"' and not found:
                found.append(Quote(low, low, mark.start(), mark.end(), opened=False))
                continue
            if faces == "close" and glyph in CLOSING:
                continue
            began, depth = mark, 0
            continue
        if depth == 0 and _reopens(text, began, mark, glyph, faces):
            found.append(_quote(text, began, mark.start(), mark.start(), closed=False))
            began = mark
            continue
        if glyph in OPENING and faces == "open" and _nests(marks, number):
            depth += 1
            continue
        if depth:
            depth -= 1
            continue
        found.append(_quote(text, began, mark.start(), mark.end()))
        began = None
    if began is not None and began.end() < high:
        found.append(_quote(text, began, high, high, closed=False))
    return [quote for quote in found if quote.start < quote.end]


def _is_inches(text: str, mark: re.Match[str]) -> bool:
    return mark.start() > 0 and text[mark.start() - 1].isdigit()


def _quote(text: str, began: re.Match[str], end: int, outer: int, *, closed: bool = True) -> Quote:
    start = began.end()
    while start < end and text[start].isspace():
        start += 1
    return Quote(began.start(), start, end, outer, closed=closed)


def _reopens(text: str, began: re.Match[str], mark: re.Match[str], glyph: str, faces: str) -> bool:
    """Return whether a mark begins a new quotation though the last one was never closed."""
    if faces != "open" or glyph in CLOSING:
        return False
    before = text[began.end() : mark.start()].rstrip()
    after = text[mark.end() : mark.end() + 1]
    return before.endswith(tuple(FINAL)) and after.isupper()


def _nests(marks: list[re.Match[str]], number: int) -> bool:
    """Return whether enough closing marks follow for one more opening mark."""
    following = marks[number : number + AHEAD]
    opening = sum(mark.group()[0] in OPENING for mark in following)
    closing = sum(mark.group()[0] in CLOSING for mark in following)
    return closing > opening


def _singles(text: str, low: int, high: int, doubles: list[Quote]) -> list[Quote]:
    found: list[Quote] = []
    starts = [quote.outer_start for quote in doubles]
    began: int | None = None
    for mark in re.finditer(r"(?<!')[‘’‚‛'](?!')", text[low:high]):
        at, glyph = low + mark.start(), mark.group()
        left, right = _side(text, at - 1, low, high), _side(text, at + 1, low, high)
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
