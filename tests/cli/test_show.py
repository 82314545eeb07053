"""``studyapp show``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.cli.main import main
from tests.tools.packs import BASE, PROOF, SOURCE, write_pack

QUESTIONS = f"""area: events
questions:
  - {{name: open, kind: single, stem: Which one?, {PROOF}, {SOURCE}, options: [{{text: This, right: true, reason: Because.}}]}}
  - {{name: held, kind: single, pool: held-back, stem: Which other?, {PROOF}, {SOURCE}, options: []}}
"""


def test_addresses_stay_whole_so_that_they_can_be_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "a-way-with-many-hyphens-" * 4 + "end"
    article = f"---\ntitle: T\nsummary: S.\nurl: /{name}/\n---\n\n## Who is-it-who\n\nA short proof.\n"
    proof = f'proof: {{at: "{name}#who-is-it-who", quote: "A short proof."}}'
    card = f"cards:\n  - {{name: x, type: basic, front: F, back: B, {proof}, {SOURCE}}}\n"
    for length in (30, len(name)):
        short = name[-length:].strip("-")
        files = {f"articles/{short}.md": article, "cards/c.yaml": card}
        files = {path: text.replace(name, short) for path, text in files.items()}
        packed = str(write_pack(tmp_path / str(length), {**BASE, **files}))
        assert f"own/article/{short}#who-is-it-who" in _shown(packed, "own/card/x", capsys).split()


@pytest.fixture
def pack(tmp_path: Path, small_bundle: None) -> str:
    return str(write_pack(tmp_path / "own", {**BASE, "questions/a.yaml": QUESTIONS}))


def _shown(pack: str, address: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["show", address, "--content", pack, *more]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "address", ["cancelling", "own/article/cancelling", "studyapp:own/article/cancelling", "/cancelling/"]
)
def test_an_article_is_shown_by_any_of_its_names(
    pack: str, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _shown(pack, address, capsys).startswith(
        "Who may cancel a Sprint\n=======================\n\nSprints run"
    )


def test_a_passage_is_shown_alone(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = _shown(pack, "cancelling#who", capsys)
    assert "Only the Product Owner" in out
    assert "Finished work" not in out


def test_an_article_keeps_its_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = str(write_pack(tmp_path / "notes", {"odd.md": "# Odd\n\nFirst.\n\n- one\n- two\n\nLast.\n"}))
    assert _shown(own, "odd", capsys) == "Odd\n===\n\nFirst.\n\n- one\n- two\n\nLast.\n"


def test_an_article_is_shown_as_html(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert '<h2 id="who">' in _shown(pack, "cancelling", capsys, "--html")


def test_a_passage_is_shown_alone_as_html_too(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = _shown(pack, "cancelling#who", capsys, "--html")
    assert out.startswith('<h2 id="who">')
    assert "Only the Product Owner" in out
    assert "Finished work" not in out
    assert "Finished work" in _shown(pack, "cancelling#then", capsys, "--html")


@pytest.mark.parametrize("more", [[], ["--html"]])
def test_a_heading_that_is_not_there_cannot_be_shown(
    pack: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "cancelling#nowhere", "--content", pack, *more]) == 2
    captured = capsys.readouterr()
    assert (captured.out, "no heading nowhere" in captured.err) == ("", True)


def test_a_heading_that_repeats_the_title_leads_to_the_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = str(write_pack(tmp_path / "notes", {"odd.md": "# Odd thing\n\nFirst.\n\n## More\n\nLast.\n"}))
    assert _shown(own, "odd#odd-thing", capsys) == _shown(own, "odd", capsys)


def test_a_card_is_shown_with_its_proof(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = _shown(pack, "own/card/who", capsys)
    assert "Who may cancel?" in out
    assert "“Only the Product Owner may cancel a Sprint.”" in out


def test_a_practice_question_is_shown_with_its_reasons(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "+ This\n    Because." in _shown(pack, "own/question/open", capsys)


def test_an_option_is_shown_with_the_sentence_that_proves_it_where_that_is_another(
    tmp_path: Path, small_bundle: None, capsys: pytest.CaptureFixture[str]
) -> None:
    own = 'proof: {at: "cancelling#then", quote: "Finished work is reviewed"}, misconception: none'
    options = f"options: [{{text: This, right: true, reason: Because.}}, {{text: That, reason: No., {own}}}]"
    asked = QUESTIONS.replace("options: [{text: This, right: true, reason: Because.}]", options)
    packed = str(write_pack(tmp_path / "own", {**BASE, "questions/a.yaml": asked}))
    told = "- That\n    No.\n    “Finished work is reviewed” – own/article/cancelling#then"
    assert told in _shown(packed, "own/question/open", capsys)
    html = _shown(packed, "own/question/open", capsys, "--html")
    assert 'cite="studyapp:own/article/cancelling#then">Finished work is reviewed</blockquote></li>' in html
    assert html.count("Only the Product Owner may cancel a Sprint.") == 1


def test_a_question_held_back_is_refused(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "own/question/held", "--content", pack]) == 2
    captured = capsys.readouterr()
    assert "Which other" not in captured.out + captured.err
    assert "held back" in captured.err


@pytest.mark.parametrize("address", ["nothing", "cancelling#nowhere", "own/card/none", ""])
def test_what_is_not_there_cannot_be_shown(
    pack: str, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", address, "--content", pack]) == 2
    assert capsys.readouterr().err.startswith("studyapp: ")


def test_a_comparison_and_a_cell_of_the_bundled_pack_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "six-roles"]) == 0
    assert "Product Owner:" in capsys.readouterr().out
    assert main(["show", "product-owner/cell/six-roles.authority.product-owner"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Said elsewhere (a consultancy’s article): The Product Owner may turn down" in said
    assert "For the exam: The Definition of Done decides" in said


def test_comparisons_and_terms_are_shown_as_html_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "six-roles", "--html"]) == 0
    assert "<caption>Six roles side by side</caption>" in capsys.readouterr().out
    assert main(["show", "product-owner/term/sprint-goal", "--html"]) == 0
    assert "<dt>Sprint Goal</dt>" in capsys.readouterr().out


def test_cards_and_questions_are_shown_as_html_too(pack: str, capsys: pytest.CaptureFixture[str]) -> None:
    card = _shown(pack, "own/card/who", capsys, "--html")
    assert "<div>The <strong>Product Owner</strong>.</div>" in card
    assert '<blockquote cite="studyapp:own/article/cancelling#who">Only the Product Owner' in card
    question = _shown(pack, "own/question/open", capsys, "--html")
    assert '<li class="right">This\n<div>Because.</div></li>' in question
    assert main(["show", "own/question/held", "--content", pack, "--html"]) == 2
    assert capsys.readouterr().out == ""


def test_no_control_character_of_a_text_reaches_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = str(write_pack(tmp_path / "notes", {"odd.md": "A \x1b[31mred\x07 me\u00adadow"}))
    assert "\x1b" not in _shown(own, "odd", capsys)
    assert "me\u00adadow" in (shown := _shown(own, "odd", capsys, "--html"))
    assert not {"\x1b", "\x07"} & {*shown}


def test_no_command_imports_the_screen(tmp_path: Path, small_pack: Path) -> None:
    commands = [
        "check",
        "search sprint",
        "show owner",
        "drill",
        "stats",
        "log",
        "rebuild",
        "doctor",
    ]
    commands += [f"backup {tmp_path / 'b'}", f"restore {tmp_path / 'b'}", "--help"]
    script = """if True:
        import sys
        from pathlib import Path
        from studyapp import bundle
        from studyapp.cli.main import main
        bundle.content_dir = lambda: Path(sys.argv[1])
        codes = [main(command.split()) for command in sys.argv[2:]]
        print(codes, [name for name in sys.modules if "PySide" in name])"""
    source = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run(
        [sys.executable, "-c", script, small_pack, *commands],
        input="",
        capture_output=True,
        text=True,
        env=source,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == f"{[0] * len(commands)} []"
