"""What no file shows alone: whether proofs, sources, names, links and words hold across the open packs."""

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.check_addresses import check_addresses
from studyapp.catalog.check_items import (
    check_beliefs,
    check_choices,
    check_comparisons,
    check_profiles,
    check_questions,
)
from studyapp.catalog.check_links import check_links
from studyapp.catalog.check_mentions import check_mentions
from studyapp.catalog.check_names import check_ids, check_twins
from studyapp.catalog.check_proofs import check_proofs
from studyapp.catalog.check_words import check_words
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Problem


def check(catalog: Catalog) -> tuple[Problem, ...]:
    """Every problem that the packs have with each other and in themselves, by file and line."""
    findings = Findings(catalog)
    for look in (
        check_twins, check_ids, check_mentions, check_questions, check_beliefs, check_comparisons, check_choices,
        check_profiles, check_proofs, check_links, check_addresses, check_words,
    ):  # fmt: skip
        look(catalog, findings)
    return tuple(sorted({*findings.problems}, key=lambda p: (p.path, p.line, p.column, p.code)))
