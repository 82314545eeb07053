"""The words of a text without its signs."""

from studyapp.catalog.outline import plain_of, sections_of


def test_no_sign_of_a_callout_is_left() -> None:
    assert (
        plain_of('!!! note\n    Mind **this**.\n\n!!! trap "Beware"\n    Not so.')
        == 'Mind this. "Beware" Not so.'
    )


def test_no_sign_of_a_fenced_box_or_of_attributes_is_left() -> None:
    assert plain_of(":::note Look out\nText{: .big }\n:::\n{::options x='y' /}") == "Look out Text"
    assert plain_of('=== "Tab"\n    ![a](b.png){width=300} [c](d){ .button }') == '"Tab" a c'


def test_each_heading_begins_a_section() -> None:
    found = sections_of("Before.\n\n## One {#first}\n\ntext\n\n## Two\n\nmore")
    assert [(section.heading, section.title) for section in found] == [
        ("", ""),
        ("first", "One"),
        ("two", "Two"),
    ]
