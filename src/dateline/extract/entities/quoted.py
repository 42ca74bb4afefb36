"""Which tokens stand between quotation marks: who speaks is not looked for in there."""

from __future__ import annotations

from dateline.records.parses import Parse

_OPENING, _EITHER = frozenset("“«„") | {"``"}, frozenset({'"'})
_MARKS = _OPENING | _EITHER | frozenset("”»") | {"''"}


def find_quoted(parse: Parse) -> list[bool]:
    """Return for each token whether it stands between quotation marks of its paragraph."""
    quoted = [False] * len(parse)
    for start, end in parse.paragraphs:
        inside = False
        for token in range(start, end):
            word = parse.words[token]
            if word in _MARKS:
                inside = word in _OPENING or (word in _EITHER and not inside)
            else:
                quoted[token] = inside
    return quoted
