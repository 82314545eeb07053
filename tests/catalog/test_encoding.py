"""Text that was decoded wrongly once. The originals of the samples are known, byte by byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.catalog.encoding import looks_broken, repaired
from studyapp.catalog.report import Report
from studyapp.catalog.source_text import read_text


def _mended(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    report = Report("a.md")
    return repaired(text, report), [(p.line, p.column, p.code) for p in report.problems]


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("noâ€”if", "no—if"),
        ("cafÃ©", "café"),
        ("â€œhiâ€™s", "“hi’s"),
        ("product.Â\u00a0ğŸ§©", "product.\u00a0🧩"),
        ("courses ğŸš€", "courses 🚀"),
        ("Å‚Ã³dÅº", "łódź"),
        ("æ—¥æœ¬èªž", "日本語"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
    ],
)
def test_what_is_certain_is_put_right_and_reported(broken: str, meant: str) -> None:
    text, problems = _mended(broken)
    assert text == meant
    assert {code for _, _, code in problems} == {"encoding-repaired"}


@pytest.mark.parametrize("broken", ["goals. ğŸ¯", "elaborate. ğŸ§ yes", "looking for. ğŸ‘", "â€œoneâ€ two"])
def test_where_a_byte_is_lost_the_text_stays_and_is_reported(broken: str) -> None:
    text, problems = _mended(broken)
    assert broken[-3:] in text
    assert "encoding-lost" in {code for _, _, code in problems}


@pytest.mark.parametrize(
    "honest",
    [
        "CAFÉ” said", "«été»…", "“fiancé”—he", "IRMÃ»", "ROMÂ»", "Straß…", "Ğ…İ “Ş”", "Müğ IŞIĞI", "naïve façade – “yes” …",
        "日本語テスト", "Привет, мир", "emoji 🎯🧐👍 stay", "Å", "5 °C ± 2", "«À» la carte", "¿Qué? ¡Sí!", "a `â€”` b",
    ],
)  # fmt: skip
def test_honest_text_is_never_touched(honest: str) -> None:
    assert _mended(honest) == (honest, [])


def test_a_fault_is_reported_with_line_and_column() -> None:
    assert _mended("one\ntwo noâ€”if\n")[1] == [(2, 7, "encoding-repaired")]


@given(st.text("abcdeiostuxyz äöüßéèêëàâáãçñíîïóôúùûæøå.,;:!?-„“”‚‘’«»…–—•", max_size=60))
def test_words_of_western_europe_with_any_marks_are_never_touched(text: str) -> None:
    assert repaired(text, Report("a.md")) == text


@given(st.text(st.characters(min_codepoint=0x1F300, max_codepoint=0x1F9FF), min_size=1, max_size=5))
def test_every_emoji_read_as_windows_1252_comes_back_when_no_byte_is_lost(text: str) -> None:
    broken = "".join(_read_wrongly(byte) for byte in text.encode("utf-8"))
    assert repaired(broken, Report("a.md")) == text


def _read_wrongly(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def test_a_wrong_decoding_of_another_kind_is_suspected() -> None:
    assert looks_broken("dĹ‚ugi")
    assert not looks_broken("honest – text")


def test_a_byte_order_mark_and_windows_line_ends_fall_away() -> None:
    assert read_text(b"\xef\xbb\xbf---\r\ntitle: a\r\n", Report("a.md")) == "---\ntitle: a\n"


def test_a_file_in_windows_1252_is_read_and_reported_where_it_begins() -> None:
    report = Report("a.md")
    assert read_text("eins\nCafé – ja".encode("cp1252"), report) == "eins\nCafé – ja"
    assert [(p.line, p.column, p.code) for p in report.problems] == [(2, 4, "encoding-not-utf8")]


def test_utf16_is_read_and_reported() -> None:
    report = Report("a.md")
    assert read_text("héllo".encode("utf-16"), report) == "héllo"
    assert report.problems[0].code == "encoding-utf16"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_text_in_wide_units_is_read_with_and_without_a_mark(name: str) -> None:
    report, text = Report("a.md"), "---\ntitle: Café\n---\n\nhéllo – „ja“\n"
    marked = "\ufeff" + text if name.startswith("utf-32-") else text
    assert read_text(marked.encode(name), report) == text
    assert [p.code for p in report.problems] == [f"encoding-utf{name[4:6]}"]


def test_every_mark_before_the_text_falls_away() -> None:
    assert read_text(b"\xef\xbb\xbf\xef\xbb\xbf---\ntitle: a\n", Report("a.md")) == "---\ntitle: a\n"


def test_a_nul_is_told_with_its_place_and_hides_nothing() -> None:
    report = Report("a.md")
    assert read_text(b"one\nt\0wo and more words to read\n", report).startswith("one\nt")
    assert [(p.line, p.column, p.code) for p in report.problems] == [(2, 2, "encoding-nul")]


def test_half_a_character_at_the_end_of_a_cut_file_is_no_fault() -> None:
    report = Report("a.md")
    assert read_text("naï".encode()[:-1], report, truncated=True) == "na"
    assert report.problems == []
