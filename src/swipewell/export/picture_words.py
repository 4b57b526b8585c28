"""“Picture of …”: words at the edge of a picture's description that a screen reader says by itself.

    without_picture_words("Photo of a calm sea", "en") -> "A calm sea"

They are cut where what is left stands by itself. Where it would keep the case that the cut words
asked for (German, Greek, Polish, Russian …) they stay, and a finding asks the author instead.
The advice: https://www.w3.org/WAI/tutorials/images/tips/
"""

from __future__ import annotations

import re
from functools import cache

from swipewell.findings import Finding, info
from swipewell.named import NamedTuple
from swipewell.text.languages import primary


class _Words(NamedTuple):
    """How a language says “picture of”, before or after what is shown, and if it may be cut."""

    pattern: str
    may_cut: bool = True


_NORTHERN = _Words(r"^(?:en |ett |et )?(?:bild|bilde|billede|foto|fotografi) (?:av|af|på) ")
_CHINESE = _Words(r"的(?:图片|圖片|照片|图像|圖像|相片)[。.]?$")


_BY_LANGUAGE = {
    "en": _Words(
        r"^(?:(?:an?|the|my|our) )?(?:image|picture|photo(?:graph)?)s? (?:of|showing) ",
    ),
    "fr": _Words(r"^(?:une |l[’']|la )?(?:image|photo(?:graphie)?) (?:de |du |des |d[’'])"),
    "es": _Words(r"^(?:una |la )?(?:imagen|foto(?:grafía)?) (?:de |del )"),
    "pt": _Words(r"^(?:uma |a )?(?:imagem|foto(?:grafia)?) (?:de |do |da |dos |das )"),
    "it": _Words(
        r"^(?:un[’']|una |l[’']|la )?(?:immagine|foto(?:grafia)?) "
        r"(?:di |del |della |dei |delle |dell[’'])"
    ),
    "ca": _Words(r"^(?:una |la )?(?:imatge|foto(?:grafia)?) (?:de |del |d[’'])"),
    "nl": _Words(r"^(?:een |de )?(?:afbeelding|foto|plaatje) van "),
    **dict.fromkeys(("sv", "da", "nb", "nn", "no"), _NORTHERN),
    "vi": _Words(r"^(?:hình ảnh|bức ảnh|tấm ảnh|ảnh chụp) (?:của |về )?"),
    "id": _Words(r"^(?:sebuah )?(?:gambar|foto) "),
    "ar": _Words(r"^صورة (?!ل)"),
    "fa": _Words(r"^(?:یک )?(?:تصویر|عکس)ی? (?:از )?"),
    "he": _Words(r"^(?:תמונה|צילום) של "),
    "th": _Words(r"^(?:รูปภาพ|ภาพถ่าย|รูปถ่าย|รูป|ภาพ)ของ"),
    "ja": _Words(r"の(?:画像|写真)(?:です)?[。.]?$"),
    "zh": _CHINESE,
    "yue": _CHINESE,
    "ko": _Words(r"의? (?:사진|이미지)[.]?$"),
    "hi": _Words(r" (?:की तस्वीर|का चित्र|की फ़ोटो)[।.]?$"),
    "de": _Words(
        r"^(?:ein |das )?(?:bild|foto(?:grafie)?) (?:von|einer|eines|des|der) ", may_cut=False
    ),
    "pl": _Words(r"^(?:obraz|obrazek|zdjęcie|fotografia) ", may_cut=False),
    "cs": _Words(r"^(?:obrázek|fotografie|fotka) ", may_cut=False),
    "ru": _Words(r"^(?:изображение|фото|фотография|картинка|снимок) ", may_cut=False),
    "uk": _Words(r"^(?:зображення|фото|фотографія|світлина) ", may_cut=False),
    "el": _Words(r"^(?:μια |η )?(?:εικόνα|φωτογραφία) ", may_cut=False),
    "tr": _Words(r" (?:resmi|fotoğrafı|görseli)[.]?$", may_cut=False),
}


def without_picture_words(text: str, language: str) -> str:
    """Return a picture's description without “Picture of” where the rest stands by itself."""
    for words in _words_of(language):
        rest = _compiled(words.pattern).sub("", text, count=1) if words.may_cut else text
        if rest and rest != text:
            return capital(rest, language) if text[0].isupper() else rest
    return text


def picture_word_findings(text: str | None, language: str, field: str) -> tuple[Finding, ...]:
    """Return a finding where a picture's description says that it is one."""
    patterns = (_compiled(words.pattern) for words in _words_of(language)) if text else ()
    found = next((match for pattern in patterns if (match := pattern.search(text or ""))), None)
    if found is None:
        return ()
    message = (
        f"“{found[0].strip()}” need not be said: a screen reader tells by itself that this is a "
        "picture."
    )
    return (info("alt-says-picture", message, "Say only what the picture shows.", field=field),)


def capital(text: str, language: str) -> str:
    """Return a text with its first letter as a capital: ``İ`` of ``i`` in Turkish."""
    dotted = text[:1] == "i" and primary(language) in ("tr", "az")
    return ("İ" if dotted else text[:1].title()) + text[1:]


def _words_of(language: str) -> list[_Words]:
    """Return the words to look for: a language's own, and those of English."""
    own = primary(language)
    return [_BY_LANGUAGE[name] for name in dict.fromkeys((own, "en")) if name in _BY_LANGUAGE]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
