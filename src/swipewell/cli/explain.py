"""`swipewell explain`: the rules, or one of them: what it finds, why, what to write instead, on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from swipewell.rules.rule import Rule


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help="A rule's code, as `check` prints it.", show_default=False
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell what a rule finds, why, what to write instead, and whose guidance it follows; or list all.

    \b
    Example:
      swipewell explain
      swipewell explain suicide-committed
    """
    from swipewell.cli.terminal import put
    from swipewell.rules.rule import all_rules, rule_called

    rule = rule_called(code) if code else None
    if code and rule is None:
        raise typer.BadParameter(_unknown(code), param_hint="'CODE'")
    rules = (rule,) if rule else all_rules()
    if json:
        import sys
        from json import dumps

        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        put(dumps({"rules": [_object(one) for one in rules]}, ensure_ascii=False, indent=2))
    elif rule:
        put("\n".join(_told(rule)))
    else:
        put("\n".join(_listed(rules)))


def _unknown(code: str) -> str:
    """Return what to say about a code that is no rule's."""
    from swipewell.reading.names import nearest
    from swipewell.rules.rule import all_rules

    near = nearest(code, [rule.code for rule in all_rules()])
    meant = f"Did you mean {near}? " if near else ""
    return (
        f"there is no rule '{code}'. {meant}`swipewell explain` lists them; other codes tell of "
        "reading and setting a post, and say themselves what to do."
    )


def _listed(rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield the rules by family: code, severity, what it finds."""
    family = ""
    for rule in rules:
        if rule.family != family:
            yield ("" if not family else "\n") + rule.family
            family = rule.family
        yield f"  {rule.code:<30} {rule.severity:<8} {rule.title}"


def _told(rule: Rule) -> Iterator[str]:
    """Yield all that is to be known of a rule."""
    from swipewell.rules.rule import sources

    yield f"{rule.code} ({rule.severity}; {rule.family})"
    yield f"  {rule.title}: {rule.why}"
    yield f"  instead: {rule.instead}"
    yield from (f"  finds:   {text}" for text in rule.hit)
    yield from (f"  not:     {text}" for text in rule.ok)
    known = sources()
    yield from (f"  source:  {known[name]}" for name in rule.source)
    yield f"  to set it aside, in the post: allow: [{{code: {rule.code}, because: …}}]"


def _object(rule: Rule) -> dict[str, object]:
    from swipewell.rules.rule import sources

    known = sources()
    return {
        "code": rule.code,
        "family": rule.family,
        "severity": str(rule.severity),
        "title": rule.title,
        "why": rule.why,
        "instead": rule.instead,
        "finds": list(rule.hit),
        "not": list(rule.ok),
        "sources": [known[name] for name in rule.source],
    }
