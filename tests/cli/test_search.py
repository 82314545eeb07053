"""``studyapp search``."""

import json
from pathlib import Path

import pytest

from studyapp.cli.main import main
from tests.tools.packs import write_pack


@pytest.fixture
def pack(tmp_path: Path, small_bundle: None) -> str:
    return str(
        write_pack(tmp_path / "zoo", {"tapirs.md": "---\ntitle: Tapirs\n---\nA tapir eats \x1b[31mleaves."})
    )


def test_hits_are_printed_with_kind_title_and_address(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "tapirs", "--content", pack]) == 0
    out = capsys.readouterr().out
    assert out.startswith("article: Tapirs\n  zoo/article/tapirs\n")
    assert "\x1b" not in out


def test_json_has_the_query_and_the_hits(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--content", pack, "search", "--json", "--limit", "1", "tapirs"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["query", "hits"]
    assert list(document["hits"][0]) == ["kind", "address", "title", "snippet", "score"]
    assert document["hits"][0]["address"] == "zoo/article/tapirs"


def test_no_hits_are_told_by_the_exit_code(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "xyzzyplughquux", "--content", pack]) == 1
    assert main(["search", "--json", "xyzzyplughquux", "--content", pack]) == 1
    assert '"hits": []' in capsys.readouterr().out


def test_a_limit_below_one_cannot_be(pack: str) -> None:
    assert main(["search", "x", "--limit", "0"]) == 2


def test_an_old_name_finds_the_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "grooming", "--limit", "1"]) == 0
    assert "refinement" in capsys.readouterr().out


def test_a_slip_is_told_and_mended(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "tapris", "--content", pack]) == 0
    assert capsys.readouterr().out.startswith("nothing found for tapris; this is for tapirs\narticle: Tapirs")
    main(["search", "tapris", "--content", pack, "--json"])
    assert json.loads(capsys.readouterr().out)["meant"] == "tapirs"


def test_minus_words_and_filters_hold(pack: str) -> None:
    assert main(["search", "tapirs in:articles", "--content", pack]) == 0
    assert main(["search", "tapirs -eats", "--content", pack]) == 1
    assert main(["search", "tapirs in:cards", "--content", pack]) == 1


def test_a_kind_that_is_none_is_refused_with_those_that_are(
    pack: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "in:animals", "--content", pack]) == 2
    assert "articles, cards, questions" in capsys.readouterr().err
