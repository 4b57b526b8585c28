"""The command line: parse, call, print. One file a command, and nothing heavy until one runs."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
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
        app()(prog_name="swipewell")
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


def app() -> typer.Typer:
    """Return the program with its commands. Their modules hold only what `--help` shows."""
    import typer

    from swipewell.cli import (
        approve,
        check,
        doctor,
        explain,
        fonts,
        helplines,
        init,
        new,
        preview,
        program,
        render,
        schema,
        themes,
        week,
    )

    made = typer.Typer(
        callback=program.program,
        no_args_is_help=True,
        # Rich would double the time to start; its frames add nothing a screen reader could use.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    made.command("render", short_help="Turn posts into folders of slides.")(render.render)
    made.command("check", short_help="Say what is wrong with posts.")(check.check)
    made.command("approve", short_help="Sign posts as they come out.")(approve.approve)
    made.command("explain", short_help="Tell what a rule is for, or list all.")(explain.explain)
    made.command("preview", short_help="Show posts on a local page, as on a phone.")(
        preview.preview
    )
    made.command("week", short_help="Choose, render and schedule a week's posts.")(week.week)
    made.command("new", short_help="Begin a post.")(new.new)
    made.command("init", short_help="Begin a project: a brand, a first post, schemas.")(init.init)
    made.add_typer(themes.themes, name="themes", short_help="List themes, or show one.")
    made.command("fonts", short_help="List the bundled fonts.")(fonts.fonts)
    made.command("helplines", short_help="List helplines, with source and age.")(
        helplines.helplines
    )
    made.command("schema", short_help="Print a JSON Schema for editors.")(schema.schema)
    made.command("doctor", short_help="Say what is installed, and what is found from here.")(
        doctor.doctor
    )
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
