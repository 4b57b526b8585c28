"""What languages ask of marks, spaces and the ends of lines, as tables by language tag.

    marks("de-AT") -> "„“‚‘"      dash("de") -> "–"      ties("pl").short -> {"a", "i", "o", "u", "w", "z"}

A tag is looked up as it is, then without its last part: zh-Hant-HK, zh-Hant, zh. Quotation marks and
short forms of units follow the CLDR, release 48 (https://cldr.unicode.org), except where a language's
own authority or its publishers do otherwise, which is then said.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from swipewell.named import NamedTuple

NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"

_Value = TypeVar("_Value")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# --- Tags ---

_SAME = {"no": "nb", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh", "sh": "sr-Latn"}
_TRADITIONAL = frozenset({"TW", "HK", "MO"})


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """Return the language of a tag (BCP 47) without script and region: ``zh`` of ``zh-Hans``."""
    return tag.replace("_", "-").split("-")[0].lower()


def lineage(tag: str) -> tuple[str, ...]:
    """Return a tag and the tags it is a case of: "zh-hk" -> "zh-Hant-HK", "zh-Hant", "zh"."""
    first, *rest = tag.replace("_", "-").split("-")
    language = _SAME.get(first.lower(), first.lower())
    parts = [*language.split("-"), *(p.title() if len(p) == 4 else p.upper() for p in rest)]
    if parts[0] == "zh" and not _TRADITIONAL.isdisjoint(parts) and "Hans" not in parts:
        parts = ["zh", "Hant", *(part for part in parts[1:] if part != "Hant")]
    return tuple("-".join(parts[:end]) for end in range(len(parts), 0, -1))


def nearest(table: Mapping[str, _Value], tag: str, otherwise: _Value) -> _Value:
    """Return what a table holds for a tag or for the nearest tag that it is a case of."""
    return next((table[name] for name in lineage(tag) if name in table), otherwise)


# --- Quotation marks ---

_AMERICAS = "419 AR BO CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE"

# Outer opening, outer closing, inner opening and inner closing mark; languages that are not here
# have those of English, as in the CLDR: Turkish, Vietnamese, Thai, Korean, those of India, ...
#
# da: the first of two forms in Retskrivningsordbogen, § 58.   hr, sr: their orthographies' „…”.
# de-CH, de-LI: what is printed there.   es: RAE, Ortografía 2010, against the CLDR; in the Americas
# what is printed there.   fr: “…” inside «…», which the CLDR repeats.   bg: ’…’ inside, likewise.
# he: ”…”; the low „ at the beginning is hardly printed any more.   ar: «…» is what newspapers print
# and is mirrored wherever it stands; inside, the marks of the CLDR.
_BY_MARKS = {
    "“”‘’": "en pt zh " + " ".join(f"es-{region}" for region in _AMERICAS.split()),
    "„“‚‘": "de cs sk sl is et lt lv lb mk hsb dsb nds ksh",
    "„”«»": "pl ro",
    "„”»«": "hu",
    "„”‘’": "hr bs",
    "„”’’": "sr",
    "„“’’": "bg",
    "„“«»": "ka",
    "””’’": "fi sv he yi se",
    "»«›‹": "da",
    "«»‘’": "nb nn",
    "«»“”": "fr es it ca el eu kk ast oc br pt-PT pt-AO pt-CV pt-GQ pt-GW pt-MO pt-MZ pt-ST pt-TL",
    "«»‹›": "de-CH de-LI fr-CH gsw rm fa",
    "«»„“": "ru uk be ky os sah",
    "«»«»": "hy",
    "«»”“": "ar",
    "”“’‘": "ur",
    "「」『』": "ja zh-Hant yue",
}
_MARKS = {tag: marks for marks, tags in _BY_MARKS.items() for tag in tags.split()}


def marks(language: str) -> str:
    """Return the outer opening, outer closing, inner opening and inner closing quotation mark."""
    return nearest(_MARKS, language, _MARKS["en"])


_UNSPACED = _words("ja zh yue th lo km my")


def unspaced(language: str) -> bool:
    """Say whether a language writes no spaces that would tell an opening mark from a closing one."""
    return lineage(language)[-1] in _UNSPACED


# What a word may begin with where letters are left out: 'tis, 's avonds, 'ne Frage.
_ELIDED = {
    "de": "n s ne nen ner nem",
    "nl": "n s t k m r ie ns",
    "af": "n s t k m r",
    "ca": "l n s t ns ls",
}


def elided(language: str) -> str:
    """Return the words that begin with an apostrophe, apart from English ones."""
    return nearest(_ELIDED, language, "")


# --- Dashes ---

# Where a dash between words is an en dash; elsewhere it is an em dash. English of the British kind:
# New Hart's Rules; de: Duden; cs: Internetová jazyková příručka; pl: both are in use, and this one is
# the commoner; ru, uk, be: the em dash, after Мильчин.
_EN_DASH = _words(
    "en-GB en-AU en-IE en-NZ cy ga gd de lb nl af da nb nn sv is fo fi et lv lt pl cs sk sl hr bs sr "
    "mk bg hu ro fr it el he ar fa ur vi"
)
# Where a dash also means "to" between figures. Others write a hyphen there (es: RAE, Ortografía 2010,
# § 4.1.1.3.1; fr: Lexique de l'Imprimerie nationale; tr: TDK), or a wave (ja, zh, ko).
_FIGURE_DASH = _words(
    "en cy ga gd de lb nl af da nb nn sv is fo fi et lv lt pl cs sk sl hr bs sr mk bg hu ru uk be he"
)


def dash(language: str) -> str:
    """Return the dash between words; it is two ems long in Chinese and Japanese."""
    if lineage(language)[-1] in ("ja", "zh", "yue"):
        return "——"
    return "–" if not _EN_DASH.isdisjoint(lineage(language)) else "—"


def figure_dash(language: str) -> bool:
    """Say whether "3 to 5" is 3–5, with a dash, rather than 3-5."""
    return lineage(language)[-1] in _FIGURE_DASH


# --- Abbreviations of several words ---

# de: narrow spaces, as Duden advises; also where none was typed. ru, uk: Мильчин. cs: ČSN 01 6910.
# es: RAE, which wants the space.
_SEVERAL = {
    "de": "z. B.|d. h.|u. a.|u. Ä.|o. Ä.|v. a.|z. T.|u. U.|m. E.|o. g.|s. o.|s. u.|i. d. R.|i. A.|"
    "u. v. m.|u. v. a.|m. a. W.|i. e. S.|i. w. S.|z. Hd.|v. Chr.|n. Chr.|e. V.|a. D.|z. Zt.|o. B.",
    "ru": "т. е.|т. д.|т. п.|т. к.|т. н.|т. о.|т. ч.|н. э.|и. о.",
    "uk": "т. д.|т. п.|т. зв.|т. ч.|т. зн.|н. е.",
    "be": "г. зн.|г. д.|г. т.|н. э.",
    "cs": "s. r. o.|a. s.|z. s.|n. l.|př. n. l.|t. r.|t. č.|j. č.|mn. č.|v. r.|n. m.",
    "sk": "s. r. o.|a. s.|o. z.|n. l.|t. j.|t. r.|t. č.|v. r.",
    "sl": "t. i.|d. o. o.|n. št.",
    "hr": "d. o. o.|n. e.|pr. n. e.",
    "lt": "t. y.|t. t.|m. e.|pr. Kr.",
    "lv": "t. i.|u. c.|t. sk.|u. tml.",
    "hu": "i. sz.|i. e.|Kr. e.|Kr. u.",
    "es": "p. ej.|EE. UU.|a. m.|p. m.|a. C.|d. C.",
    "ca": "p. ex.|a. m.|p. m.|a. C.|d. C.",
    "gl": "p. ex.|a. C.|d. C.",
    "pt": "p. ex.|a. C.|d. C.",
    "fr": "p. ex.|av. J.-C.|apr. J.-C.",
    "it": "p. es.|a. C.|d. C.",
    "ro": "ș. a.|ș. a. m. d.|î. Hr.|d. Hr.",
}
_SEVERAL["lb"] = _SEVERAL["de"]
_SEVERAL["bs"] = _SEVERAL["hr"]


@lru_cache(maxsize=64)
def several(language: str) -> frozenset[tuple[str, ...]]:
    """Return the abbreviations of several words, each in its parts, in small letters: ("z.", "b.")."""
    found = nearest(_SEVERAL, language, "").lower()
    return frozenset(tuple(one.split()) for one in found.split("|") if one)


def abbreviation_space(language: str) -> str:
    """Return the space inside an abbreviation of several words."""
    return NARROW_NO_BREAK_SPACE if lineage(language)[-1] in ("de", "lb") else NO_BREAK_SPACE


# --- What stands together on a line ---

# One letter that may not end a line. cs, sk: ČSN 01 6910 for the prepositions and i; a, which it
# leaves free, is kept too. pl: the six "sierotki" every publisher avoids. ru, uk, be: Мильчин asks it
# of prepositions and conjunctions. Elsewhere a line's end after one letter is only dear.
_SHORT = {
    "cs": "k s v z o u a i",
    "sk": "k s v z o u a i",
    "pl": "a i o u w z",
    "ru": "в к с у о а и",
    "uk": "в у з о а і й",
    "be": "у ў з а і",
}
# One letter that may not begin a line: particles, which belong to the word before.
_PARTICLES = {"ru": "ж б", "uk": "ж б", "be": "ж б"}

# Short titles before a name; with Dr. and Prof., which are nearly everyone's.
_TITLES = {
    "en": "Dr Mr Mr. Mrs Mrs. Ms Ms. Mx Mx. Prof St.",
    "de": "Hr. Fr. Mag. Dipl.-Psych. Dipl.-Päd. Univ.-Prof. PD St.",
    "nl": "dr. drs. prof. mr. ir. dhr. mevr. mw. ds.",
    "da": "dr. hr. fr. prof.",
    "nb": "dr. hr. prof.",
    "nn": "dr. hr. prof.",
    "sv": "dr prof.",
    "is": "dr. prof.",
    "fi": "tri prof.",
    "et": "dr prof hr pr",
    "lv": "dr. prof.",
    "lt": "dr. prof. p.",
    "fr": "M. MM. Mme Mmes Mlle Mlles Dr Dre Pr Pre Mgr",
    "es": "Sr. Sra. Srta. Sres. Dra. Lic. Mtro. Mtra. Psic.",
    "ca": "Sr. Sra. Dra.",
    "gl": "Sr. Sra. Dra.",
    "pt": "Sr. Sra. Srta. Dra. Profa.",
    "it": "Sig. Sig.ra Dott. Dott.ssa Dr.ssa Prof.ssa",
    "ro": "dr. prof. dl dna psih.",
    "pl": "dr prof. mgr lek. p. ks. św.",
    "cs": "Mgr. PhDr. MUDr. Ing. Bc. JUDr. RNDr. PaedDr. doc. prof. sv. p.",
    "sk": "Mgr. PhDr. MUDr. Ing. Bc. JUDr. RNDr. PaedDr. doc. prof. sv. p.",
    "sl": "dr. mag. prof. ga. g.",
    "hr": "dr. mr. prof. gđa g.",
    "bs": "dr. mr. prof. gđa g.",
    "sr": "др проф. мр г-дин г-ђа dr prof. mr",
    "mk": "д-р проф. г-дин г-ѓа",
    "bg": "д-р проф. доц. г-н г-жа",
    "ru": "д-р проф. доц. акад. г-н г-жа св.",
    "uk": "д-р проф. доц. акад. п. св.",
    "be": "д-р праф. сп. св.",
    "hu": "dr. prof.",
    "el": "κ. κα Δρ Δρ. δρ καθ.",
    "tr": "Doç. Uzm. Psk. Kl. Av. Sn.",
    "he": "ד״ר פרופ׳ גב׳ עו״ד",
    "ar": "د. أ.",
}
_TITLES_OF_ALL = "Dr. Prof."

# What a number follows: page 5, number 5, chapter 5.
_NUMBERED = _words(
    "№ § §§ # Nr. nr. nr No. no. N° n° Nº nº n.º № č. čís. br. št. бр. р. p. pp. P. S. s. str. стр. с. "
    "ст. r. vol. Vol. Bd. Kap. kap. cap. ch. Abb. fig. Fig. art. Art. pág. págs. pag. núm. num. lk lpp. "
    "kl. kl σ. σελ. гл. рис. т. Tel. tel. Tél. tél. тел. τηλ."
)
_MONEY = "€ $ £ ¥ ₹ ₴ ₽ ₺ ₩ ₪ ₫ ₦ ₱ ฿ CHF EUR USD GBP AUD CAD"
_MONEY_BEFORE = _words(f"{_MONEY} US$ R$ A$ C$ NZ$ HK$ NT$ S$ Rp Kr. kr. kr RM")

_METRIC = (
    "% ‰ ٪ ° °C °F km m cm mm km² m² kg g mg µg μg l L cl dl ml mL h min s ms kcal kJ kWh Hz kHz dB "
    "MB GB mmol"
)
_CYRILLIC_METRIC = "км м см мм кг г мг мл л ккал"
_UNITS = {
    "en": "hr hrs mins sec secs yr yrs am pm a.m. p.m. AM PM lb lbs oz ft mph",
    "de": "Std. Min. Sek. Uhr Tg. Wo. Mon. Tsd. Mio. Mrd.",
    "lb": "St. Min. Sek. Auer",
    "nl": "uur sec. jr. wk. mln mld",
    "af": "u. min. sek.",
    "da": "t. t min. sek. kr. pct. mio. mia.",
    "nb": "t min. sek kr kr. mill. mrd.",
    "nn": "t min. sek kr kr. mill. mrd.",
    "sv": "tim tim. min. sek kr mn md",
    "is": "klst. mín. sek. kr.",
    "fi": "t v vk kk pv milj. mrd.",
    "et": "t sek mln mld",
    "lv": "st. min. sek. g.",
    "lt": "val. min. sek. m. d. proc. Eur",
    "fr": "sec sem. j mn",
    "es": "min. seg seg. a. p.",
    "ca": "min. seg.",
    "pt": "min. seg seg.",
    "it": "min. sec.",
    "ro": "min. sec. lei",
    "pl": "godz. min. sek. zł gr r. w. tys. mln mld dag",
    "cs": "hod. min. sek. Kč tis. mil. mld.",
    "sk": "hod. min. sek. tis. mil. mld.",
    "sl": "min. sek.",
    "hr": "min. sek. god.",
    "bs": "min. sek. god. KM",
    "sr": f"{_CYRILLIC_METRIC} мин сек год. дин. min. sek god. din.",
    "mk": f"{_CYRILLIC_METRIC} ч. мин. сек. год. ден.",
    "bg": f"{_CYRILLIC_METRIC} ч ч. мин мин. сек сек. г. лв. лв",
    "ru": f"{_CYRILLIC_METRIC} ч мин сек г. гг. л. р. руб. тыс. млн млрд шт.",
    "uk": f"{_CYRILLIC_METRIC} год хв с сек р. рр. грн тис. млн млрд шт.",
    "be": f"{_CYRILLIC_METRIC} гадз хв сек г. гг. руб. тыс. млн млрд",
    "kk": f"{_CYRILLIC_METRIC} сағ мин сек тг",
    "hu": "ó p mp Ft",
    "el": "ώ. λ. λεπτό λεπτά δευτ. χλμ. κιλά μ. εκ. γρ. π.μ. μ.μ.",
    "tr": "saat sa. dk dk. sn sn. TL",
    "az": "saat dəq san",
    "sq": "orë min. sek. lekë",
    "cy": "mun eil",
    "ga": "nóim soic",
    "vi": "giờ phút giây",
    "id": "jam menit mnt detik dtk",
    "ms": "jam minit saat",
    "th": "ชม. นาที วินาที",
    "ko": "시간 분 초 년 월 일 주 개 명 번 회 원 살",
    "he": "דק׳ שנ׳ שע׳ ק״ג ק״מ מ״ג מ״ל ש״ח",
    "ar": "د ث س كغ كغم كم سم ملغ",
    "hi": "घं॰ मि॰ से॰ ग्रा॰ कि॰ग्रा॰",
    "ka": "სთ წთ წმ კგ კმ მლ",
    "hy": "ժ ր վրկ կգ կմ մլ",
}
# Where a unit is also a preposition, it is left to the cost of breaking after a number.
_NO_UNITS = {"cs": "s", "sk": "s", "sl": "s h", "hr": "s", "bs": "s", "sr": "s с"}


class Ties(NamedTuple):
    """What must not be parted from the word beside it, in one language, as it is written.

    ``short`` and ``particles`` are in small letters; ``units`` follow a number.
    """

    short: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    units: frozenset[str]
    numbered: frozenset[str] = _NUMBERED | _MONEY_BEFORE


@lru_cache(maxsize=64)
def ties(language: str) -> Ties:
    """Return what a language does not part from its neighbour."""
    titles = f"{_TITLES_OF_ALL} {nearest(_TITLES, language, '')}"
    units = f"{_METRIC} {_MONEY} {nearest(_UNITS, language, '')}"
    return Ties(
        _words(nearest(_SHORT, language, "")),
        _words(nearest(_PARTICLES, language, "")),
        _words(titles),
        _words(units) - _words(nearest(_NO_UNITS, language, "")),
    )


# --- What leads on ---

_SERBO_CROATIAN = (
    "a i u o s k na za od do iz sa po pri nad pod bez kod ili ali da ne ako kad koji što"
)
_LEADS_ON = {
    "en": "a an the and or but of to in on at by for from with as if is be no not",
    "de": "der die das den dem des ein eine einen einem einer eines und oder aber im am in an auf aus "
    "bei mit nach von vom vor zu zum zur für über unter durch ohne um bis wie als wenn dass ob nicht "
    "kein keine sehr mein meine dein deine",
    "lb": "de den dem en eng an oder awer am op aus bei mat no vun vum virun zu fir ouni wéi wann "
    "datt net keng",
    "nl": "de het een en of maar in op aan bij met naar van voor door over uit te tot om als dat die "
    "niet geen je mijn",
    "af": "die ’n en of maar in op aan by met na van vir deur oor uit te tot om as dat nie geen",
    "da": "en et den det de og eller men i på af til for med om fra ved hos at som der når ikke din dit",
    "nb": "en ei et den det de og eller men i på av til for med om fra ved hos å at som når ikke din",
    "nn": "ein ei eit den det dei og eller men i på av til for med om frå ved hos å at som når ikkje",
    "sv": "en ett den det de och eller men i på av till för med om från vid hos att som när inte din",
    "is": "og eða en í á af til fyrir með um frá hjá að sem þegar ekki ef",
    "fi": "ja tai vai eli mutta sekä jos kun kuin että on ei en et eivät",
    "et": "ja või ning aga kui et on ei ega",
    "lv": "un vai bet ar uz no pie par pēc bez pa aiz kā ka kas ja ir ne nav",
    "lt": "ir ar bet su į iš nuo prie po per be už apie ant kad kai jei yra ne nėra",
    "fr": "le la les un une des du de et ou mais en au aux à dans par pour sur sous sans avec "
    "chez vers que qui si ne pas ce cet cette ces mon ma mes ton ta tes son sa ses est plus très",
    "es": "el la los las lo un una unos unas y e o u pero de del a al en con por para sin sobre que si "
    "no se tu tus mi mis su sus es muy más",
    "ca": "el la els les un una uns unes i o però de del dels a al als en amb per sense sobre que "
    "si no es és molt més",
    "gl": "o a os as un unha e ou pero de do da dos das en no na a ao á con por para sen sobre que se "
    "non é moi máis",
    "pt": "o a os as um uma uns umas e ou mas de do da dos das em no na nos nas ao à aos às com por "
    "para pelo pela sem sobre que se não é muito mais seu sua",
    "it": "il lo la i gli le un uno una e ed o ma di del dello della dei degli delle a al alla ai "
    "alle da dal dalla in nel nella con per su sul sulla tra fra senza che se non è più molto",
    "ro": "un o și sau dar de la în din cu pe pentru fără prin spre că să dacă nu este e mai foarte al "
    "a ai ale",
    "pl": "na do od za ze we po pod nad przed przez przy dla bez oraz lub albo ale że czy jak gdy nie "
    "to co",
    "cs": "na do od za ze ve ke ku po pod nad před přes při pro bez nebo ale že aby když jak jako ne "
    "než co",
    "sk": "na do od zo vo ku so po pod nad pred cez pri pre bez alebo ale že aby keď ako nie než čo",
    "sl": "in ali pa v na do od za z s k h iz po pri pod nad pred brez da če ko ker kot ne je",
    "hr": _SERBO_CROATIAN,
    "bs": _SERBO_CROATIAN,
    "sr": f"{_SERBO_CROATIAN} а и у о с к на за од до из са по при над под без код или али да не ни ако "
    "кад који која које што",
    "mk": "и а но или во на за од до со по при над под без кај да не ако кога што кој која е ќе",
    "bg": "и а но или в във на за от до с със по при над под без към из да не ако когато че като е ще "
    "най",
    "ru": "в во к ко с со у о об и а но на за от до из по под над при про для без или что как если не "
    "ни то это",
    "uk": "в у з зі із о об і й та а але на за від до із по під над при про для без або що як якщо не "
    "ні це чи",
    "be": "у ў з са і й а але на за ад да па пад над пры пра для без або што як калі не ні гэта ці",
    "el": "ο η το οι τα τον την του της των στο στη στην στον στα και ή να θα δεν μην με σε για από "
    "προς αν που ότι είναι πιο ένα ένας μια",
    "hu": "a az egy és vagy de ha hogy nem ne mint csak",
    "eu": "eta edo baina ez",
    "sq": "e i të së një dhe ose por në me për nga pa që nuk mos",
    "cy": "y yr a ac neu i o yn ar am gan heb",
    "ga": "an na agus nó ach ar i in ag le do de ó gan nach",
    "tr": "bir bu şu o ve veya ya ama çok daha en her ne",
    "az": "bir bu və ya amma çox daha ən hər nə",
    "kk": "бір бұл және немесе бірақ ең өте әр",
    "ka": "და ან რომ ეს ის თუ არ",
    "hy": "և եւ կամ որ մի այս այդ չի",
    "id": "di ke dari dan atau untuk yang pada dengan oleh bagi tidak tak jangan bukan para lebih",
    "ms": "di ke dari dan atau untuk yang pada dengan oleh bagi tidak tak jangan bukan para lebih",
    "tl": "ang ng sa mga at o na kung para si ni ay kay hindi",
    "sw": "na ya wa la za cha vya kwa katika au ni si kama",
    "vi": "và hoặc của cho với trong ở từ là để khi nếu mà những các một không chưa đừng bị được đã sẽ "
    "đang rất hãy",
    "hi": "और या कि न एक यह वह ये वे जो हर यदि अगर लेकिन बहुत",
    "ko": "이 그 저 한 두 세 네 첫 각 더 잘 못 안 꼭 또 왜 내 제 새 및",
    "he": "של על אל את עם או כי לא אם גם כל מן אין כך",
    "ar": "في من إلى على عن مع أو أن إن لا ما لم لن قد كل ثم بل يا هل",
    "fa": "و در از به با بر که تا یا هر این آن بی برای",
    "ur": "اور یا کہ نہ ہر ایک یہ وہ جو",
}
# Where nearly every word of two letters is an article, a preposition or a pronoun.
_TWO_LETTERS = _words(
    "en de lb nl af da nb nn sv is fr es ca gl pt it ro pl cs sk sl hr bs sr mk bg ru uk be el"
)
# Short words that belong to the one before them: a line may well end in them, and none begins with them.
_LEANS_BACK = {
    "fa": "را",
    "ru": "же бы ли ж б",
    "uk": "же би ж б",
    "be": "жа бы ж б",
    "pl": "by mi ci go mu",
    "cs": "se si by li",
    "sk": "sa si by",
    "sl": "se si bi",
    "hr": "se li bi",
    "bs": "se li bi",
    "sr": "se li bi се ли би",
}


@lru_cache(maxsize=64)
def small_words(language: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """Return the words that lead on, those that lean back, and whether any of two letters leads on.

    They are a language's articles, prepositions and the like; none where they are not known.
    """
    return (
        _words(nearest(_LEADS_ON, language, "")),
        _words(nearest(_LEANS_BACK, language, "")),
        lineage(language)[-1] in _TWO_LETTERS,
    )
