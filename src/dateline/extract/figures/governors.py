"""Governors: the verb or noun that the counted words depend on, and what it does to them."""

from __future__ import annotations

from dateline.extract.figures.cues import (
    is_attempt,
    lexicon,
    patient_measure,
    pick,
    state_at,
)
from dateline.extract.figures.nouns import NOUNS, Counted, is_force, is_helper
from dateline.extract.figures.quantities import Quantity
from dateline.extract.figures.states import (
    HOSPITALS,
    has_wound,
    lost,
    object_follows,
    suffers_alone,
)
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse

OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "npadvmod", "nummod"})
COMPLEMENTS = frozenset({"acomp", "attr", "oprd", "xcomp", "advcl", "prep"})
UNTOLD = frozenset({"case", "crowd", "body", "life", "patient"})
# Words between a verb of bringing and the police station it brings to.
LED_REACH = 9
# Taken to a hospital for one of these, nobody is hurt for certain.
CHECKS = frozenset({"observation", "evaluation", "precaution", "precautionary", "checks"})
# A verb that tells nothing where it usually tells a measure.
SKIP = "skip"
# Words before a verb in which "not" begins a state: "had not come home".
NEGATED = 3
HOMES = frozenset({"house", "home", "building", "church"})


def find_governor(
    parse: Parse, quantity: Quantity, counted: Counted, *, person: bool | None
) -> str | None:
    """Return the measure that the tree above and below the counted words tells."""
    top = _top(parse, quantity.first, max(quantity.stop, counted.stop))
    for token in (top, counted.head) if counted.head >= 0 else (top,):
        for child in parse.children[token]:
            if parse.deps[child] in ("acl", "relcl") and child > token:
                measure = _by_clause(parse, child, person=person)
                if measure:
                    return measure
    governor, dep = parse.heads[top], parse.deps[top]
    if governor == top:
        return None
    if dep in ("nsubj", "nsubjpass"):
        return _by_subject(parse, governor, dep, person=person, force=is_force(parse, counted))
    if dep in OBJECTS:
        return _by_object(parse, governor, counted, person=person)
    if dep in ("pobj", "pcomp"):
        return _by_preposition(parse, governor, counted, person=person)
    return None


def _top(parse: Parse, first: int, stop: int) -> int:
    """Return the token of the range governed from outside, up through its coordination."""
    top = stop - 1
    for token in range(stop - 1, first - 1, -1):
        head = parse.heads[token]
        outside = head < first or head >= stop or head == token
        if outside and parse.deps[token] not in ("punct", "cc", "advmod"):
            top = token
            break
    for _ in range(4):
        head = parse.heads[top]
        joined = parse.deps[top] in ("conj", "appos") and head != top
        if not joined or parse.tags[head] not in (*NOUNS, "CD"):
            break
        top = head
    return top


def _is_passive(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] in ("auxpass", "nsubjpass") for c in parse.children[verb])


def _by_clause(parse: Parse, verb: int, *, person: bool | None) -> str | None:
    """Return the measure of a clause that hangs on the noun: "people killed", "who died"."""
    known, lemma, passive = lexicon(), parse.lemmas[verb].lower(), _is_passive(parse, verb)
    suffered = parse.tags[verb] == "VBN" or passive
    if found := state_at(parse, verb, person=person):
        has_object = any(parse.deps[c] == "dobj" for c in parse.children[verb])
        if parse.deps[verb] == "relcl" and not passive and has_object:
            return None
        if suffered or lemma not in known.patient:
            return found[0]
    if lemma in known.subject and lemma not in word_set("suffer_verbs"):
        return pick(known.subject[lemma], person=person)
    return (
        patient_measure(parse, verb, person=person) if suffered and lemma in known.patient else None
    )


def _conjuncts(parse: Parse, verb: int) -> list[int]:
    """Return a verb with those that share its subject."""
    found = [verb]
    for token in found[:6]:
        for child in parse.children[token]:
            own = any(parse.deps[c].startswith("nsubj") for c in parse.children[child])
            verbal = parse.pos[child] in ("VERB", "AUX", "ADJ")
            if parse.deps[child] in ("conj", "xcomp") and verbal and not own:
                found.append(child)
    return found


def _by_subject(
    parse: Parse, governor: int, dep: str, *, person: bool | None, force: bool
) -> str | None:
    for verb in _conjuncts(parse, governor):
        shared = dep == "nsubjpass" and (parse.tags[verb] == "VBN" or verb == governor)
        passive = shared or _is_passive(parse, verb)
        if any(parse.deps[c] == "neg" for c in parse.children[verb]):
            # "The two men were not injured", but "did not survive".
            measure = _by_negation(parse, verb, person=person)
        else:
            measure = _undergone(parse, verb, person=person) if passive else None
            measure = measure or _undertaken(
                parse, verb, person=person, passive=passive, force=force
            )
            measure = measure or _around(parse, verb, person=person, passive=passive)
        if measure and measure != SKIP:
            return None if measure == "none" else measure
    return None


def _by_negation(parse: Parse, verb: int, *, person: bool | None) -> str | None:
    """Return the measure of a state that "not" belongs to: "have not been seen"."""
    for token in range(max(0, verb - NEGATED), verb):
        found = state_at(parse, token, person=person)
        if found and "not" in parse.lowers[token : found[1]]:
            return found[0]
    return None


def _undergone(parse: Parse, verb: int, *, person: bool | None) -> str | None:
    """Return what a verb in the passive tells of its subject."""
    lemma = parse.lemmas[verb].lower()
    if measure := _either(parse, verb):
        return measure
    if person is not False and (measure := _led_off(parse, verb, lemma)):
        return measure
    known = lemma in lexicon().patient
    return patient_measure(parse, verb, person=person) if known else None


def _undertaken(
    parse: Parse, verb: int, *, person: bool | None, passive: bool, force: bool
) -> str | None:
    """Return what a verb tells of those who do it; SKIP where it tells nothing for once."""
    lemma, known = parse.lemmas[verb].lower(), lexicon()
    if lemma == "leave" and not passive and person is not False and _leaves_home(parse, verb):
        return "deployed" if force else "displaced"
    measure = pick(known.subject[lemma], person=person) if lemma in known.subject else None
    if measure is None:
        return None
    if passive and measure == "participants":
        return SKIP
    hurt = has_wound(parse, verb) or (person and suffers_alone(parse, verb))
    return SKIP if lemma in word_set("suffer_verbs") and not hurt else measure


def _either(parse: Parse, verb: int) -> str | None:
    """Return "other" where "injured or killed" leaves open which of both."""
    known = lexicon().patient
    for child in parse.children[verb]:
        joined = parse.deps[child] == "conj" and "or" in parse.lowers[verb:child]
        fates = {
            *known.get(parse.lemmas[verb].lower(), ()),
            *known.get(parse.lemmas[child].lower(), ()),
        }
        if joined and {"killed", "injured"} <= fates:
            return "other"
    return None


def _leaves_home(parse: Parse, verb: int) -> bool:
    """Return whether what is left is where people live: "3,000 left the villages"."""
    homes = word_set("settled")
    return any(
        parse.deps[c] == "dobj"
        and (
            parse.lemmas[c].lower() in homes
            or parse.ents[c] in ("GPE", "LOC")
            or (parse.tags[c] == "NNP" and parse.ents[c] != "ORG")
        )
        for c in parse.children[verb]
    )


def _led_off(parse: Parse, verb: int, lemma: str) -> str | None:
    """Return what "were delivered to the police" and "were lost" tell of people."""
    if lemma == "lose":
        return lost(parse, verb)
    if lemma in word_set("hospital_verbs") and _to_hospital(parse, verb):
        return "injured"
    if lemma not in ("deliver", "bring", "take", "escort", "convey"):
        return None
    first, last = parse.sentences[parse.sentence_of[verb]]
    near = range(max(first, verb - LED_REACH), min(last, verb + LED_REACH))
    to = (t for t in near if parse.lowers[t] == "to")
    offices = word_set("police_offices")
    return "detained" if any(offices & set(parse.lowers[t + 1 : t + 4]) for t in to) else None


def _around(parse: Parse, verb: int, *, person: bool | None, passive: bool) -> str | None:
    """Return the state told beside a verb, "none" where the verb acts on others."""
    active = parse.lemmas[verb].lower() in lexicon().patient and not passive
    stop = max(min(verb + 7, parse.right_edges[verb] + 1), verb + 1)
    for token in range(max(verb - 2, 0), stop):
        found = state_at(parse, token, person=person)
        if not found:
            continue
        if token == verb and active and object_follows(parse, found[1]):
            return "none"
        complement = parse.heads[token] == verb and parse.deps[token] in COMPLEMENTS
        if token == verb or found[1] - token > 1 or complement:
            return found[0]
    return None


def _by_object(  # noqa: PLR0911 - one return for each verb class
    parse: Parse, verb: int, counted: Counted, *, person: bool | None
) -> str | None:
    lemma = parse.lemmas[verb].lower()
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else ""
    if noun in ("life", "live"):
        return "killed" if lemma in word_set("loss_verbs") else None
    if lemma == "lose":
        if person:
            return None if noun == "job" else "killed"
        return "damaged" if noun in HOMES else None
    if lemma in word_set("hospital_verbs") and person is not False and _to_hospital(parse, verb):
        return "injured"
    sent = lemma in word_set("send") | {"deploy"}
    if sent and (is_force(parse, counted) or is_helper(parse, counted)):
        return "deployed"
    if person and lemma in ("force", "drive", "turn", "throw") and _forces_out(parse, verb):
        return "displaced"
    if lemma in lexicon().patient:
        return patient_measure(parse, verb, person=person)
    if lemma in ("treat", "admit"):
        return "injured" if person is not False else None
    if lemma in ("attract", "draw") and person is not False:
        sentence = range(*parse.sentences[parse.sentence_of[verb]])
        gathered = any(parse.lemmas[t].lower() in word_set("gatherings") for t in sentence)
        return "participants" if gathered else None
    return None


def _to_hospital(parse: Parse, verb: int) -> bool:
    last = min(parse.right_edges[verb] + 1, verb + 20)
    if not CHECKS.isdisjoint(parse.lowers[verb:last]):
        return False
    to = (t for t in range(verb + 1, last) if parse.lowers[t] == "to")
    return any(HOSPITALS & set(parse.lowers[t + 1 : t + 5]) for t in to)


def _hurt_beside(parse: Parse, prep: int, *, person: bool | None) -> str | None:
    """Return what befell those shot "along with" somebody."""
    verb = prep
    for _ in range(3):
        verb = parse.heads[verb]
        if parse.tags[verb].startswith("VB"):
            break
    lemma = parse.lemmas[verb].lower()
    if lemma not in lexicon().patient or not _is_passive(parse, verb):
        return None
    return patient_measure(parse, verb, person=person)


def _forces_out(parse: Parse, verb: int) -> bool:
    return any(parse.lowers[c] == "out" for c in parse.children[verb])


def _by_preposition(  # noqa: PLR0911 - one return for each preposition
    parse: Parse, prep: int, counted: Counted, *, person: bool | None
) -> str | None:
    word, head = parse.lowers[prep], parse.heads[prep]
    if head == prep:
        return None
    lemma = parse.lemmas[head].lower()
    if word == "with" and parse.lowers[prep - 1] in ("along", "together"):
        return _hurt_beside(parse, prep, person=person)
    if word == "of":
        return _by_noun(parse, head, counted, person=person)
    if word == "for" and {lemma, parse.lowers[head]} & word_set("seek"):
        return "missing" if person is not False else None
    if word == "by" and lemma in word_set("joined_verbs"):
        return "participants" if person is not False else None
    if word == "in" and lemma in ("find", "detect", "confirm", "diagnose", "identify"):
        germs = word_set("germs")
        subjects = (c for c in parse.children[head] if parse.deps[c].startswith("nsubj"))
        return "infected" if any(parse.lemmas[c].lower() in germs for c in subjects) else None
    if word == "to" and lemma == "injury":
        return "injured"
    return "missing" if word == "from" and lemma == "missing" else None


def _by_noun(parse: Parse, head: int, counted: Counted, *, person: bool | None) -> str | None:
    """Return the measure of the noun before "of": "the arrest of 3 thousand participants"."""
    lemma, word = parse.lemmas[head].lower(), parse.lowers[head]
    noun = parse.lemmas[counted.head].lower() if counted.head >= 0 else ""
    if noun in ("life", "live"):
        return "killed" if lemma in ("loss", "cost") else None
    if lemma in ("life", "body", "remain") or word in ("lives", "remains"):
        return "killed"
    if lemma == "loss" and person:
        return "killed"
    if (lemma == "toll" and person is False) or is_attempt(parse, head):
        return None
    if lemma in lexicon().noun and lemma not in UNTOLD:
        return pick(lexicon().noun[lemma], person=person)
    return "injured" if lemma in ("shooting", "wounding", "injuring") else None
