"""A figure as the annex of a project's grant agreement gives it."""

from decimal import Decimal

import pghistory
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


@pghistory.track()
class ProjectValue(SchoolOwned):
    """One figure, confirmed or replaced, with who entered it and when; from another school until it is confirmed."""

    project = SchoolForeignKey("projects.Project", on_delete=models.CASCADE, related_name="values")
    key = models.CharField(_("figure"), max_length=100)
    value = models.DecimalField(_("value"), max_digits=10, decimal_places=2, validators=[MinValueValidator(Decimal(0))])
    source = models.CharField(_("where it stands"), max_length=200)
    file = SchoolForeignKey("files.StoredFile", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    is_foreign = models.BooleanField(_("from another school, to be confirmed"), default=False)
    entered_at = models.DateTimeField(_("entered at"), auto_now=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint(fields=["school", "project", "key"], name="value_once_in_project"),
            models.CheckConstraint(name="value_is_not_negative", condition=Q(value__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
