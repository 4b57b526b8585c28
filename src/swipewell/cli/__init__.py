"""The command line: parse, call, print. One file a command, and nothing heavy until one runs."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from swipewell.cli.interrupt import ignore, watch
from swipewell.cli.light import do_without_plugins

if TYPE_CHECKING:
    import typer

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the program with the arguments of the process, and leave with its exit code."""
    gc.disable()  # what a start makes lasts; run.py looks for rubbish from the second post on
    do_without_plugins()
    try:
        watch()
        _make_ready()
        app(next(iter(sys.argv[1:]), None))(prog_name="swipewell")
        code: int | str | None = 0
    except SystemExit as left:
        code = left.code
    except KeyboardInterrupt:  # one that came before or after the command itself ran
        code = INTERRUPTED
    except Exception as fault:  # a person should never meet a traceback
        code = _say_broken(fault)
    _leave(code)


def _leave(code: int | str | None) -> NoReturn:
    """Leave at once: all is done, and taking hundreds of modules apart would take a while."""
    ignore()
    if not isinstance(code, int) or sys.gettrace() or sys.getprofile():
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError, ValueError):  # closed, or never open
            stream.flush()
    os._exit(code)


_COMMANDS = {
    "render": "Turn posts into folders of slides.",
    "check": "Say what is wrong with posts.",
    "approve": "Sign posts as they come out.",
    "explain": "Tell what a rule is for, or list all.",
    "preview": "Show posts on a local page, as on a phone.",
    "week": "Choose, render and schedule a week's posts.",
    "new": "Begin a post.",
    "init": "Begin a project: a brand, a first post, schemas.",
    "themes": "List themes, or show one.",
    "fonts": "List the bundled fonts.",
    "helplines": "List helplines, with source and age.",
    "schema": "Print a JSON Schema for editors.",
    "doctor": "Say what is installed, and what is found from here.",
}
"""The commands with their short help: each in a module of its name, which holds only what `--help` shows."""


def app(asked: str | None = None) -> typer.Typer:
    """Return the program with its commands; where one is asked for by its name, with that one alone.

    To make all of their parameters ready takes as long as three slides.
    """
    import typer

    from swipewell.cli import program

    made = typer.Typer(
        callback=program.program,
        no_args_is_help=True,
        # Rich would double the time to start; its frames add nothing a screen reader could use.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    for name in [asked] if asked in _COMMANDS else _COMMANDS:
        command = getattr(import_module(f"swipewell.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name, short_help=_COMMANDS[name])
        else:
            made.command(name, short_help=_COMMANDS[name])(command)
    return made


def _make_ready() -> None:
    """Let no character of a text, a name or a path stop what is written to a terminal or a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _say_broken(fault: Exception) -> int:
    """Say that Swipewell itself failed, outside of any post, and return the exit code."""
    from swipewell.cli.terminal import hush, put

    if os.environ.get("SWIPEWELL_DEBUG"):
        import traceback

        traceback.print_exc()
    hush(sys.stdout)  # what cannot be written now cannot be written at the end either
    if isinstance(fault, OSError):
        put(f"swipewell: stopped: {fault.strerror or fault}", err=True)
    else:
        put(f"swipewell: stopped by {type(fault).__name__}: {fault}", err=True)
        put("This is a fault in Swipewell: please report it with the line above.", err=True)
    return 3
