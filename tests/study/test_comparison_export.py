import csv
import io
import re

from studyapp.catalog.comparison import CellKind
from studyapp.study.comparison_export import Format, Wording, write_table
from studyapp.study.comparison_table import Wish, lay_out
from tests.study.comparison_samples import SOURCES, THREE

KINDS = {
    CellKind.RULE: "rule",
    CellKind.PRACTICE: "practice",
    CellKind.VIEW: "view",
    CellKind.SILENT: "nothing said",
}
WORDING = Wording("Theme", "Dimension", "kind", "source", "Sources", "CC BY-SA 4.0", KINDS, lambda _: "rule")
WISH = Wish(THREE.id, ("owner", "devs"))


def written(form: Format, wish: Wish = WISH) -> str:
    return write_table(lay_out(THREE, wish), SOURCES, WORDING, form)


def test_markdown_holds_shown_columns_kinds_numbered_sources_and_the_licence() -> None:
    text = written(Format.MARKDOWN)
    assert "| Dimension | Owner | Devs |" in text
    assert "| **Focus** | What and why *(rule)* [1] | How it is built *(rule)* [1] |" in text
    assert "1. The Guide (2020), Team" in text
    assert text.endswith("CC BY-SA 4.0\n")
    assert "How Scrum works" not in text


def test_a_bar_in_a_text_does_not_break_the_table() -> None:
    assert "# Three \\| roles" in written(Format.MARKDOWN)


def test_csv_reads_back_with_a_column_for_kind_and_source() -> None:
    rows = list(csv.reader(io.StringIO(written(Format.CSV))))
    assert rows[0][:5] == ["Theme", "Dimension", "Owner", "Owner: kind", "Owner: source"]
    assert rows[2] == ["Purpose", "Money", "Watches the return", "practice", "", "", "nothing said", ""]
    assert rows[-1] == ["CC BY-SA 4.0"]


def test_html_names_rows_and_columns_as_headers() -> None:
    text = written(Format.HTML)
    assert '<th scope="col">Owner</th>' in text
    assert '<th scope="row">Focus</th><td>What and why <small>(rule)</small> <sup>1</sup></td>' in text
    assert len(re.findall("<tr>", text)) == 6


def test_a_folded_theme_stays_folded_in_every_format() -> None:
    folded = WISH.refolded("purpose")
    for form in Format:
        assert "Purpose (+2)" in written(form, folded)
        assert "What and why" not in written(form, folded)


def test_for_paper_every_row_is_a_table_and_each_theme_names_the_columns_again() -> None:
    text = written(Format.PDF)
    assert text.count("<table") == sum(line.row is not None for line in lay_out(THREE, WISH).lines)
    assert text.count(">Owner</th>") == text.count("<h3>") > 1
    assert "<li>The Guide (2020), Team</li>" in text
    assert "CC BY-SA 4.0" in text
