"""Supporting papers of stays, samples that an agency draws, and links by which an auditor reads one."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned

#: A paper that the registry does not ask for.
OTHER = "other"


@pghistory.track()
class SupportingPaper(SchoolOwned):
    """A scanned or received paper of a stay. Its bytes lie in the files room and go with it."""

    mobility = SchoolForeignKey(
        "mobilities.Mobility", on_delete=models.PROTECT, related_name="supporting_papers", verbose_name=_("stay")
    )
    category = models.CharField(_("cost category"), max_length=40)
    kind = models.CharField(_("kind of paper"), max_length=40, help_text=_("As the registry of papers calls it."))
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    is_example = models.BooleanField(_("example"), default=False)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    class Meta:
        ordering = ["category", "kind", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.mobility_id}"


class DeskCheck(SchoolOwned):
    """A sample of a project's stays, whose papers somebody wants to see."""

    class How(models.TextChoices):
        HAND = "hand", _("Picked by hand")
        LIST = "list", _("The agency's list")
        RANDOM = "random", _("By chance")

    project = SchoolForeignKey(
        "projects.Project", on_delete=models.CASCADE, related_name="desk_checks", verbose_name=_("project")
    )
    title = models.CharField(
        _("name"), max_length=150, help_text=_("For example the number and day of the agency's letter.")
    )
    how = models.CharField(_("how it was drawn"), max_length=10, choices=How)
    seed = models.CharField(_("seed"), max_length=40, blank=True)
    drawn_from = models.PositiveIntegerField(_("drawn from"))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("desk_check:check", args=[self.pk])


class DeskCheckStay(SchoolOwned):
    """One stay of a sample."""

    check_of = SchoolForeignKey(DeskCheck, on_delete=models.CASCADE, related_name="stays")
    mobility = SchoolForeignKey("mobilities.Mobility", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["school", "check_of", "mobility"], name="stay_once_in_check")]

    def __str__(self) -> str:
        return f"{self.check_of_id}: {self.mobility_id}"


class AuditorLink(SchoolOwned):
    """Who was given a way to read a desk check, and until when; the link itself is a personal link."""

    check_of = SchoolForeignKey(DeskCheck, on_delete=models.PROTECT, related_name="links")
    whom = models.CharField(
        _("for whom"), max_length=150, help_text=_("For example: the agency, department of checks.")
    )
    ends_on = models.DateField(_("last day"))
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.CharField(max_length=200, help_text="A name, so that it stays when the account goes.")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="auditor_link_ended_has_who",
                condition=Q(ended_at=None, ended_by="") | Q(ended_at__isnull=False) & ~Q(ended_by=""),
            )
        ]

    def __str__(self) -> str:
        return self.whom

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and self.ends_on >= timezone.localdate()


class AuditorView(SchoolOwned):
    """One look through an auditor's link. Added, never changed."""

    class What(models.TextChoices):
        SAMPLE = "sample", _("The sample")
        PAPER = "paper", _("A paper")

    link = SchoolForeignKey(AuditorLink, on_delete=models.PROTECT, related_name="views")
    what = models.CharField(max_length=10, choices=What)
    kind = models.CharField(max_length=40, blank=True, help_text="Which paper, as the registry calls it.")
    mobility_number = models.BigIntegerField(null=True, blank=True, help_text="Of the stay; it outlives the stay.")
    at = models.DateTimeField(auto_now_add=True)

    #: The app may read and add these rows, not change them: see `row_security`.
    append_only = True

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.link_id}: {self.what}"
