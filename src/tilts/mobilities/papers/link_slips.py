"""Slips with personal links, to be cut apart and handed out in class."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from tilts.documents.codes import qr_svg
from tilts.documents.typesetting import Paper


@dataclass(frozen=True)
class SlipRecord:
    """One person's slip."""

    name: str
    group: str
    link: str


def link_slips(school: str, flow: str, slips: Iterable[SlipRecord], language: str) -> Paper:
    """Slips in the order given, as many on a page as fit, never one over two pages."""
    with override(language):
        title = _("Links for %(flow)s") % {"flow": flow}
        data = {
            "school": school,
            "flow": flow,
            "words": {
                "ask": _("Please open this link and answer a few questions before the trip. It takes five minutes."),
                "personal": _("The link is only for you: please do not pass it on."),
                "code": _("Code with the personal link"),
                "cut": _("Cut along the lines. After the trip destroy what is left."),
            },
            "slips": [
                {"name": slip.name, "group": slip.group, "link": slip.link, "code": qr_svg(slip.link)} for slip in slips
            ],
        }
    return Paper("mobilities/papers/link_slips.typ", title, language, data)
