"""The gazetteer: what it knows, and how it is opened."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from dateline.tables import gazetteer_cache, load_rows
from dateline.tables.gazetteer import Gazetteer, fold, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Alma-Ata", "Almaty"),
        ("Nur-Sultan", "Astana"),
        ("Kiev", "Kyiv"),
        ("Saigon", "Ho Chi Minh City"),
        ("Leningrad", "Saint Petersburg"),
        ("Bombay", "Mumbai"),
        ("Алматы", "Almaty"),
        ("Burma", "Myanmar"),
        ("Holland", "Netherlands"),
        ("Britain", "United Kingdom"),
        ("Ivory Coast", "Ivory Coast"),
    ],
)
def test_former_and_other_names_lead_to_the_place(
    gazetteer: Gazetteer, name: str, shown: str
) -> None:
    assert gazetteer.name(gazetteer.find(fold(name))[0].row) == shown


def test_an_abbreviation_is_found_only_with_its_dot(gazetteer: Gazetteer) -> None:
    assert [c.feature for c in gazetteer.find("." + fold("Mass."))] == ["ADM1"]
    assert all(c.feature != "ADM1" for c in gazetteer.find(fold("Mass")))


def test_a_county_lies_in_its_state(gazetteer: Gazetteer) -> None:
    (parish,) = gazetteer.find(fold("Rapides Parish"))
    assert gazetteer.name(parish.admin1) == "Louisiana"
    assert gazetteer.country_code(parish.country) == "USA"


def test_an_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.find(fold("Qwertyuiopville")) == ()
    assert gazetteer.find("") == ()


def test_a_cache_that_cannot_be_written_gives_an_index_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setattr(
        "dateline.tables.gazetteer_builder.build", lambda folder: (folder / "built").touch()
    )
    made = gazetteer_cache.build_index(blocked / "gazetteer-0")
    assert (made / "built").exists()
    assert not made.is_relative_to(tmp_path)


def test_an_index_that_another_process_built_first_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gazetteer-0"

    def build(made: Path) -> None:
        (made / "names.npy").touch()
        folder.mkdir()
        (folder / "names.npy").write_text("theirs")

    monkeypatch.setattr("dateline.tables.gazetteer_builder.build", build)
    assert gazetteer_cache.build_index(folder) == folder
    assert (folder / "names.npy").read_text() == "theirs"
    assert [p.name for p in tmp_path.iterdir()] == ["gazetteer-0"]


def test_an_interrupted_build_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(made: Path) -> None:
        (made / "keys.npy").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.tables.gazetteer_builder.build", build)
    with pytest.raises(KeyboardInterrupt):
        gazetteer_cache.build_index(tmp_path / "gazetteer-0")
    assert list(tmp_path.iterdir()) == []


def test_a_new_index_takes_the_place_of_a_broken_and_of_unused_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = time.time() - 30 * 24 * 3600
    for name in ("gazetteer-0", "gazetteer-used", "gazetteer-old", "building-now", "building-old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "keys.npy").touch()
        if name.endswith("old"):
            os.utime(tmp_path / name, (long_ago, long_ago))
    (tmp_path / "something-else").touch()
    monkeypatch.setattr(
        "dateline.tables.gazetteer_builder.build", lambda made: (made / "names.npy").touch()
    )
    made = gazetteer_cache.build_index(tmp_path / "gazetteer-0")
    assert [path.name for path in made.iterdir()] == ["names.npy"]
    assert {path.name for path in tmp_path.iterdir()} == {
        "gazetteer-0", "gazetteer-used", "building-now", "something-else"
    }  # fmt: skip


def test_the_cache_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert gazetteer_cache.index_folder().parent == tmp_path
    assert not gazetteer_cache.is_built()
    monkeypatch.delenv("DATELINE_CACHE")
    assert gazetteer_cache.index_folder().parent.name == "dateline"


def test_an_index_that_cannot_be_opened_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer
) -> None:
    whole = gazetteer_cache.index_folder()
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    monkeypatch.setattr(
        "dateline.tables.gazetteer_builder.build",
        lambda made: shutil.copytree(whole, made, dirs_exist_ok=True),
    )
    broken = gazetteer_cache.index_folder()
    broken.mkdir()
    (broken / "keys.npy").write_bytes(b"")
    (broken / "names.npy").write_bytes(b"")
    assert len(open_gazetteer.__wrapped__()) == len(gazetteer)


def test_every_hand_written_row_has_a_point_on_earth() -> None:
    for _, _, lat, lon, *_ in load_rows("places_features.tsv"):
        assert -90 <= float(lat) <= 90
        assert -180 <= float(lon) <= 180


def test_points_of_countries_lie_among_their_places(gazetteer: Gazetteer) -> None:
    """A slip in the hand-written table (a sign, a swapped pair) would put a country elsewhere."""
    columns = gazetteer._columns
    rows = [row for row in range(300) if columns["countries"][row] == row]
    assert len(rows) > 240
    for row in rows:
        inside = columns["points"][columns["countries"] == row][1:]
        lat, lon = columns["points"][row]
        if len(inside) > 30:
            lats, lons = sorted(inside[:, 0]), sorted(inside[:, 1])
            assert lats[0] - 3 < lat < lats[-1] + 3, gazetteer.name(row)
            assert lons[0] - 3 < lon < lons[-1] + 3, gazetteer.name(row)


@pytest.mark.parametrize("name", ["New Delhi", "Washington", "Kiev", "Sana'a", "Dhaka"])
def test_a_capital_is_marked(gazetteer: Gazetteer, name: str) -> None:
    capitals = [c for c in gazetteer.find(fold(name)) if c.feature == "PPLC"]
    assert len(capitals) == 1


def test_a_city_that_shares_a_name_with_a_capital_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.find(fold("Delhi"))[0].feature != "PPLC"
