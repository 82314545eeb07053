"""The kinds of thing there are to do next."""

from enum import StrEnum


class NextStep(StrEnum):
    """The one thing to do now."""

    RESUME_EXAM = "resume-exam"
    DRILL_DUE = "drill-due"
    LEARN_NEW = "learn-new"
    PRACTISE = "practise"
    READ = "read"
    DONE = "done"
