"""What can go wrong while reading an article.

ClaimsError
├── ArticleUnreadable   the input is no article: missing, empty, binary, too large
├── DateNeeded          a relative date stands in an article whose publication date is unknown
└── WeightsUnusable     the weights that the splitter ships with are missing or are not those it was made with
"""


class ClaimsError(Exception):
    """Any refusal of this package; its text says what, where, what was expected and what to do next."""


class ArticleUnreadable(ClaimsError):
    """The input cannot be read as an article."""


class DateNeeded(ClaimsError):
    """A date in the article is relative to a publication date that nobody gave."""


class WeightsUnusable(ClaimsError):
    """The splitter's weights cannot be used."""
