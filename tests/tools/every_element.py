"""A pack of three articles: one with everything that can stand in an article, one in Arabic, one in Hebrew."""

from pathlib import Path

from tests.tools.png import chart

EVERY = """---
title: Everything that can stand in an article
description: Each element once, to be looked at.
tags: [example]
---

A first paragraph with **bold**, *italic*, ~~struck~~ and `code` words, a [link inside](arabic.md), a
[link outside](https://example.org/page), and a footnote.[^one] It is long enough to fill some lines, so that the measure of
the column can be judged with the eye.

## The second level {#second}

A quote stands apart:

> The Product Owner is one person, not a committee.
>
> > A quote in a quote.

### The third level

- A list
- with an entry of more than one line, which goes on for long enough to be broken into a second line and perhaps a third
    - and a list inside
        1. and numbers inside that
        2. the second
- the last

1. First
2. Second
    - inside the second

#### The fourth level

Term
: Its definition, which may be long enough to need a second line, so that the indent of the lines can be seen.

Another term
: One definition
: and another

##### The fifth level

| Event | Timebox | What it is for, at some length |
| :--- | ---: | :--- |
| Sprint | 1 month | A container for all other events, and the heartbeat of Scrum |
| Sprint Planning | 8 hours | What, why and how |
| Daily Scrum | 15 minutes | Progress towards the **Sprint Goal** |

## Boxes {#boxes}

!!! note "Good to know"
    A note with a list:

    - one
    - two

!!! warning
    A warning without a title of its own.

!!! trap "Exam trap"
    “The Scrum Master cancels a Sprint that goes badly.” False.

!!! opinion "One view"
    Opinions differ; this is one of them.

## Code and pictures {#code}

```python
def velocity(points: list[int]) -> float:
    return sum(points) / len(points)  # a comment that is long enough to have to be broken at the edge of the column
```

{{< figure src="chart.png" alt="A chart of five bars that rise" caption="Points in five Sprints: they *rise*." >}}

A last paragraph before the notes.[^two]

---

The end.

[^one]: The first note, which returns to its place.
[^two]: The second note, with a [link](https://example.org/).
"""

ARABIC = """---
title: مالك المنتج
description: من يقرر؟
---

مالك المنتج مسؤول عن تعظيم قيمة المنتج الناتج عن عمل فريق سكرم (Scrum Team). هو شخص واحد، وليس لجنة!

## القرارات {#decisions}

- يرتّب قائمة أعمال المنتج (Product Backlog).
- يوضّح هدف المنتج، ويشرحه للجميع.
    1. أولاً: القيمة.
    2. ثانياً: المخاطر.

| الدور | المسؤولية |
| --- | --- |
| مالك المنتج | القيمة |
| سكرم ماستر | الفعالية |

!!! trap "فخ الامتحان"
    «يلغي سكرم ماستر السبرنت»: هذا خطأ.

> الوضوح أهم من السرعة.

المصطلح
: تعريفه في سطر واحد.

النهاية.[^1]

[^1]: حاشية قصيرة.
"""

HEBREW = """---
title: בעל המוצר
---

בעל המוצר (Product Owner) אחראי על מיקסום הערך של המוצר. הוא אדם אחד, לא ועדה!

## החלטות {#decisions}

1. מסדר את צבר המוצר.
2. מסביר את יעד המוצר.

| תפקיד | אחריות |
| --- | --- |
| בעל המוצר | ערך |
"""


def write_every_element(root: Path) -> Path:
    """Write the pack into a folder, and give the folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, text in (("every.md", EVERY), ("arabic.md", ARABIC), ("hebrew.md", HEBREW)):
        (root / name).write_text(text, encoding="utf-8")
    (root / "chart.png").write_bytes(chart())
    return root
