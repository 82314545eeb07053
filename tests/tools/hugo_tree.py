"""A tree of Hugo pages of any size, the same every time."""

import random
from pathlib import Path

WORDS = (
    "sprint goal backlog owner value team review product order plan stakeholder outcome evidence risk release customer"
    " forecast measure learn adapt inspect transparency increment done quality flow item refine decide vision strategy"
).split()


def write_hugo_tree(root: Path, pages: int, seed: int = 1) -> Path:
    """Write so many pages into sections of a hundred; each links to the page before it."""
    dice = random.Random(seed)
    for number in range(pages):
        section = root / f"section-{number // 100}"
        section.mkdir(parents=True, exist_ok=True)
        (section / f"page-{number}.md").write_text(_page(number, dice), encoding="utf-8")
    return root


def _page(number: int, dice: random.Random) -> str:
    tags = "".join(f"- {word}\n" for word in dice.sample(WORDS, 5))
    head = (
        f"---\ntitle: 'Page {number}: {_words(dice, 5)}'\ndescription: {_words(dice, 14)}\ndate: 2023-05-{number % 28 + 1:02}T07:00:06Z\n"
        f"slug: page-{number}\nurl: /pages/:slug\nweight: {number % 50}\ndraft: false\naliases:\n- /old/{number}\n- /older/{number}\n"
        f"tags:\n{tags}categories:\n- Scrum\nsitemap:\n  filename: sitemap.xml\n  priority: 0.6\nvideoId: v{number}\nduration: {number}\n---\n"
    )
    body = "".join(_section(part, number, dice) for part in range(6))
    return f"{head}{{{{< youtube v{number} >}}}}\n\n{_words(dice, 40)}.\n\n{body}"


def _section(part: int, number: int, dice: random.Random) -> str:
    items = "".join(f"- **{_words(dice, 2)}**: {_words(dice, 12)}\n" for _ in range(4))
    link = f"See [the page before](page-{max(0, number - 1)}.md#part-{part})."
    return f"## Part {part}: {_words(dice, 3)} {{#part-{part}}}\n\n{_words(dice, 60)}. {link}\n\n{items}\n{_words(dice, 30)}.\n\n"


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choices(WORDS, k=count))
