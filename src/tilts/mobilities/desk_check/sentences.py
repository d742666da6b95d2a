"""Kinds of papers and categories in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tilts.funding.sentences import CATEGORIES, category_label
from tilts.mobilities.desk_check.models import OTHER
from tilts.mobilities.desk_check.rules import WHOLE_STAY, State

KINDS = {
    "grant_agreement": _("Grant agreement, signed by both sides"),
    "learning_agreement": _("Learning agreement, signed by all sides"),
    "journey": _("Proof of the journey: tickets, boarding passes or a declaration"),
    "green_declaration": _("Declaration on green travel"),
    "certificate_of_attendance": _("Certificate of attendance, signed by the host"),
    "course_invoice": _("Invoice of the course fee"),
    "course_certificate": _("Certificate of the course"),
    "participant_report": _("Participant's report"),
    "inclusion_receipts": _("Receipts of inclusion support"),
    "inclusion_proof": _("Proof of fewer opportunities"),
    "linguistic_proof": _("Proof of the language course"),
    "exceptional_receipts": _("Receipts of exceptional costs"),
    "visit_agenda": _("Agenda of the visit and confirmation by the host"),
    OTHER: _("Another paper"),
}

STATES = {
    State.THERE: pgettext_lazy("paper", "there"),
    State.PRINTED: _("printed, the signed one is missing"),
    State.MISSING: pgettext_lazy("paper", "missing"),
}


#: How a state looks on a page.
TONES = {State.THERE: "good", State.PRINTED: "warn", State.MISSING: "bad"}


def kind_label(kind: str) -> str:
    """A kind of paper in words; one that the registry no longer knows, as it was called."""
    return str(KINDS.get(kind, kind))


def part_label(category: str) -> str:
    """A cost category, or the stay as a whole."""
    if category == WHOLE_STAY:
        return str(_("The stay as a whole"))
    return category_label(category) if category in CATEGORIES else category
