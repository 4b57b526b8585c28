from __future__ import annotations

import datetime as dt
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from week_cases import member

import swipewell as sw
from swipewell.model.week import DAYS
from swipewell.week.choice import Choice, Use, choose, running_dry
from swipewell.week.dates import Week
from swipewell.week.pool import Member

START = Week(2026, 40)


@st.composite
def plans(draw: st.DrawFn) -> tuple[sw.WeekPlan, dict[str, tuple[Member, ...]]]:
    """Draw a plan with up to three series, some of which share posts, and its pools."""
    series, pools = [], {}
    for number in range(draw(st.integers(1, 3))):
        name = f"series {number}"
        keys = draw(st.lists(st.sampled_from("abcdefgh"), max_size=6, unique=True))
        series.append(
            sw.Series(
                name=name,
                day=draw(st.sampled_from(DAYS)),
                time=f"0{number}:00",
                pool=["posts"],
                pick=draw(st.sampled_from(["oldest", "seeded"])),
                rest=draw(st.sampled_from([None, "0 days", "7 days", "3 weeks"])),
            )
        )
        pools[name] = tuple(map(member, keys))
    rest = draw(st.sampled_from(["0", "10 days", "5 weeks"]))
    return sw.WeekPlan(timezone="UTC", rest=rest, series=series), pools


def lived(
    plan: sw.WeekPlan, pools: dict[str, tuple[Member, ...]], weeks: int
) -> dict[Week, tuple[Choice, ...]]:
    """Return so many weeks, chosen one after the other."""
    made: dict[Week, tuple[Choice, ...]] = {}
    for number in range(weeks):
        made[START.later(number)] = choose(plan, START.later(number), pools, uses(made))
    return made


def uses(made: dict[Week, tuple[Choice, ...]], but: Week | None = None) -> list[Use]:
    chosen = (choice for week, each in made.items() if week != but for choice in each)
    return [use for choice in chosen if (use := choice.as_use())]


def members(chosen: tuple[Choice, ...]) -> list[Member | None]:
    return [choice.member for choice in chosen]


@settings(max_examples=60, deadline=None)
@given(plans())
def test_no_post_returns_before_it_has_rested(
    drawn: tuple[sw.WeekPlan, dict[str, tuple[Member, ...]]],
) -> None:
    plan, pools = drawn
    made = lived(plan, pools, 8)
    before: dict[str, dt.date] = {}
    for each in made.values():
        assert [choice.day for choice in each] == sorted(choice.day for choice in each)
        keys = [choice.member.key for choice in each if choice.member]
        assert len(set(keys)) == len(keys)  # nor twice in a week
        for choice in each:
            rest = plan.rest if choice.series.rest is None else choice.series.rest
            free = [
                one.key
                for one in pools[choice.series.name]
                if one.key not in before or (choice.day - before[one.key]).days >= max(rest, 1)
            ]
            if choice.member is None:
                week = [one for one in free if one not in keys]
                assert not week, "there would have been a post"
                continue
            assert choice.member.key in free
            before[choice.member.key] = choice.day


@settings(max_examples=40, deadline=None)
@given(plans(), st.integers(0, 5), st.randoms())
def test_a_week_asked_again_is_the_same(
    drawn: tuple[sw.WeekPlan, dict[str, tuple[Member, ...]]], number: int, chance: Random
) -> None:
    plan, pools = drawn
    made = lived(plan, pools, 6)
    week = START.later(number)
    own = {use.series: use for use in uses({week: made[week]})}
    others = uses(made, but=week)
    assert members(choose(plan, week, pools, others, own)) == members(made[week])
    chance.shuffle(others)
    assert members(choose(plan, week, pools, others, own)) == members(made[week])


def plan_of(pick: str = "oldest", rest: str = "3 weeks") -> sw.WeekPlan:
    series = sw.Series(name="Tips", day="Thursday", time="9:30", pool="posts", pick=pick, rest=rest)
    return sw.WeekPlan(timezone="UTC", series=[series])


def test_oldest_takes_new_posts_by_name_and_then_what_was_posted_longest_ago() -> None:
    pools = {"Tips": tuple(map(member, "abcd"))}
    made = lived(plan_of(), pools, 7)
    assert [each[0].member.key for each in made.values() if each[0].member] == [*"abcdabc"]


def test_a_new_post_does_not_change_a_week_that_was_made() -> None:
    made = lived(plan_of(), {"Tips": tuple(map(member, "bcd"))}, 2)
    own = {use.series: use for use in uses({START: made[START]})}
    more = {"Tips": tuple(map(member, "abcd"))}
    again = choose(plan_of(), START, more, uses(made, but=START), own)
    assert again == made[START]
    fresh = choose(plan_of(), START.later(2), more, uses(made))
    assert fresh[0].member == more["Tips"][0]


def test_a_post_that_was_moved_is_known_again() -> None:
    made = lived(plan_of(), {"Tips": (member("a"),)}, 1)
    moved = member("a")._replace(key="elsewhere/a.yaml")
    (choice,) = choose(plan_of(), START.later(1), {"Tips": (moved,)}, uses(made))
    assert choice.member is None
    assert choice.returns == dt.date(2026, 10, 22)


def test_seeded_is_in_no_order_but_the_same_each_time() -> None:
    pools = {"Tips": tuple(map(member, "abcdefgh"))}
    first, second = (lived(plan_of("seeded", "8 weeks"), pools, 8) for _ in range(2))
    keys = [each[0].member.key for each in first.values() if each[0].member]
    assert first == second
    assert sorted(keys) == [*"abcdefgh"]
    assert keys != sorted(keys)


@pytest.mark.parametrize(("count", "weeks"), [(1, 1), (3, 3), (4, 4), (5, None)])
def test_a_pool_that_runs_dry_is_told_four_weeks_ahead(count: int, weeks: int | None) -> None:
    pools = {"Tips": tuple(map(member, "abcdefgh"[:count]))}
    plan = plan_of(rest="52 weeks")
    chosen = choose(plan, START, pools, [])
    dry = running_dry(plan, START, pools, [], chosen)
    assert dry == ({"Tips": START.later(weeks)} if weeks else {})


def test_a_week_that_was_made_already_does_not_run_dry() -> None:
    pools = {"Tips": tuple(map(member, "ab"))}
    plan = plan_of(rest="52 weeks")
    made = lived(plan, pools, 2)
    later = uses(made, but=START)
    assert running_dry(plan, START, pools, later, made[START]) == {"Tips": START.later(2)}
