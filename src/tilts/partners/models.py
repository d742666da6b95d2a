"""Organisations a school works with: their names and numbers, where they are, what they teach, their groups."""

from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tilts.accounts.in_languages import InLanguages, found_by
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import search_key, sort_key
from tilts.partners import rules
from tilts.partners.bases import NOT_ON_EARTH, ON_EARTH, PartOfPartner, Placed
from tilts.partners.life.models import Encounter
from tilts.partners.teaching.models import StudyProgramme

__all__ = [
    "DirectoryEntry",
    "DirectoryWord",
    "Encounter",
    "Partner",
    "PartnerContact",
    "PartnerGroup",
    "PartnerGroupMember",
    "PartnerName",
    "PartnerNumber",
    "PartnerSite",
    "PartnerWord",
    "StudyProgramme",
]


@pghistory.track(exclude=["sort_key", "search_key"])
class Partner(SchoolOwned, Placed):
    """An organisation abroad or at home: a school, a company, an intermediary."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("School")
        COMPANY = "company", _("Company")
        INTERMEDIARY = "intermediary", _("Intermediary")
        NATIONAL_AGENCY = "national_agency", _("National agency")
        AUTHORITY = "authority", _("Ministry or authority")
        MUNICIPALITY = "municipality", _("Municipality")
        DONOR = "donor", _("Donor")
        UNIVERSITY = "university", _("University")
        ASSOCIATION = "association", _("Association")
        CENTRE = "centre", _("Resource or innovation centre")
        EMBASSY = "embassy", _("Embassy")
        OTHER = "other", _("Other")

    class Priority(models.IntegerChoices):
        HIGH = 1, _("High")
        USUAL = 2, _("Usual")
        LOW = 3, _("Low")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.SCHOOL)
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Priority, default=Priority.USUAL, help_text=_("How much the partner matters to you now.")
    )
    tags = ArrayField(models.CharField(max_length=rules.LONGEST_TAG), verbose_name=_("tags"), default=list, blank=True)
    legal_form = models.CharField(
        _("legal form"), max_length=60, blank=True, help_text=_("As its country says it, like SIA, GmbH or LEPL.")
    )
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    successor = SchoolForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name=_("taken over by"),
    )
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["school", "sort_key"], name="partner_by_name"),
            models.Index(fields=["school", "search_key"], name="partner_by_search_key"),
            models.Index(fields=["school", "country"], name="partner_by_country"),
        ]
        constraints = [
            models.CheckConstraint(
                name="partner_is_on_earth", condition=ON_EARTH, violation_error_message=NOT_ON_EARTH
            ),
            models.CheckConstraint(
                name="partner_is_not_its_own_successor",
                condition=Q(successor=None) | ~Q(successor=F("id")),
                violation_error_message=_("A partner can't be taken over by itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name, current_school().language)
        self.search_key = search_key(self.name)[:300]
        super().save(*args, **kwargs)
        self.renew_words()

    def get_absolute_url(self) -> str:
        return reverse("partners:partner", args=[self.pk])

    def renew_words(self) -> None:
        """Writes anew what the partner is found by: its names, numbers, towns and tags."""
        wanted = rules.words(
            self.name,
            self.town,
            *self.tags,
            *self.names.values_list("text", flat=True),
            *self.numbers.values_list("number", flat=True),
            *(text for site in self.sites.values_list("name", "town") for text in site),
        )
        there = set(self.words.values_list("word", flat=True))
        if gone := there - wanted:
            self.words.filter(word__in=gone).delete()
        PartnerWord.objects.bulk_create(
            [PartnerWord(partner=self, word=word) for word in sorted(wanted - there)],
            ignore_conflicts=True,  # somebody else may be saving the same partner
        )


class PartnerWord(SchoolOwned):
    """A plain word by whose beginning a partner is found; kept by `Partner.renew_words`."""

    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="words")
    word = models.CharField(max_length=100, db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "word", "partner"], name="partner_word_once"),
        ]

    def __str__(self) -> str:
        return self.word


@pghistory.track(exclude=["sort_key", "search_key"])
class PartnerName(PartOfPartner):
    """Another name of a partner: in another language or script, a short one, a former one, another spelling."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official name")
        SHORT = "short", _("Short name")
        FORMER = "former", _("Former name")
        SPELLING = "spelling", _("Other spelling")

    is_searched = True

    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=8, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OFFICIAL)
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [models.Index(fields=["school", "search_key"], name="partner_name_by_search_key")]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "partner", "text"],
                name="partner_name_once",
                violation_error_message=_("This name is already there."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.text, current_school().language)
        self.search_key = search_key(self.text)[:300]
        super().save(*args, **kwargs)


@pghistory.track()
class PartnerNumber(PartOfPartner):
    """A number by which a partner is known elsewhere, in the form of `rules.read_number`."""

    class Kind(models.TextChoices):
        OID = rules.Number.OID.value, _("OID")
        PIC = rules.Number.PIC.value, _("PIC")
        ACCREDITATION = rules.Number.ACCREDITATION.value, _("Erasmus accreditation")
        REGISTRATION = rules.Number.REGISTRATION.value, _("Registration number")

    is_searched = True

    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="numbers")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    number = models.CharField(_("number"), max_length=40, db_collation="C")

    class Meta:
        ordering = ["kind", "number"]
        constraints = [
            # Two partners may have the same number where somebody saved a look-alike all the same.
            models.UniqueConstraint(fields=["school", "kind", "number", "partner"], name="partner_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class PartnerContact(PartOfPartner):
    """Somebody to write to, or a mailbox that nobody has alone. Personal: history keeps nothing of it."""

    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(
        pgettext_lazy("person", "name"), max_length=150, blank=True, help_text=_("Empty for a shared mailbox.")
    )
    role = models.CharField(_("office or role"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True, help_text=_("The language to write in."))
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta:
        ordering = ["name", "email", "pk"]
        constraints = [
            models.CheckConstraint(
                name="contact_is_somebody",
                condition=~Q(name="") | ~Q(email=""),
                violation_error_message=_("Give a name, or the e-mail address of a shared mailbox."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email


@pghistory.track()
class PartnerSite(PartOfPartner, Placed):
    """A place of the same organisation, in a town of its own."""

    is_searched = True

    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="sites")
    name = models.CharField(_("name"), max_length=200, blank=True, help_text=_("If the place has one of its own."))

    class Meta:
        ordering = ["town", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="partner_site_is_on_earth", condition=ON_EARTH, violation_error_message=NOT_ON_EARTH
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.town}" if self.name else self.town


@pghistory.track(exclude=["sort_key", "search_key"])
class PartnerGroup(InLanguages, SchoolOwned):
    """Partners under one name: a consortium, “the five Poznań colleges”."""

    WORDED = ("name", "note")

    name = models.CharField(_("name"), max_length=200)
    note = models.TextField(_("what joins them"), blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.TextField(editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "name"],
                name="partner_group_once",
                violation_error_message=_("There is already a group of this name."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name, current_school().language)
        self.search_key = found_by(self.texts["name"])
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("partners:group", args=[self.pk])


@pghistory.track()
class PartnerGroupMember(SchoolOwned):
    """A partner in a group."""

    group = SchoolForeignKey(PartnerGroup, on_delete=models.CASCADE, related_name="members")
    partner = SchoolForeignKey(Partner, on_delete=models.CASCADE, related_name="groups")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "group", "partner"], name="partner_group_member_once"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.partner}"


class DirectoryEntry(models.Model):
    """An organisation as Erasmus+ open data names it: public, the same for every school, read-only for the app."""

    name = models.CharField(_("name"), max_length=400)
    country = models.CharField(_("country"), max_length=2)
    town = models.CharField(_("town"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=400, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Partner.Kind, default=Partner.Kind.OTHER)
    website = models.CharField(_("website"), max_length=300, blank=True)
    other_names = ArrayField(models.CharField(max_length=400), default=list, blank=True)  # that other lists give it
    oid = models.CharField(_("OID"), max_length=9, blank=True)
    accreditation = models.CharField(_("Erasmus accreditation"), max_length=40, blank=True)
    call_year = models.PositiveSmallIntegerField(_("last call"))  # of the project or accreditation this was read from
    search_key = models.CharField(max_length=400, db_collation="C")
    search_words = models.TextField()

    class Meta:
        ordering = ["search_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["country", "search_key"], name="directory_entry_once"),
        ]
        indexes = [
            # No row security here, so that full-text search may use its index.
            GinIndex(SearchVector("search_words", config="simple"), name="directory_by_words"),
            models.Index(fields=["country", "town"], name="directory_by_town"),
        ]

    def __str__(self) -> str:
        return self.name


class DirectoryWord(models.Model):
    """A word by which organisations of the directory are found, under what it may be misspelt as."""

    word = models.CharField(max_length=100, unique=True, db_collation="C")
    traces = ArrayField(models.CharField(max_length=100), help_text="As `rules.spelling.traces` gives them.")

    class Meta:
        indexes = [GinIndex(fields=["traces"], name="directory_word_by_trace")]

    def __str__(self) -> str:
        return self.word
