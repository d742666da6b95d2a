"""Input of a negotiation → clean values."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.agreements.models import Agreement
from tilts.agreements.negotiating.models import Negotiator
from tilts.agreements.negotiating.queries import DiscussedClause
from tilts.agreements.negotiating.rules import rebased
from tilts.agreements.queries import parties_of
from tilts.core.languages import language_name

_LONGEST = 6000


class NegotiatorForm(SchoolModelForm):
    """Whom of the other side to ask; the contacts of the partner are proposed."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Negotiator
        fields = ("party", "name", "email", "language", "may_agree")
        widgets = {"email": forms.EmailInput(attrs={"list": "contacts"})}

    def __init__(self, agreement: Agreement, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("instance") is None:
            kwargs["instance"] = Negotiator(agreement=agreement)
        super().__init__(*args, **kwargs)
        parties = parties_of(agreement).exclude(partner=None)
        self.fields["party"].queryset = parties  # type: ignore[attr-defined]
        self.contacts = [
            contact for party in parties if party.partner for contact in party.partner.contacts.exclude(email="")
        ]
        first = next(iter(self.contacts), None)
        if first and not self.is_bound:
            language = first.language if first.language in dict(settings.LANGUAGES) else "en"
            self.initial |= {"name": first.name, "email": first.email, "language": language}
        if not self.instance.party_id and (only := parties.first()) is not None:
            self.initial["party"] = only.pk


class RemarkForm(forms.Form):
    """A comment on a clause, another wording of it, or both."""

    def __init__(self, clause: DiscussedClause, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=clause.key, **kwargs)
        self.clause = clause
        self.fields["text"] = forms.CharField(
            label=gettext("Comment"),
            required=False,
            max_length=_LONGEST,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        for code, text in clause.texts.items():
            language = language_name(code, get_language() or "en")
            self.fields[f"wording_{code}"] = forms.CharField(
                label=gettext("Your wording (%(language)s)") % {"language": language},
                required=False,
                max_length=_LONGEST,
                initial=text,
                widget=forms.Textarea(attrs={"rows": 5, "lang": code}),
            )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not values.get("text") and not self.wording():
            raise forms.ValidationError(gettext("Write a comment, or change the wording."))
        return values

    def wording(self) -> dict[str, str]:
        """The clause in the languages in which it was changed, by language; empty where it is only commented on."""
        given = {code: _points(self.cleaned_data.get(f"wording_{code}", "")) for code in self.clause.texts}
        return {code: text for code, text in given.items() if text and text != _points(self.clause.texts[code])}

    def typed(self) -> list[tuple[str, str]]:
        """All that was typed so far, with the language of each text; empty for that of the comment."""
        names = {"text": "", **{f"wording_{code}": code for code in self.clause.texts}}
        given = [(code, _points(self.data.get(self.add_prefix(name), ""))) for name, code in names.items()]
        return [(code, text) for code, text in given if text and text != _points(self.clause.texts.get(code, ""))]

    def on_newer(self, clause: DiscussedClause) -> "RemarkForm":
        """The same input on a newer text of the clause: only what was really reworded stays."""
        typed = {code: _points(self.data.get(self.add_prefix(f"wording_{code}"), "")) for code in clause.texts}
        read = {code: _points(text) for code, text in self.clause.texts.items()}
        wording = rebased(typed, read, clause.texts)
        data = {self.add_prefix(f"wording_{code}"): text for code, text in wording.items()}
        return RemarkForm(clause, data | {self.add_prefix("text"): self.data.get(self.add_prefix("text"), "")})


class AnswerForm(forms.Form):
    """What the office answers to a remark."""

    answer = forms.CharField(
        label=_("Answer"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )


def _points(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
