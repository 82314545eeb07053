"""Every dimension in which the roles were compared, and every disagreement of sources, has its place."""

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Comparison, Row
from studyapp.catalog.disagreement import Verdict
from studyapp.ids import ItemId

PLACES = {
    "D1": ("same-or-not", "not interchangeable"),
    "D2": ("success", "successful product"),
    "D3": ("success", "project can fail while the product thrives"),
    "D4": ("focus", "which problems"),
    "D5": ("success", "even where a project’s goals differ"),
    "D6": ("same-or-not", "separate accountability"),
    "D7": ("accountable", "maximising the value"),
    "D8": ("owns", "project plan"),
    "D9": ("authority", "escalates time and resource problems"),
    "D10": ("authority", "unlike the product owner, does not decide"),
    "D11": ("priority", "critical path"),
    "D12": ("vision", "product goal"),
    "D13": ("metrics", "time to market"),
    "D14": ("change", "may postpone a feature"),
    "D15": ("customers", "market research"),
    "D16": ("stakeholders", "must convince the product owner"),
    "D17": ("method", "waterfall, agile or mixed"),
    "D18": ("change", "empirical"),
    "D19": ("method", "prince2"),
    "D20": ("tools", "status report"),
    "D21": ("horizon", "then the next one"),
    "D22": ("mindset", "strategic"),
    "D23": ("mindset", "captain of the ship"),
    "D24": ("scope", "testing, deployment, training, documentation"),
    "D25": ("scope", "technical debt, defects"),
    "D26": ("items", "acceptance criteria"),
    "D27": ("events", "sprint retrospective"),
    "D28": ("team", "sole responsibility"),
    "D29": ("team", "leaves the how to the developers"),
    "D30": ("estimates", "size it"),
    "D31": ("complexity", "set up to fail"),
    "D32": ("complexity", "room for innovation"),
    "D33": ("advantage", "efficiency and predictability"),
    "D34": ("ceo", "called so by some"),
    "D35": ("inside-outside", "conduit"),
    "D36": ("place", "connects stakeholders and developers"),
    "D37": ("stakeholders", "contains scope growth and watches risks"),
    "D38": ("place", "large, regulated, project-based firms"),
    "D39": ("levels", "junior or senior"),
    "D40": ("who", "brand manager, a marketing manager or a developer"),
    "D41": ("scrums-effect-on-the-organisation#value-streams", "value streams"),
    "D42": ("agile-change", "release train engineer"),
    "D43": ("can-one-person-be-both#cost", "must say no to features without value"),
    "D44": ("shared-skills-and-confusion#confusion", "customers who are disappointed"),
    "D45": ("training", "a-cspo"),
    "D46": ("story-points-and-flow#delivery", "automat"),
}
"""The row or the passage (``article#heading``) of each dimension, and words of it that are about nothing else."""

DISPUTED = (
    ("nature", "developers", Verdict.STALE, "development team"),
    ("accountable", "product-owner", Verdict.TRAP, "value of the work"),
    ("mindset", "developers", Verdict.STALE, "self-organise"),
    ("events", "product-owner", Verdict.STALE, "rituals"),
    ("priority", "product-owner", Verdict.STALE, "prioritises"),
    ("authority", "product-owner", Verdict.TRAP, "turn down"),
    ("scope", "product-owner", Verdict.TRAP, "all that a Product Owner has to do"),
    ("items", "product-owner", Verdict.PRACTICE, "acceptance criteria"),
    ("place", "product-owner", Verdict.NUANCE, "holds stakeholders and developers together"),
    ("inside-outside", "product-owner", Verdict.NUANCE, "conduit and proxy"),
    ("focus", "project-manager", Verdict.TRAP, "a project manager how"),
    ("mindset", "project-manager", Verdict.NUANCE, "young team"),
    ("events", "product-owner", Verdict.STALE, "refinement and Reviews"),
    ("scope", "product-owner", Verdict.FINE, "technical debt"),
    ("ceo", "product-owner", Verdict.OPINION, "CEO"),
    ("estimates", "developers", Verdict.FINE, "how long"),
    ("team", "product-owner", Verdict.NUANCE, "Scrum Master"),
    ("team", "project-manager", Verdict.NUANCE, "alone"),
    ("combined", "developers", Verdict.NUANCE, "may well belong"),
    ("same-or-not", "product-manager", Verdict.FINE, "simply a Product Owner"),
    ("accountable", "product-owner", Verdict.FINE, "delivering value"),
    ("same-or-not", "project-manager", Verdict.NUANCE, "integral"),
    ("estimates", "developers", Verdict.OPINION, "story points"),
)
"""Row, column, verdict and words of the claim, for everything that is said otherwise than the Scrum Guide has it."""


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> Comparison:
    return catalog.comparisons()[ItemId("product-owner/comparison/six-roles")]


def row_of(table: Comparison, name: str) -> Row:
    return next(row for row in table.rows if row.name == name)


def said(catalog: Catalog, table: Comparison, place: str) -> str:
    """What stands in a row, or in a passage, in small letters."""
    slug, _, heading = place.partition("#")
    if heading:
        return catalog.rendered(ItemId(f"product-owner/article/{slug}")).passage(heading).casefold()
    cells = row_of(table, place).cells
    words = [f"{cell.text} {cell.note} {cell.proof.quote if cell.proof else ''}" for cell in cells]
    claims = [each.claim for cell in cells for each in cell.disagreements]
    return " ".join((*words, *claims)).casefold()


def test_the_list_of_dimensions_is_the_syllabus(catalog: Catalog) -> None:
    assert list(PLACES) == [f"D{number}" for number in range(1, 47)]
    (subjects,) = (s.subjects for s in catalog.syllabus() if s.name == "dimensions")
    assert [subject.name for subject in subjects] == list(PLACES)


@pytest.mark.parametrize("dimension", PLACES)
def test_a_dimension_stands_where_it_is_said_to_stand(
    dimension: str, catalog: Catalog, table: Comparison
) -> None:
    place, words = PLACES[dimension]
    assert words in said(catalog, table, place)
    if "#" not in place:
        assert dimension in row_of(table, place).dimensions
        assert sum(cell.stated for cell in row_of(table, place).cells) >= 2


def test_a_dimension_that_is_a_passage_is_linked_with_a_row_or_an_article(
    catalog: Catalog, table: Comparison
) -> None:
    named = {dimension for row in table.rows for dimension in row.dimensions}
    passages = {d: place for d, (place, _) in PLACES.items() if "#" in place}
    for dimension, place in passages.items():
        article = catalog.article(ItemId(f"product-owner/article/{place.partition('#')[0]}"))
        assert dimension in named | set(article.facts), dimension


@pytest.mark.parametrize("case", DISPUTED, ids=lambda case: f"{case[0]}.{case[1]}.{case[3]}")
def test_a_disagreement_of_sources_stands_in_its_cell(
    case: tuple[str, str, Verdict, str], table: Comparison
) -> None:
    row, column, verdict, words = case
    at = [each.name for each in table.columns].index(column)
    found = [each for each in row_of(table, row).cells[at].disagreements if words in each.claim]
    assert [each.verdict for each in found] == [verdict]
    assert all(each.says and each.exam and each.source.settled for each in found)
