"""Every rule finds what it is there for and lets near misses pass; no sample is warned about."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest
import yaml

import swipewell as sw
from swipewell.geometry import SQUARE
from swipewell.model.brand import Licence
from swipewell.rules.check import planned_findings
from swipewell.rules.pattern import by_denial, compiled, spans
from swipewell.rules.prose import Prose
from swipewell.rules.rule import Rule, all_rules, rules_about_words, sources
from swipewell.rules.wording import hits_in
from swipewell.rules.words import sentences

ROOT = Path(__file__).resolve().parent.parent.parent
SENTENCES = sorted((Path(__file__).parent / "sentences").glob("*.yaml"))
TODAY = dt.date(2026, 11, 1)
BRAND = sw.Brand(name="Alma", region="US", credential="LMFT", licence=Licence(number="1"))


def found(post: sw.Post, **aim: object) -> list[str]:
    language = post.language or "en"
    said = planned_findings(post, BRAND, language, TODAY, page=SQUARE, **aim)  # type: ignore[arg-type]
    return [finding.code for finding in said]


def hits(text: str, place: str = "slide") -> list[str]:
    return [hit.rule.code for hit in hits_in([Prose(text, "title", place)], "en", frozenset())]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_what_it_finds_and_what_it_does_not(rule: Rule) -> None:
    assert rule.hit
    assert rule.ok
    assert rule.why.endswith(".")
    assert rule.instead.endswith((".", "`"))
    assert rule.source
    assert set(rule.source) <= sources().keys()


def test_codes_are_unique() -> None:
    codes = [code for rule in all_rules() for code in (rule.code, rule.also) if code]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("rule", rules_about_words("en"), ids=lambda rule: rule.code)
def test_a_rule_finds_its_examples(rule: Rule) -> None:
    place = "cover" if rule.where else "slide"
    for text in rule.hit:
        assert hits(text, place).count(rule.code) >= rule.times, text
    for text in rule.ok:
        assert rule.code not in hits(text, place), text


@pytest.mark.parametrize("page", SENTENCES, ids=lambda page: page.stem)
def test_sentences_are_found_and_let_pass(page: Path) -> None:
    held = yaml.safe_load(page.read_text(encoding="utf-8"))
    quiet = {rule.code for rule in all_rules() if rule.times > 1 or rule.without == "licence"}
    missed = [text for text in held["find"] if not set(hits(text, "cover")) - quiet]
    alarms = {text: codes for text in held["pass"] if (codes := set(hits(text, "cover")) - quiet)}
    assert not missed
    assert not alarms


@pytest.mark.parametrize(
    "path", sorted((ROOT / "samples").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_no_sample_raises_an_alarm(path: Path) -> None:
    if path.stem == "brand" or path.parent.name == "brands" or path.name == "week.yaml":
        pytest.skip("no post")
    assert found(sw.read_post(path)) == []


def post(body: str, **fields: object) -> sw.Post:
    return sw.Post(title="A title", slides=[sw.Tip(body=body)], **fields)  # type: ignore[arg-type]


def test_words_taught_against_pass() -> None:
    halves = sw.Half(items=["She committed suicide."]), sw.Half(items=["She died by suicide."])
    slides = [sw.Compare(title="Words", left=halves[0], right=halves[1])]
    topics = ("suicide",)
    help_ = sw.Tip(body="Help is there.")
    assert found(sw.Post(title="Words", topics=topics, slides=[*slides, help_])) == []
    turned = sw.Compare(title="Words", left=halves[1], right=halves[0])
    codes = found(sw.Post(title="Words", topics=topics, slides=[turned, help_]))
    assert codes == ["suicide-committed"]
    assert found(
        sw.Post(title="A", slides=[sw.Myth(myth="Anorexia is a choice.", fact="It is not.")])
    ) in (
        [],
        ["topic-not-named"],
    )


def test_a_method_is_found_however_it_is_framed() -> None:
    myth = sw.Myth(myth="She hanged herself.", fact="Talk to someone.")
    assert "suicide-method" in found(sw.Post(title="A", topics=("suicide",), slides=[myth]))


def test_names_and_addresses_are_no_prose() -> None:
    slide = sw.Resources(
        title="Help", items=[sw.Resource(name="Alcoholics Anonymous, insane.example")]
    )
    assert found(sw.Post(title="A", slides=[slide])) == []


@pytest.mark.parametrize(
    ("body", "topic"),
    [
        ("When you think about suicide, tell someone.", "suicide"),
        ("Some people cut themselves to cope.", "self-harm"),
        ("An eating disorder is treatable.", "eating-disorders"),
        ("An abusive relationship wears you down.", "abuse"),
        ("Flashbacks come without warning.", "trauma"),
        ("Addiction is an illness.", "substance-use"),
        ("After the death of your mother, time bends.", "grief"),
    ],
)
def test_a_topic_that_is_spoken_of_is_to_be_named(body: str, topic: str) -> None:
    assert "topic-not-named" in found(post(body))
    assert "topic-not-named" not in found(post(body, topics=(topic,)))


def test_no_topic_in_passing() -> None:
    assert found(post("It hurts, and it passes. A drink of water helps.")) == []
    assert found(post("Abuse is never your fault.")) == []
    assert found(post("If you think about suicide, call 988.")) == []


def test_nobody_is_asked_to_share_what_hurts() -> None:
    slides = [sw.Tip(body="Help is there."), sw.Invite(title="Save this post for later.")]
    assert found(sw.Post(title="A", topics=("suicide",), slides=slides)) == [
        "share-prompt-on-distress"
    ]
    assert found(sw.Post(title="A", topics=("boundaries",), slides=slides)) == []


def test_prompts_under_what_hurts_are_found() -> None:
    page = yaml.safe_load((Path(__file__).parent / "sharing.yaml").read_text(encoding="utf-8"))
    prompt = "share-prompt-on-distress"
    assert not [text for text in page["find"] if prompt not in found(post(text))]
    assert not [text for text in page["pass"] if prompt in found(post(text))]


def test_a_post_on_suicide_says_a_word_of_help() -> None:
    assert found(post("It is dark.", topics=("suicide",))) == ["no-word-of-hope"]


def test_what_is_allowed_needs_a_code_and_a_reason() -> None:
    said = "This is insane."
    reason = {"code": "illness-as-insult", "because": "The name of a song."}
    assert found(post(said)) == ["illness-as-insult"]
    assert found(post(said, allow=(reason,))) == []
    assert found(post(said, allow=({"code": "STG006", "because": "A song."},))) == []
    assert found(post(said, allow=({"code": "illness-as-insult"},))) == [
        "illness-as-insult",
        "allow-without-reason",
    ]
    assert found(post(said, allow=({"code": "nonsense", "because": "x"},))) == [
        "illness-as-insult",
        "allow-unknown-code",
    ]
    assert found(post("Rest.", allow=(reason,))) == ["allow-unused"]
    there = sw.Tip(body=said, allow=(reason,))
    elsewhere = sw.Post(title="A", slides=[there, sw.Tip(body=said)])
    assert found(elsewhere) == ["illness-as-insult"]


def test_reviews_and_sources() -> None:
    assert found(post("Rest.", review_due=dt.date(2026, 10, 31))) == ["review-overdue"]
    assert found(post("Rest.", review_due=TODAY)) == []
    assert found(post("Rest."), require_sources=True) == ["sources-required"]
    cited = post("Studies show that rest helps.")
    assert found(cited) == ["claim-without-source"]


def test_targets() -> None:
    api = {"target": "instagram-api"}
    assert found(post("Rest."), **api, formats=("png",)) == ["platform-format"]
    assert found(post("Rest."), **api, formats=("jpeg",)) == []
    assert found(post("Rest."), **api, scale=2) == ["platform-size"]
    long = sw.Post(title="A", slides=[sw.Tip(title=f"Tip {n}") for n in range(9)])
    assert "platform-slides" in [one.code for one in sw.check(long, BRAND, target="instagram-api")]
    assert "platform-slides" not in [one.code for one in sw.check(long, BRAND)]
    said = sw.Post(title="A", caption="word " * 120, slides=[sw.Tip(title="Tip")])
    assert "platform-caption" in [one.code for one in sw.check(said, BRAND, target="threads")]
    with pytest.raises(sw.InputError, match="no target"):
        sw.check(long, BRAND, target="myspace")


def test_a_very_long_slide_sentence_and_marks_in_a_row() -> None:
    assert found(post("Rest. " * 80)) == ["too-many-words"]
    assert found(post("and rest " * 22)) == ["long-sentence"]
    assert found(post("Rest now!!")) == ["shouting-marks"]


def test_a_testimonial_is_told_of_by_the_law_of_the_region() -> None:
    body = post("Read our client testimonials.")

    def said(region: str | None) -> str:
        brand = sw.Brand(name="Alma", region=region)
        (finding,) = planned_findings(body, brand, "en", TODAY, page=SQUARE)
        assert (finding.code, finding.severity) == ("testimonial", "error")
        return finding.message

    assert "National Law, s133" in said("AU")
    assert said("US") == said(None)
    assert "clients are open to influence" in said("US")


def test_other_languages_have_no_rules_about_words() -> None:
    assert found(post("She committed suicide.", language="de")) == []


def test_parts_of_a_pattern_may_stand_in_any_order() -> None:
    both = compiled("pill & die EXCEPT not/never", {})
    assert list(spans(both, sentences("To die of a pill")[0])) == [(1, 5)]
    assert not list(spans(both, sentences("A pill: he did not die.")[0]))
    assert not list(spans(both, sentences("A pill.")[0]))


def test_a_denial_belongs_to_the_choice_it_stands_in() -> None:
    parts = by_denial(compiled("it be (not real | lazy)", {}))
    assert sorted(one.negates for one in parts) == [False, True]
    assert "illness-as-weakness" in hits("ADHD isn't real.")
    assert "illness-as-weakness" not in hits("ADHD isn't laziness.")


@pytest.mark.parametrize("written", ["(a | b", "a)", "", "NOLIST here"])
def test_a_pattern_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|names|no list|pattern"):
        compiled(written, {})


def test_the_table_of_rules_is_fresh() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "build_rules.py"))["page"]()
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == made
