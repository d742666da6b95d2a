"""With whom a text is negotiated, and what either side said about it."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


@pghistory.track(exclude=["name", "email"])
class Negotiator(SchoolOwned):
    """Somebody of the other side who reads the text by a personal link. Name and address are personal."""

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="negotiators")
    party = SchoolForeignKey(
        "agreements.Party", on_delete=models.CASCADE, related_name="negotiators", verbose_name=_("for whom")
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=8)
    may_agree = models.BooleanField(
        _("may agree to the text"), default=True, help_text=_("Otherwise this person reads and comments.")
    )
    invited_at = models.DateTimeField(_("invited"), auto_now_add=True)
    seen_at = models.DateTimeField(_("last looked at it"), null=True, blank=True)
    agreed_to = SchoolForeignKey(
        "agreements.Version", on_delete=models.SET_NULL, null=True, blank=True, related_name="agreed_by"
    )
    agreed_at = models.DateTimeField(_("agreed"), null=True, blank=True)

    class Meta:
        ordering = ["agreement", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "agreement", "email"],
                name="negotiator_once_an_agreement",
                violation_error_message=_("This person is already asked."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Remark(SchoolOwned):
    """A comment on a clause, or another wording of it; of the other side, or of the school's own office."""

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        TAKEN = "taken", _("Taken over")
        DECLINED = "declined", _("Not taken over")

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="remarks")
    negotiator = SchoolForeignKey(Negotiator, on_delete=models.SET_NULL, null=True, blank=True, related_name="remarks")
    version = SchoolForeignKey(
        "agreements.Version", on_delete=models.CASCADE, related_name="remarks", help_text="To which it was said."
    )
    clause_key = models.CharField(max_length=40, blank=True, help_text="Empty: about the whole.")
    text = models.TextField(_("comment"), blank=True)
    wording = models.JSONField(_("another wording"), default=dict, blank=True, help_text="By language.")
    by = models.CharField(_("by"), max_length=300, help_text="For which organisation; no name.")
    is_theirs = models.BooleanField(default=False, help_text="Said by the other side; stays when its author goes.")
    at = models.DateTimeField(_("at"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(name="remark_says_something", condition=~Q(text="") | ~Q(wording={})),
        ]

    def __str__(self) -> str:
        return self.text or self.clause_key
