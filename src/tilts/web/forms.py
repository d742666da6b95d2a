"""Forms that every subject can use."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.core.names import search_key


class TypedConfirmForm(forms.Form):
    """For what can't be undone: a name typed again, so that no hand slips.

    word: what is to be typed; upper and lower case and accents don't matter.
    """

    typed = forms.CharField(
        max_length=400, widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
    )

    def __init__(self, *args: Any, word: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.word = word
        self.fields["typed"].label = gettext("Type “%(word)s” to go on") % {"word": word}

    def clean_typed(self) -> str:
        typed: str = self.cleaned_data["typed"]
        if search_key(typed) != search_key(self.word):
            raise forms.ValidationError(
                _("This is not “%(word)s”. Nothing was changed."), params={"word": self.word}, code="other"
            )
        return typed
