"""Persons in agreements: who signs or signed, who was asked to read a text, what they said; given out, and forgotten.

A signed paper and a power of attorney stay as long as the agreement is kept, with the names on them: they would not be
those papers without. What was said about a text stays, for the organisation it was said for.
"""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tilts.agreements.models import Agreement, Negotiator, Remark, Signatory
from tilts.agreements.negotiating.actions import end_talks_with
from tilts.people.models import Person
from tilts.people.privacy import as_plain


def export_agreements(person: Person) -> dict[str, Any]:
    """Where agreements name this person, and what they said about a text."""
    remarks = Remark.objects.filter(negotiator__in=_negotiators(person)).select_related("agreement")
    return {
        "signs": [_of(each.party.agreement, as_plain(each)) for each in _signatories(person)],
        "reads": [_of(each.agreement, as_plain(each)) for each in _negotiators(person)],
        "remarks": [_of(each.agreement, as_plain(each)) for each in remarks],
    }


def why_they_must_stay(person: Person) -> list[str]:
    """A sentence for each negotiation that still waits for them, and for each paper on its way that names them."""
    negotiated = _negotiators(person).filter(agreement__state=Agreement.State.PROPOSED)
    signed = _signatories(person).filter(party__agreement__state=Agreement.State.SIGNING)
    return [
        *(
            _("“%(title)s” is negotiated with them. Ask them no more first.") % {"title": each.agreement}
            for each in negotiated
        ),
        *(_("“%(title)s” is being signed. Withdraw it first.") % {"title": each.party.agreement} for each in signed),
    ]


@transaction.atomic
def erase_from_agreements(person: Person) -> None:
    """Forget them: offices stay, and remarks without their author; their links end."""
    for signatory in _signatories(person):
        signatory.name = signatory.email = ""
        signatory.save(update_fields=["name", "email"])
    for negotiator in _negotiators(person):
        end_talks_with(negotiator)


def _of(agreement: Agreement, told: dict[str, Any]) -> dict[str, Any]:
    return {"agreement": str(agreement), **told}


def _signatories(person: Person) -> QuerySet[Signatory]:
    """By their address; where none is known of who signed, by the whole name."""
    found = Q(email="", name__iexact=str(person))
    if person.email:
        found |= Q(email__iexact=person.email)
    return Signatory.objects.filter(found).select_related("party__agreement")


def _negotiators(person: Person) -> QuerySet[Negotiator]:
    found = Negotiator.objects.select_related("agreement")
    return found.filter(email__iexact=person.email) if person.email else found.none()
