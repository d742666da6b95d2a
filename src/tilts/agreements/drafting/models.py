"""What is to be agreed beside an agreement's own fields, and each version that was put to the other side."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned

_WEEKS = [MinValueValidator(1), MaxValueValidator(52)]


def _seats(label: object) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)  # type: ignore[arg-type]


@pghistory.track()
class Conditions(InLanguages, SchoolOwned):
    """On what both sides agree in figures: placements, training, seats a year in each direction."""

    WORDED = ("training", "costs")

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="conditions")
    weeks_from = models.PositiveSmallIntegerField(
        _("placements of at least so many weeks"), null=True, blank=True, validators=_WEEKS
    )
    weeks_to = models.PositiveSmallIntegerField(
        _("placements of at most so many weeks"), null=True, blank=True, validators=_WEEKS
    )
    learners_out = _seats(_("learners a year from our side"))
    learners_in = _seats(_("learners a year from the other side"))
    teachers_out = _seats(_("teachers a year from our side"))
    teachers_in = _seats(_("teachers a year from the other side"))
    has_training = models.BooleanField(_("training of teachers"), default=False)
    training = models.CharField(
        _("training in what"), max_length=300, blank=True, help_text=_("For example: transport, new welding methods.")
    )
    costs = models.CharField(
        _("who bears which costs"), max_length=500, blank=True, help_text=_("Empty: each side its own.")
    )

    class Meta:
        verbose_name_plural = "conditions"
        constraints = [
            models.UniqueConstraint(fields=["school", "agreement"], name="conditions_once_an_agreement"),
            models.CheckConstraint(
                name="conditions_weeks_in_order",
                condition=Q(weeks_from=None) | Q(weeks_to=None) | Q(weeks_to__gte=F("weeks_from")),
                violation_error_message=_("The longest placement is shorter than the shortest."),
            ),
        ]


@pghistory.track()
class Clause(SchoolOwned):
    """A clause worded anew, added or left out for one agreement. All others stand as the template has them."""

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="clauses")
    key = models.CharField(max_length=40, help_text="That of the template, or “own-1” and so on.")
    position = models.PositiveSmallIntegerField(_("place"), default=0, help_text="Of an own clause: after how many.")
    is_left_out = models.BooleanField(_("left out"), default=False)
    titles = models.JSONField(default=dict, blank=True, help_text="By language.")
    texts = models.JSONField(default=dict, blank=True, help_text="By language; each line is a point of its own.")

    class Meta:
        ordering = ["agreement", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["school", "agreement", "key"], name="clause_once_an_agreement")]

    def __str__(self) -> str:
        return self.key

    @property
    def is_own(self) -> bool:
        """Is it in no template?"""
        return self.key.startswith("own-")


@pghistory.track(exclude=["rows"])
class Version(SchoolOwned):
    """What was put to the other side: the content, its hash, and what became of it. The content never changes."""

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="versions")
    position = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(help_text="What is agreed, see drafting.content; nothing about contact persons.")
    content_hash = models.CharField(max_length=64, help_text="SHA-256 of its canonical text, in hexadecimal.")
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.CharField(_("made by"), max_length=200, blank=True, help_text="Of which organisation; no name.")
    agreed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    agreed_how = models.CharField(_("how agreed"), max_length=200, blank=True)
    signed_on = models.DateField(_("signed"), null=True, blank=True)
    in_force_on = models.DateField(_("in force since"), null=True, blank=True)
    replaced_on = models.DateField(_("replaced or ended"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    rows = models.JSONField(
        null=True, editable=False, help_text="What the content was made of, kept once a change of it begins."
    )
    paper = SchoolForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("paper")
    )
    sealed = SchoolForeignKey(
        "files.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signed and sealed paper"),
    )

    class Meta:
        ordering = ["agreement", "-position"]
        constraints = [
            models.UniqueConstraint(fields=["school", "agreement", "position"], name="version_once_an_agreement"),
            models.UniqueConstraint(
                fields=["school", "agreement"],
                condition=Q(in_force_on__isnull=False, replaced_on=None),
                name="version_in_force_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.position)

    @property
    def is_in_force(self) -> bool:
        """Is this the text that holds today?"""
        today = timezone.localdate()
        has_begun = self.in_force_on is not None and self.in_force_on <= today
        return has_begun and (self.replaced_on is None or self.replaced_on > today)

    @property
    def is_coming(self) -> bool:
        """Is it signed, and holds from a later day on?"""
        begins = self.in_force_on
        return begins is not None and begins > timezone.localdate() and self.replaced_on is None


class SignedPaper(SchoolOwned):
    """A signed file of a version: the one that all signed, or the counterpart of one side."""

    version = SchoolForeignKey(Version, on_delete=models.CASCADE, related_name="signed_papers")
    position = models.PositiveSmallIntegerField()
    side = models.CharField(_("side"), max_length=300)
    way = models.CharField(_("way of signing"), max_length=15, help_text="Of signing.models.Way.")
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["school", "version", "position"], name="signed_paper_once_a_version")
        ]

    def __str__(self) -> str:
        return self.side
