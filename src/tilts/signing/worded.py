"""Texts of an envelope in the reader's language, where whoever sent it gave them in several."""

from django.db import models
from django.utils.translation import get_language


class Worded(models.Model):
    """A row with texts that are worded in several languages; its columns hold them as the paper does."""

    worded = models.JSONField(
        default=dict, blank=True, editable=False, help_text="By name of the column, then by language."
    )

    class Meta:
        abstract = True

    def wording(self, name: str) -> str:
        """A text in the language of the page or mail, else in English, else as its column has it."""
        texts = self.worded.get(name, {})
        return str(texts.get(get_language()) or texts.get("en") or getattr(self, name))
