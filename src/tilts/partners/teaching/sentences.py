"""Codes of the matching → sentences in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.partners.classifications import field
from tilts.partners.rules.matching import Reason, Why


def why_matched(reason: Reason) -> str:
    """What one criterion found."""
    values = {name: str(field(text) or text) if name in {"field"} else text for name, text in reason.values.items()}
    if reason.why is Why.COMMON_CONTENT:
        common = int(values["common"])
        return ngettext(
            "%(common)s of %(lines)s units and learning outcomes says the same.",
            "%(common)s of %(lines)s units and learning outcomes say the same.",
            common,
        ) % {"common": common, "lines": values["lines"]}
    return {
        Why.SAME_FIELD: _("The same field: %(field)s."),
        Why.SAME_NARROW_FIELD: _("The same narrow field: %(field)s."),
        Why.SAME_BROAD_FIELD: _("Only the broad field is the same: %(field)s."),
        Why.OTHER_FIELD: _("The fields differ: %(ours)s and %(theirs)s."),
        Why.FIELD_UNKNOWN: _("The field is not known on both sides."),
        Why.SAME_LEVEL: _("The same level: EQF %(ours)s."),
        Why.NEAR_LEVEL: _("One level apart: EQF %(ours)s and %(theirs)s."),
        Why.OTHER_LEVEL: _("The levels differ: EQF %(ours)s and %(theirs)s."),
        Why.LEVEL_UNKNOWN: _("The level is not known on both sides: left out."),
        Why.SAME_TITLE: _("The titles say the same: “%(ours)s” and “%(theirs)s”."),
        Why.COMMON_WORDS: _("Words in common: %(words)s (“%(ours)s” and “%(theirs)s”)."),
        Why.OTHER_TITLE: _("No word of the titles is the same."),
        Why.OTHER_CONTENT: _("No unit or learning outcome says the same."),
        Why.CONTENT_UNKNOWN: _("Units and learning outcomes are not known on both sides: left out."),
        Why.CONTENT_IN_OTHER_LANGUAGES: _(
            "Units and learning outcomes are known on both sides, in no language that both are written in: left out."
        ),
    }[reason.why] % values
