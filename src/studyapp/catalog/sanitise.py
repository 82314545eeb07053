"""The one door to nh3."""


def sanitised(html: str) -> str:
    """Only what may be shown."""
    import nh3

    return nh3.clean(
        html,
        attributes={
            "*": {"id", "class", "title", "dir", "lang"},
            "a": {"href"},
            "img": {"src", "alt"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
            "ol": {"start"},
        },
        url_schemes={"https", "http", "mailto", "app"},
        clean_content_tags={"script", "style"},
    )
