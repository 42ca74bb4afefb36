"""Words of an article made safe to show: they cannot steer a terminal or turn a line around.

Only what is shown is changed; the record keeps every code point.
"""

from __future__ import annotations

import re

# C0 and C1 controls, the bidirectional controls of Unicode (UAX 9), byte order marks and
# lone surrogates. Tabs and line ends are layout and become blanks elsewhere.
_CONTROLS = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)]
_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNSEEN = dict.fromkeys((*_CONTROLS, *_BIDI, 65279, *range(55296, 57344)))
_UNSEEN_RUN = re.compile(
    "[" + "".join(re.escape(chr(p)) for p in _UNSEEN if p < 0xD800 or p > 0xDFFF) + "\ud800-\udfff]"
)
_BLANKS = re.compile(r"\s+")


def strip_unseen(text: str) -> str:
    r"""Return `text` without control characters, bidi controls and lone surrogates.

    >>> strip_unseen("red \x1b[31malert\x1b[0m \u202etxet")
    'red [31malert[0m txet'
    """
    return text.translate(_UNSEEN)


def to_line(text: str) -> str:
    r"""Return `text` on one line: unseen characters gone, runs of blanks made one blank.

    >>> to_line("two\n  lines\u2028here ")
    'two lines here'
    """
    return _BLANKS.sub(" ", strip_unseen(text)).strip()


def spell_unseen(text: str) -> str:
    r"""Return `text` with each unseen character written out, as a page shows it.

    >>> spell_unseen("abc\u202edef")
    'abc[U+202E]def'
    """
    return _UNSEEN_RUN.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
