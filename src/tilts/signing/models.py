"""Envelopes: which papers, who signs them in which order, what shows that they did.

Names of who signs stand in `Signer` alone, where they can be erased; what must stay for good names its signer by
number. The sealed papers themselves hold the names and stay as long as the agreement is kept.
"""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from tilts.accounts.models import School
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned
from tilts.core.names import search_key
from tilts.signing.course import EnvelopeNote, PackPaper, SignedPack
from tilts.signing.own_signatures import certificate_sentences
from tilts.signing.rules import Signing
from tilts.signing.worded import Worded

__all__ = [
    "Counterpart",
    "Envelope",
    "EnvelopeNote",
    "EnvelopePaper",
    "Form",
    "PackPaper",
    "PublicNumber",
    "SignatureRecord",
    "SignatureTrace",
    "SignedPack",
    "Signer",
    "SignerCode",
    "Way",
    "how_known",
]


class Way(models.TextChoices):
    """How one signs."""

    CLICK = "click", _("By a click, with evidence")
    OWN = "own_signature", _("With an own electronic signature on the PDF")
    CONTAINER = "container", _("In a container (.asice, .edoc)")
    HAND = "hand", _("By hand, on paper")


class Form(models.TextChoices):
    """What is signed: fixed when the envelope is opened."""

    ONE_PDF = "one_pdf", _("One PDF for all")
    ONE_CONTAINER = "one_container", _("One container for all")
    COUNTERPARTS = "counterparts", _("A counterpart for each side, of the same content")


class PublicNumber(models.Model):
    """The number on a signed paper, by which anybody who holds it finds the school that keeps it."""

    number = models.CharField(max_length=20, unique=True)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return self.number


@pghistory.track(exclude=["title", "worded", "search_key", "reason"])
class Envelope(Worded, SchoolOwned):
    """Papers on their way to be signed. The title may name a person: history does not keep it."""

    class State(models.TextChoices):
        OPEN = "open", _("Being signed")
        COMPLETE = "complete", _("Signed by all")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        EXPIRED = "expired", _("Not signed in time")

    kind = models.CharField(_("kind of paper"), max_length=60, help_text="Name of its kind, see signing.kinds.")
    subject_id = models.BigIntegerField(help_text="Number of the record that it is about.")
    title = models.CharField(_("title"), max_length=200)
    form = models.CharField(_("form of signing"), max_length=15, choices=Form)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    number = models.CharField(_("number"), max_length=20, help_text=_("Printed on the signed paper, to check it by."))
    ends_at = models.DateTimeField(_("to be signed until"))
    created_at = models.DateTimeField(_("sent to sign"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why it was refused or withdrawn."))
    search_key = models.TextField(editable=False, db_collation="C")

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["school", "kind", "subject_id"], name="envelope_of_subject"),
            models.Index(fields=["school", "state", "ends_at"], name="envelope_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "number"], name="envelope_number_once"),
            models.UniqueConstraint(
                fields=["school", "kind", "subject_id"], condition=Q(state="open"), name="envelope_open_once"
            ),
            models.CheckConstraint(
                name="envelope_closed_has_when",
                condition=Q(state="open", closed_at=None) | ~Q(state="open") & Q(closed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.wording("title")

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_key = search_key(self.title)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("signing:envelope", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class EnvelopePaper(SchoolOwned):
    """One paper as it was put into the envelope. Its bytes never change."""

    envelope = SchoolForeignKey(Envelope, on_delete=models.CASCADE, related_name="papers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=200)
    content_hash = models.CharField(
        max_length=64, blank=True, help_text="Over what is agreed, as the subject makes it."
    )
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["envelope", "position"]
        constraints = [
            models.UniqueConstraint(fields=["school", "envelope", "position"], name="paper_once_in_envelope")
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Counterpart(SchoolOwned):
    """One set of bytes that is signed in one way. `current` is what the next signer sees."""

    envelope = SchoolForeignKey(Envelope, on_delete=models.CASCADE, related_name="counterparts")
    position = models.PositiveSmallIntegerField()
    side = models.CharField(_("side"), max_length=300)
    way = models.CharField(_("way of signing"), max_length=15, choices=Way)
    code = models.CharField(_("code on its pages"), max_length=20, blank=True)
    current = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="Of the bytes that are to be signed now.")
    scan = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    original_at = models.CharField(_("where the original is kept"), max_length=300, blank=True)
    sealed = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["envelope", "position"]
        constraints = [
            models.UniqueConstraint(fields=["school", "envelope", "position"], name="counterpart_once_in_envelope"),
            models.UniqueConstraint(fields=["school", "code"], condition=~Q(code=""), name="counterpart_code_once"),
        ]

    def __str__(self) -> str:
        return self.side

    @property
    def side_here(self) -> str:
        """Whose it is, in the reader's language."""
        return " · ".join(dict.fromkeys(each.side_here for each in self.signers.all())) or self.side


class Signer(Worded, SchoolOwned):
    """Somebody who signs a counterpart: the one place that holds their name."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Not yet their turn")
        ASKED = "asked", _("Asked")
        SEEN = "seen", _("Has opened the paper")
        SIGNED = "signed", _("Signed")
        REFUSED = "refused", _("Refused")
        DELEGATED = "delegated", _("Passed on")
        PROPOSED = "proposed", _("Proposed in somebody’s place")

    counterpart = SchoolForeignKey(Counterpart, on_delete=models.CASCADE, related_name="signers")
    position = models.PositiveSmallIntegerField(_("order"), help_text=_("Who has the same number may sign at once."))
    side = models.CharField(_("for whom"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    name = models.CharField(_("name"), max_length=150, blank=True)
    office = models.CharField(_("office"), max_length=200, blank=True)
    authority = models.CharField(_("by what authority"), max_length=300, blank=True)
    authority_until = models.DateField(_("power valid until"), null=True, blank=True)
    power = SchoolForeignKey(
        "files.StoredFile",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("power of attorney"),
    )
    guardian_of = models.CharField(
        _("guardian of"), max_length=150, blank=True, help_text=_("Name of the person under age for whom they sign.")
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=8)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    signed_as = models.CharField(_("name as signed"), max_length=150, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    delegated_to = SchoolForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    seen_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["school", "user", "state"], name="signer_of_user")]

    def __str__(self) -> str:
        return self.name or self.office_here

    @property
    def office_here(self) -> str:
        """In the reader's language."""
        return self.wording("office")

    @property
    def side_here(self) -> str:
        """In the reader's language."""
        return self.wording("side")

    @property
    def authority_in_words(self) -> str:
        """By what authority, and until when that holds, in the page's language."""
        if not self.authority or not self.authority_until:
            return self.wording("authority")
        return pgettext("authority", "%(authority)s, valid until %(day)s") % {
            "authority": self.wording("authority"),
            "day": date_format(self.authority_until, "SHORT_DATE_FORMAT"),
        }

    @property
    def may_answer(self) -> bool:
        """Is it their turn?"""
        return self.state in {self.State.ASKED, self.State.SEEN}

    @property
    def as_rule(self) -> Signing:
        """What `rules` looks at."""
        return Signing(self.pk, self.position, self.state)


class SignerCode(SchoolOwned):
    """The code of six digits that a guest was sent last. The digest is keyed: who reads the database can't try them."""

    signer = SchoolForeignKey(Signer, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sendings = models.PositiveSmallIntegerField(default=1, help_text="How many were sent within the hour.")
    first_sent_at = models.DateTimeField(help_text="When the first of them was sent.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "signer"], name="code_once_a_signer")]

    def __str__(self) -> str:
        return str(self.signer_id)


class SignatureRecord(SchoolOwned):
    """What shows that somebody signed. Added, never changed, and without a name."""

    class Identified(models.TextChoices):
        LINK_AND_CODE = "link_and_code", _("by a personal link and a code sent by mail")
        SECOND_STEP = "second_step", _("signed in, with a second step just before")
        PASSWORD = "password", _("signed in, with the password just before")
        OWN_SIGNATURE = "own_signature", _("by the certificate of their own signature")
        ON_PAPER = "on_paper", _("on paper, checked in by the office")

    signer = SchoolForeignKey(Signer, on_delete=models.PROTECT, related_name="records")
    counterpart = SchoolForeignKey(Counterpart, on_delete=models.PROTECT, related_name="records")
    way = models.CharField(max_length=15, choices=Way)
    sha256 = models.CharField(max_length=64, help_text="Of the bytes that were shown.")
    result_sha256 = models.CharField(max_length=64, blank=True, help_text="Of the file that came back, if one did.")
    identified = models.CharField(max_length=15, choices=Identified)
    checked = models.CharField(max_length=20, blank=True, help_text="The verdict on the file that came back.")
    sent_to = models.CharField(
        max_length=260, blank=True, help_text="Where link and code went, but for its owner masked."
    )
    issuer = models.CharField(max_length=200, blank=True, help_text="Who issued the certificate of an own signature.")
    quality = models.CharField(max_length=20, blank=True, help_text="What that certificate says of its level.")
    time_stamped_at = models.DateTimeField(null=True, blank=True, help_text="By the time-stamp in an own signature.")
    time_stamped_by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    signed_on = models.DateField(
        null=True, help_text="The day that the paper or the own signature tells, where it came in later."
    )

    #: The app may read and add these rows, not change them: see `row_security`.
    append_only = True

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["school", "signer"], name="signed_once")]

    def __str__(self) -> str:
        return f"{self.signer_id}: {self.way}"

    @property
    def how_known(self) -> str:
        """How it is known that it was them, and where nothing here vouches for who says so."""
        return how_known(self.identified, self.checked)

    @property
    def certificate_sentences(self) -> list[str]:
        """Of a signature of their own: what is known of its certificate."""
        return certificate_sentences(self.issuer, self.quality, self.time_stamped_at, self.time_stamped_by)


def how_known(identified: str, checked: str) -> str:
    """The same in words of the page's language; checked: the verdict on what came back."""
    label = SignatureRecord.Identified(identified).label
    if checked != "not_trusted":
        return str(label)
    return gettext("%(certificate)s, whose issuer is on no trust list here") % {"certificate": label}


class SignatureTrace(SchoolOwned):
    """From where somebody signed by a click: kept for a short time, for the case that they deny it."""

    signer = SchoolForeignKey(Signer, on_delete=models.CASCADE, related_name="traces")
    address = models.CharField(max_length=45, blank=True)
    browser = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["school", "at"], name="trace_by_time")]

    def __str__(self) -> str:
        return str(self.signer_id)
