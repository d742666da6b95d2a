"""Reads: agreements of the school, with their parties, who signed, and what is planned."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from tilts.accounts.in_languages import is_called
from tilts.agreements.models import Agreement, Party, PlannedActivity, Signatory, Version
from tilts.partners.models import Partner
from tilts.partners.queries import partners
from tilts.web.slots import Found

#: The states of what was really agreed: a draft is no promise yet, unless it changes what was: see `concluded`.
_CONCLUDED = (Agreement.State.RECORDED, Agreement.State.IN_FORCE, Agreement.State.ENDED, Agreement.State.TERMINATED)


def holding(today: date) -> Q:
    """Of versions, those that hold on a day, whatever is drafted meanwhile."""
    return Q(in_force_on__lte=today) & (Q(replaced_on=None) | Q(replaced_on__gt=today))


def concluded() -> QuerySet[Agreement]:
    """What was really agreed: recorded, in force or over, also while a change of it is drafted, agreed and signed.

    Of such a change nothing may be told: read the rows by `drafting.rows.as_agreed`.
    """
    signed = Version.objects.filter(agreement=OuterRef("pk"), in_force_on__isnull=False)
    return Agreement.objects.filter(Q(state__in=_CONCLUDED) | Exists(signed))


def agreements(search: str = "") -> QuerySet[Agreement]:
    """The school's agreements, the latest signed first, with their parties.

    With `search`, those of which words of the title begin so, in any language, or of which a party is a partner that
    `partners.queries` finds by it. Each knows since when something of it holds today (`holds_since`).
    """
    holds = Version.objects.filter(holding(timezone.localdate()), agreement=OuterRef("pk"))
    found = Agreement.objects.annotate(holds_since=Subquery(holds.values("in_force_on")[:1])).prefetch_related(
        "parties__partner"
    )
    if not search.strip():
        return found
    parties = Party.objects.filter(partner__in=partners(search).values("pk"))
    return found.filter(is_called(search) | Q(pk__in=parties.values("agreement")))


def find(text: str, most: int) -> list[Found]:
    """For the search of the house: agreements with the year of their signing."""
    return [
        Found(str(each), each.get_absolute_url(), str(each.signed.year) if each.signed else "")
        for each in agreements(text)[:most]
    ]


def agreements_with(partner: Partner) -> QuerySet[Agreement]:
    """The agreements that a partner is a party of."""
    return agreements().filter(pk__in=Party.objects.filter(partner=partner).values("agreement"))


def parties_of(agreement: Agreement) -> QuerySet[Party]:
    """The parties with who signed for them, the school itself first."""
    return (
        Party.objects.filter(agreement=agreement)
        .select_related("partner")
        .prefetch_related("signatories__authority_file", "partner__names")
    )


def partners_of(agreement: Agreement) -> QuerySet[Partner]:
    """The partners that are parties."""
    return Partner.objects.filter(agreement_parties__agreement=agreement)


def signatories_of(agreement: Agreement) -> QuerySet[Signatory]:
    """Who signed, for whichever party."""
    return Signatory.objects.filter(party__agreement=agreement)


def activities_of(agreement: Agreement) -> QuerySet[PlannedActivity]:
    """What is planned, in the order in which it was entered."""
    return (
        PlannedActivity.objects.filter(agreement=agreement)
        .select_related("responsible__partner")
        .prefetch_related("responsible__partner__names")
    )
