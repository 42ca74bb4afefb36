"""Event types of the user's own: by triggers, by examples, beside ours and without them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import UNSET

from dateline.extract import find
from dateline.records.codebooks import Codebooks, Example, OwnType
from dateline.records.parses import Parse
from dateline.records.readings import Event

Reads = Callable[[str], Parse]


def events(read_parse: Reads, text: str, *types: OwnType) -> list[Event]:
    sentences = [one.text for kind in types for one in (*kind.examples, *kind.unlike)]
    own = Codebooks(types=types, parses={one: read_parse(one) for one in sentences})
    return list(find(read_parse(text), "2022-01-07", own=own).events)


def of_type(found: list[Event], name: str) -> list[str]:
    return [one.trigger.text for one in found if one.own is not UNSET and name in one.own]


TEXT = "On Monday a mining company evicted 200 families in Kisumu. The eviction took two days."


def test_a_trigger_names_an_event_of_ours_and_leaves_what_we_found(read_parse: Reads) -> None:
    kind = OwnType("land-grab", "t.toml:1", triggers=("evict", "land grab"))
    plain, named = events(read_parse, TEXT), events(read_parse, TEXT, kind)
    assert "evicted" in of_type(named, "land-grab")
    before = next(one for one in plain if one.trigger.text == "evicted")
    after = next(one for one in named if one.trigger.text == "evicted")
    assert (after.type, after.actors, after.recipients, after.time) == (
        before.type, before.actors, before.recipients, before.time,
    )  # fmt: skip
    assert all(one.own is UNSET for one in plain)


def test_a_trigger_we_do_not_know_makes_an_event_with_its_parties(read_parse: Reads) -> None:
    kind = OwnType("painting", "t.toml:1", verbs=("paint school",))
    text = (
        "On Monday villagers painted the old school in Kisumu. They plan to paint another school."
    )
    found = events(read_parse, text, kind)
    first, second = (one for one in found if one.own is not UNSET)
    assert (first.type, first.own) == ("OTHER", ("painting",))
    assert first.trigger.text.startswith("painted")
    assert len(first.actors) == 1
    assert first.time is not None
    assert (first.status, second.status) == ("happened", "planned")


def test_the_plover_type_of_a_users_type_is_taken(read_parse: Reads) -> None:
    kind = OwnType("land-grab", "t.toml:1", type="ASSAULT", mode="destroy", verbs=("evict",))
    event = next(one for one in events(read_parse, TEXT, kind) if one.own is not UNSET)
    assert (event.type, event.mode) == ("ASSAULT", "destroy")


def test_one_word_may_be_of_several_types(read_parse: Reads) -> None:
    kinds = [OwnType(name, "t.toml:1", triggers=("evict",)) for name in ("one", "two")]
    event = next(one for one in events(read_parse, TEXT, *kinds) if one.own is not UNSET)
    assert event.own == ("one", "two")


def test_happenings_of_different_own_types_stay_apart(read_parse: Reads) -> None:
    text = "Villagers planted trees on Monday. The villagers painted the school on Monday."
    kinds = (
        OwnType("plant", "t.toml:1", verbs=("plant",)),
        OwnType("paint", "t.toml:2", verbs=("paint",)),
    )
    found = events(read_parse, text, *kinds)
    assert [one.own for one in found if one.own is not UNSET] == [("plant",), ("paint",)]


LIKE = (
    Example("Villagers *planted* five hundred young trees along the river.", (10, 17)),
    Example("Students planted mango seedlings around their school."),
)


def test_an_example_finds_what_is_like_it_and_nothing_else(read_parse: Reads) -> None:
    kind = OwnType("planting", "t.toml:1", examples=LIKE)
    text = (
        "Farmers planted young trees near the village on Monday. "
        "The minister met his colleague in Nairobi. Police arrested four men."
    )
    found = events(read_parse, text, kind)
    assert of_type(found, "planting") == ["planted"]
    (event,) = (one for one in found if one.own is not UNSET)
    assert event.confidence is not None
    assert 0.65 <= event.confidence <= 1


def test_the_threshold_is_the_users(read_parse: Reads) -> None:
    text = "Farmers planted young trees near the village on Monday."
    strict = OwnType("planting", "t.toml:1", examples=LIKE, threshold=1.0)
    assert of_type(events(read_parse, text, strict), "planting") == []


def test_a_counter_example_keeps_out_what_is_nearer_to_it(read_parse: Reads) -> None:
    text = "Militants planted a bomb near the school on Monday. Farmers planted trees on Monday."
    plain = OwnType("planting", "t.toml:1", verbs=("plant",), examples=LIKE)
    careful = OwnType(
        "planting", "t.toml:1", verbs=("plant",), examples=LIKE,
        unlike=(Example("Rebels planted a bomb near a school."),),
    )  # fmt: skip
    assert len(of_type(events(read_parse, text, plain), "planting")) == 2
    kept = events(read_parse, text, careful)
    assert [one.trigger.start for one in kept if one.own is not UNSET] == [text.index("planted tr")]
