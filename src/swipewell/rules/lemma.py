"""An English word to the forms it may be looked up by: ``committed`` is also ``commit``.

A small table of our own, not a dictionary: a wrong guess (``thing`` from ``things`` or ``th``) costs
nothing, because a form counts only where a rule names it.
"""

from functools import lru_cache

_IRREGULAR = {
    "be": "am is are was were been being 'm 're",
    "have": "has had having 've",
    "do": "does did done doing",
    "die": "dies died dying",
    "take": "took taken taking",
    "kill": "killed",
    "feel": "felt",
    "lose": "lost losing",
    "leave": "left leaving",
    "say": "said says",
    "tell": "told",
    "think": "thought",
    "get": "got gotten getting",
    "eat": "ate eaten",
    "cut": "cutting",
    "quit": "quitting",
    "hang": "hung hanged",
    "find": "found",
    "make": "made making",
    "come": "came coming",
    "go": "went gone goes going gonna",
    "keep": "kept",
    "let": "letting",
    "heal": "healed",
    "beat": "beaten beating",
    "bear": "bore borne",
    "choose": "chose chosen choosing",
    "break": "broke broken",
    "fall": "fell fallen",
    "give": "gave given giving",
    "know": "knew known",
    "see": "saw seen",
    "hear": "heard",
    "write": "wrote written writing",
    "become": "became becoming",
    "begin": "began begun beginning",
    "speak": "spoke spoken",
    "drive": "drove driven driving",
    "burn": "burnt burned",
    "starve": "starving starved",
    "bring": "brought",
    "show": "shown",
    "mean": "meant",
    "forget": "forgot forgotten",
    "forgive": "forgave forgiven",
    "hide": "hid hidden hiding",
    "teach": "taught",
    "pay": "paid",
    "end": "ended",
    "shoot": "shot",
    "ssri": "ssris",
    "lb": "lbs",
    "kg": "kgs",
    "snri": "snris",
    "sit": "sat sitting",
    "meet": "met",
    "run": "ran running",
    "spend": "spent",
    "build": "built",
    "swear": "swore sworn",
    "send": "sent",
    "wear": "wore worn",
    "sleep": "slept",
    "stop": "stopping",
    "drink": "drank drunk",
    "weigh": "weighs",
    "trigger": "triggered",
    "person": "people persons folks",
    "child": "children kids kid",
    "woman": "women",
    "man": "men",
    "life": "lives",
    "wife": "wives",
    "self": "selves",
    "will": "'ll wo",
    "not": "n't",
    "want": "wanna",
    "medication": "meds med",
    "counsellor": "counselor",
    "behaviour": "behavior",
    "program": "programme",
    "diagnose": "diagnosing",
    "crisis": "crises",
    "therapist": "psychotherapist",
    "hurt": "hurting",
    "put": "putting",
    "shed": "shedding",
    "bleed": "bled",
    "stick": "stuck",
    "wake": "woke woken",
    "stand": "stood",
    "hold": "held",
    "buy": "bought",
    "lie": "lying lied",
    "feed": "fed",
    "grow": "grew grown",
    "fight": "fought",
    "light": "lit",
    "steal": "stole stolen",
    "strike": "struck stricken",
    "throw": "threw thrown",
    "undo": "undid undone undoing",
    "win": "won",
    "hit": "hitting",
    "rid": "ridding",
    "slit": "slitting",
    "leap": "leapt",
    "step": "stepping",
    "catch": "caught",
    "fast": "fasted fasting",
    "overcome": "overcame overcoming",
    "rewrite": "rewrote",
    "understand": "understood",
    "sick": "sicker sickest",
    "thin": "thinner thinnest",
    "skinny": "skinnier skinniest",
    "slim": "slimmer slimmest",
    "client": "clientele",
    "counselling": "counseling",
    "mother": "mothers",
    "dad": "daddy",
    "favorite": "favourite",
    "color": "colour",
    "center": "centre",
    "gray": "grey",
    "pound": "lbs",
    "mom": "mum mums mama mummy mommy",
    "best": "greatest",
}
_BASE: dict[str, list[str]] = {}
for _base, _forms in _IRREGULAR.items():
    for _form in _forms.split():
        _BASE.setdefault(_form, []).append(_base)

_VOWELS = "aeiou"
_SPELLINGS = (
    *(("is" + end, "iz" + end) for end in ("e", "es", "ed", "er", "ers", "ing", "ation", "ations")),
    *(("ys" + end, "yz" + end) for end in ("e", "es", "ed", "ing")),
    *(("our" + end, "or" + end) for end in ("", "s", "ed", "ing", "ite", "al")),
    *(("ll" + end, "l" + end) for end in ("ed", "ing", "or", "ors")),
)
"""British endings and the American ones that rules are written with."""


@lru_cache(maxsize=8192)
def forms(word: str) -> frozenset[str]:
    """Return a word in lower case with all that it may be a form of."""
    found = {word, *_BASE.get(word, ())}
    found.update(_stems(word))
    found.update(_one_spelling(form) for form in tuple(found))
    return frozenset(found)


def _stems(word: str) -> list[str]:
    """Return what is left of a word without the endings of plurals, persons and tenses."""
    if len(word) < 4:
        return []
    stems: list[str] = []
    if word.endswith("ies"):
        stems += [word[:-3] + "y", word[:-1]]
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
        stems += [word[:-2], word[:-1]]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        stems.append(word[:-1])
    if word.endswith("ied"):
        stems.append(word[:-3] + "y")
    elif word.endswith("ed"):
        stems += _without(word, 2)
    elif word.endswith("ing") and len(word) > 5:
        stems += _without(word, 3)
    return stems


def _without(word: str, length: int) -> list[str]:
    """Return a stem as it is, with an e, and with a doubled consonant single: healing, curing, cutting."""
    stem = word[:-length]
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    return [stem, stem + "e", *([stem[:-1]] if doubled else [])]


def _one_spelling(word: str) -> str:
    """Return a word in the one of its spellings that rules are written in."""
    for british, american in _SPELLINGS:
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + american
    return word
