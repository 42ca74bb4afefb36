"""Heads: what stands before the first sentence of a paragraph and belongs to none.

A wire dateline ("ALMATY, Kazakhstan, Jan 7 (Reuters) —") and the clock of a live blog
("19:30 Our correspondent saw …") are no words of the sentence that follows. Left there,
the parser makes the city the subject of the report. They are parsed on their own.
"""

from __future__ import annotations

import re

CITY = r"[A-Z][A-Z.'’\-]*[A-Z.](?:[ -][A-Z.'’\-]*[A-Z.])*"
TITLED = r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,3}"
MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
AGENCY = r"\([^()\n]{2,40}\)"
DASH = r"(?:\s*(?:--|—|–)\s*|\s+-\s+|\s*_\s+)"
# The city in capitals, then anything short (region, date, agency), then the dash.
IN_CAPITALS = re.compile(rf"{CITY}(?:,? [^\n—–:;!?]{{2,45}}?)??(?:\s?{AGENCY})?{DASH}(?=\S)")
# The city as a name: then a date or an agency must tell that this is no sentence.
AS_NAME = re.compile(
    rf"{TITLED}(?:, {TITLED})*(?:,? (?:{MONTH}[\w.]*\.? \d{{1,2}}|\d{{1,2}} {MONTH}\w*)"
    rf"(?:,? \d{{4}})?\s?(?:{AGENCY})?|\s?{AGENCY}){DASH}(?=\S)"
)
CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC|BST|CET|EST|EDT|local(?: time)?))?"
    r"\s*[-–—:|.]?\s+(?=[A-Z“\"'‘«])"
)
# A dateline may follow a headline that was run into the paragraph; no further in than this.
FURTHEST = 160
SENTENCE_END = re.compile(r"[.?!]\s{1,2}(?=[A-Z]{3})")
TELLS_A_DATELINE = re.compile(rf"\d|{AGENCY}")


def find_head(paragraph: str) -> tuple[int, int] | None:
    """Return where the head of a paragraph begins and ends, blanks after it included.

    >>> find_head("ALMATY, Kazakhstan, Jan 7 (AP) — Police said so.")
    (0, 33)
    >>> find_head("19:30 Our correspondent saw fifty men.")
    (0, 6)
    >>> find_head("Toll rises. NUR-SULTAN — Two hundred people died.")
    (12, 25)
    >>> find_head("Tokayev - who rarely speaks - said nothing.")
    """
    clock = CLOCK.match(paragraph)
    if clock:
        return clock.span()
    starts = [0, *(m.end() for m in SENTENCE_END.finditer(paragraph, 0, FURTHEST))]
    for start in starts:
        found = IN_CAPITALS.match(paragraph, start) or (
            AS_NAME.match(paragraph, start) if not start else None
        )
        if found and _is_dateline(found, paragraph):
            return found.span()
    return None


def _is_dateline(match: re.Match[str], paragraph: str) -> bool:
    """Return whether what follows begins a sentence in ordinary letters.

    In a text set in capitals every phrase before a dash looks like a city: there only a
    date or an agency tells.
    """
    rest = paragraph[match.end() : match.end() + 24]
    letters = [c for c in rest if c.isalpha()]
    in_capitals = bool(letters) and all(c.isupper() for c in letters)
    if TELLS_A_DATELINE.search(match.group()):
        return True
    return not in_capitals and not rest[0].islower()
