"""Kinds of moments → words in the reader's language."""

from django.utils.translation import gettext as _

from tilts.partners.rules.life import Kind

#: The tone of a moment in a timeline.
TONES = {
    Kind.FIRST_CONTACT: "info",
    Kind.AGREEMENT: "good",
    Kind.PROJECT: "good",
}


def kind_in_words(kind: Kind) -> str:
    """What a moment is."""
    return {
        Kind.FIRST_CONTACT: _("First contact"),
        Kind.MEETING: _("Meeting"),
        Kind.VISIT_THERE: _("Visit to the partner"),
        Kind.VISIT_HERE: _("Visit of the partner"),
        Kind.RETURN_VISIT_THERE: _("Return visit to the partner"),
        Kind.RETURN_VISIT_HERE: _("Return visit of the partner"),
        Kind.AGREEMENT: _("Agreement"),
        Kind.PROJECT: _("Project"),
        Kind.MOBILITY_THERE: _("Mobility to the partner"),
        Kind.MOBILITY_HERE: _("Mobility from the partner"),
        Kind.EVENT: _("Event"),
    }[kind]
