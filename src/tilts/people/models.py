"""Learners and staff: the one table that holds their names."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolOwned
from tilts.accounts.schools import current_school
from tilts.core.names import search_key, sort_key


class Person(SchoolOwned):
    """Somebody who may travel. Personal: kept out of histories, lists of files and logs."""

    class Kind(models.TextChoices):
        LEARNER = "learner", _("Learner")
        STAFF = "staff", _("Staff")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.LEARNER)
    family_name = models.CharField(_("family name"), max_length=100)
    given_names = models.CharField(_("given names"), max_length=100)
    born_on = models.DateField(_("date of birth"))
    group = models.CharField(_("group"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    sort_key = models.BinaryField(editable=False)
    search_key = models.CharField(max_length=300, editable=False, db_collation="C")

    class Meta:
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["school", "sort_key"], name="person_by_name"),
            models.Index(fields=["school", "search_key", "born_on"], name="person_by_search_key"),
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.make_keys()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    def make_keys(self) -> None:
        """Bring the keys of order and search to the names; `save` does it, a bulk insert must ask for it."""
        whole = f"{self.family_name} {self.given_names}"
        self.sort_key = sort_key(whole, current_school().language)
        self.search_key = search_key(whole)
