"""Input about a draft → clean values."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tilts.accounts.forms import SchoolModelForm
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.content import ClauseText, languages_of, paper_language_choices
from tilts.agreements.drafting.models import Conditions
from tilts.agreements.drafting.rows import last_signed
from tilts.agreements.models import Agreement
from tilts.core.languages import language_name
from tilts.partners.models import Partner
from tilts.partners.queries import partners

_LONGEST_CLAUSE = 6000


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DraftForm(SchoolModelForm):
    """What is to be agreed, without its figures, clauses and plan: those have pages of their own."""

    partners = forms.ModelMultipleChoiceField(
        label=_("Partners"),
        queryset=Partner.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The other side. Your school is a party without being named."),
    )
    allies = forms.ModelMultipleChoiceField(
        label=_("Together with your school sign"),
        queryset=Partner.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only where several sign on your side, such as the municipality."),
    )
    areas = forms.MultipleChoiceField(
        label=_("Areas"), required=False, choices=Agreement.Area.choices, widget=forms.CheckboxSelectMultiple
    )
    first_language = forms.ChoiceField(label=_("First language of the paper"))
    second_language = forms.ChoiceField(label=_("Second language of the paper"), required=False)

    sections = (
        (_("What and with whom"), "", ("title", "kind", "framework", "partners")),
        (_("The paper"), _("Both languages stand side by side."), ("first_language", "second_language")),
        (_("What for"), "", ("areas", "other_areas", "reason")),
        (
            _("How long"),
            _("Empty beginning: the day of the last signature."),
            ("valid_from", "valid_until", "is_open_ended", "renewal", "renewal_months", "notice_months"),
        ),
    )

    class Meta:
        model = Agreement
        fields = (
            *("title", "kind", "framework", "partners", "allies", "first_language", "second_language"),
            *("areas", "other_areas", "reason", "valid_from", "valid_until", "is_open_ended"),
            *("renewal", "renewal_months", "notice_months"),
        )
        widgets = {"valid_from": _day(), "valid_until": _day(), "reason": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = paper_language_choices()
        self.fields["first_language"].choices = choices  # type: ignore[attr-defined]
        self.fields["second_language"].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]
        self.fields["framework"].queryset = (  # type: ignore[attr-defined]
            Agreement.objects.filter(kind=Agreement.Kind.FRAMEWORK).exclude(pk=self.instance.pk)
        )
        for name in ("partners", "allies"):
            self.fields[name].queryset = partners()  # type: ignore[attr-defined]
        if self.instance.pk:
            parties = self.instance.parties.exclude(partner=None)
            for name, is_ally in (("partners", False), ("allies", True)):
                self.initial[name] = [each.partner_id for each in parties if each.is_on_our_side == is_ally]
            if last_signed(self.instance) is not None:
                self._keep_parties()
        elif not self.initial.get("first_language"):
            self.initial["first_language"] = current_school().language
        self.ask_beside(("title", "other_areas"), self._languages())
        if self._allies():
            (title, hint, names), *others = self.sections
            self.sections = ((title, hint, (*names, "allies")), *others)

    @property
    def folded(self) -> tuple[tuple[Any, Any, tuple[str, ...]], ...]:
        """Who signs on the school's own side is rarely anybody: folded until somebody is chosen."""
        allies = () if self._allies() else ((_("Others who sign on your side"), "", ("allies",)),)
        return (*allies, *super().folded)

    def _allies(self) -> bool:
        return bool(self.data.get("allies") if self.is_bound else self.initial.get("allies"))

    def _keep_parties(self) -> None:
        """A change is of what these parties have signed."""
        for name in ("partners", "allies"):
            self.fields[name].disabled = True
        self.fields["partners"].help_text = gettext("As it was signed. With others draft an agreement of its own.")

    def _languages(self) -> list[str]:
        """Of the paper, as they are chosen now."""
        names = ("first_language", "second_language")
        if self.is_bound:
            return [code for name in names if (code := self.data.get(name, ""))]
        return self.instance.paper_languages

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("second_language") == values.get("first_language"):
            values["second_language"] = ""
        if both := set(values.get("partners") or ()) & set(values.get("allies") or ()):
            name = str(next(iter(both)))
            self.add_error("allies", gettext("%(name)s is on the other side already.") % {"name": name})
        return values


class ConditionsForm(SchoolModelForm):
    """Figures that the clauses say: placements, training, seats."""

    sections = (
        (_("Placements of learners"), _("Empty: none are agreed."), ("weeks_from", "weeks_to")),
        (
            _("How many a year"),
            _("Empty: no number is agreed."),
            ("learners_out", "learners_in", "teachers_out", "teachers_in"),
        ),
        (_("Training of teachers"), "", ("has_training", "training")),
        (_("Costs"), "", ("costs",)),
    )

    class Meta:
        model = Conditions
        fields = (
            *("weeks_from", "weeks_to", "learners_out", "learners_in", "teachers_out", "teachers_in"),
            *("has_training", "training", "costs"),
        )
        widgets = {"costs": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_beside(("training", "costs"), languages_of(self.instance.agreement))


class ClauseForm(forms.Form):
    """One clause in each language of the paper; every line is a point of its own."""

    def __init__(self, clause: ClauseText, *args: Any, places: int = -1, **kwargs: Any) -> None:
        """places: how many clauses there are, where a place among them is asked for; -1: it is not."""
        super().__init__(*args, **kwargs)
        self.codes = list(clause.texts)
        reader = get_language() or "en"
        for code in self.codes:
            language = language_name(code, reader)
            self.fields[f"title_{code}"] = forms.CharField(
                label=gettext("Title (%(language)s)") % {"language": language},
                max_length=150,
                initial=clause.titles[code],
                widget=forms.TextInput(attrs={"lang": code}),
            )
            self.fields[f"text_{code}"] = forms.CharField(
                label=gettext("Text (%(language)s)") % {"language": language},
                max_length=_LONGEST_CLAUSE,
                initial=clause.texts[code],
                help_text=gettext("Each line is a point of its own."),
                widget=forms.Textarea(attrs={"rows": 6, "lang": code}),
            )
        if places >= 0:
            self.fields["position"] = forms.IntegerField(
                label=gettext("After which clause"),
                min_value=0,
                max_value=places,
                initial=places,
                help_text=gettext("Its number; 0: it comes first."),
            )

    def titles(self) -> dict[str, str]:
        """By language."""
        return {code: self.cleaned_data[f"title_{code}"] for code in self.codes}

    def texts(self) -> dict[str, str]:
        """By language, one point a line, without empty lines."""
        return {code: _points(self.cleaned_data[f"text_{code}"]) for code in self.codes}


def _points(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


class AgreedForm(forms.Form):
    """How the other side agreed, where it did not by its link."""

    how = forms.CharField(
        label=_("How the other side agreed"),
        max_length=200,
        help_text=_("For example: by mail of 3 November, at the meeting in Rustavi."),
    )
    shown = forms.CharField(widget=forms.HiddenInput, max_length=64)  # the hash of the version it is about
