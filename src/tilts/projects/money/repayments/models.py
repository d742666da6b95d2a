"""What a person paid back."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.projects.money.models import categories


@pghistory.track()
class Repayment(SchoolOwned):
    """Money that came back to the school from somebody it was paid to."""

    commitment = SchoolForeignKey("projects.Commitment", on_delete=models.PROTECT, related_name="repayments")
    person = SchoolForeignKey("people.Person", on_delete=models.PROTECT, related_name="repayments")
    amount_eur = models.DecimalField(
        _("amount in EUR"), max_digits=12, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    returned_on = models.DateField(_("came back on"))
    note = models.CharField(
        _("how and why"), max_length=200, help_text=_("For example: by transfer, three days shorter. Without names.")
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="repayment_above_zero", condition=Q(amount_eur__gt=0))]
        indexes = [models.Index(fields=["school", "commitment"], name="repayment_of_commitment")]

    def __str__(self) -> str:
        return f"{self.commitment_id}: {self.amount_eur}"


@pghistory.track()
class RepaymentPart(SchoolOwned):
    """What of it belongs to one category."""

    repayment = SchoolForeignKey(Repayment, on_delete=models.CASCADE, related_name="parts")
    category = models.CharField(max_length=40, choices=categories)
    amount_eur = models.DecimalField(_("amount in EUR"), max_digits=12, decimal_places=2)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "repayment", "category"], name="category_once_in_repayment")
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.amount_eur}"
