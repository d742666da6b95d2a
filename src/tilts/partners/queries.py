"""Reads: partners of the school."""

from django.db.models import Q, QuerySet

from tilts.core.names import search_key
from tilts.partners.models import Partner


def partners(search: str = "") -> QuerySet[Partner]:
    """The school's partners by name; with `search`, those whose name begins so, in whatever letters."""
    found = Partner.objects.all()
    if key := search_key(search):
        # A range, not LIKE: row security keeps LIKE from using the index.
        found = found.filter(Q(search_key__gte=key) & Q(search_key__lt=key + "\U0010ffff"))
    return found
