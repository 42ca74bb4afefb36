"""Actors made when another layer asks: relative pronouns, "others", missed names, towns.

Such words stand for an actor only where something acts or speaks, and this layer does not
know where; the layers that do ask for them by token.
"""

from __future__ import annotations

from itertools import pairwise

from dateline.extract.entities.lexicon import Lexicon
from dateline.extract.entities.nominals import COUNTRY_NOUNS, lemma_of, phrase_of
from dateline.extract.entities.references import Reference
from dateline.extract.entities.spelling import fold
from dateline.extract.entities.words import words
from dateline.records.parses import Parse
from dateline.records.readings import EntityKind

_PROPER = frozenset({"NNP", "NNPS"})
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "conj"})


def antecedent_of(parse: Parse, token: int) -> int:
    """Return the noun that "who", "which" or "that" at `token` stands for, or -1."""
    if parse.tags[token] not in {"WP", "WDT", "WP$"}:
        return -1
    at = token
    for _ in range(6):
        if parse.deps[at] in {"relcl", "acl"}:
            return parse.heads[at]
        if parse.heads[at] == at:
            break
        at = parse.heads[at]
    before = token - 1
    if before > 0 and parse.lowers[before] == ",":
        before -= 1
    return before if before >= 0 and parse.tags[before].startswith("NN") else -1


_PLACES_OF_TWO = {"first": 0, "former": 0, "second": 1, "latter": 1}
# Tokens before "the former" among which the two are looked for.
_TWO_BACK = 80


def one_of_two(parse: Parse, token: int, by_head: dict[int, Reference]) -> int:
    """Return the head of the name that "the first", "the latter" picks of two, or -1."""
    place = _PLACES_OF_TWO.get(parse.lowers[token])
    if place is None or parse.deps[token] not in _ACTING or parse.lowers[token - 1] != "the":
        return -1
    later: Reference | None = None
    for at in range(token - 1, max(token - _TWO_BACK, -1), -1):
        name = by_head.get(at)
        if name is None or name.form != "name":
            continue
        joined = later is not None and "and" in parse.lowers[name.end : later.first]
        if later is not None and joined and later.first - name.end <= 4 and name.kind == later.kind:
            return (name, later)[place].head
        later = name
    return -1


def make_reference(  # noqa: PLR0911 - one case after the other
    parse: Parse, token: int, countries: dict[int, str], lexicon: Lexicon
) -> Reference | None:
    """Return a reference for words that no list holds but that were asked for as an actor."""
    tag, lower = parse.tags[token], parse.lowers[token]
    sentence = parse.sentence_of[token]
    state = _state_meant(parse, token, countries, lexicon)
    if state is not None:
        return state
    if tag in _PROPER and parse.words[token][:1].isupper():
        return _name(parse, token, countries, lexicon)
    acting = parse.deps[token] in _ACTING
    if lemma_of(parse, token) in words("war_machine") and tag in {"NN", "NNS"}:
        return _war_machine(parse, token, lexicon)
    if lower in words("unnamed") and acting and tag in {"DT", "JJ", "NNS", "JJS", "PDT", "CD"}:
        return Reference(
            token, token + 1, token, "nominal", "group", sentence, noun=lower, plural=True
        )
    if lower in words("unnamed_person") and acting:
        return Reference(token, token + 1, token, "nominal", "person", sentence, noun=lower)
    noun = lemma_of(parse, token)
    if noun in words("acting_body") and acting:
        first, end = phrase_of(parse, token)
        return Reference(first, end, token, "nominal", "organization", sentence, noun=noun)
    if noun in COUNTRY_NOUNS and tag == "NNS":
        first, end = phrase_of(parse, token)
        return Reference(
            first, end, token, "nominal", "group", sentence, noun=noun, plural=True, sector="GOV"
        )
    if noun in words("acting_place") and acting:
        first, end = phrase_of(parse, token)
        country = next(
            (countries[at] for at in range(token, min(token + 4, len(parse))) if at in countries),
            None,
        )
        kind: EntityKind = "group" if tag == "NNS" else "organization"
        return Reference(
            first, end, token, "nominal", kind, sentence, noun=noun, sector="GOV", country=country
        )
    return None


# Prepositions behind which a capital stands for its state: "fired at Seoul", "ties with Rome".
_TOWARDS = frozenset({"at", "against", "on", "upon", "with", "toward", "towards"})


def _state_meant(
    parse: Parse, token: int, countries: dict[int, str], lexicon: Lexicon
) -> Reference | None:
    """Return the state that a capital as a target, or an adjective of nationality, means."""
    lower, dep = parse.lowers[token], parse.deps[token]
    if not parse.words[token][:1].isupper():
        return None
    capital = lexicon.seats.get(lower)
    if capital is not None:
        aimed = dep == "dobj" or (dep == "pobj" and parse.lowers[parse.heads[token]] in _TOWARDS)
        return _state(parse, token, capital) if aimed else None
    if dep == "pobj" and token in countries and _is_fired_at(parse, token):
        return _state(parse, token, countries[token])
    if dep in {"amod", "compound"} and parse.ents[token] == "NORP":
        code = lexicon.demonyms.get(lower)
        return _state(parse, token, code) if code else None
    return None


def _is_fired_at(parse: Parse, token: int) -> bool:
    """Return whether shots are aimed at a place: its state is the one that is hit."""
    link = parse.heads[token]
    verb = parse.heads[link]
    return parse.lowers[link] == "at" and (
        parse.lemmas[verb] in words("fire_at")
        or parse.lemmas[parse.heads[verb]] in words("fire_at")
    )


def _state(parse: Parse, token: int, code: str) -> Reference:
    sentence = parse.sentence_of[token]
    return Reference(token, token + 1, token, "name", "state", sentence, country=code)


def _war_machine(parse: Parse, token: int, lexicon: Lexicon) -> Reference | None:
    """Return the forces that "Iraqi warplanes" or "jets from Turkey" stand for."""
    first, end = phrase_of(parse, token)
    near = [parse.lowers[at] for at in range(first, token)]
    near += [" ".join(pair) for pair in pairwise(near)]
    codes = [lexicon.demonyms.get(word) or lexicon.states.get(word) for word in near]
    code = next((code for code in codes if code), None)
    if code is None:
        return None
    return Reference(
        first, end, token, "nominal", "group", parse.sentence_of[token],
        noun=lemma_of(parse, token), plural=True, sector="MIL", country=code,
    )  # fmt: skip


def _name(
    parse: Parse, token: int, countries: dict[int, str], lexicon: Lexicon
) -> Reference | None:
    """Return a name that the recogniser passed over, or a place that acts."""
    sentence = parse.sentence_of[token]
    start, stop = parse.sentences[sentence]
    first, end = token, token + 1
    while (
        first > start and parse.tags[first - 1] in _PROPER and parse.words[first - 1][:1].isupper()
    ):
        first -= 1
    while end < stop and parse.tags[end] in _PROPER and parse.words[end][:1].isupper():
        end += 1
    while first < token and (
        parse.lowers[first] in lexicon.titles or parse.lowers[first] in lexicon.demonyms
    ):
        first += 1
    if end - first > 5 or (parse.lowers[token] in lexicon.idle and end - first == 1):
        return None
    found = Reference(first, end, end - 1, "name", "person", sentence)
    found.parts = tuple(fold(word) for word in parse.words[first:end])
    if token in countries or parse.ents[token] in {"GPE", "LOC"}:
        if parse.deps[token] not in _ACTING:
            return None
        found.kind, found.country, found.sector = "organization", countries.get(token), "GOV"
    elif parse.ents[token] == "PERSON" or lexicon.gender_of(found.parts[0]) is not None:
        found.gender = lexicon.gender_of(found.parts[0]) or ""
    elif any(part in lexicon.name_words for part in found.parts) or _is_spelled(
        parse.words[end - 1]
    ):
        found.kind = "organization"
    return found


def _is_spelled(word: str) -> bool:
    """Return whether a word is written as bodies write themselves: "NAACP", "PolitiFact"."""
    return len(word) > 1 and any(c.isupper() for c in word[1:])
