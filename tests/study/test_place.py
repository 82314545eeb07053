from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId
from studyapp.study.place import Place, place_of, read_place


def test_an_address_says_article_heading_and_quote_and_is_read_back() -> None:
    place = place_of(Proof(ItemId("p/article/roles"), "who-decides", "What? 100 % #1 & 'more'."))
    assert read_place(str(place)) == place


def test_a_bare_slug_with_a_heading_is_an_address_too() -> None:
    assert read_place("roles#nature") == Place("roles", "nature")
    assert read_place("app:roles") == Place("roles")


def test_the_target_leaves_the_quote_out() -> None:
    assert Place("roles", "nature", "so be it").target == "roles#nature"
    assert str(Place("roles", "nature")) == "studyapp:roles#nature"
