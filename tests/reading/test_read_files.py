"""Files, standard input and brands: what cannot be read, where fields stand, what it costs."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from reading_faults import faults_of

from swipewell.findings import InputError, Severity, error
from swipewell.reading import find_brand, read_brand, read_post

POST = """\
title: One
slides:
  - title: Two
    body: |
      Three
  - {kind: list, title: Four, items: [five, {title: six}]}
"""


def code_of(path: object, *, brand: bool = False) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        (read_brand if brand else read_post)(path)  # type: ignore[arg-type]
    (finding,) = caught.value.findings
    assert finding.where.file == str(path)
    return finding.code, f"{finding.message} {finding.hint}"


def test_a_post_knows_where_each_field_stands(tmp_path: Path) -> None:
    file = tmp_path / "post.yaml"
    file.write_text(POST, encoding="utf-8")
    source = read_post(file).source
    assert source is not None
    assert source.file == str(file)
    assert source.lines[3] == "    body: |"
    assert source.findings == ()
    assert source.places == {
        "": (1, 1),
        "title": (1, 8),
        "slides": (3, 3),
        "slides[0]": (3, 5),
        "slides[0].title": (3, 12),
        "slides[0].body": (4, 11),
        "slides[1]": (6, 5),
        "slides[1].kind": (6, 12),
        "slides[1].title": (6, 25),
        "slides[1].items": (6, 38),
        "slides[1].items[0]": (6, 39),
        "slides[1].items[1]": (6, 45),
        "slides[1].items[1].title": (6, 53),
    }
    found = source.locate(error("x", "y", field="slides[1].items[0].title"))
    assert (found.where.line, found.where.column, found.quoted) == (6, 39, source.lines[5])


def test_a_post_that_was_read_can_be_sent_to_another_process(tmp_path: Path) -> None:
    file = tmp_path / "post.yaml"
    file.write_text(POST, encoding="utf-8")
    post = read_post(file)
    sent = pickle.loads(pickle.dumps(post))
    assert sent == post
    assert sent.source == post.source


@pytest.mark.parametrize("suffix", [".yaml", ".yml", ".YAML"])
def test_a_path_may_be_a_text_or_a_path(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"post{suffix}"
    file.write_text(POST, encoding="utf-8")
    assert read_post(file) == read_post(str(file))


def test_json_gives_the_same_post(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(POST, encoding="utf-8")
    (tmp_path / "a.json").write_text(
        '{"title": "One", "slides": [{"title": "Two", "body": "Three\\n"},'
        '{"kind": "list", "title": "Four", "items": ["five", {"title": "six"}]}]}',
        encoding="utf-8",
    )
    one, other = read_post(tmp_path / "a.yaml"), read_post(tmp_path / "a.json")
    assert one.model_dump() == other.model_dump()


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(POST.encode())))
    post = read_post("-")
    assert post.source is not None
    assert post.source.file == "-"


def test_what_cannot_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kind.yaml").write_text(POST, encoding="utf-8")
    assert code_of(tmp_path / "knd.yaml") == (
        "file-not-found",
        f"There is no such file. Did you mean {tmp_path / 'kind.yaml'}?",
    )
    assert code_of(tmp_path / "none" / "a.yaml")[0] == "file-not-found"
    assert "no folder" in code_of(tmp_path / "none" / "a.yaml")[1]
    assert code_of(tmp_path)[0] == "is-a-folder"
    assert code_of(tmp_path, brand=True)[0] == "is-a-folder"
    assert code_of(tmp_path / "a.txt") == (
        "unknown-format",
        "Files that end in .txt are not read by this version. "
        "Posts are read from .yaml, .yml, .json, .md, .csv and .tsv files, and from standard input as -.",
    )
    assert code_of(tmp_path / "a")[0] == "unknown-format"
    assert code_of("a\0b.yaml")[0] == "file-unreadable"

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", locked)
    assert code_of(tmp_path / "kind.yaml") == (
        "file-unreadable",
        "The file cannot be read: Permission denied. Check who may read it.",
    )


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    began = time.process_time()
    assert code_of(file)[0] == "file-too-large"
    assert time.process_time() - began < 0.1


def test_a_name_stands_in_findings_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.yaml").write_text("titel: a\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "posts")
    with pytest.raises(InputError) as caught:
        read_post("../posts/a.yaml")
    assert {finding.where.file for finding in caught.value.findings} == {"../posts/a.yaml"}


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_brand_is_a_brand_with_a_warning(tmp_path: Path, text: str) -> None:
    (tmp_path / "brand.yaml").write_text(text, encoding="utf-8")
    brand = read_brand(tmp_path / "brand.yaml")
    assert brand.source is not None
    (finding,) = brand.source.findings
    assert (finding.code, finding.severity) == ("empty-file", Severity.WARNING)


def test_a_brand_that_holds_a_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("- a\n", encoding="utf-8")
    code, said = code_of(tmp_path / "brand.yaml", brand=True)
    assert code == "no-fields"
    assert "`name:`" in said


def test_the_nearest_brand_is_found_upwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_brand(deep) is None
    (tmp_path / "brand.yaml").write_text("name: A\n", encoding="utf-8")
    assert find_brand(deep) == tmp_path / "brand.yaml"
    (tmp_path / "a" / "brand.yaml").mkdir()
    assert find_brand(deep) == tmp_path / "brand.yaml"
    (deep / "brand.yaml").write_text("name: B\n", encoding="utf-8")
    (deep / "post.yaml").write_text(POST, encoding="utf-8")
    assert find_brand(deep / "post.yaml") == deep / "brand.yaml"
    monkeypatch.chdir(deep)
    assert find_brand(Path()) == deep / "brand.yaml"
    assert find_brand(Path("..")) == tmp_path / "brand.yaml"


def test_loading_the_room_loads_no_parser() -> None:
    code = "import sys, swipewell.reading; print(*{'yaml', 'json', 'difflib'} & {*sys.modules})"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
    )
    assert told.stdout.split() == []


def test_an_ordinary_post_takes_less_than_six_milliseconds() -> None:
    text = "title: One\nslides:\n" + "  - title: A title\n    body: A body of *some* words.\n" * 10
    faults_of(text)
    began = time.process_time()
    for _ in range(20):
        faults_of(text)
    assert (time.process_time() - began) / 20 < 0.006
