"""Events: triggers, types, status, roles, and one event for each happening."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.extract import Findings, find
from dateline.records.parses import Parse
from dateline.records.readings import Event

ReadParse = Callable[[str], Parse]
Read = Callable[..., Findings]


@pytest.fixture
def read(read_parse: ReadParse) -> Read:
    """Return a function from a text to everything found in it."""

    def reading(text: str, published: str | None = "2022-01-07") -> Findings:
        return find(read_parse(text), published)

    return reading


def names(found: Findings, ids: tuple[str, ...]) -> list[str]:
    known = {entity.id: entity.name for entity in found.entities}
    return [known[i] for i in ids]


def event_at(found: Findings, words: str) -> Event:
    for event in found.events:
        if words in event.trigger.text:
            return event
    told = [(event.type, event.trigger.text) for event in found.events]
    raise AssertionError(f"no event at {words!r} among {told}")


TYPED = [
    ("Moldova signed a trade agreement with Georgia.", "signed", "SUPPORT", None),
    ("The president met the king of Jordan in Amman.", "met", "CONSULT", None),
    ("Denmark donated tents to the flood victims.", "donated", "AID", None),
    ("The army withdrew its troops from the valley.", "withdrew", "RETREAT", "withdraw"),
    ("The rebels released two hostages on Friday.", "released", "RETREAT", "release"),
    ("The general resigned on Tuesday.", "resigned", "RETREAT", "resign"),
    ("Norway accused Iran of spying.", "accused", "ACCUSE", "allege"),
    ("The bishop condemned the killing.", "condemned", "ACCUSE", "disapprove"),
    ("Prosecutors launched an investigation into the sale.", "investigation", "ACCUSE",
     "investigate"),
    ("Teachers marched through Lima.", "marched", "PROTEST", "demo"),
    ("Nurses went on strike in Harare.", "strike", "PROTEST", "strike"),
    ("A mob looted shops in Durban.", "looted", "PROTEST", "riot"),
    ("Police arrested the editor in Ankara.", "arrested", "COERCE", "arrest"),
    ("Three men were taken into custody.", "taken into custody", "COERCE", "arrest"),
    ("The government imposed a curfew on the port.", "curfew", "COERCE", "curfew"),
    ("Sweden expelled two Belarusian diplomats.", "expelled", "SANCTION", "expel"),
    ("The court sentenced the banker to nine years.", "sentenced", "SANCTION", "convict"),
    ("The army massed troops on the border.", "massed", "MOBILIZE", "troops"),
    ("Gunmen opened fire on a bus.", "opened fire", "ASSAULT", "firearms"),
    ("Warplanes carried out an air strike on the depot.", "air strike", "ASSAULT", "aerial"),
    ("The patrol came under fire near the river.", "came under fire", "ASSAULT", "firearms"),
    ("Rebels shelled the town of Sidra.", "shelled", "ASSAULT", "heavy-weapons"),
    ("An earthquake struck the island on Sunday.", "earthquake", "OTHER", "disaster"),
    ("Two trains collided near the station.", "collided", "OTHER", "accident"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "kind", "mode"), TYPED)
def test_a_trigger_has_its_type_and_mode(
    read: Read, text: str, trigger: str, kind: str, mode: str | None
) -> None:
    found = read(text)
    word = trigger.rsplit(maxsplit=1)[-1]
    event = next((e for e in found.events if word in e.trigger.text or trigger in e.trigger.text),
                 found.events[0])  # fmt: skip
    assert (event.type, event.mode) == (kind, mode)


STATUS = [
    ("Police arrested the editor.", "arrested", "happened"),
    ("Police will arrest the editor.", "arrest", "planned"),
    ("Police did not arrest the editor.", "arrest", "denied"),
    ("Police are arresting the marchers.", "arresting", "ongoing"),
    ("Police may arrest the editor.", "arrest", "possible"),
    ("The minister ordered police to arrest the editor.", "arrest", "demanded"),
    ("The rebels plan to attack the port.", "attack", "planned"),
    ("The army denied that it had shelled the town.", "shelled", "denied"),
    ("Pensioners to march in Riga on Thursday", "march", "planned"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), STATUS)
def test_a_status_is_read_from_form_and_governor(
    read: Read, text: str, trigger: str, status: str
) -> None:
    assert event_at(read(text), trigger).status == status


def test_the_ordered_act_is_not_told_as_done(read: Read) -> None:
    found = read("The president ordered the army to open fire on the crowd.")
    assert event_at(found, "open fire").status == "demanded"


def test_passive_and_active_give_the_same_parties(read: Read) -> None:
    active = read("Turkish police arrested the Greek journalist.")
    passive = read("The Greek journalist was arrested by Turkish police.")
    for found in (active, passive):
        event = event_at(found, "arrested")
        assert any("police" in name for name in names(found, event.actors))
        assert any("journalist" in name for name in names(found, event.recipients))


def test_both_parties_of_a_meeting_are_actors(read: Read) -> None:
    found = read("The president of Ghana met the president of Togo on Friday.")
    event = event_at(found, "met")
    assert len(event.actors) == 2
    assert event.recipients == ()


def test_compound_actors_stay_one_event(read: Read) -> None:
    found = read("Poland and Lithuania condemned the attack.")
    events = [event for event in found.events if event.type == "ACCUSE"]
    assert len(events) == 1
    assert names(found, events[0].actors) == ["Poland", "Lithuania"]


def test_the_carrying_verb_gives_the_noun_its_actor(read: Read) -> None:
    found = read("The rebels carried out an attack on the barracks.")
    event = event_at(found, "attack")
    assert any("rebels" in name for name in names(found, event.actors))


def test_a_threat_reaches_the_one_it_is_about(read: Read) -> None:
    found = read("Sudan threatened to expel the Norwegian ambassador.")
    event = next(e for e in found.events if e.type == "THREATEN")
    assert names(found, event.actors) == ["Sudan"]
    assert any("ambassador" in name for name in names(found, event.recipients))


def test_a_reported_must_is_a_request(read: Read) -> None:
    found = read("France said Serbia must hand over the two generals.")
    event = next(e for e in found.events if e.type == "REQUEST")
    assert names(found, event.actors) == ["France"]
    assert names(found, event.recipients) == ["Serbia"]


def test_what_is_granted_and_will_not_be_done_is_rejected(read: Read) -> None:
    found = read("The government will not lift the ban on foreign newspapers.")
    assert [event.type for event in found.events] == ["REJECT"]


def test_a_statement_of_fact_is_no_event(read: Read) -> None:
    assert read("The mayor said the town has two schools and a library.").events == ()


def test_look_alikes_are_no_events(read: Read) -> None:
    assert read("Our forecast: light winds, and a little fog in the morning.").events == ()


def test_a_second_telling_is_a_second_mention(read: Read) -> None:
    found = read(
        "Gunmen attacked a church in Jos on Sunday. The pastor hid in the tower.\n"
        "The attack lasted an hour."
    )
    attacks = [event for event in found.events if event.type == "ASSAULT"]
    assert len(attacks) == 1
    assert [mention.text.split()[0] for mention in attacks[0].mentions] == ["attacked", "attack"]


def test_an_event_has_the_time_and_place_of_its_clause(read: Read) -> None:
    found = read("Students marched in Lima on 3 May 2021; the union met in Cusco on 9 May 2021.")
    march = event_at(found, "marched")
    times = {time.id: time.edtf for time in found.times}
    places = {place.id: place.name for place in found.places}
    assert times[march.time or ""] == "2021-05-03"
    assert places[march.place or ""] == "Lima"


def test_a_running_total_happened_up_to_the_day_of_publication(read: Read) -> None:
    found = read("The security forces killed 26 gunmen, the ministry said.", "2022-01-07")
    event = event_at(found, "killed")
    assert event.date == "../2022-01-07"
    assert [figure.low for figure in found.figures if figure.id in event.figures] == [26]


def test_every_event_has_codes_or_a_reason(read: Read) -> None:
    found = read("Two trains collided near Pune. Police arrested the driver of a lorry.")
    for event in found.events:
        for book in ("cameo", "acled"):
            code = getattr(event.codes, book)
            assert (code is None) == (event.why.get(f"codes.{book}") == "no-such-code")
    assert event_at(found, "arrested").codes.cameo == "173"


def test_null_fields_have_reasons_and_spans_their_words(read: Read) -> None:
    found = read("Riots broke out. The king resigned.\n\nDenmark condemned it, and Chile did not.")
    for event in found.events:
        for name in ("mode", "time", "place", "date"):
            assert (getattr(event, name) is None) == (name in event.why)
        assert event.trigger.text in event.sentence.text


HOSTILE: list[Any] = [
    "", " ", "\n\n", "!", "Attack", "attack attack attack", "ATTACK ON TOWN", "\u200b\u200f\ufeff",
    "“”‘’ — … ", "a" * 5000, "killed " * 3000, "(((((" * 200, "Zalgo t̷e̷x̷t̷ attacked 🚀🚀",
    "must must must said must", "said that he said that he said that he must",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_raises(read: Read, text: str) -> None:
    for event in read(text).events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text


def test_ids_are_unique_and_name_the_trigger(read: Read) -> None:
    found = read("Police shot and killed a man; protesters burned a car and looted a bank.")
    ids = [event.id for event in found.events]
    assert len(ids) == len(set(ids))
    assert all(event.id.startswith(f"x{event.trigger.start}") for event in found.events)


def parties(found: Findings, words: str) -> tuple[list[str], list[str]]:
    event = event_at(found, words)
    return names(found, event.actors), names(found, event.recipients)


STANDING_FOR = [
    ("Norway fired two rockets at Vienna.", "fired", ["Norway"], ["Austria"]),
    ("Norway fired two rockets at Salzburg.", "fired", ["Norway"], ["Austria"]),
    ("Norway fired two shells near a fishing vessel from Denmark on a routine patrol.", "fired",
     ["Norway"], ["Denmark"]),
    ("Crowds wrecked the embassy of Brazil on Friday.", "wrecked", ["Crowds"], ["Brazil"]),
    ("Bolivia rejected a Chilean proposal.", "rejected", ["Bolivia"], ["Chile"]),
    ("The Kenyan government is about to restore diplomatic ties with Sudan.", "restore",
     ["The Kenyan government"], ["Sudan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "actors", "recipients"), STANDING_FOR)
def test_capitals_places_shot_at_and_things_stand_for_their_states(
    read: Read, text: str, words: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(read(text), words) == (actors, recipients)


def test_jets_with_a_nationality_are_the_forces_of_their_state(read: Read) -> None:
    found = read("Chilean jets bombed the camp.")
    actor = next(e for e in found.entities if e.id == event_at(found, "bombed").actors[0])
    assert (actor.country, actor.sector) == ("CHL", "MIL")


BACKGROUND = [
    ("Kenya closed its port almost six years after rioters burned down its embassy.", "burned"),
    ("Kenya closed its port a decade after rioters looted and burned its embassy.", "burned"),
    ("An inquiry found that the pipe was rusty.", "inquiry"),
    ("The government proposed to build a road.", "proposed"),
    ("The minister left for Madrid on Monday.", "left"),
]


@pytest.mark.parametrize(("text", "words"), BACKGROUND)
def test_background_is_no_event(read: Read, text: str, words: str) -> None:
    assert not [event for event in read(text).events if words in event.trigger.text]


def test_what_is_only_days_away_is_an_event(read: Read) -> None:
    found = read("Kenya closed its port two days after rioters burned down its embassy.")
    assert event_at(found, "burned").status == "happened"


def test_an_office_with_its_holder_is_one_party(read: Read) -> None:
    found = read("President Jean Mbeki and President of the Senate Paul Okoro met on June 14.")
    assert len(event_at(found, "met").actors) == 2


def test_two_figures_at_one_word_do_not_stop_the_reading(read: Read) -> None:
    assert read("Police killed 3 to 5 men and 3, 3 and 3 women on Friday.").figures


def test_counted_dead_are_an_event_without_a_killer(read: Read) -> None:
    found = read("At least 164 people were killed in the riots, the channel said.")
    event = event_at(found, "killed")
    assert event.actors == ()
    assert event.figures


def test_what_somebody_tells_us_has_happened(read: Read) -> None:
    found = read("The ambulance service tells us that three people were taken to hospital.")
    assert event_at(found, "taken to hospital").status == "happened"


@pytest.mark.parametrize("text", ["He offered no evidence.",
                                  "Whoever does not lay down his arms will pay."])  # fmt: skip
def test_nothing_offered_and_whoever_make_no_event(read: Read, text: str) -> None:
    assert not [event for event in read(text).events if event.type in {"AGREE", "RETREAT"}]


def test_a_count_of_hurt_joins_the_attack_before_it(read: Read) -> None:
    found = read("Police shot dead 26 armed criminals on Friday. Another 18 rioters were injured.")
    attacks = [event for event in found.events if event.type == "ASSAULT"]
    assert len(attacks) == 1
    assert len(attacks[0].figures) == 2


def test_who_counts_the_dead_did_not_kill_them(read: Read) -> None:
    found = read("The ministry put the number of police officers killed at 18.")
    assert event_at(found, "killed").actors == ()
