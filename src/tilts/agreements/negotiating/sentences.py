"""What became of a proposal, in the reader's language."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tilts.agreements.drafting.models import Version
from tilts.agreements.drafting.rows import last_signed
from tilts.agreements.models import Agreement


def dropped_sentence(version: Version) -> str:
    """That a proposed version is not signed, and what holds instead."""
    told = [_("The change was dropped: version %(number)s is not signed.") % {"number": version.position}]
    signed = last_signed(version.agreement)
    on = signed.signed_on or signed.in_force_on if signed is not None else None
    if signed is not None and on is not None:
        day = date_format(on, "DATE_FORMAT")
        told.append(_what_holds(version.agreement) % {"number": signed.position, "day": day})
    return " ".join(told)


def _what_holds(agreement: Agreement) -> str:
    if agreement.state == Agreement.State.IN_FORCE:
        return _("Version %(number)s, signed on %(day)s, holds as before.")
    return _("Version %(number)s, signed on %(day)s, is what was agreed, and has ended.")
