"""Implicit figures: people told without a number, "a man was shot", "his wife and son".

A figure is made where grammar names the killed or the wounded one by one. Being shot or
stabbed alone is no injury to count where the same text tells of deaths that may be the
same people's: those are left out when the text counts as many dead.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.figures.cues import WEAK, is_fatal, lexicon, pick
from dateline.extract.figures.drafts import Draft
from dateline.extract.figures.nouns import NOUNS
from dateline.extract.figures.victims import SINGULAR_PRONOUNS, count_people, victim_words
from dateline.extract.figures.wordsets import word_set
from dateline.records.parses import Parse
from dateline.records.readings import Measure

REFLEXIVES = frozenset({"himself", "herself", "self", "themselves"})
SURVIVAL = word_set("survival")
BODY = word_set("limbs")
PASSIVES = frozenset({"auxpass", "nsubjpass"})
UNREAL_MODALS = frozenset(
    {"could", "would", "might", "may", "can", "should", "will", "'ll", "'d", "must", "ca", "wo"}
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A victim phrase with what befell it; `weak` where only a shot or a stab is told."""

    victim: int
    measure: Measure
    weak: bool
    cue: int


def find_implicit(parse: Parse, drafts: list[Draft]) -> list[tuple[Harm, Draft]]:
    """Return the killed and injured that no number counts, with how each was told."""
    taken = frozenset(t for d in drafts for t in range(d.first, max(d.stop, d.head + 1)))
    found: list[tuple[Harm, Draft]] = []
    seen: set[tuple[int, str]] = set()
    for harm in _harms(parse):
        if (harm.victim, harm.measure) in seen:
            continue
        seen.add((harm.victim, harm.measure))
        number, first, stop = count_people(parse, harm.victim, taken, lenient=not harm.weak)
        if number:
            found.append((harm, _to_draft(parse, harm, number, first, stop)))
    return found


def _to_draft(parse: Parse, harm: Harm, number: int, first: int, stop: int) -> Draft:
    return Draft(
        start=parse.starts[first], end=parse.ends[stop - 1], first=first, stop=stop,
        low=number, high=number, approximate=False, measure=harm.measure, head=harm.victim,
        noun_first=first, of=(first, stop), unit="people", implicit=True,
    )  # fmt: skip


def _harms(parse: Parse) -> list[Harm]:
    known, found = lexicon(), []
    deaths, harms = victim_words("deaths"), victim_words("harms")
    for token, lemma in enumerate(parse.lemmas):
        if lemma in known.patient:
            measure = pick(known.patient[lemma], True)
            if measure in ("killed", "injured") and parse.pos[token] in (
                "VERB",
                "ADJ",
                "NOUN",
                "ADV",
            ):
                found.extend(_from_verb(parse, token, measure))
        elif lemma in ("die", "perish", "succumb", "drown", "survive"):
            if lemma != "survive" and parse.tags[token].startswith("VB"):
                found.extend(_from_death(parse, token))
        elif lemma in ("dead", "critical", "stable", "serious", "critically"):
            found.extend(_from_state(parse, token))
        elif lemma in ("wound", "injury") and parse.tags[token] in NOUNS:
            found.extend(_from_wound(parse, token))
        elif (lemma in deaths or lemma in harms) and parse.tags[token] in NOUNS:
            found.extend(_from_noun(parse, token, lemma in deaths))
        elif lemma == "hospital":
            found.extend(_from_hospital(parse, token))
        elif lemma == "fight" and "life" in parse.lowers[token + 1 : token + 4]:
            found.extend(
                Harm(_resolve(parse, c), "injured", True, token)
                for c in (_subjects(parse, token) or _shared_subject(parse, token))
            )
        elif lemma == "turn":
            found.extend(_from_turning(parse, token))
        elif lemma == "suicide":
            found.extend(_from_suicide(parse, token))
    return found


def _is_unreal(parse: Parse, verb: int) -> bool:
    """Return whether a verb tells of what did not, or not yet, happen."""
    governor = parse.lemmas[parse.heads[verb]].lower()
    if parse.deps[verb] == "ccomp" and governor in ("let", "make", "wish", "fear", "think", "hope"):
        return True
    for child in parse.children[verb]:
        word, dep = parse.lowers[child], parse.deps[child]
        if dep == "neg" or (dep == "aux" and word in UNREAL_MODALS):
            return True
        if dep == "mark" and word in ("if", "unless", "whether"):
            return True
        if (
            dep == "aux"
            and word == "to"
            and parse.heads[verb] != verb
            and parse.lemmas[parse.heads[verb]].lower() in victim_words("unreal")
        ):
            return True
    return False


def _from_verb(parse: Parse, verb: int, measure: Measure) -> list[Harm]:
    weak = parse.lemmas[verb].lower() in WEAK
    if measure == "injured" and is_fatal(parse, verb):
        measure, weak = "killed", False
    if _is_unreal(parse, verb):
        return []
    weak = weak and not _survives(parse, verb)
    return [Harm(victim, measure, weak, verb) for victim in _patients(parse, verb)]


def _survives(parse: Parse, verb: int) -> bool:
    """Return whether the sentence says that whoever was hit lived."""
    first, stop = parse.sentences[parse.sentence_of[verb]]
    return not SURVIVAL.isdisjoint(parse.lowers[first:stop])


def _patients(parse: Parse, verb: int) -> list[int]:
    """Return the tokens that head what a verb was done to."""
    children, deps = parse.children[verb], parse.deps
    objects = [c for c in children if deps[c] in ("dobj", "dative") and c > verb]
    passive = any(deps[c] in PASSIVES for c in children)
    if passive:
        subjects = [c for c in children if deps[c] in ("nsubjpass", "nsubj")]
        subjects = subjects or _shared_subject(parse, verb)
        return [_resolve(parse, c) for c in subjects]
    if objects:
        if parse.lowers[objects[0]] in BODY:
            return [_resolve(parse, c) for c in children if deps[c] == "nsubj"]
        return objects
    shared = [
        o
        for c in children
        if deps[c] == "conj" and not any(deps[n].startswith("nsubj") for n in parse.children[c])
        for o in parse.children[c]
        if deps[o] == "dobj"
    ]
    if shared and not passive and deps[verb] != "acl":
        return shared
    if deps[verb] == "acl" and parse.tags[verb] in ("VBN", "VBD"):
        return [parse.heads[verb]]
    if parse.tags[verb] in ("VBN", "VBD", "JJ") and not _auxiliary(parse, verb):
        subjects = [c for c in children if deps[c] in ("nsubj", "nsubjpass")] or _shared_subject(
            parse, verb
        )
        if parse.tags[verb] == "VBN" or not any(
            deps[c] in ("ccomp", "prep", "agent") and parse.lowers[c] == "at" for c in children
        ):
            return [_resolve(parse, c) for c in subjects]
    return []


def _auxiliary(parse: Parse, verb: int) -> bool:
    return any(
        parse.deps[c] == "aux" and parse.lowers[c] in ("have", "has", "had", "'ve", "did")
        for c in parse.children[verb]
    )


def _shared_subject(parse: Parse, verb: int) -> list[int]:
    """Return the subject that a coordinated or complement verb takes over."""
    for _ in range(4):
        if parse.deps[verb] in ("acl", "relcl") and parse.tags[parse.heads[verb]] in (
            *NOUNS,
            "PRP",
        ):
            return [parse.heads[verb]]
        found = parse.lemmas[parse.heads[verb]].lower() == "find"
        if parse.deps[verb] not in ("conj", "xcomp", "dep", "advcl") and not (
            found and parse.deps[verb] in ("oprd", "ccomp", "acomp")
        ):
            return []
        verb = parse.heads[verb]
        subjects = [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]
        if subjects:
            objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
            return objects[:1] if objects and parse.deps[verb] == "xcomp" else subjects
    return []


def _resolve(parse: Parse, token: int) -> int:
    """Return the noun that a relative pronoun stands for."""
    if parse.lowers[token] in ("who", "whom", "that", "which"):
        verb = parse.heads[token]
        for _ in range(3):
            if parse.deps[verb] == "relcl":
                return parse.heads[verb]
            if parse.deps[verb] not in ("conj", "xcomp", "ccomp"):
                break
            verb = parse.heads[verb]
    return token


def _from_death(parse: Parse, verb: int) -> list[Harm]:
    if _is_unreal(parse, verb):
        return []
    subjects = [
        c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")
    ] or _shared_subject(parse, verb)
    return [Harm(_resolve(parse, c), "killed", False, verb) for c in subjects]


def _from_state(parse: Parse, token: int) -> list[Harm]:
    lemma = parse.lowers[token]
    verb = parse.heads[token]
    if lemma == "dead":
        if token and parse.lowers[token - 1] in ("brain", "the", "presumed", "not"):
            return []
        if parse.tags[token] not in ("JJ", "NN", "RB", "VBN", "NNP") or (
            verb == token and not _subjects(parse, token)
        ):
            return []
        if parse.deps[token] in (
            "acomp",
            "oprd",
            "attr",
            "xcomp",
            "ccomp",
            "advcl",
            "ROOT",
            "conj",
            "dep",
            "appos",
        ):
            if parse.deps[token] == "ROOT" or _subjects(parse, token):
                return [
                    Harm(_resolve(parse, c), "killed", False, token)
                    for c in _subjects(parse, token)
                ]
            if _is_unreal(parse, verb):
                return []
            if parse.lemmas[verb].lower() in ("shoot", "stab", "gun"):
                return []
            objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
            subjects = (
                objects
                if objects and not any(parse.deps[c] in PASSIVES for c in parse.children[verb])
                else _subjects(parse, verb) or _shared_subject(parse, verb)
            )
            return [Harm(_resolve(parse, c), "killed", False, token) for c in subjects]
        if parse.deps[token] == "amod" and token > parse.heads[token]:
            return [Harm(parse.heads[token], "killed", False, token)]
        return []
    return _from_condition(parse, token)


def _from_condition(parse: Parse, token: int) -> list[Harm]:
    """Return who is "in critical condition"; being critical may yet end in death."""
    if parse.lowers[token + 1 : token + 2] not in (["condition"], ["but"]) or token < 1:
        return []
    weak, verb = parse.lowers[token] != "stable", token
    for _ in range(4):
        verb = parse.heads[verb]
        if parse.pos[verb] in ("VERB", "AUX") or parse.deps[verb] == "ROOT":
            break
    old = next(
        (t for t in range(token - 1, max(token - 4, -1), -1) if parse.lowers[t] == "old"), -1
    )
    if parse.pos[verb] in ("NOUN", "PROPN", "ADJ"):
        return [Harm(old if old >= 0 else verb, "injured", weak, token)]
    if parse.pos[verb] not in ("VERB", "AUX") or _is_unreal(parse, verb):
        return []
    if parse.lemmas[verb].lower() in ("leave", "put", "send", "land"):
        left = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubj") and c > verb]
        return [Harm(c, "injured", False, token) for c in left]
    found = _subjects(parse, verb) or _shared_subject(parse, verb)
    return [Harm(_resolve(parse, c), "injured", weak, token) for c in found]


def _subjects(parse: Parse, verb: int) -> list[int]:
    return [c for c in parse.children[verb] if parse.deps[c] in ("nsubj", "nsubjpass")]


def _from_wound(parse: Parse, token: int) -> list[Harm]:
    """Return who "suffered a gunshot wound" or is "treated for injuries"."""
    verb = token
    for _ in range(4):
        verb = parse.heads[verb]
        if parse.pos[verb] == "VERB":
            break
    if parse.lemmas[verb].lower() not in (
        "suffer",
        "sustain",
        "receive",
        "treat",
        "recover",
        "hospitalize",
        "take",
        "transport",
        "have",
        "find",
    ):
        return []
    if _is_unreal(parse, verb) or (
        "threatening" in parse.lowers[verb + 1 : token]
        and "non" not in parse.lowers[verb + 1 : token]
    ):
        return []
    weak = parse.lemmas[token] == "wound"
    return [
        Harm(_resolve(parse, c), "injured", weak, token)
        for c in (_subjects(parse, verb) or _shared_subject(parse, verb))
    ]


def _from_noun(parse: Parse, token: int, death: bool) -> list[Harm]:
    near = parse.lowers[max(0, token - 2) : token]
    fatal = death or any(w in ("fatal", "deadly", "fatally") for w in near)
    measure: Measure = "killed" if fatal else "injured"
    found = []
    for child in parse.children[token]:
        if parse.deps[child] == "prep" and parse.lowers[child] == "of" and child == token + 1:
            found.extend(
                Harm(c, measure, not fatal, token)
                for c in parse.children[child]
                if parse.deps[c] == "pobj"
            )
        elif (
            parse.deps[child] == "poss"
            and death
            and (parse.tags[child] in NOUNS or parse.lowers[child] in ("his", "her"))
        ) and parse.tags[child] in NOUNS:
            found.append(Harm(child, measure, False, token))
    return found


def _from_hospital(parse: Parse, token: int) -> list[Harm]:
    """Return whom an attack "sent to the hospital" or "left in hospital"."""
    prep = parse.heads[token]
    verb = parse.heads[prep]
    if parse.lowers[prep] not in ("in", "to") or verb == prep:
        return []
    if parse.lemmas[verb].lower() in (
        "send",
        "leave",
        "put",
        "land",
        "hospitalize",
    ) and not _is_unreal(parse, verb):
        return [
            Harm(c, "injured", True, token)
            for c in parse.children[verb]
            if parse.deps[c] in ("dobj", "nsubj") and verb < c
        ]
    return []


def _from_turning(parse: Parse, verb: int) -> list[Harm]:
    """Return who "turned the gun on himself"."""
    for at in range(verb + 1, min(verb + 7, len(parse))):
        if (
            parse.lowers[at] in REFLEXIVES
            and parse.lowers[at - 1] == "on"
            and not _is_unreal(parse, verb)
        ):
            return [Harm(at, "killed", False, verb)]
    return []


def _from_suicide(parse: Parse, token: int) -> list[Harm]:
    verb = parse.heads[token]
    if parse.lemmas[verb].lower() != "commit" or _is_unreal(parse, verb):
        return []
    return [
        Harm(_resolve(parse, c), "killed", False, token)
        for c in (_subjects(parse, verb) or _shared_subject(parse, verb))
    ]


__all__ = ["SINGULAR_PRONOUNS", "Harm", "find_implicit"]
