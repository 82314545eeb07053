"""What the keys of the Cards page are said to do is what they do with the card in sight."""

from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow


def test_a_card_is_rated_by_the_keys_told_once_it_is_turned(window: MainWindow) -> None:
    window.show_page("cards")
    page = window.page("cards")
    assert isinstance(page, CardsPage)

    def rating() -> list[str]:
        return [
            each.text() for each in page.offered() if each.text().startswith(("Show", "Rate", "Choose opt"))
        ]

    assert rating() == ["Show answer"]
    page.turn()
    assert rating() == ["Rate as suggested", "Rate again", "Rate hard", "Rate good", "Rate easy"]


def test_where_no_card_lies_none_can_be_turned_rated_or_copied(window: MainWindow) -> None:
    window.go("page:cards?scope=topic:nowhere")
    names = {each.text() for each in window.page("cards").offered()}
    assert names == {
        "Choose what to drill",
        "All cards",
        "Add a card of your own",
        "Scroll down",
        "Scroll up",
    }
