"""Lets py-fsrs's own optimiser fit a small log, and writes down what it finds, for our fit to be held against.

It needs PyTorch, which the tests do not: run it in an environment of its own when the log or the library changes,

    pip install "fsrs[optimizer]==6.3.2"
    python -m tests.tools.reference_fit tests/learning/fitted

The folder holds ``answers.txt``: a card a line, its answers as ``rating@days`` since the one before. The outcome is
``py-fsrs.json`` beside it: the mean log loss with the default and with the fitted parameters, those parameters, and the
gradient of the summed loss at the defaults, as automatic differentiation has it.
"""

import importlib
import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import fsrs

Story = list[tuple[int, int]]
BEGIN = datetime(2026, 1, 1, 12, tzinfo=UTC)


def read_answers(folder: Path) -> list[Story]:
    """The committed log: for every card its ratings and the whole days since the answer before."""
    lines = (folder / "answers.txt").read_text("ascii").splitlines()
    return [[(int(word[0]), int(word[2:])) for word in line.split()] for line in lines]


def review_logs(stories: list[Story]) -> list[fsrs.ReviewLog]:
    """The same log as the library takes it; answers of one day are a minute apart."""
    logs = []
    for number, story in enumerate(stories, 1):
        at = BEGIN
        for rating, days in story:
            at += timedelta(days=days, minutes=1)
            logs.append(fsrs.ReviewLog(number, fsrs.Rating(rating), at, None))
    return logs


def gradient(torch: Any, logs: list[fsrs.ReviewLog]) -> list[float]:
    """The gradient of the summed log loss at the default parameters."""
    weights = torch.tensor(fsrs.scheduler.DEFAULT_PARAMETERS, requires_grad=True, dtype=torch.float64)
    scheduler, losses, card = (
        fsrs.Scheduler(parameters=weights, enable_fuzzing=False),
        [],
        fsrs.Card(card_id=0),
    )
    for log in logs:
        if card.card_id != log.card_id:
            card = fsrs.Card(card_id=log.card_id, due=log.review_datetime)
        if card.last_review and (log.review_datetime - card.last_review).days > 0:
            chance = scheduler.get_card_retrievability(card, log.review_datetime)
            losses.append(-torch.log(1 - chance if log.rating == fsrs.Rating.Again else chance))
        card, _ = scheduler.review_card(card, log.rating, log.review_datetime)
    torch.stack(losses).sum().backward()
    return [float(slope) for slope in weights.grad]


def main(folder: Path) -> None:
    """Fit, and write what was found."""
    torch: Any = importlib.import_module("torch")
    logs = review_logs(read_answers(folder))
    optimiser: Any = fsrs.Optimizer(logs)
    fitted = optimiser.compute_optimal_parameters()
    losses = [
        optimiser._compute_batch_loss(parameters=list(each))
        for each in (fsrs.scheduler.DEFAULT_PARAMETERS, fitted)
    ]
    found = {
        "made with": f"fsrs 6.3.2, torch {torch.__version__}",
        "loss": dict(zip(("before", "after"), losses, strict=True)),
        "parameters": fitted,
        "gradient": gradient(torch, logs),
    }
    (folder / "py-fsrs.json").write_text(json.dumps(found, indent=1) + "\n", "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
