"""Reads that gather several subjects."""

from django.db.models import QuerySet

from tilts.mobilities.models import Flow
from tilts.mobilities.queries import flows


def flows_ahead(limit: int = 6) -> QuerySet[Flow]:
    """The flows that start latest, the coming ones among them."""
    return flows()[:limit]
