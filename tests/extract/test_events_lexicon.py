"""The lexicon of triggers and the bridges to other codebooks, without a parser."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline.extract.events.bridges import ACLED, CAMEO, to_acled, to_cameo
from dateline.extract.events.lexicon import Group, compile_noun, compile_verb, load_lexicon
from dateline.records.readings import EventType

SUB_EVENTS = {
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest",
    "Violent demonstration", "Mob violence", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement", "Arrests",
    "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip


def test_every_entry_has_a_type_of_the_contract() -> None:
    lexicon = load_lexicon()
    types = {
        entry.group.type
        for store in (lexicon.verbs, lexicon.nouns)
        for entries in store.values()
        for entry in entries
    }
    assert types == set(get_args(EventType))


def test_entries_that_ask_for_more_come_first() -> None:
    for entries in load_lexicon().verbs.values():
        demands = [entry.demands for entry in entries]
        assert demands == sorted(demands, reverse=True)


def test_hyphens_are_tokens_of_their_own() -> None:
    head, entry = compile_noun("cease-fire", Group("RETREAT", "ceasefire"))
    assert head == "fire"
    assert entry.before == (frozenset({"cease"}), frozenset({"-"}))


def test_a_verb_entry_keeps_its_particles_and_classes_apart() -> None:
    head, entry = compile_verb("call up <troops>", Group("MOBILIZE", "troops"))
    assert (head, entry.object, entry.after) == ("call", "troops", (frozenset({"up"}),))


def test_acled_names_are_the_codebooks() -> None:
    assert set(ACLED.values()) <= SUB_EVENTS


def test_cameo_codes_stand_under_their_plover_type() -> None:
    roots = {"AGREE": "03", "CONSULT": "04", "AID": "07", "REQUEST": "10", "REJECT": "12",
             "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16"}  # fmt: skip
    for key, code in CAMEO.items():
        root = roots.get(key.split()[0])
        assert root is None or code.startswith(root)


@pytest.mark.parametrize(
    ("kind", "mode", "code"),
    [("OTHER", "sport", None), ("PROTEST", "hunger", "142"), ("RETREAT", "ceasefire", "0871")],
)
def test_a_type_and_mode_lead_to_cameo(kind: str, mode: str, code: str | None) -> None:
    assert to_cameo(kind, mode) == code


@pytest.mark.parametrize(
    ("actors", "recipients", "measures", "name"),
    [
        (["MIL"], ["REB"], [], "Armed clash"),
        (["REB"], ["CVL"], [], "Attack"),
        (["COP"], ["PRO"], [], "Protest with intervention"),
        (["COP"], ["PRO"], ["injured"], "Excessive force against protesters"),
        (["PRO"], ["BUS"], [], "Mob violence"),
    ],
)
def test_the_sectors_decide_acleds_view_of_a_shooting(
    actors: list[str | None], recipients: list[str | None], measures: list[str], name: str
) -> None:
    assert to_acled("ASSAULT", "firearms", actors, recipients, measures) == name
