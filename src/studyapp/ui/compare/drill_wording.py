"""The words of drilling a table."""

from studyapp.catalog.table_item import Statement, Task
from studyapp.study.confusions import compares_roles
from studyapp.study.table_drill import DrillScope, DrillSummary, DrillView

TRUE_OR_FALSE = ("True", "False")


def kicker(view: DrillView) -> str:
    """The line above the question: what it is about."""
    if view.item.task in (Task.ODD_ONE_OUT, Task.FILL_TABLE):
        return view.comparison.title
    return view.row_title(view.said.row)


def question(view: DrillView) -> str:
    """What is asked."""
    column = view.gaps[0].column.title
    match view.item.task:
        case Task.WHICH_COLUMN:
            return f"“{view.said.text}”"
        case Task.WHICH_STATEMENT:
            return column
        case Task.TRUE | Task.FALSE:
            return f"{column}: {view.item.choices[0].text}"
        case Task.ODD_ONE_OUT:
            return f"Which of these does not belong to: {column}?"
        case Task.MATCH_ROW:
            return "Give each its statement"
        case _:
            return "Fill the table"


def task(view: DrillView) -> str:
    """How to answer."""
    match view.item.task:
        case Task.WHICH_COLUMN:
            return "Which role is this?" if compares_roles(view.comparison) else "Which one is this?"
        case Task.WHICH_STATEMENT:
            return "Which statement belongs to it?"
        case Task.TRUE | Task.FALSE:
            return "True or false?"
        case Task.ODD_ONE_OUT:
            return "Find the odd one out."
        case _:
            return "The marked place takes what you choose. Backspace empties the last one."


def choices(view: DrillView) -> tuple[str, ...]:
    """What can be chosen, in words."""
    if view.item.task in (Task.TRUE, Task.FALSE):
        return TRUE_OR_FALSE
    return tuple(_choice(view, choice) for choice in view.item.choices)


def verdict(view: DrillView) -> str:
    """What the answer was, and what holds instead."""
    if view.solved:
        return "Right"
    if len(view.gaps) > 1:
        return f"{sum(view.right)} of {len(view.right)} right"
    return "Wrong"


def holds(view: DrillView) -> str:
    """What the table says instead of the wrong answer; empty after a right one."""
    if view.solved or view.given is None:
        return ""
    column = view.gaps[0].column.title
    match view.item.task:
        case Task.WHICH_COLUMN | Task.WHICH_STATEMENT:
            chosen = view.item.choices[view.given[0]]
            of_other = f"{view.column_title(chosen.column)}: {chosen.text}"
            return f"{column}: {view.said.text}\n{of_other}"
        case Task.TRUE | Task.FALSE:
            return f"{column}: {view.said.text}"
        case Task.ODD_ONE_OUT:
            odd = view.item.choices[view.item.key[0]]
            return f"{column}: {view.said.text}\n{view.column_title(odd.column)}: {odd.text}"
        case _:
            return ""


def remark(summary: DrillSummary) -> str:
    """What a sitting came to."""
    if not summary.answered:
        return (
            "These rows have too little to tell apart: the sources are silent, or all columns say the same."
        )
    if summary.right == summary.answered:
        return "Every answer was right."
    return "What you missed comes again; these cells are worth another look:"


def scope_words(scope: DrillScope, pair: tuple[str, str] | None) -> str:
    """What is drilled, for the title."""
    return f"{pair[0]} or {pair[1]}?" if pair and scope.pair else "Drill"


def _choice(view: DrillView, choice: Statement) -> str:
    if view.item.task is Task.WHICH_COLUMN:
        return view.column_title(choice.column)
    if view.item.task is Task.ODD_ONE_OUT:
        return f"{view.row_title(choice.row)}: {choice.text}"
    return choice.text
