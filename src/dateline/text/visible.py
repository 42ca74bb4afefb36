"""The words of an HTML page with the place of each in its source.

By this a text that was taken out of a page is led back into it, word by word.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator

from dateline.records.edits import Edit, Edits

WORD = re.compile(r"\S+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)")
UNSEEN = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "template")
}
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
# A line shorter than this may stand in a page many times; longer ones are found first and
# hold the shorter ones in place.
TELLING = 40
# How far ahead a word is looked for where its line does not stand in the page as it is.
AHEAD = 400


class Visible:
    """The visible text of a page, its blanks collapsed, with source offsets.

    `starts[i]` and `ends[i]` say where the character `i` of `text` stands in the source.

    >>> page = Visible("<p>Rain &amp; <b>wi</b>nd</p><p>Sun")
    >>> page.text, page.starts[5], page.ends[5]
    ('Rain & wind Sun', 8, 13)
    """

    def __init__(self, page: str) -> None:
        """Scan a page once, from start to end."""
        self._pieces: list[str] = []
        self.starts = array("L")
        self.ends = array("L")
        self._breaks: list[int] = []
        for start, end, is_break in _chunks(page):
            if is_break:
                self._break(start)
            else:
                self._add(page, start, end)
        self.text = "".join(self._pieces)

    def blocks(self) -> Iterator[str]:
        """Yield the words of each block element."""
        for start, end in zip([0, *self._breaks], [*self._breaks, len(self.text)], strict=True):
            if block := self.text[start:end].strip():
                yield block

    def _add(self, page: str, start: int, end: int) -> None:
        done = start
        for entity in ENTITY.finditer(page, start, end):
            self._plain(page, done, entity.start())
            for character in html.unescape(entity[0]):
                self._put(" " if character.isspace() else character, *entity.span())
            done = entity.end()
        self._plain(page, done, end)

    def _plain(self, page: str, start: int, end: int) -> None:
        done = start
        for word in WORD.finditer(page, start, end):
            if word.start() > done:
                self._put(" ", done, word.start())
            self._pieces.append(word[0])
            self.starts.extend(range(word.start(), word.end()))
            self.ends.extend(range(word.start() + 1, word.end() + 1))
            done = word.end()
        if end > done:
            self._put(" ", done, end)

    def _put(self, character: str, start: int, end: int) -> None:
        if character == " " and (not self._pieces or self._pieces[-1] == " "):
            return
        self._pieces.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def _break(self, at: int) -> None:
        self._put(" ", at, at)
        if not self._breaks or self._breaks[-1] != len(self.starts):
            self._breaks.append(len(self.starts))


def _chunks(page: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the ranges of a page that are text, and breaks where a block begins or ends."""
    at = 0
    while at < len(page):
        opens = page.find("<", at)
        if opens < 0:
            yield at, len(page), False
            return
        if opens > at:
            yield at, opens, False
        name = NAME.match(page, opens)
        if page.startswith("<!--", opens):
            closes = page.find("-->", opens + 4)
            at = closes + 3 if closes >= 0 else len(page)
        elif name or page.startswith(("<!", "<?"), opens):
            closes = page.find(">", opens)
            at = closes + 1 if closes >= 0 else len(page)
            tag = name[1].lower() if name else ""
            if tag not in INLINE:
                yield opens, opens, True
            if tag in UNSEEN and not page.startswith("</", opens):
                end = UNSEEN[tag].search(page, at)
                at = end.end() if end else len(page)
        else:
            yield opens, opens + 1, False
            at = opens + 1


def align(body: str, page: str, visible: Visible) -> Edits:
    """Return the edits that lead from `body`, the words taken out of a page, to its source.

    Every word that stands in the page, in the order of the page, is led to its place.
    """
    edits: list[Edit] = []
    text_at = source_at = 0
    for start, end, seen in _words(body, visible.text):
        source_start = visible.starts[seen]
        source_end = visible.ends[seen + end - start - 1]
        # Two words cannot come out of one entity: "&ampaa" is no place for "a a".
        if source_start < source_at:
            continue
        is_same = page[source_start:source_end] == body[start:end]
        if body[text_at:start] != page[source_at:source_start]:
            edits.append((text_at, start, source_at, source_start))
        if not is_same:
            edits.append((start, end, source_start, source_end))
        text_at, source_at = end, source_end
    if body[text_at:] != page[source_at:]:
        edits.append((text_at, len(body), source_at, len(page)))
    return tuple(edits)


def _words(body: str, seen: str) -> Iterator[tuple[int, int, int]]:
    """Yield each word of `body` that is found in `seen`: its offsets, and where it stands there."""
    lines = [
        (match.start(), match[0], " ".join(match[0].split()))
        for match in re.finditer(r"[^\n]+", body)
    ]
    places: list[int] = [-1] * len(lines)
    cursor = 0
    for number, (_, _, line) in enumerate(lines):
        if len(line) >= TELLING and (at := seen.find(line, cursor)) >= 0:
            places[number], cursor = at, at + len(line)
    limits = [len(seen)] * (len(lines) + 1)
    for number in range(len(lines) - 1, -1, -1):
        limits[number] = places[number] if places[number] >= 0 else limits[number + 1]
    cursor = 0
    for number, (offset, raw, line) in enumerate(lines):
        at = places[number] if places[number] >= 0 else seen.find(line, cursor, limits[number])
        for word in WORD.finditer(raw):
            begin = at if at >= 0 else cursor
            reach = limits[number] if at < 0 else len(seen)
            found = seen.find(word[0], begin, min(reach, begin + AHEAD + len(word[0])))
            if found < 0:
                continue
            yield offset + word.start(), offset + word.end(), found
            cursor = found + len(word[0])
            at = cursor if at >= 0 else -1
