"""Further costs of a stay and who provides what: a row for a flow, and one for a person where that differs."""

from decimal import Decimal

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.core.encryption import SealedTextField
from tilts.funding.sentences import CATEGORIES

_A_CENT = [MinValueValidator(Decimal("0.01"))]

#: What may be bought or provided instead of being paid; what inclusion costs stays between the person and the office.
PROVIDED = ("travel", "individual_support", "course_fees", "linguistic_support", "exceptional_costs")


def provided_categories() -> list[tuple[str, object]]:
    """The categories that somebody else than the person may pay for."""
    return [(name, CATEGORIES[name]) for name in PROVIDED]


def _real_cost(label: object, help_text: object) -> models.DecimalField:  # type: ignore[type-arg]
    return models.DecimalField(
        label,  # type: ignore[arg-type]
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=_A_CENT,
        help_text=help_text,  # type: ignore[arg-type]
    )


class OfFlowOrStay(SchoolOwned):
    """Holds for all of a flow, or, with a stay, for one person alone."""

    flow = SchoolForeignKey("mobilities.Flow", on_delete=models.CASCADE, related_name="+")
    mobility = SchoolForeignKey(
        "mobilities.Mobility", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


@pghistory.track()
class StayCosts(OfFlowOrStay):
    """What one person's stay costs beyond days and usual travel. Empty for a person: as for all."""

    course_days = models.PositiveSmallIntegerField(
        _("days of the course"), null=True, blank=True, help_text=_("Days that fees are paid for, without travel.")
    )
    linguistic = models.BooleanField(_("a course of the language is needed"), null=True, blank=True)
    zero_grant = models.BooleanField(_("takes part without a grant"), null=True, blank=True)
    real_travel_eur = _real_cost(
        _("real cost of the journey in EUR"), _("Only for a dear journey, of which the travel grant covers too little.")
    )
    domestic_travel_eur = _real_cost(
        _("real cost of travel within the country in EUR"), _("In calls that pay more for it.")
    )
    visa_and_health_eur = _real_cost(
        _("visa, residence permit, vaccination in EUR"), _("What the receipts add up to, for one person.")
    )
    guarantee_eur = _real_cost(
        _("financial guarantee in EUR"), _("What the bank asks, for one person, where the agency demands a guarantee.")
    )
    evidence = models.CharField(
        _("evidence of real costs"),
        max_length=300,
        blank=True,
        help_text=_("Offers, tickets or receipts, and where they lie."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "flow", "mobility"], name="costs_once_for_a_stay", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="real_costs_have_evidence",
                condition=~Q(evidence="")
                | Q(real_travel_eur=None, domestic_travel_eur=None, visa_and_health_eur=None, guarantee_eur=None),
                violation_error_message=_("Real costs need their evidence."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.flow_id}/{self.mobility_id or ''}"


#: What falls back to the flow where a person has nothing of their own.
COSTS = (
    *("course_days", "linguistic", "zero_grant", "real_travel_eur", "domestic_travel_eur"),
    *("visa_and_health_eur", "guarantee_eur"),
)


@pghistory.track()
class StayProvision(OfFlowOrStay):
    """Who pays for a category; what is bought or provided is never paid to the person again."""

    class By(models.TextChoices):
        PERSON = "person", _("Paid to the person")
        SCHOOL = "bought", _("Bought by the school")
        HOST = "provided", _("Provided by the host")

    category = models.CharField(_("category"), max_length=40, choices=provided_categories)
    by = models.CharField(_("who pays"), max_length=10, choices=By)
    eur = models.DecimalField(_("EUR for one person"), max_digits=8, decimal_places=2, null=True, blank=True)
    what = models.CharField(_("what"), max_length=100, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "flow", "mobility", "category"],
                name="provision_once_for_a_stay",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="provision_is_not_negative",
                condition=Q(eur=None) | Q(eur__gt=0),
                violation_error_message=_("An amount that is bought or provided is more than 0."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.by}"


class InclusionCost(SchoolOwned):
    """What a participant with fewer opportunities needs, as the receipts show. Sealed, and no history keeps it."""

    mobility = SchoolForeignKey("mobilities.Mobility", on_delete=models.CASCADE, related_name="inclusion_costs")
    real_eur = SealedTextField(max_length=20, bound_to=("school_id", "mobility_id"))
    evidence = SealedTextField(max_length=300, bound_to=("school_id", "mobility_id"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "mobility"], name="one_inclusion_cost")]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def eur(self) -> Decimal:
        return Decimal(self.real_eur)
