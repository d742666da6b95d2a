"""The kinds of papers of a flow, in the order of a pack."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """The value stands in the numbers of papers ("3/G17") and never changes."""

    LIST = "L", _("List of participants")
    ORDER = "O", _("Director's order")
    LEARNING = "A", _("Learning agreements")
    GRANT = "G", _("Grant agreements")
    CONSENT = "P", _("Consents of parents")
    SHEET = "S", _("Accompanying persons' sheets")
    CERTIFICATE = "C", _("Certificates of attendance")


#: Papers of who sends people away: the school that they come to has none to give.
OF_THE_SENDING_SIDE = frozenset({Kind.ORDER, Kind.CONSENT, Kind.SHEET})
#: Papers for the way: who stays at the screen needs none.
FOR_THE_WAY = frozenset({Kind.ORDER, Kind.CONSENT, Kind.SHEET})
