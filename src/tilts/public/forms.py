"""What a school writes for its public pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tilts.public.models import Site


class SiteForm(forms.ModelForm):
    """Who the school is, in a field for each language of the interface."""

    class Meta:
        model = Site
        fields = ["shows_money"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = Site._meta.get_field("introductions").verbose_name
        texts: dict[str, forms.Field] = {}
        for code, language in settings.LANGUAGES:
            texts[f"introduction_{code}"] = forms.CharField(
                label=f"{capfirst(label)} ({language})",
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"lang": code, "rows": 6}),
                help_text=_("Paragraphs are kept apart by an empty line."),
            )
            self.initial[f"introduction_{code}"] = self.instance.introductions.get(code, "")
        self.fields = {**texts, **self.fields}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        there = {code: self.cleaned_data.get(f"introduction_{code}", "") for code, _name in settings.LANGUAGES}
        # What somebody wrote in a language that is no longer one of ours stays.
        kept = {code: text for code, text in self.instance.introductions.items() if code not in there}
        self.instance.introductions = kept | {code: text for code, text in there.items() if text}
        return cleaned


class ShownForm(forms.Form):
    """Shown, hidden, or as the rule says."""

    shown = forms.ChoiceField(choices=[("yes", _("Show")), ("no", _("Hide")), ("rule", _("As the rule says"))])

    @property
    def choice(self) -> bool | None:
        """What is chosen; None for the rule."""
        return {"yes": True, "no": False}.get(self.cleaned_data["shown"])
