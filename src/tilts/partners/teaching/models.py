"""What a school teaches: the own one and its partners."""

from typing import Any

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tilts.accounts.owned import SchoolForeignKey
from tilts.accounts.schools import current_school
from tilts.core.languages import text_for
from tilts.core.names import sort_key
from tilts.partners import classifications
from tilts.partners.bases import PartOfPartner


@pghistory.track(exclude=["sort_key"])
class StudyProgramme(PartOfPartner):
    """What a partner teaches, or the school itself where no partner is named."""

    partner = SchoolForeignKey(
        "partners.Partner", on_delete=models.CASCADE, null=True, blank=True, editable=False, related_name="programmes"
    )
    titles = models.JSONField(_("title"), help_text=_("By language."))
    isced_code = models.CharField(_("field of education (ISCED-F)"), max_length=4, blank=True)
    eqf_level = models.PositiveSmallIntegerField(
        _("EQF level"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    units = models.JSONField(
        _("units"), default=dict, blank=True, help_text=_("Modules or subjects, by language, one on a line.")
    )
    outcomes = models.JSONField(
        _("learning outcomes"), default=dict, blank=True, help_text=_("By language, one on a line.")
    )
    sort_key = models.BinaryField(editable=False)

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_has_a_title",
                condition=~Q(titles={}),
                violation_error_message=_("Give the title in one language at least."),
            ),
            models.CheckConstraint(
                name="programme_has_an_eqf_level_of_8",
                condition=Q(eqf_level=None) | Q(eqf_level__range=(1, 8)),
                violation_error_message=_("The levels of the EQF are 1 to 8."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        language = current_school().language
        self.sort_key = sort_key(text_for(self.titles, language)[0], language)
        super().save(*args, **kwargs)

    @property
    def title(self) -> str:
        """The title in the reader's language, or in the nearest there is."""
        return text_for(self.titles, get_language() or "en")[0]

    @property
    def title_language(self) -> str:
        """The language of `title`."""
        return text_for(self.titles, get_language() or "en")[1]

    @property
    def field(self) -> classifications.Field | None:
        return classifications.field(self.isced_code)

    @property
    def content(self) -> dict[str, list[str]]:
        """What is taught, line by line, by language: units and learning outcomes."""
        found: dict[str, list[str]] = {}
        for texts in (self.units, self.outcomes):
            for language, text in texts.items():
                found.setdefault(language, []).extend(line.strip() for line in text.splitlines() if line.strip())
        return found
