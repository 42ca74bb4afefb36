"""Harms: the killed and wounded that a text tells one by one, each with its cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from dateline.extract.figures.cues import WEAK, is_fatal, lexicon, pick
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.patients import (
    SELVES,
    is_passive,
    is_unreal,
    objects_behind,
    own_subjects,
    patients,
    subjects,
)
from dateline.extract.figures.victims import victim_words
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse
from dateline.records.readings import Measure

REFLEXIVES = SELVES
PREDICATES = frozenset(
    ["acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "ROOT", "conj", "dep", "appos"]
)
# Words behind "survived" that name what was survived.
SURVIVED = 5
VERBAL = frozenset({"VERB", "ADJ", "NOUN", "ADV"})


@dataclass(frozen=True, slots=True)
class Harm:
    """A victim phrase with what befell it; `weak` where only a shot or a stab is told."""

    victim: int
    measure: Measure
    weak: bool


def find_harms(parse: Parse) -> list[Harm]:
    """Return the harms of a text in the order of their cues."""
    patient, found = lexicon().patient, []
    for token, lemma in enumerate(parse.lemmas):
        rule = RULES.get(lemma)
        if rule and (lemma not in patient or parse.tags[token] in NOUNS):
            found.extend(rule(parse, token))
        elif lemma in patient:
            found.extend(_from_verb(parse, token, lemma))
    return found


def _from_verb(parse: Parse, verb: int, lemma: str) -> list[Harm]:
    measure = pick(lexicon().patient[lemma], person=True)
    if measure not in ("killed", "injured") or parse.pos[verb] not in VERBAL:
        return []
    weak = lemma in WEAK
    if measure == "injured" and is_fatal(parse, verb):
        measure, weak = "killed", False
    if is_unreal(parse, verb):
        return []
    first, stop = parse.sentences[parse.sentence_of[verb]]
    weak = weak and word_set("survival").isdisjoint(parse.lowers[first:stop])
    return [Harm(victim, cast("Measure", measure), weak) for victim in patients(parse, verb)]


def _from_death(parse: Parse, verb: int) -> list[Harm]:
    """Return who died, perished or succumbed."""
    if not parse.tags[verb].startswith("VB") or is_unreal(parse, verb):
        return []
    return [Harm(victim, "killed", weak=False) for victim in subjects(parse, verb)]


def _from_dead(  # noqa: PLR0911 - one return for each place of "dead"
    parse: Parse, token: int
) -> list[Harm]:
    """Return who "was found dead", "is dead", "dead" standing in its predicate."""
    verb, dep, tag = parse.heads[token], parse.deps[token], parse.tags[token]
    before = parse.lowers[token - 1] if token else ""
    own = own_subjects(parse, token)
    if before in ("brain", "the", "presumed", "not") or (verb == token and not own):
        return []
    if tag not in ("JJ", "NN", "RB", "VBN", "NNP"):
        return []
    if dep == "amod" and token > verb:
        return [Harm(verb, "killed", weak=False)]
    if dep not in PREDICATES:
        return []
    if dep == "ROOT" or own:
        return [Harm(victim, "killed", weak=False) for victim in subjects(parse, token) if own]
    if is_unreal(parse, verb) or parse.lemmas[verb].lower() in ("shoot", "stab", "gun"):
        return []
    objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
    found = objects if objects and not is_passive(parse, verb) else subjects(parse, verb)
    return [Harm(victim, "killed", weak=False) for victim in found]


def _from_condition(parse: Parse, token: int) -> list[Harm]:
    """Return who is "in critical condition"; being critical may yet end in death."""
    if parse.lowers[token + 1 : token + 2] not in (["condition"], ["but"]) or token < 1:
        return []
    weak, verb = parse.lowers[token] != "stable", token
    headed = token > 1 and parse.lowers[token - 1] == "in"
    if headed and parse.lowers[token - 2] in victim_words("persons"):
        return [Harm(token - 2, "injured", weak)]
    for _ in range(4):
        verb = parse.heads[verb]
        if parse.pos[verb] in ("VERB", "AUX") or parse.deps[verb] == "ROOT":
            break
    if parse.pos[verb] in ("NOUN", "PROPN", "ADJ"):
        # "Killeen 2-year-old in critical condition"
        near = range(token - 1, max(token - 4, -1), -1)
        victim = next((t for t in near if parse.lowers[t] == "old"), verb)
        return [Harm(victim, "injured", weak)]
    if parse.pos[verb] not in ("VERB", "AUX") or is_unreal(parse, verb):
        return []
    if parse.lemmas[verb].lower() in word_set("leave_verbs"):
        return [Harm(victim, "injured", weak=False) for victim in objects_behind(parse, verb)]
    return [Harm(victim, "injured", weak) for victim in subjects(parse, verb)]


def _from_wound(parse: Parse, token: int) -> list[Harm]:
    """Return who "suffered a gunshot wound" or is "treated for injuries"."""
    if parse.tags[token] not in NOUNS:
        return []
    verb = token
    for _ in range(4):
        verb = parse.heads[verb]
        if parse.pos[verb] == "VERB":
            break
    between = parse.lowers[verb + 1 : token]
    threatening = "threatening" in between and "non" not in between
    if parse.lemmas[verb].lower() == "leave" and not is_unreal(parse, verb):
        return [Harm(victim, "injured", weak=False) for victim in objects_behind(parse, verb)]
    told = parse.lemmas[verb].lower() in word_set("wound_verbs")
    if not told or threatening or is_unreal(parse, verb):
        return []
    weak = parse.lemmas[token] == "wound"
    return [Harm(victim, "injured", weak) for victim in subjects(parse, verb)]


def _from_noun(parse: Parse, token: int) -> list[Harm]:
    """Return whose death or shooting a noun names: "the death of a man", "the man's death"."""
    if parse.tags[token] not in NOUNS:
        return []
    death = parse.lemmas[token] in victim_words("deaths")
    near = parse.lowers[max(0, token - 2) : token]
    fatal = death or not {"fatal", "deadly", "fatally"}.isdisjoint(near)
    measure: Measure = "killed" if fatal else "injured"
    found: list[Harm] = []
    if parse.lowers[token + 1 : token + 2] == ["of"]:
        of = (c for c in parse.children[token + 1] if parse.deps[c] == "pobj")
        found.extend(Harm(victim, measure, not fatal) for victim in of)
    owners = (c for c in parse.children[token] if parse.deps[c] == "poss")
    if death:
        found.extend(Harm(c, measure, weak=False) for c in owners if parse.tags[c] in NOUNS)
    return found


def _from_hospital(parse: Parse, token: int) -> list[Harm]:
    """Return whom an attack "sent to the hospital" or "left in hospital"."""
    prep = parse.heads[token]
    verb = parse.heads[prep]
    if parse.lowers[prep] not in ("in", "to") or verb == prep:
        return []
    if parse.lowers[prep] == "in" and parse.lowers[verb] in victim_words("persons"):
        # "Husband and wife dead, daughter in hospital"
        return [Harm(verb, "injured", weak=True)] if verb == prep - 1 else []
    if parse.lemmas[verb].lower() not in word_set("leave_verbs") or is_unreal(parse, verb):
        return []
    return [Harm(victim, "injured", weak=True) for victim in objects_behind(parse, verb)]


def _from_fight(parse: Parse, token: int) -> list[Harm]:
    """Return who is "fighting for his life"."""
    if "life" not in parse.lowers[token + 1 : token + 4]:
        return []
    return [Harm(victim, "injured", weak=True) for victim in subjects(parse, token)]


def _from_turning(parse: Parse, verb: int) -> list[Harm]:
    """Return who "turned the gun on himself"."""
    for at in range(verb + 1, min(verb + 7, len(parse))):
        if parse.lowers[at] in REFLEXIVES and parse.lowers[at - 1] == "on":
            return [] if is_unreal(parse, verb) else [Harm(at, "killed", weak=False)]
    return []


def _from_life(parse: Parse, token: int) -> list[Harm]:
    """Return who "took his own life", and whose life was taken."""
    verb = parse.heads[token]
    if parse.lemmas[verb].lower() != "take" or is_unreal(parse, verb):
        return []
    own = "own" in parse.lowers[max(0, token - 2) : token]
    return [Harm(v, "killed", weak=False) for v in subjects(parse, verb)] if own else []


def _from_survival(parse: Parse, verb: int) -> list[Harm]:
    """Return who "survived the shooting"."""
    attacked = not word_set("attacks").isdisjoint(parse.lowers[verb : verb + SURVIVED])
    if parse.lowers[max(0, verb - 2) : verb] in (["did", "not"], ["did", "n't"]):
        return [Harm(victim, "killed", weak=False) for victim in subjects(parse, verb)]
    if not parse.tags[verb].startswith("VB") or not attacked or is_unreal(parse, verb):
        return []
    return [Harm(victim, "injured", weak=False) for victim in subjects(parse, verb)]


def _from_suicide(parse: Parse, token: int) -> list[Harm]:
    """Return who "committed suicide"."""
    verb = parse.heads[token]
    if parse.lemmas[verb].lower() != "commit" or is_unreal(parse, verb):
        return []
    return [Harm(victim, "killed", weak=False) for victim in subjects(parse, verb)]


RULES: dict[str, Callable[[Parse, int], list[Harm]]] = {
    **dict.fromkeys(("die", "perish", "succumb"), _from_death),
    **dict.fromkeys(("critical", "stable", "serious", "critically"), _from_condition),
    **dict.fromkeys((*victim_words("deaths"), *victim_words("harms")), _from_noun),
    **dict.fromkeys(("wound", "injury"), _from_wound),
    "dead": _from_dead,
    "hospital": _from_hospital,
    "fight": _from_fight,
    "turn": _from_turning,
    "suicide": _from_suicide,
    "life": _from_life,
    "survive": _from_survival,
}
