"""What happened to an envelope, and what was signed together in one act."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


class SignedPack(SchoolOwned):
    """What somebody of the school signs in one act: one sealed container, made once no paper in it waits any more."""

    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    papers = models.PositiveSmallIntegerField(_("papers"), default=0, help_text="How many lie in the file.")
    is_being_signed = models.BooleanField(default=False, help_text="The act is not over; a kill leaves it so.")
    signed_at = models.DateTimeField(_("signed at"), auto_now_add=True)

    class Meta:
        ordering = ["-signed_at", "-pk"]
        indexes = [models.Index(fields=["school", "signed_by", "-signed_at"], name="pack_of_user")]

    def __str__(self) -> str:
        return str(self.file or self.pk)


class PackPaper(SchoolOwned):
    """A paper of a pack, by the signature that was put on it."""

    pack = SchoolForeignKey(SignedPack, on_delete=models.CASCADE, related_name="members")
    signer = SchoolForeignKey("signing.Signer", on_delete=models.CASCADE, related_name="packs")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "pack", "signer"], name="paper_once_in_pack"),
        ]
        indexes = [models.Index(fields=["school", "signer"], name="packs_of_signer")]

    def __str__(self) -> str:
        return f"{self.pack_id}: {self.signer_id}"


class EnvelopeNote(SchoolOwned):
    """What happened to an envelope. Added, never changed; names nobody but who works for the school."""

    class Verb(models.TextChoices):
        OPENED = "opened", _("sent to sign")
        ASKED = "asked", _("asked to sign")
        REMINDED = "reminded", _("reminded")
        SEEN = "seen", _("opened the paper")
        CODE_SENT = "code_sent", _("was sent a code")
        SIGNED = "signed", _("signed")
        REFUSED = "refused", _("refused")
        DELEGATED = "delegated", _("wishes to pass it on")
        DELEGATION_AGREED = "agreed", _("passing on agreed")
        DELEGATION_DENIED = "denied", _("passing on not agreed")
        SCAN_CAME = "scan_came", _("sent the scan of the signed paper")
        CHECKED_IN = "checked_in", _("signed paper checked in")
        COMPLETED = "completed", _("signed by all, and sealed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        ADDRESS = "address", _("e-mail address changed")
        EXPIRED = "expired", _("not signed in time")
        FORGOTTEN = "forgotten", _("names of who signed erased")

    envelope = SchoolForeignKey("signing.Envelope", on_delete=models.CASCADE, related_name="events")
    verb = models.CharField(max_length=15, choices=Verb)
    signer_number = models.BigIntegerField(null=True, blank=True, help_text="Of the signer it is about.")
    by = models.CharField(
        max_length=200, blank=True, help_text="Who of the school did it; empty: the signer, or a job."
    )
    detail = models.CharField(max_length=540, blank=True, help_text="Masked addresses, as from one to another.")
    at = models.DateTimeField(auto_now_add=True)

    #: The app may read and add these rows, not change them: see `row_security`.
    append_only = True

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.envelope_id}: {self.verb}"
