"""Mails a school sends: written into the outbox first, sent after the change that caused them is kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


class OutgoingMail(SchoolOwned):
    """One mail to one address. `intent` says what it is for: the same intent is never sent twice."""

    class Problem(models.TextChoices):
        REFUSED = "refused", _("the mail server refuses this address")
        SERVER = "server", _("the mail server did not take it")
        FILE = "file", _("the storage has lost a file that goes with it")

    intent = models.CharField(_("intent"), max_length=120, help_text=_("For example “papers-ready:12”."))
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)  # of the last attempt

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["school", "intent", "to"], name="mail_intent_once")]
        indexes = [models.Index(fields=["school"], condition=~Q(problem=""), name="mail_with_a_problem")]

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"


class MailAttachment(SchoolOwned):
    """A file that goes along with a mail."""

    mail = SchoolForeignKey(OutgoingMail, on_delete=models.CASCADE, related_name="attachments")
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["school", "mail", "file"], name="file_once_in_mail")]

    def __str__(self) -> str:
        return str(self.file)
