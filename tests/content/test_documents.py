"""The examples in the documents are true: what they show passes the check, and what they name is there."""

import re
import shutil
from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.catalog.catalog import Catalog
from studyapp.study.check_desk import check_packs

ROOT = Path(__file__).parents[2]
EXAMPLES = {
    "article": "articles/events/cancelling-a-sprint.md",
    "cards": "cards/events.yaml",
    "questions": "questions/events.yaml",
}
"""By the key or word with which a worked example begins to be told from others."""


def examples() -> dict[str, str]:
    blocks = re.findall(
        r"^```(?:yaml|markdown)\n(.*?)^```$",
        (ROOT / "docs" / "content.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    marks = {"article": r"^---\n", "cards": "^cards:", "questions": "^questions:"}
    return {
        kind: next(text for text in blocks if re.search(mark, text, re.MULTILINE))
        for kind, mark in marks.items()
    }


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples beside the bundled lists and the two articles that they name."""
    content, root = bundle.content_dir(), tmp_path_factory.mktemp("documents")
    for file in (*content.glob("*.yaml"), *(content / "articles").glob("*/sprint-[pb]*.md")):
        (root / file.relative_to(content)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, root / file.relative_to(content))
    for kind, text in examples().items():
        (root / EXAMPLES[kind]).parent.mkdir(parents=True, exist_ok=True)
        (root / EXAMPLES[kind]).write_text(text, encoding="utf-8")
    return root


def test_cards_and_questions_that_show_how_to_write_them_pass_the_check(pack: Path) -> None:
    problems = check_packs([pack], None).problems
    ours = [p for p in problems if Path(p.path).parent.name in ("cards", "questions")]
    assert [str(p) for p in ours] == []


def test_none_of_them_was_left_out(pack: Path) -> None:
    from studyapp.catalog.load import load

    catalog, _ = load([pack], None)
    names = {item.rpartition("/")[2] for item in (*catalog.cards(), *catalog.questions())}
    catalog.close()
    named = [
        re.findall(r"^  - name: (\S+)", text, re.MULTILINE)
        for kind, text in examples().items()
        if kind != "article"
    ]
    assert names == {*named[0], *named[1]}


@pytest.mark.parametrize("document", ["README.md", "docs/content.md"])
def test_an_address_that_is_shown_is_there(document: str, catalog: Catalog) -> None:
    for address in re.findall(r"`studyapp:([^`]+)`", (ROOT / document).read_text("utf-8")):
        found = catalog.find(address)
        assert found is not None, address
        _, _, heading = address.partition("#")
        assert not heading or f'id="{heading}"' in catalog.rendered(found.item).html
