"""Codebooks of the user's own: dictionaries of actors and agents, and types of events.

`load_codebooks` reads the files; what it gives is applied by `dateline.extract`. A file
that cannot be used as a whole is not used in part: all that is wrong in it is told at once,
each with its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.codebooks.actor_tables import is_actor_table, read_actor_table
from dateline.codebooks.event_types import read_types
from dateline.codebooks.pages import CodebookPage, quoted, read_page
from dateline.codebooks.petrarch import read_petrarch
from dateline.records.codebooks import Actor, Agent, Codebooks, OwnType

__all__ = ["Files", "load_codebooks"]

# What a user names: one file, or several.
Files = str | Path | Sequence[str | Path]


def load_codebooks(actors: Files = (), types: Files = ()) -> Codebooks | None:
    """Return what the user's files hold, those named last going first; None without files.

    Raises:
        BadCodebook: if a file is missing or holds a line that cannot be read.
    """
    actor_files, type_files = to_paths(actors), to_paths(types)
    if not actor_files and not type_files:
        return None
    persons: list[Actor] = []
    roles: list[Agent] = []
    kinds: list[OwnType] = []
    digests: list[str] = []
    notices: list[str] = []
    files: dict[str, Path] = {}
    for path in actor_files:
        page = read_page(path)
        read = read_actor_table if is_actor_table(page) else read_petrarch
        found_actors, found_agents = read(page)
        page.finish()
        _note_doubles(page, found_actors, files)
        persons += found_actors
        roles += found_agents
        digests.append(f"actors {path.name} sha256:{page.digest}")
        notices += page.notices
    for path in type_files:
        page = read_page(path)
        kinds += read_types(page, {kind.name: kind.where for kind in kinds})
        page.finish()
        digests.append(f"types {path.name} sha256:{page.digest}")
        notices += page.notices
    return Codebooks(tuple(persons), tuple(roles), tuple(kinds), tuple(digests), tuple(notices))


def _note_doubles(page: CodebookPage, actors: list[Actor], files: dict[str, Path]) -> None:
    """Note the names that a file before has too; `files` tells which, and learns the new ones."""
    for actor in actors:
        line = int(actor.codings[0].where.rpartition(":")[2])
        for name in actor.names:
            before = files.setdefault(name.casefold(), page.path)
            if before != page.path:
                page.note(line, f"{quoted(name)} stands in {before} too; this one holds")
                files[name.casefold()] = page.path


def to_paths(files: Files) -> tuple[Path, ...]:
    """Return the files as absolute paths, so that another process finds them."""
    several = [files] if isinstance(files, str | Path) else files
    return tuple(Path(one).absolute() for one in several)
