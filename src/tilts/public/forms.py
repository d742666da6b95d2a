"""What a school writes for its public pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tilts.public.models import Site

#: Parts of the names of fields → the field of the model, its label and how it is typed.
TEXTS = {
    "name": ("names", Site._meta.get_field("names").verbose_name, forms.TextInput, 200),
    "introduction": ("introductions", Site._meta.get_field("introductions").verbose_name, forms.Textarea, 4000),
}


class SiteForm(forms.ModelForm):
    """The texts in each language of the interface, one field for each, and what goes with them."""

    website = forms.URLField(
        label=Site._meta.get_field("website").verbose_name, required=False, assume_scheme="https", max_length=200
    )

    class Meta:
        model = Site
        fields = ["email", "website", "shows_money"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        texts: dict[str, forms.Field] = {}
        for part, (name, label, widget, longest) in TEXTS.items():
            for code, language in settings.LANGUAGES:
                texts[f"{part}_{code}"] = forms.CharField(
                    label=f"{label} ({language})",
                    required=False,
                    max_length=longest,
                    widget=widget(attrs={"lang": code, **({"rows": 6} if widget is forms.Textarea else {})}),
                    help_text=_("Paragraphs are kept apart by an empty line.") if widget is forms.Textarea else "",
                )
                self.initial[f"{part}_{code}"] = getattr(self.instance, name).get(code, "")
        self.fields = {**texts, **self.fields}

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for part, (name, *_rest) in TEXTS.items():
            there = {code: self.cleaned_data.get(f"{part}_{code}", "") for code, _ in settings.LANGUAGES}
            # What somebody wrote in a language that is no longer one of ours stays.
            kept = {code: text for code, text in getattr(self.instance, name).items() if code not in there}
            setattr(self.instance, name, kept | {code: text for code, text in there.items() if text})
        return cleaned


class ShownForm(forms.Form):
    """Shown, hidden, or as the rule says."""

    shown = forms.ChoiceField(choices=[("yes", _("Show")), ("no", _("Hide")), ("rule", _("As the rule says"))])

    @property
    def choice(self) -> bool | None:
        """What is chosen; None for the rule."""
        return {"yes": True, "no": False}.get(self.cleaned_data["shown"])
