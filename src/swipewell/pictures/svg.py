"""A logo drawn as SVG: what may be in it, and its pixels, by resvg.

A drawing comes from outside, so it is looked through before it is drawn: shapes only, no scripts,
nothing fetched from anywhere, no text (it would need fonts of the machine), no entities, and no
more elements than a logo has, counted after every `use` has been followed.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.parsers import expat

from swipewell.pictures.look import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from PIL.Image import Image

MOST_BYTES = 500_000
MOST_ELEMENTS = 20_000
MOST_DEPTH = 60
MOST_ASPECT = 16

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_TEXT = frozenset({"text", "tspan", "textPath", "tref", "font", "flowRoot"})
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler"})
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_OUTSIDE = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)[^)\s]|src\s*\(", re.IGNORECASE)

_PLAIN = "Save it from your drawing program as plain SVG, or as PNG with a clear background."


def svg_fault(file: Path, shown: str) -> Fault | None:
    """Return why a drawing cannot be a logo, None where it can; ``shown`` is its name in quotes."""
    if file.stat().st_size > MOST_BYTES:
        message = f"The logo {shown} takes more than {MOST_BYTES // 1000} KB."
        return Fault("svg-too-large", message, f"Simplify its paths. {_PLAIN}")
    try:
        _declares_nothing(file.read_bytes())
        root = ElementTree.fromstring(file.read_bytes())
    except (expat.ExpatError, ElementTree.ParseError, ValueError, LookupError) as problem:
        return Fault("unreadable-svg", f"The logo {shown} cannot be read: {problem}.", _PLAIN)
    return _fault_in(root, shown) or _fault_of_drawing(file, shown)


def _fault_in(root: Element, shown: str) -> Fault | None:
    """Return the first thing in a drawing that may not be there."""
    if root.tag.removeprefix(_NAMESPACE) != "svg":
        message = f"{shown} is not an SVG drawing: its outermost element is no `svg`."
        return Fault("unreadable-svg", message, _PLAIN)
    if _expanded(root) > MOST_ELEMENTS:
        message = f"The logo {shown} holds more than {MOST_ELEMENTS:,} elements."
        return Fault("svg-too-large", message, f"Simplify it. {_PLAIN}")
    for element in root.iter():
        fault = _fault_of(element, shown)
        if fault:
            return fault
    return None


def _fault_of(element: Element, shown: str) -> Fault | None:
    """Return what is wrong with one element."""
    name = element.tag.removeprefix(_NAMESPACE) if isinstance(element.tag, str) else ""
    if name in _TEXT:
        message = f"There is text in the logo {shown}; its font is not in the file."
        hint = "Turn the text into paths in your drawing program, and save it again."
        return Fault("svg-text", message, hint)
    if name in _ACTIVE or any(attribute.startswith("on") for attribute in element.attrib):
        message = f"There is a script or a page in the logo {shown} (`{name}`)."
        return Fault("svg-active", message, _PLAIN)
    if name in ("image", "feImage"):
        message = f"There is a picture in the logo {shown}, where only shapes are drawn."
        return Fault("svg-picture", message, "Save the logo as PNG with a clear background.")
    if name != "a" and any(_leads_out(element.get(href, "")) for href in _HREFS):
        return _outside(shown)
    written = (*element.attrib.values(), (element.text or "") if name == "style" else "")
    return _outside(shown) if any(map(_OUTSIDE.search, written)) else None


def _leads_out(address: str) -> bool:
    return bool(address.strip()) and not address.strip().startswith("#")


def _outside(shown: str) -> Fault:
    message = f"The logo {shown} refers to something outside of its file."
    return Fault("svg-outside", message, _PLAIN)


def _fault_of_drawing(file: Path, shown: str) -> Fault | None:
    """Return why a drawing that holds only what it may cannot be drawn after all."""
    try:
        if drawn(str(file), 64).getchannel("A").getbbox() is None:
            return Fault("empty-svg", f"There is nothing to be seen in the logo {shown}.", _PLAIN)
    except ImportError:
        message = f"To draw the logo {shown}, Swipewell needs its extra for SVG."
        hint = "Install it: pip install 'swipewell[svg]', or save the logo as PNG."
        return Fault("no-svg", message, hint)
    except ValueError as problem:
        return Fault("unreadable-svg", f"The logo {shown} cannot be drawn: {problem}.", _PLAIN)
    return None


def drawn(file: str, side: int) -> Image:
    """Return a drawing (RGBA) whose longer side takes so many px, as wide and high as its file says.

    ImportError without resvg, ValueError where it makes no picture.
    """
    import io

    import resvg_py  # an extra, and only for logos drawn as SVG
    from PIL import Image

    text = _decoded(Path(file).read_bytes())
    wide, high = _size(ElementTree.fromstring(text))
    width, height = (side, None) if wide >= high else (None, side)
    # at 96 px an inch, as CSS has it; the binding's own default makes nothing of millimetres
    made = resvg_py.svg_to_bytes(
        svg_string=text, skip_system_fonts=True, width=width, height=height, dpi=96
    )
    with Image.open(io.BytesIO(made), formats=["PNG"]) as image:
        return image.convert("RGBA")


def _size(root: Element) -> tuple[float, float]:
    """Return how wide and high a drawing says it is, in units of its own; ValueError where it does not."""
    lengths = [root.get(name, "100%").strip() for name in ("width", "height")]
    if lengths == ["100%", "100%"]:
        size = re.split(r"[\s,]+", root.get("viewBox", "").strip())[2:]
    else:
        size = [re.sub(r"(px|pt|pc|mm|cm|in)$", "", length) for length in lengths]
    try:
        wide, high = map(float, size)
    except ValueError:
        raise ValueError("it tells neither a viewBox nor width and height") from None
    if not (wide > 0 and high > 0 and 1 / MOST_ASPECT <= wide / high <= MOST_ASPECT):
        raise ValueError(f"it is more than {MOST_ASPECT} times as long as it is wide")
    return wide, high


def _decoded(data: bytes) -> str:
    """Return a drawing's text; what is not UTF-8 is read by XML's own rules and written anew."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ElementTree.tostring(ElementTree.fromstring(data), encoding="unicode")


def _declares_nothing(data: bytes) -> None:
    """Raise ValueError where a drawing declares entities, or nests deeper than any logo."""
    depth = 0

    def entity(*_: object) -> None:
        raise ValueError("it declares entities of its own")

    def begin(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise ValueError(f"its groups lie more than {MOST_DEPTH} deep")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = entity
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(data, True)


def _expanded(root: Element) -> int:
    """Return how many elements a drawing has once every `use` stands for what it names.

    A `use` within what it names counts as more than is allowed.
    """
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[int, int] = {}
    try:
        return _weight(root, named, known)
    except RecursionError:  # a chain of hundreds, each naming the next
        return MOST_ELEMENTS + 1


def _weight(element: Element, named: Mapping[str | None, Element], known: dict[int, int]) -> int:
    key = id(element)
    if key not in known:
        known[key] = MOST_ELEMENTS + 1  # what a loop comes back to
        used = (named[name] for name in _used(element) if name in named)
        inner = (_weight(one, named, known) for one in (*element, *used))
        known[key] = min(1 + sum(inner), MOST_ELEMENTS + 1)
    return known[key]


def _used(element: Element) -> Iterator[str]:
    """Yield the names of what an element shows again."""
    for href in _HREFS:
        address = element.get(href, "").strip()
        if address.startswith("#"):
            yield address[1:]
