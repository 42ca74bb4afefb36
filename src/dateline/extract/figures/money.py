"""Money, prices and shares: which of them a sum is, and what it is the price or share of."""

from __future__ import annotations

from dateline.extract.figures.nouns import NOUNS, WHEN
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

PRICE_NOUNS = word_set("price_nouns")
PRICE_VERBS = frozenset(["sell", "trade", "retail", "fetch", "cost", "close", "price", "charge"])
TRADED = word_set("traded")
RISES = word_set("rises")
# From here on a sum is a budget or a deal unless the words say price.
LARGE_SUM = 1_000_000


def find_money_measure(parse: Parse, quantity: Quantity) -> str:
    """Return "price" where the sum is what one of something costs, else "money"."""
    if quantity.per and quantity.per not in word_set("paid_per"):
        return "price"
    first, stop = parse.sentences[parse.sentence_of[quantity.first]]
    near = range(max(first, quantity.first - 12), min(stop, quantity.stop + 6))
    lemmas = {parse.lemmas[t].lower() for t in near}
    behind = parse.lowers[quantity.stop : quantity.stop + 3]
    for_one = behind[:2] in (["for", "a"], ["for", "an"]) and len(behind) > 2
    if for_one and (behind[2] in TRADED or behind[2] in ("ticket", "kilo", "pound")):
        return "price"
    if quantity.value >= LARGE_SUM and "price" not in lemmas:
        return "money"
    whole = {parse.lemmas[t].lower() for t in range(first, min(stop, quantity.stop + 12))}
    priced = (
        ("share" in lemmas and quantity.value < 5000)
        or (whole & {"fare", "price"} and quantity.value < 100_000)
        or lemmas & (PRICE_NOUNS - {"cost", "rate", "charge", "toll"})
    )
    return "price" if priced or _is_traded(parse, quantity, near, lemmas) else "money"


def _is_traded(parse: Parse, quantity: Quantity, near: range, lemmas: set[str]) -> bool:
    """Return whether the words tell of selling, or of goods that rise and fall."""
    verbs = {
        parse.lemmas[t].lower()
        for t in near
        if t < quantity.first and parse.tags[t].startswith("VB")
    }
    if verbs & PRICE_VERBS and "damage" not in lemmas:
        return True
    goods = not TRADED.isdisjoint(parse.lowers[t] for t in near)
    return goods and bool(verbs & RISES or not verbs or quantity.bounded)


def governing_verb(parse: Parse, token: int) -> int:
    """Return the nearest verb above `token`, or -1."""
    for _ in range(12):
        head = parse.heads[token]
        if head == token:
            return token if parse.pos[token] in ("VERB", "AUX") else -1
        token = head
        if parse.pos[token] in ("VERB", "AUX"):
            return token
    return -1


def subject_of(parse: Parse, token: int) -> tuple[int, int] | None:
    """Return what the clause around `token` changes or tells of: its object or subject.

    "cut its costs to $118 billion": the costs; "sales fell 35%": the sales.
    """
    verb = governing_verb(parse, token)
    moved = parse.lowers[token - 1] in ("to", "at", "by", "from") if token else False
    for _ in range(5):
        if verb < 0:
            break
        if moved and (found := _object_before(parse, verb, token)):
            return found
        for child in parse.children[verb]:
            subject = parse.deps[child] in ("nsubj", "nsubjpass") and child < token
            if subject and (found := _to_phrase(parse, verb, child)):
                return found
        above = parse.heads[verb]
        if above == verb or parse.deps[verb] not in (
            "conj",
            "xcomp",
            "advcl",
            "pcomp",
            "prep",
            "relcl",
        ):
            break
        verb = above if parse.pos[above] in ("VERB", "AUX") else governing_verb(parse, above)
    return None


def _object_before(parse: Parse, verb: int, token: int) -> tuple[int, int] | None:
    for child in parse.children[verb]:
        if (
            parse.deps[child] == "dobj"
            and verb < child < token
            and parse.tags[child] in NOUNS
            and parse.lowers[child] not in WHEN
            and parse.words[child] != "%"
            and parse.lemmas[child].lower() not in word_set("levels")
            and all(parse.tags[c] != "CD" for c in parse.children[child])
        ):
            return parse.base_phrase(child)
    return None


def _to_phrase(parse: Parse, verb: int, subject: int) -> tuple[int, int] | None:
    if parse.tags[subject] in ("WDT", "WP") and parse.deps[verb] == "relcl":
        head = parse.heads[verb]
        return parse.base_phrase(head) if parse.words[head][-1:].isalpha() else None
    if parse.tags[subject] in NOUNS and parse.words[subject] != "%":
        if parse.lemmas[subject].lower() in PORTIONS and (whole := _behind_of(parse, subject)):
            return whole
        first, stop = parse.base_phrase(subject)
        named = [c for c in parse.children[subject] if parse.deps[c] == "appos" and c > subject]
        return first, parse.base_phrase(named[0])[1] if named else stop
    return (subject, subject + 1) if parse.tags[subject].startswith("PRP") else None


def _behind_of(parse: Parse, noun: int) -> tuple[int, int] | None:
    """Return the phrase behind "of": "its share of [the market] rose"."""
    for child in parse.children[noun]:
        if child == noun + 1 and parse.lowers[child] == "of":
            whole = [c for c in parse.children[child] if parse.deps[c] == "pobj"]
            return parse.base_phrase(whole[0]) if whole and parse.tags[whole[0]] in NOUNS else None
    return None


def governing_noun(parse: Parse, quantity: Quantity) -> tuple[int, int] | None:
    """Return the noun before the sum that it belongs to: "a debt of $172 billion"."""
    at = quantity.first - 1
    floor = parse.sentences[parse.sentence_of[quantity.first]][0]
    if (
        at > floor
        and parse.lowers[at] in ("of", "(", "worth")
        and parse.tags[at - 1] in NOUNS
        and parse.lowers[at - 1] not in WHEN
    ):
        return parse.base_phrase(at - 1)
    if at > floor and parse.tags[at] in NOUNS and parse.lowers[at + 1] != ",":
        return parse.base_phrase(at)
    return None


CHANGE_NOUNS = word_set("change_nouns")
PORTIONS = frozenset({"share", "slice", "stake", "portion", "proportion", "percentage", "part"})
CHANGES = CHANGE_NOUNS - PORTIONS


def share_of(parse: Parse, quantity: Quantity, head: int) -> tuple[int, int] | None:
    """Return what a share is a share of, where no "of" behind it says."""
    if (
        head >= 0
        and parse.lemmas[head].lower() in CHANGE_NOUNS
        and parse.lowers[head + 1 : head + 2] in (["in"], ["of"])
    ):
        at = head + 2
        last = parse.sentences[parse.sentence_of[head]][1]
        while at < last and parse.tags[at] in ("DT", "JJ", "PRP$", *NOUNS, "POS", "NNS"):
            at += 1
        if at > head + 2 and parse.tags[at - 1] in NOUNS:
            return head + 2, at
    if head < 0:
        return governing_noun(parse, quantity)
    return None


def named_subject(parse: Parse, token: int) -> tuple[int, int] | None:
    """Return the subject of the clause, a pronoun replaced by the subject before it."""
    found = subject_of(parse, token)
    sentence = parse.sentence_of[token]
    if (
        found
        and parse.lowers[found[0]] in ("it", "they", "this", "that")
        and found[1] - found[0] == 1
        and sentence
    ):
        first, stop = parse.sentences[sentence - 1]
        for at in range(first, stop):
            if parse.deps[at] in ("nsubj", "nsubjpass") and parse.tags[at] in NOUNS:
                return parse.base_phrase(at)
    if found is None:
        first = parse.sentences[sentence][0]
        for at in range(token - 1, first - 1, -1):
            if parse.deps[at] in ("nsubj", "nsubjpass") and parse.tags[at] in NOUNS:
                return parse.base_phrase(at)
    return found
