"""Articles of any length out of ordinary words, the same ones each time."""

import random
from pathlib import Path

_WORDS = (
    "the Product Owner decides what is worth building and why while Developers choose how it is built in a Sprint and"
    " stakeholders say what they need from the product at each review of value"
).split()

_CARD = """  - name: {name}
    type: basic
    front: {front}
    back: The Product Owner.
    proof: {{at: "{slug}#s1", quote: "{quote}"}}
    source: unsettled
"""


def article(title: str, slug: str, size: int, dice: random.Random) -> str:
    """Markdown with front matter whose finished HTML has about ``size`` characters."""
    parts = [f"---\ntitle: {title}\nslug: {slug}\n---\n"]
    length, number = 0, 0
    while length < size:
        number += 1
        section = [f"## {title} {number} {{#s{number}}}"]
        section += [f"{_sentence(dice, 12)} **{_sentence(dice, 3)}** {_sentence(dice, 40)}" for _ in range(4)]
        section.append("\n".join(f"- {_sentence(dice, 8)}" for _ in range(4)))
        if number % 3 == 0:
            section.append(f'!!! trap "Exam trap"\n    {_sentence(dice, 20)}')
        if number % 4 == 0:
            rows = "\n".join(f"| {_sentence(dice, 3)} | {_sentence(dice, 5)} |" for _ in range(3))
            section.append(f"| One | Other |\n| --- | --- |\n{rows}")
        text = "\n\n".join(section)
        parts.append(text)
        length += round(len(text) * 1.12)
    return "\n\n".join(parts) + "\n"


def write_long_pack(root: Path, sizes: tuple[int, ...], cards: int = 8) -> Path:
    """A pack with two articles of each size, some cards on each, and a glossary; gives its folder."""
    dice = random.Random(11)
    texts = {f"size-{size}-{which}": size for size in sizes for which in "ab"}
    files = {"pack.yaml": "id: long\ntitle: Long articles\nlanguage: en\ntopics: [{name: t, title: Topic}]\n"}
    deck = []
    for slug, size in texts.items():
        files[f"articles/t/{slug}.md"] = article(slug.replace("-", " ").capitalize(), slug, size, dice)
        deck += [
            _CARD.format(
                name=f"{slug}-{n}", front=f"{_sentence(dice, 7)}?", slug=slug, quote=_sentence(dice, 4)
            )
            for n in range(cards)
        ]
    files["cards/t.yaml"] = "topic: t\narea: events\ncards:\n" + "".join(deck)
    names = ("Product Owner", "Developers", "Sprint", "stakeholders", "value", "review")
    files["glossary.yaml"] = "terms:\n" + "".join(
        f"  - name: {name.lower().replace(' ', '-')}\n    term: {name}\n    definition: What it is.\n    area: events\n"
        f'    proof: {{at: "size-{sizes[0]}-a", quote: "the"}}\n    source: unsettled\n'
        for name in names
    )
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(_WORDS, k=words))
