"""Nominals and pronouns: "the head of state", "two officials briefed on the talks", "she"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.references import Reference
from dateline.extract.entities.words import sector_of, words
from dateline.records.parses import Parse

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PRONOUNS: dict[str, tuple[str, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("", True)),
    **dict.fromkeys(("it", "its", "itself"), ("n", False)),
}
FIRST_PERSONS = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSONS_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
# Tags that end a short phrase to the left.
_BREAKS = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "CC", "IN", "VBD", "VBZ", "VBP"})
COUNTRY_NOUNS = frozenset({"country", "nation"})
_HEADS_OF = {("head", "state"), ("head", "government"), ("chief", "staff"), ("commander", "chief")}
_LINKING = frozenset({"of", "for", "to", "at", "in", "from", "with"})


@dataclass(frozen=True, slots=True)
class Known:
    """What the nominals of a text are read with: the tables, and the countries of its places.

    `countries` holds the country of each token that the layer of places put on the map,
    `persons` the tokens at which the name of a person begins.
    """

    lexicon: Lexicon
    countries: dict[int, str]
    persons: frozenset[int] = frozenset()


def find_nominals(parse: Parse, named: list[bool], known: Known) -> list[Reference]:
    """Return the nominals and pronouns of a text; `named` tells which tokens are in names."""
    found = []
    tags, lowers = parse.tags, parse.lowers
    for token, tag in enumerate(tags):
        if tag in {"PRP", "PRP$"}:
            if lowers[token] in PRONOUNS:
                found.append(_pronoun(parse, token))
        elif lowers[token].endswith("old") and (aged := _aged(parse, token)) is not None:
            found.append(aged)
        elif tag in NOUN_TAGS and not named[token] and _heads_phrase(parse, token, named):
            noun = lemma_of(parse, token)
            if noun in COUNTRY_NOUNS and tag == "NN":
                found.append(_country_nominal(parse, token))
            elif is_actor(noun, known.lexicon) and (noun != "house" or _is_chamber(parse, token)):
                found.append(read_nominal(parse, token, noun, known))
    return found


def _heads_phrase(parse: Parse, token: int, named: list[bool]) -> bool:
    """Return whether a noun is the last of its phrase, and no part of an office."""
    after = token + 1
    goes_on = after < len(parse) and (
        parse.lowers[after] == "-" or (parse.tags[after] in NOUN_TAGS and not named[after])
    )
    if goes_on:
        return False
    if token > 1 and (parse.lowers[token - 2], parse.lowers[token]) in _HEADS_OF:
        # "the head of state" is no state
        return parse.tags[token - 1] != "IN"
    governor = parse.heads[token]
    # "the six-member panel"
    return parse.deps[token] not in _MODIFIERS or governor <= token or named[governor]


# Endings of the names of trades: "glaciologist", "oceanographer".
_TRADES = ("ologist", "ographer", "iatrist")


def is_actor(noun: str, lexicon: Lexicon) -> bool:
    """Return whether a noun stands for persons or bodies."""
    return noun in lexicon.nouns or noun in lexicon.persons or noun.endswith(_TRADES)


def _is_chamber(parse: Parse, token: int) -> bool:
    """Return whether a house is one of parliament: "the lower house", "the House"."""
    if parse.words[token][:1].isupper():
        return True
    return token > 0 and parse.lowers[token - 1] in {"upper", "lower", "-"}


def _aged(parse: Parse, token: int) -> Reference | None:
    """Return the person in "the 34-year-old", which no noun follows."""
    words_ = parse.lowers
    if words_[token] == "old" and "".join(words_[token - 3 : token]) == "-year-":
        first = token - 5
    elif words_[token].endswith("-year-old"):
        first = token - 1
    else:
        return None
    followed = parse.deps[token] in _MODIFIERS and parse.heads[token] > token
    if first < 0 or words_[first] != "the" or followed:
        return None
    found = Reference(first, token + 1, token, "nominal", "person", parse.sentence_of[token])
    found.noun, found.definite = "year-old", True
    found.subject = parse.deps[token] in _SUBJECTS
    return found


def _country_nominal(parse: Parse, token: int) -> Reference:
    first, end = phrase_of(parse, token)
    found = Reference(first, end, token, "nominal", "state", parse.sentence_of[token])
    found.noun = "country"
    found.definite = parse.lowers[first] in DEFINITE | _POSSESSIVE and end - first == 2
    if end < len(parse) and parse.lowers[end] in {"of", "that", "which", "where", "whose"}:
        found.definite = False
    return found


def _pronoun(parse: Parse, token: int) -> Reference:
    found = Reference(token, token + 1, token, "pronoun", None, parse.sentence_of[token])
    found.gender, found.plural = PRONOUNS[parse.lowers[token]]
    found.subject = parse.deps[token] in _SUBJECTS
    return found


# Lemmas that no noun of the tables has: the press are "the media".
_MENDED = {"medium": "media", "datum": "data", "mps": "mp"}


def lemma_of(parse: Parse, token: int) -> str:
    """Return the singular of a noun in lower case, capitals and slips of the tagger aside."""
    lemma = parse.lemmas[token].lower()
    if lemma in _MENDED:
        return _MENDED[lemma]
    if lemma == parse.lowers[token] and parse.tags[token] in {"NNPS", "NNP"}:
        if lemma.endswith("ies"):
            return lemma[:-3] + "y"
        if lemma.endswith("s") and not lemma.endswith("ss") and parse.tags[token] == "NNPS":
            return lemma[:-1]
    return lemma


def phrase_of(parse: Parse, token: int) -> tuple[int, int]:
    """Return the short phrase of a noun, kept inside its sentence and free of signs."""
    first, end = parse.base_phrase(token)
    first = max(first, parse.sentences[parse.sentence_of[token]][0], token - 12)
    for at in range(token - 1, first - 1, -1):
        if parse.tags[at] in {
            ",",
            ".",
            ":",
            "``",
            "''",
            "-LRB-",
            "-RRB-",
            "CC",
            "IN",
            "VBD",
            "VBZ",
        }:
            first = at + 1
            break
    while (
        first < token
        and parse.tags[first] in {"RB", "RBR", "RBS"}
        and parse.tags[first + 1] != "CD"
    ):
        first += 1
    # "at least 19 people": the bound belongs to the figure, not to the name of the group.
    number = next((at for at in range(first, token) if parse.tags[at] == "CD"), first)
    if all(parse.lowers[at] in words("bound") for at in range(first, number)):
        first = number
    return first, end


def read_nominal(parse: Parse, token: int, noun: str, known: Known) -> Reference:
    """Return the reference of the nominal headed by `token`, with what its words tell."""
    first, end = phrase_of(parse, token)
    entry = known.lexicon.nouns.get(noun)
    kind = entry.kind if entry else "person"
    plural = parse.tags[token] in {"NNS", "NNPS"} or parse.lowers[token] == "mps"
    if plural and noun not in {"force", "police"}:
        kind = "group"
    found = Reference(first, end, token, "nominal", kind, parse.sentence_of[token])
    found.noun, found.plural = _office(parse, token, noun), plural or kind == "group"
    found.sector = entry.sector if entry else None
    found.title = _title(parse, token, found)
    _, stated = known.lexicon.titles.get(found.noun, ("", None))
    if " " in found.noun and stated:
        # "secretary general"
        found.sector = stated
    found.subject = parse.deps[token] in _SUBJECTS
    if kind == "person":
        found.gender = "f" if noun in words("female") else "m" if noun in words("male") else ""
    opening = parse.lowers[first]
    found.definite = opening in DEFINITE
    if opening in _POSSESSIVE or (end - first > 1 and "'s" in parse.lowers[first:token]):
        found.definite = True
    if noun == "deputy" and (
        opening in _POSSESSIVE or parse.lowers[token + 1 : token + 2] == ["to"]
    ):
        # "her deputy" sits in no parliament
        found.sector = None
    _read_owner(parse, found, known)
    _read_complement(parse, found, known)
    _read_premodifiers(parse, found, known)
    if noun in words("kin") and found.end == token + 1 and _has_count(parse, token):
        # "a father of three"
        found.end = token + 3
    found.former = any(
        word in words("former") or word == "retired" for word in parse.lowers[first:token]
    )
    if found.kind == "organization" and noun in words("departments"):
        found.telling = _telling(parse, found, known.lexicon)
    return found


def _has_count(parse: Parse, token: int) -> bool:
    after = parse.lowers[token + 1 : token + 2]
    return after == ["of"] and parse.tags[token + 2 : token + 3] == ["CD"]


def _telling(parse: Parse, found: Reference, lexicon: Lexicon) -> frozenset[str]:
    """Return the words that tell a ministry or an office from the others of a text.

    "foreign" of "the Kyrgyz foreign ministry", "mayor" of "the mayor's office".
    """
    small = parse.words[found.head].islower()
    return frozenset(
        lower
        for at in range(found.first, found.head)
        # "the United Nations agency" is told by its owner, which is another matter.
        if parse.tags[at] in NOUN_TAGS | {"JJ"}
        and not (small and parse.words[at][:1].isupper())
        and (lower := parse.lowers[at]) not in lexicon.demonyms
        and lower not in lexicon.states
        and lower not in lexicon.people
        and lower not in words("untelling")
    )


def _title(parse: Parse, token: int, found: Reference) -> str:
    """Return an office with the words that tell which: "first deputy prime minister"."""
    lowers = parse.lowers
    first = token
    while first > found.first and (
        lowers[first - 1] in words("rank")
        or lowers[first - 1] in words("portfolio")
        or lowers[first - 1] in words("department")
        or lowers[first - 1] in words("scholarly")
    ):
        first -= 1
    held = lowers[first:token]
    while held and held[0] in {"social", "first", "staff"} and len(held) == 1:
        held = held[1:]
    title = " ".join([*held, lowers[token]])
    if " of " in found.noun:
        title = " ".join([*held, found.noun])
    return title if found.noun.split()[-1] in title else found.noun


def _office(parse: Parse, token: int, noun: str) -> str:
    lowers = parse.lowers
    if (
        token + 2 < len(lowers)
        and lowers[token + 1] == "of"
        and (noun, lowers[token + 2]) in _HEADS_OF
    ):
        return f"{noun} of {lowers[token + 2]}"
    if (
        noun in words("office")
        and token > 0
        and parse.sentence_of[token - 1] == parse.sentence_of[token]
    ):
        before = lowers[token - 1]
        if before == "-" and token > 1:
            before = lowers[token - 2]
        if before in words("portfolio"):
            return f"{before} {noun}"
    return noun


def _country_at(parse: Parse, token: int, known: Known) -> str | None:
    """Return the country that the words at `token` name or that their place lies in."""
    lowers, lexicon = parse.lowers, known.lexicon
    if lowers[token] == "us" and parse.words[token] != "US":
        return None
    # "North Korean" and "South African" are read whole from either word.
    before = " ".join(lowers[token - 1 : token + 1]) if token else ""
    pair = " ".join(lowers[token : token + 2])
    for name in (before, pair, lowers[token]):
        code = lexicon.demonyms.get(name) or lexicon.states.get(name) or lexicon.seats.get(name)
        if code:
            return code
    return known.countries.get(token)


def _read_owner(parse: Parse, found: Reference, known: Known) -> None:
    # "Kazakhstan's president", "the company's founder"
    for at in range(found.first, found.head):
        if parse.lowers[at] in {"'s", "'"} and at > found.first:
            found.body = at - 1
            found.country = found.country or _country_at(parse, at - 1, known)
            if at - 2 >= found.first and not found.country:
                found.country = _country_at(parse, at - 2, known)


def _read_premodifiers(parse: Parse, found: Reference, known: Known) -> None:
    sectors = sector_of("sector_of")
    for at in range(found.head - 1, found.first - 1, -1):
        if not found.country and (code := _country_at(parse, at, known)):
            found.country = code
        lower = parse.lowers[at]
        if lower in words("former") and found.sector == "GOV":
            found.sector = "ELI"
        elif lower in sectors and found.noun.split()[-1] not in words("governing"):
            found.sector = sectors[lower]
        elif lower in {"chief", "executive"} and found.noun.endswith("officer"):
            found.sector = "BUS"
        elif found.sector is None or found.noun in words("vague"):
            noun = known.lexicon.nouns.get(lemma_of(parse, at))
            if noun and noun.sector and parse.tags[at] in NOUN_TAGS | {"JJ"}:
                found.sector = noun.sector
        if found.body < 0 and parse.tags[at] in {"NNP", "NNPS"} and lower not in words("rank"):
            found.body = at


def _read_complement(parse: Parse, found: Reference, known: Known) -> None:
    """Take "of the ministry", "for Kazakhstan" into the phrase, and read what it names."""
    at = found.head + 1
    if " of " in found.noun:
        # "the head of state of Belarus"
        at, found.end = at + 2, max(found.end, at + 2)
    last = parse.sentences[found.sentence][1]
    if at >= last or parse.lowers[at] not in _LINKING:
        return
    link = parse.lowers[at]
    inner = _complement_head(parse, at, last, known.persons)
    if inner < 0:
        return
    if found.body < 0:
        found.body = inner
    for token in range(inner, at, -1):
        if parse.tags[token] in {"NNP", "NNPS", "JJ"}:
            found.country = found.country or _country_at(parse, token, known)
    if link == "of" or (
        # "a spokesman for the ministry", "chief investment officer at Solaris"
        found.kind == "person"
        and link in {"for", "to"}
        and (parse.tags[inner] in {"NNP", "NNPS"} or lemma_of(parse, inner) in known.lexicon.nouns)
    ):
        found.end = inner + 1
        noun = lemma_of(parse, inner)
        if found.noun in words("measure") and parse.tags[inner] in {"NNS", "NNPS", "NN"}:
            entry = known.lexicon.nouns.get(noun)
            if (entry and entry.kind != "organization") or noun in known.lexicon.persons:
                found.kind, found.plural = "group", True
                found.sector = (entry.sector if entry else None) or found.sector
                found.noun = noun


# Tags inside and before the noun that a preposition governs.
_INSIDE = frozenset({"CD", "POS"})
_BEFORE = frozenset({"DT", "JJ", "JJS", "JJR", "CD", "PRP$", "HYPH", "VBN", "VBG"})


def _complement_head(parse: Parse, link: int, last: int, persons: frozenset[int]) -> int:
    """Return the head noun of what follows a preposition, or -1."""
    token, head = link + 1, -1
    while token < last and token < link + 9:
        if head >= 0 and token in persons:
            # "the president of Belarus Ana Diaz"
            break
        tag = parse.tags[token]
        if tag in NOUN_TAGS:
            head = token
        elif tag not in (_INSIDE if head >= 0 else _BEFORE) and parse.words[token] not in "-‑":
            break
        token += 1
    if head >= 0 and head + 1 < last and parse.tags[head + 1] == "POS":
        return -1
    return head
