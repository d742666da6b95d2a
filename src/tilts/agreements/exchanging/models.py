"""Letters between schools, and with whom an agreement is exchanged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.models import School
from tilts.accounts.owned import SchoolForeignKey, SchoolOwned


class SchoolLetter(models.Model):
    """What one school tells another of an agreement they share. It belongs to none of them.

    The sender writes it, the receiver takes it over inside its own room. Its shape is that of a message between two
    installations: nothing in it is a number of a row. A sealed paper names who signed it, so paper and body are emptied
    once the letter is taken over.
    """

    class Kind(models.TextChoices):
        STANDING = "standing"  # how the agreement stands with who drafts it, with its versions
        AGREED = "agreed"  # the other school agrees to a version

    sender = models.CharField(max_length=40, help_text="Short name of the school that wrote it.")
    receiver = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    thread = models.UUIDField(help_text="Of the agreement, the same in both schools.")
    kind = models.CharField(max_length=10, choices=Kind)
    body = models.JSONField()
    paper = models.BinaryField(null=True, help_text="The sealed paper; taken out once it is taken over.")
    sent_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["receiver", "taken_at"], name="letter_to_take")]

    def __str__(self) -> str:
        return f"{self.sender} → {self.receiver_id}: {self.kind}"


class Correspondent(SchoolOwned):
    """The other school of this installation that keeps a copy of an agreement."""

    agreement = SchoolForeignKey("agreements.Agreement", on_delete=models.CASCADE, related_name="correspondents")
    other = models.CharField(_("the other school"), max_length=40)
    party = SchoolForeignKey(
        "agreements.Party",
        on_delete=models.CASCADE,
        null=True,
        related_name="+",
        help_text="Which party the other school is; open in a copy.",
    )
    may_agree = models.BooleanField(default=False, help_text="May the other school agree from its own page?")
    last_told = models.CharField(max_length=64, blank=True, help_text="Hash of the last letter: the same is not sent.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "agreement"], name="correspondent_once_an_agreement")]

    def __str__(self) -> str:
        return self.other

    @property
    def name(self) -> str:
        """The other school as it calls itself; its short name once it is gone."""
        return str(School.objects.filter(slug=self.other).values_list("name", flat=True).first() or self.other)
