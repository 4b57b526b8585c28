"""What the server answers, and to whom; what the bench reads anew; the page as one file."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from preview_cases import KINDER, saved

from swipewell.findings import InputError, RenderError
from swipewell.preview.bench import Asked, Bench, Choice
from swipewell.preview.one_file import export, one_file
from swipewell.preview.server import Served
from swipewell.preview.told import known_choice, state

PLAIN = Choice(None, "square")


def asked(
    served: Served, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
    line.putrequest(method, path, skip_host=True)
    for name, value in {"Host": f"127.0.0.1:{served.port}", **headers}.items():
        line.putheader(name, value)
    line.endheaders()
    answer = line.getresponse()
    return answer, answer.read()


def told(served: Served, query: str = "") -> dict[str, Any]:
    answer, body = asked(served, f"/state?{query}")
    assert answer.status == 200
    return json.loads(body)  # type: ignore[no-any-return]


def test_it_listens_on_this_machine_only_and_knows_no_other_name(served: Served) -> None:
    assert served._server.server_address[0] == "127.0.0.1"
    assert asked(served, "/")[0].status == 200
    assert asked(served, "/", Host=f"LOCALHOST:{served.port}")[0].status == 200
    for host in ("evil.example", f"evil.example:{served.port}", "127.0.0.1", ""):
        assert asked(served, "/state", Host=host)[0].status == 403, host
    assert asked(served, "/state", Origin="http://evil.example")[0].status == 403
    assert asked(served, "/state", Origin=f"http://127.0.0.1:{served.port}")[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../brand.yaml",
        "/..%2fbrand.yaml",
        "/fonts/../../../pyproject.toml",
        "/fonts/..%2f..%2fpyproject.toml",
        "/slides/../brand.yaml",
        "//etc/passwd",
        "/page/page.js",
        "/brand.yaml",
        "/slides/none-1.png",
        "/avatar/1.png",
    ],
)
def test_no_address_becomes_a_path(served: Served, path: str) -> None:
    answer, body = asked(served, path)
    assert (answer.status, body) == (404, b"There is no such thing here.\n")


def test_nothing_but_asking_is_answered(served: Served) -> None:
    assert asked(served, "/state", "POST")[0].status == 501
    answer, body = asked(served, "/page.css", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 1000


def test_nothing_of_the_page_may_come_from_elsewhere(served: Served) -> None:
    answer, page = asked(served, "/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for text in (page, asked(served, "/page.css")[1], asked(served, "/page.js")[1]):
        assert not re.search(rb"https?://|//\w+\.\w+/", text)


def test_a_picture_is_the_slide(served: Served) -> None:
    slides = told(served)["shown"]["slides"]
    answer, picture = asked(served, slides[0]["src"])
    carousel = served.bench.set(served.bench.entries[0], PLAIN).carousel
    assert carousel is not None
    from swipewell.export.image import png

    assert answer.headers["Content-Type"] == "image/png"
    assert picture == png(carousel.slides[0].image)


def test_what_an_address_makes_up_gives_way(served: Served) -> None:
    shown = told(served, "theme=../../etc&size=huge&post=none")["shown"]
    assert (shown["theme"], shown["size"]["name"]) == (None, "square")
    assert known_choice(served.bench, {"theme": "tide", "size": "tall"}) == Choice("tide", "tall")


def test_a_port_that_is_taken_is_said(served: Served) -> None:
    with pytest.raises(RenderError) as refused:
        Served(served.bench, served.port)
    assert refused.value.findings[0].code == "port-taken"


def test_only_slides_that_change_have_another_picture(bench: Bench, project: Path) -> None:
    before = bench.set(bench.entries[0], PLAIN).pictures
    assert not bench.look()
    saved(project / "kinder.yaml", KINDER.replace("Ten minutes", "Five minutes"))
    assert bench.look()
    after = bench.set(bench.entries[0], PLAIN).pictures
    assert [one == other for one, other in zip(before, after, strict=True)] == [1, 1, 0, 1]
    assert bench.version == 2


def test_brand_picture_theme_and_a_new_post_are_noticed(project: Path, warm: Any) -> None:
    from PIL import Image

    sea = project / "sea.png"
    Image.new("RGB", (1200, 1200), "#88aacc").save(sea)
    look = project / "look"
    look.mkdir()
    saved(look / "theme.yaml", "extends: linen\n")
    post = project / "kinder.yaml"
    cover = KINDER + "theme: ./look\ncover: {picture: sea.png, alt: A calm sea}\n"
    saved(post, cover)
    bench = Bench(lambda: (sorted(map(str, project.glob("k*.yaml"))), ()), Asked())
    bench.studio = warm

    def pictures() -> tuple[str, ...]:
        made = bench.set(bench.entries[0], PLAIN)
        assert not made.faults
        return made.pictures

    first = pictures()
    Image.new("RGB", (1200, 1200), "#ccaa88").save(sea)
    os.utime(sea, ns=(1, 1))
    assert bench.look()
    second = pictures()
    assert [a == b for a, b in zip(first, second, strict=True)] == [0, 1, 1, 1]
    saved(look / "theme.yaml", 'extends: linen\nseed: "#335577"\n')
    assert bench.look()
    assert not set(pictures()) & set(second)
    saved(project / "brand.yaml", "name: Another\nregion: GB\n")
    assert bench.look()
    assert bench.set(bench.entries[0], PLAIN).carousel.brand.region == "GB"  # type: ignore[union-attr]
    saved(project / "kinder-2.yaml", KINDER)
    assert bench.look()
    assert len(bench.entries) == 2
    (project / "kinder-2.yaml").unlink()
    assert bench.look()
    assert len(bench.entries) == 1


def test_the_last_good_slides_stay_whatever_fails(bench: Bench, project: Path) -> None:
    good = bench.set(bench.entries[0], PLAIN)
    post = project / "kinder.yaml"
    for wrong, code in (
        (KINDER.replace("title: A", "tilte: A"), "unknown-field"),
        (KINDER.replace("in two", "in ཀ two").replace("kinder", "ཀ"), "script-not-ready"),
        (KINDER + "theme: nowhere\n", "unknown-theme"),
    ):
        saved(post, wrong)
        bench.look()
        now = bench.set(bench.entries[0], PLAIN)
        assert now.pictures == good.pictures
        assert code in {fault.code for fault in now.faults}, code
        assert state(bench, None, PLAIN, str)["shown"]["errors"]
    saved(post, KINDER)
    bench.look()
    assert bench.set(bench.entries[0], PLAIN) == good


def test_a_file_that_was_just_emptied_is_waited_for(bench: Bench, project: Path) -> None:
    (project / "kinder.yaml").write_text("", "utf-8")  # as an editor does before it writes
    assert not bench.look()
    os.utime(project / "kinder.yaml", (1, 1))  # but one that stays empty is told of
    assert bench.look()
    assert bench.entries[0].faults[0].code == "empty-file"


def test_the_one_file_is_the_same_every_time_and_holds_all(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "new" / "kinder.html"
    written = export(bench, file)
    data = file.read_bytes()
    assert data == one_file(bench)
    assert (written.posts, written.bytes) == (1, len(data))
    assert [path.name for path in file.parent.iterdir()] == ["kinder.html"]
    text = data.decode()
    assert not re.search(r'(src|href)="[^d#]', text.split('id="inside"')[0])
    digests = {
        "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        for part in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)
    }
    assert digests == set(re.findall(r"'(sha256-[^']+)'", text))


def test_what_cannot_be_shown_is_not_exported(bench: Bench, project: Path) -> None:
    saved(project / "kinder.yaml", "title: A kinder no\n")
    bench.look()
    file = project / "kinder.html"
    with pytest.raises(InputError) as refused:
        export(bench, file)
    assert refused.value.findings[0].where.file == str(project / "kinder.yaml")
    assert not file.exists()


def test_the_one_file_names_no_folder(bench: Bench, project: Path) -> None:
    long = "Ten minutes are an offer, and an offer may be small. " * 9
    saved(project / "kinder.yaml", KINDER.replace("Ten minutes are an offer.", long))
    bench.look()
    told = one_file(bench).decode()
    assert '"place": "kinder.yaml:' in told
    assert project.name not in told


def test_another_font_in_the_same_file_and_a_face_are_shown(project: Path, warm: Any) -> None:
    from PIL import Image

    from swipewell.resources import resource_folder

    Image.new("RGB", (400, 300), "#88aacc").save(project / "face.jpg")
    font, fonts = project / "own.ttf", resource_folder("fonts")
    font.write_bytes((fonts / "fraunces" / "Fraunces-400.ttf").read_bytes())
    brand = "name: Alma\navatar: face.jpg\nfonts: {heading: own.ttf}\n"
    saved(project / "brand.yaml", brand)
    bench = Bench([str(project / "kinder.yaml")], Asked())
    bench.studio = warm
    with Served(bench, 0) as served:
        shown = told(served)["shown"]
        answer, face = asked(served, shown["brand"]["avatar"])
        assert (answer.headers["Content-Type"], face[:4]) == ("image/png", b"\x89PNG")
        font.write_bytes((fonts / "lexend" / "Lexend-600.ttf").read_bytes())
        again = told(served)["shown"]  # nobody watches: to load the page anew is enough
        assert again["errors"] == []
        assert not {one["src"] for one in again["slides"]} & {one["src"] for one in shown["slides"]}
        was, now = (asked(served, one["slides"][1]["src"])[1] for one in (shown, again))
        assert was != now
