"""Scopes answer as a plain search for the shortest one would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.records.scopes import Scope, Scopes

SCOPE = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(SCOPE, max_size=8), st.integers(0, 45))
def test_the_shortest_scope_around_an_offset_holds(
    ranges: list[tuple[int, int]], offset: int
) -> None:
    scopes = [Scope(start, end, f"v{number}") for number, (start, end) in enumerate(ranges)]
    around = [s.end - s.start for s in scopes if s.start <= offset < s.end]
    found = Scopes(scopes).voice_at(offset)
    if not around:
        assert found == "v0" or found in {s.voice for s in scopes if s.start <= offset < s.end}
    else:
        holder = next(s for s in scopes if s.voice == found and s.start <= offset < s.end)
        assert holder.end - holder.start == min(around)
