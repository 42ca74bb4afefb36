"""Who stands behind a document: "a UN report", "figures released by the bank", "the study".

What a document says is said by the body that issued it. A reader of a document ("obtained by
Reuters", "seen by the Guardian") issued nothing.
"""

from __future__ import annotations

from dateline.extract.entities.nominals import NOUN_TAGS, lemma_of
from dateline.extract.entities.words import words
from dateline.records.parses import Parse

_PRONOUNS = frozenset({"PRP$"})
# Tokens that are looked through for an earlier wording of the same document.
_BACK = 400
_DEPTH = 3


def is_document(parse: Parse, token: int) -> bool:
    """Return whether a noun is that of a document or of what one holds."""
    return parse.tags[token] in NOUN_TAGS and lemma_of(parse, token) in words("document")


def is_telling(parse: Parse, token: int) -> bool:
    """Return whether a document stands where somebody speaks or acts."""
    dep = parse.deps[token]
    if any(parse.deps[child] == "relcl" for child in parse.children[token]):
        return True
    if dep in {"nsubj", "nsubjpass", "ROOT", "agent"}:
        return True
    if dep == "pobj":
        link = parse.heads[token]
        return parse.lowers[link] == "to" and parse.lowers[parse.heads[link]] == "according"
    return False


def issuer_of(parse: Parse, token: int) -> int:
    """Return the token that heads the name of who issued a document, or -1."""
    found = _named_with(parse, token, _DEPTH)
    if found >= 0 or parse.lowers[parse.left_edges[token]] not in {"the", "this", "that"}:
        return found
    noun = lemma_of(parse, token)
    for before in range(token - 1, max(token - _BACK, -1), -1):
        if parse.lowers[before][:3] == noun[:3] and is_document(parse, before):
            if lemma_of(parse, before) != noun:
                continue
            found = _named_with(parse, before, _DEPTH)
            if found >= 0:
                return found
    return -1


def _named_with(parse: Parse, token: int, depth: int) -> int:
    if depth == 0:
        return -1
    for step in (_owner, _modifier):
        found = step(parse, token)
        if found >= 0:
            return found
    return max(_author(parse, token, depth), _publisher(parse, token))


def _owner(parse: Parse, token: int) -> int:
    """Return the owner in "the ministry's report", "their projections"."""
    owners = [c for c in parse.children[token] if parse.deps[c] == "poss" and c < token]
    return owners[-1] if owners else -1


def _modifier(parse: Parse, token: int) -> int:
    """Return the name before the noun in "a UN report", "a DoD news release"."""
    first, _ = parse.base_phrase(token)
    before = [at for at in range(max(first, token - 8), token) if parse.tags[at] in {"NNP", "NNPS"}]
    while (
        before and before[-1] + 1 < token and parse.tags[before[-1] + 1] not in NOUN_TAGS | {"JJ"}
    ):
        before.pop()
    return before[-1] if before else -1


def _author(parse: Parse, token: int, depth: int) -> int:
    """Return the author in "a report by the WHO", "figures released on Monday by the bank"."""
    for child in parse.children[token]:
        if child < token:
            continue
        lower, dep = parse.lowers[child], parse.deps[child]
        if dep == "prep" and lower in {"by", "from", "of"}:
            found = _object(parse, child)
            if found < 0:
                continue
            if is_document(parse, found):
                return _named_with(parse, found, depth - 1)
            if lower != "of" or parse.ents[found] in {"ORG", "PERSON"}:
                return found
        elif dep == "acl" and parse.lemmas[child] in words("issue"):
            for link in parse.children[child]:
                if parse.lowers[link] == "by":
                    return _object(parse, link)
    return -1


def _object(parse: Parse, link: int) -> int:
    return next((c for c in parse.children[link] if parse.deps[c] == "pobj"), -1)


def _publisher(parse: Parse, token: int) -> int:
    """Return the subject in "the council voted to adopt Resolution 1, which condemned ..."."""
    verb = parse.heads[token]
    if parse.deps[token] != "dobj" or parse.lemmas[verb] not in words("issue"):
        return -1
    for _ in range(3):
        subject = next((c for c in parse.children[verb] if parse.deps[c] == "nsubj"), -1)
        if subject >= 0 or parse.deps[verb] not in {"xcomp", "conj"}:
            return subject
        verb = parse.heads[verb]
    return -1
