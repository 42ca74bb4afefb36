"""Repairs: damage done to a text on its way is undone, each change on record.

Mended: mojibake, control and zero-width characters, soft hyphens, escapes left over from
HTML or a terminal, ligatures and full-width forms, unusual breaks and blanks, characters
that are not composed (NFC). Typographic quotes, dashes and no-break spaces stay: they are
not damage, and quotes tell who speaks.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from html.entities import html5

from dateline.records.edits import Edits, apply_edits, join_edits

Change = tuple[int, int, str]
Repair = Callable[[str], Iterator[Change]]

# One repair can lay bare damage for another (an escape that hides mojibake), so they run
# until nothing changes; text made to go on for longer is left as it then is.
MOST_ROUNDS = 8

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
BREAK = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]+")
SURROGATE = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
C1 = re.compile("[\x80-\x9f]")
BLANK = re.compile("[\u1680\u2000-\u2008\u200a\u205f\u3000]")
HYPHENATION = re.compile("(?<=[^\\W\\d_])\u00ad[ \t]*\n[ \t]*(?=[^\\W\\d_])")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\ufff9-\ufffb]+"
    # Joiners mean something in other scripts and in emoji, nothing in Latin letters.
    "|(?<=[\\s\x21-\u024f\u2000-\u206f])[\u200c\u200d]+|^[\u200c\u200d]+"
    # Tag characters hide text; after a black flag they make the flag of a nation.
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
FORM = re.compile("[\ufb00-\ufb06]|[\uff01-\uff5e]+")
# An acute or a grave accent between letters is a typewriter's apostrophe, and a lost
# character before an ending of English was one.
APOSTROPHE = re.compile(
    "(?<=[A-Za-z])[\u00b4`](?=[A-Za-z])|(?<=[A-Za-z])\ufffd(?=(?:s|t|re|ve|ll|d|m)\\b)"
)
UNCOMPOSED = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")
# Mojibake always holds a character that good English typography has no use for.
SUSPICIOUS = re.compile("[^\x00-\x7f\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u00a3]")
WORDS = re.compile(r"\S*[^\x00-\x7f]\S*(?:[ \u00a0]\S*[^\x00-\x7f]\S*)*[ \u00a0]?")
LINE = re.compile(r"[^\n]+")


def repair(text: str) -> tuple[str, Edits]:
    r"""Return the text with its damage mended, and the edits that lead back.

    >>> repair("The \u00adPresi\u00addent said: \u00e2\u20ac\u0153No.\u00e2\u20ac\u009d")[0]
    'The President said: “No.”'
    """
    edits: Edits = ()
    for _ in range(MOST_ROUNDS):
        before = text
        for mend in ASCII_REPAIRS if text.isascii() else REPAIRS:
            text, made = apply_edits(text, mend(text))
            edits = join_edits(edits, made)
        if text == before:
            break
    return text, edits


def _replaces(pattern: re.Pattern[str], new: str | Callable[[str], str]) -> Repair:
    def mend(text: str) -> Iterator[Change]:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), new if isinstance(new, str) else new(match[0])

    return mend


def _from_cp1252(character: str) -> str:
    return character.encode("latin-1").decode("cp1252", "ignore")


def _unescape(entity: str) -> str:
    # `html.unescape` would also take "&notice;" for "&not" with letters behind it.
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity


def _join_surrogates(found: str) -> str:
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _to_plain(form: str) -> str:
    return unicodedata.normalize("NFKC", form)


def compose(text: str) -> Iterator[Change]:
    """Yield the changes that bring a text into Unicode's composed form, NFC."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in UNCOMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield match.start(), match.end(), composed


def undo_mojibake(text: str) -> Iterator[Change]:
    """Yield the changes that undo decoding in a wrong encoding, as ftfy finds them."""
    if not SUSPICIOUS.search(text):
        return
    from ftfy import fix_encoding  # noqa: PLC0415 - a fifth of a second, rarely needed

    for line in LINE.finditer(text):
        if not SUSPICIOUS.search(line[0]):
            continue
        fixed = fix_encoding(line[0])
        if fixed == line[0]:
            continue
        # ftfy judges best on a whole line; the changes are recorded word by word where
        # words alone come out the same.
        parts = [
            (match.start(), match.end(), fix_encoding(match[0]))
            for match in WORDS.finditer(line[0])
        ]
        if apply_edits(line[0], parts)[0] != fixed:
            parts = [_without_same_ends(line[0], fixed)]
        for start, end, new in parts:
            yield line.start() + start, line.start() + end, new


def _without_same_ends(old: str, new: str) -> Change:
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    last = next((at for at in range(shorter - first) if old[-1 - at] != new[-1 - at]), None)
    last = shorter - first if last is None else last
    return first, len(old) - last, new[first : len(new) - last]


ASCII_REPAIRS: tuple[Repair, ...] = (
    _replaces(ESCAPE, ""),
    _replaces(BREAK, "\n"),
    _replaces(ENTITY, _unescape),
    _replaces(CONTROL, ""),
    _replaces(APOSTROPHE, "'"),
)
REPAIRS: tuple[Repair, ...] = (
    _replaces(SURROGATE, _join_surrogates),
    _replaces(ESCAPE, ""),
    _replaces(ENTITY, _unescape),
    undo_mojibake,
    _replaces(C1, _from_cp1252),
    _replaces(BREAK, "\n"),
    _replaces(CONTROL, ""),
    _replaces(HYPHENATION, ""),
    _replaces(INVISIBLE, ""),
    _replaces(BLANK, " "),
    _replaces(FORM, _to_plain),
    _replaces(APOSTROPHE, lambda found: "'" if found != "\ufffd" else "’"),
    compose,
)
