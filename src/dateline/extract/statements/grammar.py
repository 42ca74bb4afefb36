"""Questions about grammar that every finder of statements asks.

The tree is often wrong around quotation marks and commas, so answers are checked against
tags and neighbours, and are None rather than a guess across a clause.
"""

from __future__ import annotations

from dateline.extract.statements import lexicon
from dateline.extract.statements.reports import Range
from dateline.records.parses import Parse

# Relations of clauses that may share the subject of the clause above.
SHARING = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "parataxis", "dep"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
QUOTES = frozenset({'"', "“", "”", "„", "‟", "«", "»", "``", "''", "‘", "’", "'", "‚", '""'})
EDGES = frozenset(
    {
        ",",
        ";",
        ":",
        "-",
        "--",
        "–",
        "—",
        "―",
        ".",
        "...",
        "…",
        "and",
        "but",
        "(",
        "[",
        "or",
        "*",
        "•",
    }
)
TAIL = frozenset({",", ";", ":", "-", "--", "–", "—", "―", ".", "(", "[", "and", "but", "or"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "WP", "WDT", "PRP$", "EX"})
VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
# Endings of nouns for qualities and acts.
ABSTRACT = ("ity", "ness", "tion", "sion", "ment", "ship", "ance", "ence", "cy", "ism", "dom")
# An aside between a subject and its verb is no longer than this, in tokens.
ASIDE = 25
PHRASAL = frozenset({"compound", "pobj", "prep", "nmod", "flat"})
ASIDES = frozenset({"ROOT", "parataxis", "amod", "ccomp", "dep"})
NAMING = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "case", "predet"})


def is_verb(parse: Parse, token: int) -> bool:
    """Return whether a token is tagged as a verb."""
    return parse.tags[token] in VERBAL


def subject_of(parse: Parse, verb: int) -> int | None:
    """Return the head of the subject of `verb`, its own or one it shares, or None."""
    for _ in range(6):
        own = own_subject(parse, verb)
        if own is not None:
            return own
        if parse.heads[verb] == verb:
            return _subject_before(parse, verb)
        if parse.deps[verb] in ("acl", "relcl"):
            noun, above = _subject_of_noun_clause(parse, verb)
        else:
            noun, above = _subject_above(parse, verb)
        if above is None:
            return noun
        verb = above
    return None


def _subject_of_noun_clause(parse: Parse, verb: int) -> tuple[int | None, int | None]:
    """Return the noun that a clause hangs on, or the verb above whose subject it takes."""
    noun = parse.heads[verb]
    if not is_infinitive(parse, verb) or not _is_idle(parse, noun):
        return noun, None
    # "made a decision to grant", "his call to raise the wage"
    for owner in parse.children_by(noun, "poss"):
        return owner, None
    above = parse.heads[noun]
    hangs = parse.deps[noun] in ("dobj", "attr", "pobj") and is_verb(parse, above)
    return None, above if hangs else None


def _subject_above(parse: Parse, verb: int) -> tuple[int | None, int | None]:
    """Return the object above that a clause takes for its subject, or the verb above."""
    dep, head = parse.deps[verb], parse.heads[verb]
    if dep == "conj" and is_verb(parse, head):
        return None, head
    if dep == "pcomp":
        head = parse.heads[head]
    holds = is_verb(parse, head) or parse.pos[head] in ("AUX", "ADJ")
    if dep not in SHARING or not holds or not _shares(parse, verb, dep):
        return None, None
    if dep == "xcomp":
        # "asked him to say": the object speaks.
        between = [c for c in parse.children_by(head, "dobj") if head < c < verb]
        if between and not _is_idle(parse, between[0]):
            return between[0], None
    return None, head


def _is_idle(parse: Parse, noun: int) -> bool:
    """Return whether a noun is nobody who could speak: "a decision to", "much of his time"."""
    if parse.ents[noun] in ("PERSON", "ORG", "NORP", "GPE") or parse.pos[noun] in (
        "PROPN",
        "PRON",
    ):
        return False
    lemma = parse.lemmas[noun].lower()
    return lemma.endswith(ABSTRACT) or lemma in lexicon.nouns() or lemma in lexicon.phrases("idle")


def _subject_before(parse: Parse, verb: int) -> int | None:
    """Return the subject of the verb before "and", where the tree has cut the two apart."""
    token = verb - 1
    low, _ = sentence_of(parse, verb)
    while token > low and parse.pos[token] == "ADV":
        token -= 1
    if parse.lowers[token] not in ("and", "but") or parse.tags[verb] not in ("VBD", "VBZ"):
        return None
    for other in range(token - 1, low, -1):
        if parse.tags[other] == parse.tags[verb]:
            return own_subject(parse, other)
    return None


def subject_over_aside(parse: Parse, verb: int, low: int) -> int | None:
    """Return the noun before an aside that the tree takes apart: "*Obi*, asked about it, said"."""
    token = verb - 1
    while token > low and parse.pos[token] in ("AUX", "ADV"):
        token -= 1
    if token <= low or parse.words[token] != ",":
        return None
    for comma in range(token - 1, max(low, token - ASIDE), -1):
        before = comma - 1
        if parse.words[comma] != "," or before < low:
            continue
        if parse.words[before] == ")":
            while before > low and parse.words[before] != "(":
                before -= 1
            before -= 1
        if before >= low and parse.pos[before] in ("NOUN", "PROPN", "PRON"):
            return _phrase_head(parse, before, low, comma)
    return None


def _phrase_head(parse: Parse, token: int, low: int, end: int) -> int:
    """Return the head of the noun phrase that ends with `token`."""
    for _ in range(8):
        head = parse.heads[token]
        if not low <= head < end or parse.deps[token] not in PHRASAL:
            break
        token = head
    return token


def own_subject(parse: Parse, verb: int) -> int | None:
    """Return the head of the subject that hangs on `verb` or on its auxiliary.

    Of two, which the parser takes from the words quoted before, the nearer one is it.
    """
    found: int | None = None
    for child in parse.children[verb]:
        if parse.deps[child] in SUBJECTS and parse.words[child] not in QUOTES:
            if found is not None and child > verb:
                break
            found = child
            if child + 2 < verb and is_hyphen(parse, child + 1):
                # "the vice-president": two words, or two subjects, in the tree.
                found = child + 2
        elif found is None and parse.deps[child] in ("auxpass", "aux"):
            inner = parse.children_by(child, "nsubj", "nsubjpass")
            if inner:
                return inner[0]
    return found


def _shares(parse: Parse, verb: int, dep: str) -> bool:
    """Return whether a clause without a subject takes that of the clause above.

    "He went on to say", "…, adding that": the holder is that of the verb above.
    """
    if dep == "ccomp":
        return parse.tags[verb] in ("VBG", "VB")
    if dep in ("advcl", "parataxis", "dep"):
        return parse.tags[verb] in ("VBG", "VBN", "VB")
    return True


def agent_of(parse: Parse, verb: int) -> int | None:
    """Return the head of the "by" phrase of a passive, or None."""
    for child in parse.children[verb]:
        if parse.deps[child] == "agent" or (
            parse.lowers[child] == "by" and parse.deps[child] == "prep"
        ):
            for noun in parse.children[child]:
                if parse.deps[noun] == "pobj":
                    return noun
    return None


def is_passive(parse: Parse, verb: int) -> bool:
    """Return whether `verb` is a participle with a passive auxiliary, or behind its noun."""
    if parse.tags[verb] not in ("VBN", "VBD"):
        return False
    if is_reduced(parse, verb):
        return True
    return any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[verb])


def is_reduced(parse: Parse, verb: int) -> bool:
    """Return whether a participle alone stands for a passive clause.

    "*Asked* about the vacancy, she …", "the birds, *believed* to be from the north"
    """
    if parse.tags[verb] != "VBN" or parse.children_by(verb, "aux", "auxpass", "dobj"):
        return False
    if parse.deps[verb] in ("acl", "advcl"):
        return not parse.children_by(verb, "nsubj", "nsubjpass")
    before = verb - 1
    while before > 0 and parse.pos[before] == "ADV":
        before -= 1
    # "The birds, first believed to be …, died": a comma keeps the two apart.
    return before > 0 and parse.words[before] == "," and parse.deps[verb] in ASIDES


def is_negated(parse: Parse, verb: int) -> bool:
    """Return whether a "not" or "never" belongs to `verb`."""
    return any(parse.deps[child] == "neg" for child in parse.children[verb])


def is_hyphen(parse: Parse, token: int) -> bool:
    """Return whether a token is a hyphen inside a word."""
    return (
        parse.words[token] == "-"
        and 0 < token < len(parse) - 1
        and parse.ends[token - 1] == parse.starts[token]
        and parse.ends[token] == parse.starts[token + 1]
    )


def phrase_of(parse: Parse, head: int, *, before: int | None = None, after: int = -1) -> Range:
    """Return the words that name somebody: the noun with appositions and what restricts it.

    Stops before `before` (the cue) and begins after `after`; a relative clause behind a
    comma is left out, since it tells something else about them.
    """
    first, end = parse.left_edges[head], parse.right_edges[head] + 1
    if first > 1 and is_hyphen(parse, first - 1):
        first = parse.left_edges[first - 2]
    first = max(first, after + 1)
    if before is not None and first <= before < end and before > head:
        end = before
    for child in parse.children[head]:
        if child > head and parse.deps[child] in (
            "relcl",
            "acl",
            "advcl",
            "cc",
            "ccomp",
            "parataxis",
        ):
            edge = parse.left_edges[child]
            if (
                parse.words[edge - 1] in (",", "-", "--", "–", "—", "(")
                and parse.deps[child] != "cc"
            ):
                end = min(end, edge - 1)
                break
        if (
            child > head
            and parse.deps[child] == "punct"
            and parse.words[child] in (";", ":", "--", "–", "—")
        ):
            end = min(end, child)
            break
    return trim(parse, first, max(end, head + 1))


def trim(parse: Parse, first: int, end: int) -> Range:
    """Return a range without stray signs and conjunctions at its edges."""
    low, high = first, end
    while low < high - 1 and (
        parse.words[low] in EDGES or parse.lowers[low] in EDGES or parse.words[low] in QUOTES
    ):
        low += 1
    while high - 1 > low and (parse.lowers[high - 1] in TAIL or parse.words[high - 1] in QUOTES):
        high -= 1
    return low, high


def subtract(whole: Range, part: Range) -> list[Range]:
    """Return what is left of `whole` without `part`: none, one or two ranges.

    >>> subtract((0, 9), (3, 5))
    [(0, 3), (5, 9)]
    """
    left, right = (whole[0], min(whole[1], part[0])), (max(whole[0], part[1]), whole[1])
    return [piece for piece in (left, right) if piece[0] < piece[1]]


def own_words(parse: Parse, verb: int, without: int) -> Range:
    """Return the range of a cue's own clause: `verb` with all under it but `without`."""
    first, end = verb, verb + 1
    for child in parse.children[verb]:
        if child == without or parse.deps[child] in ("ccomp", "parataxis", "conj", "cc"):
            continue
        low, high = parse.subtree(child)
        if low <= without < high:
            continue
        if parse.deps[child] == "punct" and not low - 1 <= end <= high + 1:
            continue
        first, end = min(first, low), max(end, high)
    return first, end


def sentence_of(parse: Parse, token: int) -> Range:
    """Return the token range of the sentence around `token`."""
    return parse.sentences[parse.sentence_of[token]]


def has_words(parse: Parse, first: int, end: int) -> bool:
    """Return whether there is a word, not only signs, between two tokens."""
    return any(parse.words[t][:1].isalnum() for t in range(first, end))


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Return whether a word has "to" as its own: "to rebuild", "to be free"."""
    return any(parse.tags[child] == "TO" for child in parse.children[verb])


def has_quote(parse: Parse, first: int, end: int) -> bool:
    """Return whether a quotation mark stands between two tokens."""
    return any(word in QUOTES for word in parse.words[first:end])
