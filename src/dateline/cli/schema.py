"""`dateline schema`: the JSON Schema that readings follow."""

from __future__ import annotations

import click


@click.command("schema", short_help="Print the JSON Schema that readings follow.")
def command() -> None:
    """Print the JSON Schema that readings follow."""
    from dateline.records.contract import schema_text  # noqa: PLC0415 - not needed for --help

    click.echo(schema_text(), nl=False)
