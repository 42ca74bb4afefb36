"""The command line: one file a command, each loaded when it is called."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from dateline.errors import DatelineError, UsageError

__all__ = ["run"]

DONE, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
COMMANDS = {
    "read": "Read articles into records: who did what to whom, and who says so.",
    "verify": "Prove every span, hash and reference of readings.",
    "stories": "Tell which articles tell one story.",
    "schema": "Print the JSON Schema that readings follow.",
}


class Commands(click.Group):
    """The commands by name; a command's module is imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """Return the command so called."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"dateline.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's
    if value and not ctx.resilient_parsing:
        from dateline.made_by import __version__  # noqa: PLC0415 - not needed for --help

        click.echo(f"dateline {__version__}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 done with failures, 2 wrong use.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version,
    help="Print the version.",
)  # fmt: skip
@click.pass_context
def commands(ctx: click.Context, *, debug: bool) -> None:
    """Read news articles into an auditable record."""
    ctx.obj = {"debug": debug}


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status; nothing but `--debug` shows a traceback."""
    debug = "--debug" in arguments
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # `--debug` is taken wherever it stands, also behind the command.
    rest = [one for one in arguments if one != "--debug"]
    try:
        status = commands.main(
            args=["--debug", *rest] if debug else rest, prog_name="dateline", standalone_mode=False
        )
        _flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED
    except click.UsageError as error:
        error.show()
        return WRONG_USE
    except BrokenPipeError:
        _give_up_output()
        return FAILED
    except DatelineError as error:
        if debug:
            raise
        complain(error.message, error.hint)
        return WRONG_USE if isinstance(error, UsageError) else FAILED
    return status if isinstance(status, int) else DONE


def complain(message: str, hint: str | None = None) -> None:
    """Tell the user on standard error what is wrong, and what to do about it."""
    try:
        click.echo(f"dateline: {message}", err=True)
        if hint:
            click.echo(f"  hint: {hint}", err=True)
    except (OSError, ValueError):
        return


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _give_up_output() -> None:
    """Let nobody write to a pipe that the reader has closed, not even at exit."""
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
