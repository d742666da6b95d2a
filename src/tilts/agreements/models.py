"""Cooperation agreements: between whom, who signed, what for, what is planned, and how far they are."""

from typing import cast

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tilts.accounts.in_languages import InLanguages, found_by
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.agreements import rules
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.models import Clause, Conditions, SignedPaper, Version
from tilts.agreements.exchanging.models import Correspondent, ReceivedPaper, SchoolLetter
from tilts.agreements.negotiating.models import Negotiator, Remark
from tilts.core.names import sort_key
from tilts.core.partial_dates import PartialDate
from tilts.core.stated import DatePrecision, Sourced, as_known

__all__ = [
    "Agreement",
    "Clause",
    "Conditions",
    "Correspondent",
    "Negotiator",
    "Party",
    "PlannedActivity",
    "ReceivedPaper",
    "Remark",
    "SchoolLetter",
    "Signatory",
    "SignedPaper",
    "SigningSession",
    "Version",
]


@pghistory.track(exclude=["sort_key", "search_key"])
class Agreement(InLanguages, SchoolOwned, Sourced):
    """A promise of cooperation between the school and one or more partners: recorded as concluded, or on its way.

    A day of signing known to the month or the year is kept as the first day it can mean, beside how far it is known.
    One that is drafted here says in its fields what is to be agreed next; what was agreed stands in its versions.
    """

    class Kind(models.TextChoices):
        BILATERAL = "bilateral", _("Cooperation agreement of two sides")
        MULTILATERAL = "multilateral", _("Cooperation agreement of several partners")
        MEMORANDUM = "memorandum", _("Memorandum of understanding")
        INTENT = "intent", _("Letter of intent")
        FRAMEWORK = "framework", _("Framework agreement")
        ANNEX = "annex", _("Yearly annex to a framework agreement")

    class State(models.TextChoices):
        RECORDED = "recorded", _("Recorded")
        DRAFT = "draft", _("Draft")
        PROPOSED = "proposed", _("Proposed")
        AGREED = "agreed", _("Agreed, not yet signed")
        SIGNING = "signing", _("Being signed")
        IN_FORCE = "in_force", _("In force")
        ENDED = "ended", _("Ended")
        TERMINATED = "terminated", _("Terminated")

    class Renewal(models.TextChoices):
        NONE = "none", _("Ends on its last day")
        AUTOMATIC = "automatic", _("Goes on by itself unless somebody gives notice")

    class Area(models.TextChoices):
        EDUCATION = "education", _("Education")
        UPBRINGING = "upbringing", _("Upbringing")
        CULTURE = "culture", _("Culture")
        SPORT = "sport", _("Sport")
        MOBILITY = "mobility", _("Mobility of learners and staff")
        PROJECTS = "projects", _("Common projects")
        RESEARCH = "research", _("Research and innovation")

    class Concluded(models.TextChoices):
        AT_A_DISTANCE = "at_a_distance", _("At a distance")
        IN_PERSON = "in_person", _("In person")
        BY_POST = "by_post", _("By post")
        ON_PAPER = "on_paper", _("On paper, signed by hand")
        ORALLY = "orally", _("Orally")
        UNKNOWN = "unknown", _("Not known")

    WORDED = ("title", "other_areas", "reason", "notes", "source_title")

    plan: "list[PlannedActivity]"  # what was agreed to do, where `drafting.rows.as_agreed` read it

    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind of agreement"), max_length=12, choices=Kind, default=Kind.BILATERAL)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RECORDED)
    number = models.CharField(_("number"), max_length=60, blank=True, editable=False)
    framework = SchoolForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="annexes",
        verbose_name=_("framework agreement"),
    )
    renews = SchoolForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="renewed_by",
        verbose_name=_("renews"),
        help_text="The recorded agreement that this one goes on with.",
    )
    first_language = models.CharField(_("first language of the paper"), max_length=8, blank=True)
    second_language = models.CharField(_("second language of the paper"), max_length=8, blank=True)
    worded_on = models.DateField(
        null=True, blank=True, editable=False, help_text="By which day's wording the clauses of the template are taken."
    )
    is_copy = models.BooleanField(
        _("copy"), default=False, editable=False, help_text=_("Another school of this installation drafts it.")
    )
    thread = models.UUIDField(
        null=True, editable=False, help_text="The same for the copies that two schools keep of one agreement."
    )
    areas = ArrayField(models.CharField(max_length=12, choices=Area), verbose_name=_("areas"), default=list, blank=True)
    other_areas = models.CharField(_("other areas"), max_length=300, blank=True)
    reason = models.TextField(_("why this partner"), blank=True)
    signed_on = models.DateField(_("signed"), null=True, blank=True)
    signed_precision = models.CharField(
        _("signing known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    concluded = models.CharField(_("how it was concluded"), max_length=15, choices=Concluded, default=Concluded.UNKNOWN)
    platform = models.CharField(
        _("platform"), max_length=60, blank=True, help_text=_("Of a signing at a distance, like Zoom.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    is_open_ended = models.BooleanField(_("without an end"), default=False)
    renewal = models.CharField(_("renewal"), max_length=10, choices=Renewal, default=Renewal.NONE)
    renewal_months = models.PositiveSmallIntegerField(
        _("each time for how many months"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    notice_months = models.PositiveSmallIntegerField(
        _("notice, in months"),
        default=3,
        help_text=_("So long before it may end early, or before it goes on by itself."),
    )
    notice_given_on = models.DateField(_("notice given"), null=True, blank=True)
    notice_until = models.DateField(_("ends by notice"), null=True, blank=True)
    notice_by_us = models.BooleanField(_("notice given by your school"), default=True)
    notice_reason = models.TextField(_("reason of the notice"), blank=True)
    notes = models.TextField(_("notes"), blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.TextField(editable=False, db_collation="C")

    class Meta:
        ordering = [F("signed_on").desc(nulls_last=True), "sort_key", "pk"]
        indexes = [
            models.Index(fields=["school", "-signed_on"], name="agreement_by_signing"),
            models.Index(fields=["school", "state", "valid_until"], name="agreement_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "thread"], name="agreement_once_a_thread"),
            models.CheckConstraint(
                name="agreement_notice_ends_later",
                condition=Q(notice_given_on=None, notice_until=None) | Q(notice_until__gte=F("notice_given_on")),
                violation_error_message=_("It can't end before notice was given."),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message=_("The last day lies before the first day."),
            ),
            models.CheckConstraint(
                name="agreement_without_end_has_no_last_day",
                condition=Q(is_open_ended=False) | Q(valid_until=None),
                violation_error_message=_("An agreement without an end has no last day."),
            ),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.title, current_school().language)
        self.search_key = found_by(self.texts["title"])
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("agreements:agreement", args=[self.pk])

    @property
    def stands(self) -> rules.State:
        """The state as `rules` knows it."""
        return cast(rules.State, self.state)

    @property
    def is_recorded(self) -> bool:
        """Was it only written down here, as it was concluded elsewhere?"""
        return self.state == self.State.RECORDED

    @property
    def may_be_written(self) -> bool:
        """May its text still be changed without a new round of signing?"""
        return rules.may_be_written(self.stands, is_copy=self.is_copy)

    @property
    def may_be_told(self) -> bool:
        """May what is told of it be changed, and what is planned?"""
        return rules.may_be_told(self.stands, is_copy=self.is_copy)

    @property
    def may_name_signatories(self) -> bool:
        """May it still be said who signs?"""
        return rules.may_name_signatories(self.stands, is_copy=self.is_copy)

    @property
    def paper_languages(self) -> list[str]:
        """The languages of its paper: two, or one."""
        return list(dict.fromkeys(filter(None, (self.first_language, self.second_language))))

    @property
    def signed(self) -> PartialDate | None:
        """When it was signed, as far as it is known."""
        return as_known(self.signed_on, self.signed_precision)

    @property
    def area_names(self) -> list[str]:
        """The areas in words, in the order of `Area`, those in free text last."""
        named = [str(area.label) for area in self.Area if area.value in self.areas]
        others = self.wording("other_areas")
        return [*named, others] if others else named

    @property
    def partners(self) -> list[object]:
        """The other sides, in the order in which they were named."""
        return [party.partner for party in self.parties.all() if party.partner is not None]


@pghistory.track()
class Party(SchoolOwned):
    """One side of an agreement: a partner, or the school itself where no partner is named."""

    agreement = SchoolForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    partner = SchoolForeignKey(
        "partners.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreement_parties",
        verbose_name=_("partner"),
    )
    is_on_our_side = models.BooleanField(
        _("on our side"), default=False, help_text=_("Where several sign on one side, together with your school.")
    )

    class Meta:
        ordering = [F("partner_id").asc(nulls_first=True), "pk"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "agreement", "partner"],
                name="party_once_in_agreement",
                nulls_distinct=False,
                violation_error_message=_("This partner is already a party."),
            )
        ]

    def __str__(self) -> str:
        return str(self.partner) if self.partner else current_school().text("name", get_language() or "en")


@pghistory.track(exclude=["name", "email"])
class Signatory(InLanguages, SchoolOwned):
    """Who signs or signed for a party. The name is personal and may stay open; history keeps the office alone."""

    class Basis(models.TextChoices):
        HEAD = "head", _("As the head, by office")
        ORDER = "order", _("By an order or the statutes")
        POWER = "power", _("By a power of attorney")

    WORDED = ("office", "authority")

    party = SchoolForeignKey(Party, on_delete=models.CASCADE, related_name="signatories", verbose_name=_("signed for"))
    office = models.CharField(_("office"), max_length=200, help_text=_("For example: director, head of a department."))
    name = models.CharField(
        pgettext_lazy("person", "name"), max_length=150, blank=True, help_text=_("May stay empty: the office suffices.")
    )
    authority = models.CharField(
        _("by what authority"),
        max_length=300,
        blank=True,
        help_text=_("Where it is not the head who signs: a power of attorney, an order, with its day."),
    )
    basis = models.CharField(_("signs as"), max_length=5, choices=Basis, blank=True)
    authority_until = models.DateField(_("power valid until"), null=True, blank=True)
    authority_file = SchoolForeignKey(
        "files.StoredFile",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("power of attorney"),
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    position = models.PositiveSmallIntegerField(
        _("order of signing"), default=1, help_text=_("Who has the same number may sign at once.")
    )

    class Meta:
        ordering = ["party", "position", "pk"]
        verbose_name_plural = "signatories"


@pghistory.track()
class PlannedActivity(InLanguages, SchoolOwned):
    """Something that the parties plan to do. Planned is not done: what was done points here, never the other way."""

    WORDED = ("text", "condition")

    agreement = SchoolForeignKey(Agreement, on_delete=models.CASCADE, related_name="activities")
    text = models.CharField(_("what is planned"), max_length=500)
    condition = models.CharField(
        _("on what condition"), max_length=300, blank=True, help_text=_("For example: once one may travel again.")
    )

    by_on = models.DateField(_("by when"), null=True, blank=True)
    responsible = SchoolForeignKey(
        Party,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="responsible_for",
        verbose_name=_("who sees to it"),
    )
    possible_from = models.DateField(
        _("possible since"), null=True, blank=True, help_text=_("The day on which its condition was met.")
    )
    done_on = models.DateField(
        _("done"), null=True, blank=True, help_text=_("Only where no flow or earlier activity tells of it.")
    )
    given_up_on = models.DateField(_("given up"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "planned activities"
