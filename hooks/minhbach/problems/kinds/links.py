"""Names that lead nowhere: campaigns, indicators, figures, sections, sources, links."""

from __future__ import annotations

from minhbach.language import mark as _
from minhbach.problems.problem import Kind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

CAMPAIGN_UNKNOWN = Kind(
    "dot-van-dong-la",
    _ERROR,
    _("There is no campaign “{found}”.{nearest}"),
    _("Use the name of a file in data/campaigns/."),
)
PROGRAMME_UNKNOWN = Kind(
    "chuong-trinh-la",
    _ERROR,
    _("There is no programme “{found}”.{nearest}"),
    _("Use an identifier of data/programmes.yml, or add the programme there."),
)
INDICATOR_UNKNOWN = Kind(
    "chi-so-la",
    _ERROR,
    _("There is no indicator “{found}”.{nearest}"),
    _("Use an identifier of data/indicators.yml, or add the indicator there."),
)
FIGURE_UNKNOWN = Kind(
    "so-lieu-la",
    _ERROR,
    _("There is no figure “{found}”.{nearest}"),
    _("Use an address such as “{example}”."),
)
CHART_UNKNOWN = Kind(
    "bieu-do-la",
    _ERROR,
    _("There is no chart or table “{found}”.{nearest}"),
    _("Use a figure’s address, its “.series” or “.parts”, “programme.figure” or “indicator.years”."),
)
UNIT_UNKNOWN = Kind(
    "phuong-la",
    _ERROR,
    _("There is no ward or unit “{found}”.{nearest}"),
    _("Use an identifier under “units” in data/organisation.yml."),
)
SECTION_UNKNOWN = Kind(
    "chuyen-muc-la",
    _ERROR,
    _("There is no section “{found}”.{nearest}"),
    _("Use an identifier of data/sections.yml."),
)
SOURCE_UNKNOWN = Kind(
    "nguon-la",
    _ERROR,
    _("The source “{found}” does not exist.{nearest}"),
    _("Give an article as “2025/file-name”, or a document of data/documents.yml."),
)
SOURCE_MISPLACED = Kind(
    "nguon-sai-khoa",
    _ERROR,
    _("“{found}” stands behind `{key}:`, but it is {what}."),
    _("Write `{right}: {found}`."),
)
SOURCE_UNPUBLISHED = Kind(
    "nguon-chua-dang",
    _WARNING,
    _("The source is the article {found}, which is not published yet; readers see only that it will be."),
    _("Publish the article first, or enter what rests on it together with it."),
)
SOURCE_WITHDRAWN = Kind(
    "nguon-da-go",
    _WARNING,
    _("The source is the article {found}, which has been withdrawn."),
    _("Check whether what rests on it still holds, and give another source."),
)
AUTHOR_UNKNOWN = Kind(
    "tac-gia-la",
    _ERROR,
    _("There is no author “{found}”.{nearest}"),
    _("Use a name or an identifier of data/authors.yml, or add the author there."),
)
AUTHOR_AMBIGUOUS = Kind(
    "tac-gia-trung-ten",
    _ERROR,
    _("Several authors are named “{found}”: {known}."),
    _("Write the identifier instead of the name."),
)
LINK_UNPUBLISHED = Kind(
    "lien-ket-bai-chua-dang",
    _WARNING,
    _("“{found}” leads to an article that is not published yet; until then it is shown without a link."),
    _("Nothing to do if the article will be published; otherwise remove the link."),
)
LINK_BROKEN = Kind(
    "lien-ket-hong",
    _ERROR,
    _("The link “{found}” leads nowhere."),
    _("Link to a file that exists, seen from this one (for example ../2025/article.md), or remove the link."),
)
LINK_UNSAFE = Kind(
    "lien-ket-khong-an-toan",
    _ERROR,
    _("A link may not begin with “{scheme}”."),
    _("Use https:, mailto:, tel:, or a file of the site."),
)
