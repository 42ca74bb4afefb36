"""Speech without marks: headline colons, and the turns of interviews and transcripts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dateline.extract.statements import lexicon
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse

LABEL = re.compile(
    r"[\"“«]?"
    r"(?P<label>(?:Q|A|[A-Z][\w.'’-]*(?:[ ,]+(?:[A-Z(][\w.'’()-]*|de|van|von|bin|al|of|the)){0,6}))"
    r"(?P<colon>\s?:|\.(?=\s))\s*(?=\S)"
)
OWN = frozenset({"i", "we", "my", "our", "me", "us"})
VERBS = ("VBD", "VBZ", "VBP", "MD", "VB", "VBG", "VBN")


def find_turns(parse: Parse) -> list[Report]:
    """Return the turns of a transcript, and what a headline ascribes by a colon or dash."""
    labelled = []
    for number, (first, end) in enumerate(parse.paragraphs):
        text = parse.text[parse.starts[first] : parse.ends[end - 1]]
        match = LABEL.match(text)
        if match and (match["colon"] != "." or match["label"] in ("Q", "A")):
            labelled.append((number, match))
    found: list[Report] = []
    names = [match["label"].strip() for _, match in labelled]
    repeated = {name for name in names if names.count(name) > 1 or name in ("Q", "A")}
    transcript = len(labelled) > 1 and (
        len(repeated) > 1
        or {"Q", "A"} & set(names)
        or any(b - a == 1 for (a, _), (b, _) in itertools.pairwise(labelled))
    )
    answers = None
    if transcript and {"A", "A."} & set(names):
        answers = _interviewed(parse, parse.paragraphs[labelled[0][0]][0])
    for number, match in labelled:
        if transcript and match["label"].strip().lower() not in lexicon.phrases("kinds"):
            found.extend(_turn(parse, number, match, answers))
    if not transcript:
        for number in range(len(parse.paragraphs)):
            found.extend(_headline(parse, number))
    return found


def _turn(
    parse: Parse, paragraph: int, match: re.Match[str], answers: int | None
) -> Iterator[Report]:
    first, end = parse.paragraphs[paragraph]
    base = parse.starts[first]
    colon = base + match.start("colon")
    begin = base + match.end()
    label_first, label_end = parse.tokens_in(base, colon)
    content, _ = parse.tokens_in(begin, parse.ends[end - 1])
    if content >= end or label_end <= label_first:
        return
    head = _label_head(parse, label_first, label_end)
    if match["label"].strip(" .") == "A" and answers is not None:
        head = answers
    asks = parse.words[end - 1] == "?" or match["label"].strip() == "Q"
    yield Report(
        content=[(content, end)], rule="turn", source=(label_first, label_end), head=head,
        rank=9, force="asks" if asks else "asserts",
        spans=[(parse.starts[content], parse.ends[end - 1])], kind="turn",
    )  # fmt: skip


def _interviewed(parse: Parse, end: int) -> int | None:
    """Return the head of the first person's name before the answers: who gives them."""
    for first, stop, kind in parse.names():
        if first >= end:
            break
        if kind == "PERSON" and stop <= end:
            return _label_head(parse, first, stop)
    return None


def _label_head(parse: Parse, first: int, end: int) -> int:
    for token in range(first, end):
        if not first <= parse.heads[token] < end or parse.heads[token] == token:
            return token
    return end - 1


def _headline(parse: Parse, paragraph: int) -> Iterator[Report]:
    """Yield what a line without a final stop ascribes: "Tokayev: order restored"."""
    first, end = parse.paragraphs[paragraph]
    if end - first > 30 or (parse.words[end - 1] in (".", "?", "!", "”", '"') and end - first > 22):
        return
    for at in range(first + 1, end - 1):
        sign = parse.words[at]
        if sign == ":" or (sign in ("–", "—", "-", "--") and at >= end - 6 and _spaced(parse, at)):
            break
    else:
        return
    left, right = (first, _name_end(parse, first, at) if sign == ":" else at), (at + 1, end)
    if (
        sign == ":"
        and _names_speaker(parse, *left)
        and (_has_verb(parse, *right) or parse.words[end - 1] == "!")
        and right[1] - right[0] >= 2
    ):
        source, content = left, right
    elif (
        _names_source(parse, *right)
        and _has_verb(parse, *left)
        and parse.words[end - 1] not in ".?!"
    ):
        source, content = right, left
    else:
        return
    own = parse.words[end - 1] == "!" or any(w in OWN for w in parse.lowers[slice(*content)])
    yield Report(
        content=[content], rule="headline", source=source, head=_label_head(parse, *source),
        rank=9, kind="turn" if own and sign == ":" else "headline",
    )  # fmt: skip


def _name_end(parse: Parse, first: int, at: int) -> int:
    """Return where a speaker ends before a colon: "Ada Obi (on radio):", "Obi to her fans:"."""
    for token in range(first + 1, at):
        if parse.words[token] == "(" and parse.words[at - 1] == ")":
            return token
        named = parse.pos[token - 1] == "PROPN" or parse.ents[token - 1] == "PERSON"
        if parse.lowers[token] in ("to", "on", "at", "in") and named:
            return token
    return at


def _spaced(parse: Parse, at: int) -> bool:
    return (
        parse.text[parse.ends[at - 1] : parse.starts[at]].isspace()
        and parse.text[parse.ends[at] : parse.starts[at + 1]].isspace()
    )


def _names_speaker(parse: Parse, first: int, end: int) -> bool:
    if (
        end - first > 6
        or parse.lowers[first] in lexicon.phrases("kinds")
        or parse.lowers[end - 1] in lexicon.phrases("kinds")
    ):
        return False
    if any(parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(first, end)):
        return False
    return any(
        parse.ents[t] in ("PERSON", "ORG", "GPE", "NORP") or parse.pos[t] == "PROPN"
        for t in range(first, end)
    ) or (end - first <= 2 and parse.pos[end - 1] in ("NOUN", "PROPN"))


def _names_source(parse: Parse, first: int, end: int) -> bool:
    if not 0 < end - first <= 4:
        return False
    return (
        parse.pos[end - 1] in ("NOUN", "PROPN")
        and not any(parse.tags[t] in VERBS for t in range(first, end))
        and all(parse.pos[t] in ("NOUN", "PROPN", "ADJ", "DET", "PART") for t in range(first, end))
    )


def _has_verb(parse: Parse, first: int, end: int) -> bool:
    return any(parse.tags[t] in VERBS for t in range(first, end))
