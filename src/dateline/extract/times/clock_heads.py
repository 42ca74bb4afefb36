"""The clock at the head of an entry of a live blog: "19:30 Police closed the bridge.".

The reader of the language cuts it off, so that it stands as a sentence of its own at the
start of its paragraph. It is a time on the day of the blog, and dates what follows it.
"""

from __future__ import annotations

import re

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import ZONE, squeezed
from dateline.records.parses import Parse

HEAD = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\.?)?"
    rf"(?:\s(?:(?P<zone>(?i:{ZONE}))|local(?:\stime)?))?[\s\-–—:|.]*"
)
# No head is longer, in characters.
LONGEST = 30


def find_clock_head(parse: Parse, paragraph: int) -> Wording | None:
    """Return the clock that heads a paragraph, None where none stands alone before it."""
    first, end = parse.paragraphs[paragraph]
    stop = parse.sentences[parse.sentence_of[first]][1]
    if stop >= end:
        return None
    text = parse.text[parse.starts[first] : parse.ends[stop - 1]]
    found = HEAD.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        return None
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] == "p")
    start, last = parse.starts[first], parse.starts[first] + len(text.rstrip(" -–—:|."))
    made = Wording(start, last, "clock", hour=hour, minute=int(found["minute"]))
    made.zone = squeezed(found["zone"] or "")
    made.which = "head"
    return made
