"""Report: one statement as it is found, in tokens, before it is written out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.records.readings import Force

Range = tuple[int, int]
# The rule that found a content, the content, and its rank.
Content = tuple[str, list[Range], int]


@dataclass(frozen=True, slots=True)
class Relay:
    """Somebody who passes a statement on: head token of the name, and the cue's tokens."""

    head: int
    phrase: Range
    cue: Range | None = None


@dataclass(slots=True)
class Report:
    """Who (`head`, `source`) says what (`content`), by which `cue`; token ranges throughout.

    `rule` names what found it, `rank` settles which of two that cover the same words
    stays (the higher one). `spans` replaces `content` where quotation marks give the
    offsets (code points).
    """

    content: list[Range]
    rule: str
    cue: Range | None = None
    source: Range | None = None
    head: int | None = None
    force: Force = "asserts"
    kind: str = "say"
    rank: int = 0
    relays: list[Relay] = field(default_factory=list)
    addressee: int | None = None
    spans: list[Range] = field(default_factory=list)
    verb: int = -1

    @property
    def first(self) -> int:
        """Return the first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Return the token after the content."""
        return self.content[-1][1]

    def size(self) -> int:
        """Return the number of tokens in the content."""
        return sum(end - first for first, end in self.content)

    def shared(self, other: Report) -> int:
        """Return the number of tokens that two contents share."""
        return sum(
            max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in self.content for b in other.content
        )
