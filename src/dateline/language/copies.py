"""Reading copies: what the parser is given in place of the text, letter for letter as long.

News comes with hard line wraps, typographic quotes and whole texts in capitals, all of
which a parser trained on clean text reads badly. A reading copy mends these without
moving a single offset: every change replaces one code point by one other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
PLAIN = str.maketrans("‘’‚‛“”„‟«»\u00a0\u2009\u202f\t\r\u2028\u2029", '\'\'\'\'""""""       ')

# A block is hard-wrapped when its lines but the last are about as long as each other and
# most stop in mid-sentence. 40..100 is the width of wire copy and of mailed text.
WRAP_WIDTH = (40, 100)
# Above this share of capitals among the letters, a paragraph is set in capitals.
ALL_CAPITALS = 0.75


def paragraphs(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    r"""Yield the offsets of each paragraph of `text` from `start` on.

    A blank line ends a paragraph, and so does a line break, except in hard-wrapped text.

    >>> list(paragraphs("One.\nTwo.\n\nThree."))
    [(0, 4), (5, 9), (11, 17)]
    """
    for block in BLOCK.finditer(text, start):
        lines = [line.span() for line in LINE.finditer(text, *block.span())]
        if is_wrapped([text[s:e] for s, e in lines]):
            lines = [block.span()]
        for first, end in lines:
            line = text[first:end]
            words = line.strip()
            if words:
                at = first + len(line) - len(line.lstrip())
                yield at, at + len(words)


def is_wrapped(lines: list[str]) -> bool:
    """Return whether the lines of a block were broken by width and not by meaning."""
    body = [line.rstrip() for line in lines[:-1]]
    if len(body) < 2:
        return False
    low, high = WRAP_WIDTH
    fitting = sum(low <= len(line) <= high for line in body)
    unfinished = sum(not line.endswith((".", "!", "?", '"', "”", ":")) for line in body)
    return fitting >= 0.8 * len(body) and unfinished >= 0.5 * len(body)


def reading_copy(paragraph: str, is_common: Callable[[str], bool]) -> str:
    """Return `paragraph` with plain quotes and breaks, and no capitals where all are.

    `is_common` tells whether a lower-case word is an ordinary one; the others keep a
    capital, being names.

    >>> reading_copy("GUERRILLAS ATTACKED LIMA", {"guerrillas", "attacked"}.__contains__)
    'Guerrillas attacked Lima'
    """
    copy = paragraph.translate(PLAIN).replace("\n", " ").replace("\f", " ").replace("\v", " ")
    letters = [c for c in copy if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if len(letters) > 20 and capitals > ALL_CAPITALS * len(letters):
        lowered = WORD.sub(lambda m: _lowered(m, copy, is_common), copy)
        if len(lowered) == len(copy):
            copy = lowered
    return copy


def _lowered(match: re.Match[str], text: str, is_common: Callable[[str], bool]) -> str:
    word, before = match.group(), text[: match.start()].rstrip(" \"'([-")
    begins = not before or before[-1] in ".!?:" or before.endswith("--")
    lower = word.lower()
    if is_common(lower):
        return lower.capitalize() if begins else lower
    return word if len(word) <= 2 else lower.capitalize()
