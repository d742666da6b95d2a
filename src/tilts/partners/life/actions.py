"""Writes: sending the line of life to the other side."""

import hashlib

from django.conf import settings
from django.utils.translation import override

from tilts.accounts.schools import current_school
from tilts.documents.typesetting import safe_file_name, typeset
from tilts.mail.actions import Attachment, write_letter
from tilts.mail.models import OutgoingMail
from tilts.partners.life import presenting
from tilts.partners.life.sources import May, line_with
from tilts.partners.models import PartnerContact


def send_line(contact: PartnerContact, may: May) -> OutgoingMail:
    """Mail the line of life to a contact as a PDF, in their language or in English; an unchanged one is not sent twice.

    may: what the sender may see; nothing else is sent.
    """
    school, partner = current_school(), contact.partner
    language = contact.language if contact.language in dict(settings.LANGUAGES) else "en"
    with override(language):
        paper = presenting.paper(partner, school, line_with(partner, may), language)
        content = typeset(paper)
    return write_letter(
        "partners/line_of_life",
        language=language,
        intent=f"life:{partner.pk}:{hashlib.sha256(content).hexdigest()[:32]}",
        to=contact.email,
        attachments=[Attachment(safe_file_name(f"{paper.title}.pdf"), content, "application/pdf")],
        school=school.text("name", language),
        partner=partner.name,
    )
