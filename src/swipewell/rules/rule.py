"""Rules as data: what each finds, why, what to write instead, and on whose word. Files in `data/`.

`data/<language>/*.yaml` hold rules about words, a file a family; `data/*.yaml` those about a whole
post, which a function in `care.py` or `platform.py` looks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from swipewell.findings import Severity
from swipewell.named import NamedTuple
from swipewell.resources import bundled_yaml

DATA = Path(__file__).parent / "data"
WORDS = ("suicide", "eating", "stigma", "scope", "claims", "confidentiality", "tone", "access")
"""The families of rules about words, each a file of a language."""
WHOLE = ("structure", "accessibility", "typography", "platform")
"""The families of rules about a whole post."""


class Rule(NamedTuple):
    """One rule.

    ``says`` are patterns (`pattern.py`), ``letters`` regular expressions over the text as it is,
    ``unless`` patterns that make the sentence harmless. ``passes`` names what lets a phrase pass
    (`frames.py`), ``where`` the places looked at (everywhere where empty), ``about`` patterns of which
    the post must hold one, ``topics`` topics that do as well, ``times`` how often a post may not say it.
    ``without`` names what makes it harmless if the post or the brand has it. ``fix`` are words that
    may safely stand in place of others. ``regions`` say why in the words of a brand's region, where
    its law has a word of its own. ``signs`` are letters without any of which, in lower
    case, no text can hold what ``letters`` look for; ``beyond ☀`` is any from that sign on,
    ``digit`` any digit, and ``a & b`` asks for both.
    """

    code: str
    family: str
    severity: Severity
    title: str
    why: str
    instead: str
    also: str = ""
    says: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    passes: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    times: int = 1
    without: str = ""
    fix: Mapping[str, str] = {}
    regions: Mapping[str, str] = {}
    signs: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    ok: tuple[str, ...] = ()


def plain_rule(rule: Rule) -> tuple[Any, ...]:
    """Return a rule as what can be kept on disk, without what only a reader of rules needs."""
    told = rule._replace(says=(), unless=(), about=(), source=(), hit=(), ok=(), title="")
    return tuple(told._replace(severity=rule.severity.value))  # type: ignore[arg-type]


def rule_of(plain: tuple[Any, ...]) -> Rule:
    """Return the rule that was kept as plain values."""
    rule = Rule(*plain)
    return rule._replace(severity=Severity(rule.severity))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that have rules about words."""
    return tuple(sorted(path.name for path in DATA.iterdir() if (path / "lists.yaml").is_file()))


@lru_cache(maxsize=8)
def rules_about_words(language: str) -> tuple[Rule, ...]:
    """Return the rules about words of a language (``en``), none where it has no list."""
    if language not in languages():
        return ()
    return tuple(rule for name in WORDS for rule in _family(DATA / language / f"{name}.yaml", name))


@lru_cache(maxsize=1)
def rules_about_posts() -> Mapping[str, Rule]:
    """Return the rules about whole posts by their codes."""
    return {rule.code: rule for name in WHOLE for rule in _family(DATA / f"{name}.yaml", name)}


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the families."""
    worded = (rule for language in languages() for rule in rules_about_words(language))
    return (*worded, *rules_about_posts().values())


def rule_called(code: str) -> Rule | None:
    """Return a rule by its code, or by its number in the research it came from (``SUI001``)."""
    wanted = code.strip().lower()
    return next((one for one in all_rules() if wanted in (one.code, one.also.lower())), None)


def sources() -> Mapping[str, str]:
    """Return the guidelines that rules rest on, by their short names."""
    known: Mapping[str, str] = bundled_yaml(DATA / "sources.yaml")
    return known


def _family(path: Path, name: str) -> tuple[Rule, ...]:
    held: dict[str, Any] = bundled_yaml(path)
    shared = held.get("passes", ())
    return tuple(_rule(entry, name, shared) for entry in held["rules"])


_TUPLES = frozenset({"says", "letters", "unless", "about", "source", "hit", "ok", "signs"})
_SETS = frozenset({"passes", "where", "topics"})


def _rule(entry: Mapping[str, Any], family: str, passes: Any) -> Rule:
    fields: dict[str, Any] = {"passes": passes, **entry, "family": family}
    fields["severity"] = Severity(fields["severity"])
    for name in _TUPLES & fields.keys():
        fields[name] = tuple(fields[name])
    for name in _SETS & fields.keys():
        fields[name] = frozenset(fields[name])
    return Rule(**fields)
