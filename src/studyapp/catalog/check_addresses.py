"""What an article answers to belongs to it alone: its url, and each of its aliases."""

from studyapp.catalog.addresses import key_of, own_names
from studyapp.catalog.article import Article
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.findings import Findings
from studyapp.catalog.problem import Severity
from studyapp.ids import pack_of

_Claimed = dict[tuple[str, str], Article]
"""The article that has an address, by pack and the address as a key."""


def check_addresses(catalog: Catalog, findings: Findings) -> None:
    """Report urls that two articles have, and aliases that another article has as alias, slug or url."""
    slugs: _Claimed = {}
    urls: _Claimed = {}
    aliases: _Claimed = {}
    for article in catalog.articles().values():
        for name in own_names(article):
            slugs.setdefault((pack_of(article.id), key_of(name)), article)
        if article.url:
            first = urls.setdefault((pack_of(article.id), key_of(article.url)), article)
            if first is not article:
                message, hint = f"{first.path} has the url {article.url!r} too", "give one of the two another"
                findings.at_item(article.id, "url", "url-twice", message, hint, Severity.WARNING)
    for article in catalog.articles().values():
        for key in dict.fromkeys(map(key_of, article.aliases)):
            claim = (pack_of(article.id), key)
            first = aliases.setdefault(claim, article)
            if first is not article:
                message = f"the alias {key!r} belongs to {first.path} already"
                hint = "remove it from one of the two"
                findings.at_item(article.id, "aliases", "alias-twice", message, hint, Severity.WARNING)
            _check_alias(article, claim, {"slug": slugs, "url": urls}, findings)


def _check_alias(
    article: Article, claim: tuple[str, str], real: dict[str, _Claimed], findings: Findings
) -> None:
    """What an article is called goes before an alias, which then leads nowhere."""
    for called, claimed in real.items():
        owner = claimed.get(claim, article)
        if owner is not article:
            message = f"the alias {claim[1]!r} is the {called} of {owner.path}, which alone answers to it"
            hint = "remove it here, or give that article another"
            findings.at_item(article.id, "aliases", "alias-taken", message, hint, Severity.WARNING)
            return
