"""Reads: with whom an agreement is exchanged."""

from tilts.accounts.models import School
from tilts.agreements.exchanging.models import Correspondent
from tilts.agreements.models import Agreement


def with_names(agreement: Agreement) -> list[Correspondent]:
    """The other schools that keep it, or the one that drafts it, each with its name: two queries for any number."""
    found = list(Correspondent.objects.filter(agreement=agreement))
    schools = School.objects.filter(slug__in=[each.other for each in found])
    names = dict(schools.values_list("slug", "name")) if found else {}
    for each in found:
        each.name = names.get(each.other, each.other)
    return found
