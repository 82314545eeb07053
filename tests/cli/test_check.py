"""``studyapp check``."""

import json
import zipfile
from pathlib import Path

import pytest

from studyapp.cli.main import main
from tests.tools.packs import BASE, write_pack

BROKEN_VIDEO = """---
title: Is a Product Owner an Agile Project Manager?
description: "Why not. #shorts"
date: 2023-05-25T07:00:06Z
videoId: abcDEF123-_
url: /resources/videos/:slug
slug: is-a-product-owner-an-agile-project-manager
duration: 48
aliases:
- /resources/is-a-product-owner-an-agile-project-manager
- /resources/videos/is-a-product-owner-an-agile-project-manager-
- /resources/videos/abcDEF123-_
sitemap:
  filename: sitemap.xml
  priority: 0.6
tags:
- Product Owner
---
{{< youtube abcDEF123-_ >}}

## Two jobs

They differ. ğŸ¯

One cares for the product. Â\u00a0ğŸ§©
"""
LINES = "They are different jobs.\nOne looks after dates.\nQuestions\n- What is it?\n- Who is it?\n"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_pack(tmp_path / "own", BASE)


def test_a_sound_pack_is_fine_and_counted(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack)]) == 0
    assert (
        capsys.readouterr().out
        == "own: 1 articles, 1 cards, 0 questions, 0 comparisons, 0 terms\nno problems\n"
    )


def test_a_problem_is_printed_with_its_place_what_and_how(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(pack, {"cards/bad.yaml": "cards:\n  - nme: x\n"})
    assert main(["check", str(pack)]) == 1
    out = capsys.readouterr().out
    assert "own/cards/bad.yaml:2:5: unknown-key: unknown key 'nme' – did you mean 'name'?" in out
    assert "5 problems" in out or "problems" in out


def test_json_has_packs_and_problems(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(pack, {"cards/bad.yaml": "cards: ["})
    assert main(["check", "--json", str(pack)]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["packs"] == [
        {
            "name": "own",
            "path": "own",
            "articles": 1,
            "cards": 1,
            "questions": 0,
            "comparisons": 0,
            "terms": 0,
        }
    ]
    assert list(document) == ["packs", "problems"]
    assert list(document["problems"][0]) == ["path", "line", "column", "severity", "code", "message", "hint"]
    assert document["problems"][0]["path"] == "own/cards/bad.yaml"


def test_a_report_is_never_json_and_says_so(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(pack), "--json", "--report", "balance"]) == 2
    assert "not allowed with" in capsys.readouterr().err


def test_a_place_where_nothing_is_cannot_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nothing")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_new_identifiers_are_accepted(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--accept-ids", str(pack)]) == 0
    assert (pack / "ids.txt").read_text() == "own/article/cancelling\nown/card/who\n"
    write_pack(pack, {"cards/events.yaml": "cards: []\n"})
    assert main(["check", str(pack)]) == 1
    assert "id-lost: own/card/who is gone" in capsys.readouterr().out


def test_texts_of_others_open_and_their_faults_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "seeds", {"000_ab12cd34.txt": BROKEN_VIDEO, "001_ff00ff00.txt": LINES})
    assert main(["check", "seeds"]) == 1
    out = capsys.readouterr().out
    assert "seeds/000_ab12cd34.txt:23:14: encoding-lost:" in out
    assert "seeds/000_ab12cd34.txt:25:28: encoding-repaired:" in out
    assert "seeds: 2 articles" in out
    assert "dead-link" not in out


def test_control_characters_do_not_reach_the_terminal(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(pack, {"cards/bad.yaml": 'cards:\n  - {"na\\e[31mme": x}\n'})
    main(["check", str(pack)])
    assert "\x1b" not in capsys.readouterr().out


def test_several_packs_are_checked_at_once(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_pack(tmp_path / "other", {"a.md": "text"})
    assert main(["check", str(pack), str(other)]) == 0
    assert "other: 1 articles" in capsys.readouterr().out


def test_a_whole_disk_is_refused_in_one_line(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = profile.anchor
    assert main(["--profile", str(profile), "check", root]) == 2
    assert capsys.readouterr().err == (
        f"studyapp: {root}: it is the whole disk – name the folder of the pack itself\n"
    )


def test_the_id_of_the_learners_own_cards_is_theirs_alone(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**BASE, "pack.yaml": "id: my-cards\ntitle: Mine\ntopics: [{name: events, title: E}]\n"}
    assert main(["check", str(write_pack(profile / "my-cards", files))]) == 0
    other = write_pack(tmp_path / "other", files)
    assert main(["check", str(other)]) == 2
    assert "the id 'my-cards' is kept for the learner's own cards" in capsys.readouterr().err


@pytest.mark.parametrize(
    "own", ["a/b", '"../x"', '"/"', "../../x y", "a#b", "a?b", "a%41", "app:a", '"a\\nb"']
)
def test_an_id_that_would_part_identifiers_is_told_and_the_other_packs_go_on(
    pack: Path, tmp_path: Path, own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = write_pack(tmp_path / "pi2", {**BASE, "pack.yaml": f"id: {own}\ntitle: T\n"})
    with zipfile.ZipFile(tmp_path / "pi3.zip", "w") as archive:
        archive.write(hostile / "pack.yaml", "pack.yaml")
        archive.write(hostile / "sources.yaml", "sources.yaml")
    assert main(["check", str(hostile), str(tmp_path / "pi3.zip"), str(pack)]) == 1
    out = capsys.readouterr().out
    assert "pi2/pack.yaml:1:5: bad-name:" in out
    assert "pi3.zip/pack.yaml:1:5: bad-name:" in out
    assert "\npi2: 1 articles, 1 cards" in out
    assert "\nown: 1 articles, 1 cards" in out
    assert main(["check", str(hostile), str(pack), "--report", "coverage"]) in (0, 1)
