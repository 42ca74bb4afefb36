"""What an HTML page says of itself: title, outlet, address and day of publication."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.text.dates import parse_published

# Names of meta elements, the surest first: Open Graph, schema.org, Dublin Core, and what
# publishing systems use.
TITLES = ("og:title", "twitter:title", "dc.title", "headline")
OUTLETS = ("og:site_name", "article:publisher_name", "application-name", "dc.publisher")
ADDRESSES = ("og:url",)
DATES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date",
    "dcterms.date", "publication_date", "publishdate", "publish-date", "publish_date", "pubdate",
    "date",
)  # fmt: skip
ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting",
            "AnalysisNewsArticle", "OpinionNewsArticle", "WebPage")  # fmt: skip


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a page states; None where it does not."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def find_metadata(tree: Any) -> Metadata:
    """Return what a parsed page states of itself."""
    metas = _metas(tree)
    linked = list(_linked(tree))
    dates = [
        *(str(one["datePublished"]) for one in linked if one.get("datePublished")),
        *(metas[name] for name in DATES if name in metas),
        *tree.xpath("//*[@itemprop='datePublished']/@content"),
        *tree.xpath("//*[@itemprop='datePublished']/@datetime"),
        *tree.xpath("//time[@pubdate]/@datetime"),
        *tree.xpath("(//article|//main)[1]//header//time/@datetime"),
    ]
    return Metadata(
        title=_first(
            *(metas.get(name) for name in TITLES),
            *(one.get("headline") for one in linked),
            *(h1.text_content() for h1 in tree.xpath("(//article//h1|//h1)[1]")),
            *(title.text_content() for title in tree.xpath("//head/title")[:1]),
        ),
        outlet=_first(
            *(metas.get(name) for name in OUTLETS),
            *(_publisher(one) for one in linked),
        ),
        url=next(
            (
                address.strip()
                for address in (
                    *tree.xpath("//link[@rel='canonical']/@href"),
                    *(metas.get(name, "") for name in ADDRESSES),
                )
                if address.strip().startswith(("http://", "https://"))
            ),
            None,
        ),
        published=next((day for stated in dates if (day := parse_published(stated))), None),
    )


def _metas(tree: Any) -> dict[str, str]:
    """Return the first content of each meta element, by its lower-case name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that a page describes in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            stated = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        parts = stated if isinstance(stated, list) else [stated]
        for part in parts:
            if not isinstance(part, dict):
                continue
            graph = part.get("@graph")
            for one in graph if isinstance(graph, list) else [part]:
                if isinstance(one, dict) and _is_article(one.get("@type")):
                    yield one


def _is_article(stated: object) -> bool:
    kinds = stated if isinstance(stated, list) else [stated]
    return any(kind in ARTICLES for kind in kinds)


def _publisher(article: dict[str, Any]) -> str | None:
    publisher = article.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    return publisher.get("name") if isinstance(publisher, dict) else None


def _first(*stated: object) -> str | None:
    for one in stated:
        if isinstance(one, str) and (line := " ".join(one.split())):
            return line
    return None
