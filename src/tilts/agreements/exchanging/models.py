"""Letters between schools, with whom an agreement is exchanged, and the signed papers that came to a copy."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from tilts.accounts.models import School
from tilts.accounts.owned import BetweenSchools, SchoolForeignKey, SchoolOwned


class SchoolLetter(BetweenSchools):
    """What one school tells another of an agreement they share. It belongs to none of them.

    The sender writes it, the receiver takes it over inside its own room. Its shape is that of a message between two
    installations: nothing in it is a number of a row. It names who signs, and so does a signed paper: paper and body
    are emptied once the letter is taken over.
    """

    class Kind(models.TextChoices):
        STANDING = "standing"  # how the agreement stands with who drafts it, with its versions
        PAPER = "paper"  # one signed paper or container of a version
        STOPPED = "stopped"  # nothing more is told
        AGREED = "agreed"  # the other school agrees to a version

    thread = models.UUIDField(help_text="Of the agreement, the same in both schools.")
    kind = models.CharField(max_length=10, choices=Kind)
    body = models.JSONField()
    paper = models.BinaryField(null=True, help_text="The signed paper; taken out once it is taken over.")
    sent_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["receiver", "taken_at"], name="letter_to_take")]

    def __str__(self) -> str:
        return f"{self.sender} → {self.receiver_id}: {self.kind}"


class Correspondent(SchoolOwned):
    """Another school of this installation: one that keeps a copy of an agreement; in a copy, the one that drafts it."""

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
    papers_told = ArrayField(
        models.CharField(max_length=64),
        default=list,
        blank=True,
        help_text="SHA-256 of each signed paper that was sent.",
    )
    stopped_on = models.DateField(null=True, blank=True, help_text="Of a copy: since when nothing more is told.")

    class Meta:
        ordering = ["agreement", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "agreement", "other"], name="correspondent_once_an_agreement")
        ]

    def __str__(self) -> str:
        return self.other

    @cached_property
    def name(self) -> str:
        """The other school as it calls itself; its short name once it is gone. For several at once: `with_names`."""
        return str(School.objects.filter(slug=self.other).values_list("name", flat=True).first() or self.other)


class ReceivedPaper(SchoolOwned):
    """A signed paper or container of a version that another school drafts: told of first, then it comes itself."""

    version = SchoolForeignKey("agreements.Version", on_delete=models.CASCADE, related_name="received_papers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(_("kind of file"), max_length=100)
    sha256 = models.CharField("SHA-256", max_length=64)
    file = SchoolForeignKey("files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["school", "version", "sha256"], name="received_paper_once_a_version")
        ]

    def __str__(self) -> str:
        return self.name
