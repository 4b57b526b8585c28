"""Logos: drawings of shapes alone, trimmed to what is seen, in as many pixels as are wanted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

from swipewell.findings import RenderError
from swipewell.pictures import svg
from swipewell.pictures.logo import logo, logo_pixels
from swipewell.pictures.look import identity
from swipewell.pictures.svg import svg_fault

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BAR = '<rect x="20" y="10" width="80" height="20" fill="#204060"/>'


def drawing(folder: Path, body: str = BAR, more: str = 'viewBox="0 0 200 100"') -> Path:
    file = folder / "logo.svg"
    file.write_text(f"{HEAD} {more}>{body}</svg>", encoding="utf-8")
    return file


def code(file: Path) -> str | None:
    fault = svg_fault(file, "“logo.svg”")
    assert fault is None or (fault.message.endswith(".") and fault.hint.endswith("."))
    return fault.code if fault else None


def nested(depth: int) -> str:
    return "<g>" * depth + BAR + "</g>" * depth


def doubling(times: int) -> str:
    """Groups of which each shows the one before twice."""
    groups = [f'<g id="a0">{BAR}</g>']
    for n in range(times):
        groups.append(f'<g id="a{n + 1}"><use href="#a{n}"/><use xlink:href="#a{n}"/></g>')
    return "<defs>" + "".join(groups) + f'</defs><use href="#a{times}"/>'


FAULTS = {
    "<text>Alma</text>": "svg-text",
    "<g><text><tspan>Alma</tspan></text></g>": "svg-text",
    f"<script>1</script>{BAR}": "svg-active",
    f'<g onload="x()">{BAR}</g>': "svg-active",
    "<foreignObject/>": "svg-active",
    '<image href="data:image/png;base64,AA"/>': "svg-picture",
    '<image href="/etc/passwd"/>': "svg-picture",
    '<use href="other.svg#a"/>': "svg-outside",
    '<use xlink:href="https://a.example/b.svg#a"/>': "svg-outside",
    '<style>@import "a.css";</style>' + BAR: "svg-outside",
    "<style>rect { fill: url(https://a.example/) }</style>" + BAR: "svg-outside",
    '<rect width="9" height="9" style="fill: url( \'file:///a\' )"/>': "svg-outside",
    doubling(16): "svg-too-large",
    '<g id="a"><use href="#a"/></g>': "svg-too-large",
    "<g/>" * 20_001: "svg-too-large",
    nested(80): "unreadable-svg",
    "<g>": "unreadable-svg",
    "": "empty-svg",
    '<rect x="-90" width="9" height="9"/>': "empty-svg",
}


@pytest.mark.parametrize("body", FAULTS, ids=[f"{n}-{c}" for n, c in enumerate(FAULTS.values())])
def test_what_is_no_shape_is_told(body: str, tmp_path: Path) -> None:
    assert code(drawing(tmp_path, body)) == FAULTS[body]


ALLOWED = (
    BAR,
    nested(20),
    doubling(6),
    f'<a href="https://alma.example">{BAR}</a>',
    f"<title>Alma</title><desc>A bar</desc><metadata/>{BAR}",
    f"<style>rect {{ fill: red }}</style>{BAR}",
    '<linearGradient id="g"><stop stop-color="red"/></linearGradient>'
    '<rect width="90" height="9" fill="url(#g)"/>',
)


@pytest.mark.parametrize("body", ALLOWED, ids=range(len(ALLOWED)))
def test_shapes_are_taken(body: str, tmp_path: Path) -> None:
    assert code(drawing(tmp_path, body)) is None


def test_entities_and_other_documents_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
    for text in (f"{bomb}{HEAD}>{BAR}&b;</svg>", "<html/>", "hello", ""):
        file.write_text(text, encoding="utf-8")
        assert code(file) == "unreadable-svg", text
    file.write_text('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd">'
                    f'{HEAD} viewBox="0 0 200 100">{BAR}</svg>', encoding="utf-8")  # fmt: skip
    assert code(file) is None


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ('viewBox="0 0 200 100"', True),
        ('viewBox="0,0,200,100" width="100%" height="100%"', True),
        ('width="20mm" height="10mm" viewBox="0 0 200 100"', True),
        ('width="200" height="100px"', True),
        ("", False),
        ('width="200" viewBox="0 0 200 100"', False),
        ('viewBox="0 0 1000000000 1"', False),
        ('width="1e300" height="1e-300" viewBox="0 0 9 9"', False),
        ('viewBox="0 0 nan 9"', False),
        ('viewBox="0 0 0 9"', False),
    ],
)
def test_a_drawing_says_how_large_it_is_and_is_no_thread(
    more: str, fits: bool, tmp_path: Path
) -> None:
    assert (code(drawing(tmp_path, more=more)) is None) == fits


def test_a_file_of_too_many_bytes_is_not_read(tmp_path: Path) -> None:
    assert code(drawing(tmp_path, f"<!--{'a' * 500_000}-->{BAR}")) == "svg-too-large"


def test_the_extra_is_named_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    fault = svg_fault(drawing(tmp_path), "“logo.svg”")
    assert fault is not None
    assert fault.code == "no-svg"
    assert "pip install 'swipewell[svg]'" in fault.hint
    with pytest.raises(RenderError) as caught:
        logo_pixels(str(tmp_path / "logo.svg"), 40, 10)
    assert caught.value.findings[0].code == "no-svg"


# --- What a logo shows ---


def test_the_clear_border_does_not_count(tmp_path: Path) -> None:
    shape = logo(identity(str(drawing(tmp_path))))
    assert shape.aspect == pytest.approx(4, abs=0.03)
    assert shape.height is None
    assert not logo(identity(str(drawing(tmp_path, '<circle cx="50" cy="50" r="30"/>')))).solid


def test_a_bitmaps_border_does_not_count_either(tmp_path: Path) -> None:
    image = Image.new("RGBA", (300, 200))
    image.paste((200, 30, 30, 255), (40, 50, 140, 100))
    image.save(tmp_path / "logo.png")
    shape = logo(identity(str(tmp_path / "logo.png")))
    assert (shape.aspect, shape.height, shape.solid) == (2.0, 50, True)
    assert [share for _, share in shape.colours] == [1.0]


@pytest.mark.parametrize("width", [40, 160, 640])
def test_a_drawing_has_as_many_pixels_as_are_wanted(width: int, tmp_path: Path) -> None:
    file = str(drawing(tmp_path, BAR + '<circle cx="60" cy="20" r="4" fill="#fff"/>'))
    image = logo_pixels(file, width, width // 4)
    assert image.size == (width, width // 4)
    assert image.mode == "RGBA"
    # what lies between the two colours is an edge of a pixel or two, not a blur
    row = [image.getpixel((x, width // 8))[0] for x in range(width)]  # type: ignore[index]
    between = [level for level in row if 60 < level < 230]
    assert len(between) <= 6
    assert logo_pixels(file, width, width // 4).tobytes() == image.tobytes()


def test_nothing_to_be_seen_is_told(tmp_path: Path) -> None:
    Image.new("RGBA", (20, 20)).save(tmp_path / "logo.png")
    with pytest.raises(RenderError) as caught:
        logo(identity(str(tmp_path / "logo.png")))
    assert caught.value.findings[0].code == "empty-logo"


def test_a_drawing_that_is_not_utf8_is_read_by_its_own_word(tmp_path: Path) -> None:
    text = (
        f'<?xml version="1.0" encoding="iso-8859-1"?>{HEAD} viewBox="0 0 200 100"><title>é</title>'
    )
    (tmp_path / "logo.svg").write_bytes(f"{text}{BAR}</svg>".encode("latin-1"))
    assert code(tmp_path / "logo.svg") is None
    assert svg.drawn(str(tmp_path / "logo.svg"), 64).size == (64, 32)
