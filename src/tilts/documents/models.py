"""The numbers of papers: how a school counts, and which number each paper has got."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned


class Numbering(SchoolOwned):
    """How a school numbers its papers. Its row is also the lock under which numbers are given."""

    pattern = models.CharField(_("pattern"), max_length=40, blank=True)
    next_number = models.PositiveIntegerField(_("next number"), default=1)
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="For which year the next number counts, where the pattern has the year."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school"], name="numbering_once_a_school")]

    def __str__(self) -> str:
        return f"{self.pattern} {self.next_number}"


class PaperNumber(SchoolOwned):
    """The number of one paper, in whatever language and however often it is printed. Given once and never changed."""

    paper = models.CharField(max_length=60, help_text="Which paper it is, as its subject says: “flow:3/G17”.")
    number = models.CharField(_("number"), max_length=60)
    given_at = models.DateTimeField(auto_now_add=True)

    #: The app may read and add these rows, not change them: see `accounts.row_security`.
    append_only = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["school", "paper"], name="paper_has_one_number"),
            models.UniqueConstraint(fields=["school", "number"], name="paper_number_given_once"),
        ]

    def __str__(self) -> str:
        return self.number
