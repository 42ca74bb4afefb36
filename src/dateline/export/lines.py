"""Lines: text with styles, set in columns, before it becomes a report.

All words of an article go through `Text` objects, never through markup, so that square
brackets and escape codes of an article stay words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.color import ColorSystem
from rich.console import Console
from rich.text import Text

from dateline.export.clean import strip_unseen
from dateline.records.texts import Span

# Colours of the terminal's own sixteen that can be read on light and on dark ground: plain
# blue is lost on black, yellow and cyan on white. Each kind is also told by its section and
# its mark, never by colour alone.
STYLES = {
    "title": "bold",
    "heading": "bold",
    "name": "bold",
    "statement": "bright_blue",
    "figure": "red",
    "event": "green",
    "place": "magenta",
    "time": "bold",
    "alarm": "bold red",
    "dim": "dim",
    "": "",
}
BAR = "│ "
Piece = str | tuple[str, str]


def line(*pieces: Piece) -> Text:
    """Return one line of words, each piece with the name of its style."""
    text = Text()
    for piece in pieces:
        words, style = piece if isinstance(piece, tuple) else (piece, "")
        text.append(strip_unseen(words), STYLES[style] or None)
    return text


def join(parts: Iterable[Piece | None], between: str = " · ") -> Text:
    """Return the parts that are there with a dim mark between them."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        if words:
            if text:
                text.append(between, STYLES["dim"])
            text.append(strip_unseen(words), STYLES[style] or None)
    return text


class Sheet:
    """A report under construction: lines of at most `width` columns."""

    def __init__(self, width: int, *, colour: bool) -> None:
        """Begin an empty sheet."""
        self.width = max(20, width)
        self.lines: list[Text] = []
        self._colour = colour
        # Asked for widths and styles only; it never writes, and knows no environment.
        self._console = Console(
            file=StringIO(), width=self.width, legacy_windows=False, _environ={}
        )

    def blank(self) -> None:
        """Add an empty line, but never two in a row."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def add(self, text: Text, *, indent: int = 0, hang: int = 0, lead: str = "") -> None:
        """Add `text`, wrapped; `hang` more columns before its further lines.

        `lead` stands before every line.
        """
        room = max(10, self.width - indent - len(lead) - hang)
        for number, part in enumerate(self.wrap(text, room)):
            before = " " * (indent + (hang if number else 0)) + lead
            self.lines.append(Text.assemble((before, STYLES["dim"]), part))

    def wrap(self, text: Text, room: int) -> list[Text]:
        """Return `text` in lines of at most `room` columns."""
        wrapped = text.wrap(self._console, room)
        for part in wrapped:
            part.rstrip()
        return list(wrapped) or [Text()]

    def heading(self, words: str, note: str = "") -> None:
        """Add the heading of a section, with a rule to the right margin."""
        self.blank()
        text = line((words.upper(), "heading"))
        room = self.width - text.cell_len - 2
        if note and len(note) <= room:
            text.append(f"  {note}", STYLES["dim"])
        rest = self.width - text.cell_len - 1
        if rest > 2:
            text.append(" " + "─" * rest, STYLES["dim"])
        self.lines.append(text)
        if len(note) > room:
            self.add(line((note, "dim")))

    def columns(self, cells: Sequence[Text], widths: Sequence[int], *, indent: int = 0) -> None:
        """Add cells side by side, each wrapped to its width, two blanks between them."""
        wrapped = [self.wrap(cell, room) for cell, room in zip(cells, widths, strict=True)]
        for row in range(max(map(len, wrapped))):
            text = Text(" " * indent)
            for column, (parts, room) in enumerate(zip(wrapped, widths, strict=True)):
                part = parts[row] if row < len(parts) else Text()
                text.append_text(part)
                if column < len(widths) - 1:
                    text.append(" " * (room - part.cell_len + 2))
            text.rstrip()
            self.lines.append(text)

    def quote(
        self, text: str, span: Span, marked: Iterable[tuple[int, int]] = (), *,
        style: str = "", indent: int = 4, cut: tuple[bool, bool] = (False, False),
    ) -> None:  # fmt: skip
        """Add the words of `text` at `span` behind a bar, with their offsets.

        `marked` are the offsets of the words that matter; `cut` tells on which sides the
        sentence goes on.
        """
        words = quoted(text, span, marked, style)
        if cut[0]:
            words = line(("… ", "dim")).append_text(words)
        words.append((" …" if cut[1] else "") + f" [{span.start}–{span.end}]", STYLES["dim"])
        self.add(words, indent=indent, lead=BAR)

    def to_text(self) -> str:
        """Return the whole sheet as a string, with colour codes where asked for."""
        # The lines are wrapped already; `Console.print` would do it again, for half of the
        # time that a report takes.
        paint = self._paint if self._colour else lambda text: text.plain.rstrip()
        return "\n".join(map(paint, self.lines)) + "\n"

    def _paint(self, text: Text) -> str:
        return "".join(
            segment.style.render(segment.text, color_system=ColorSystem.STANDARD)
            if segment.style
            else segment.text
            for segment in text.render(self._console)
        ).rstrip()


def quoted(text: str, span: Span, marked: Iterable[tuple[int, int]], style: str) -> Text:
    """Return the words at `span` on one line, those in `marked` with their style."""
    words = Text()
    at = span.start
    for start, end in sorted(marked):
        first, last = max(at, start), min(end, span.end)
        if first < last:
            _append(words, text[at:first], "")
            _append(words, text[first:last], f"bold {STYLES[style]}".strip())
            at = last
    _append(words, text[at : span.end], "")
    return words


def _append(words: Text, raw: str, style: str) -> None:
    line_ = " ".join(strip_unseen(raw).split())
    if not raw.strip():
        line_ = " " if raw else ""
    else:
        line_ = (" " if raw[0].isspace() else "") + line_ + (" " if raw[-1].isspace() else "")
    words.append(line_, style or None)
