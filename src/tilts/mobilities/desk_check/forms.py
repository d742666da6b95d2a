"""Input about desk checks → clean values."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tilts.files.scans import Scan, read_scan
from tilts.mobilities.desk_check.loading import requirements
from tilts.mobilities.desk_check.models import OTHER, DeskCheck
from tilts.mobilities.desk_check.queries import StaySheet
from tilts.mobilities.desk_check.rules import Candidate, Named, draw, named_in
from tilts.mobilities.desk_check.sentences import kind_label, part_label
from tilts.mobilities.forms import DayInput
from tilts.mobilities.models import Mobility

#: Nobody looks longer than a year through one link.
LONGEST_LINK = timedelta(days=366)


class DeskCheckForm(forms.Form):
    """A sample: picked by hand, as the agency lists it, or by chance."""

    title = forms.CharField(
        label=_("Name"), max_length=150, help_text=_("For example the number and day of the agency's letter.")
    )
    how = forms.ChoiceField(
        label=_("How the sample is drawn"),
        choices=DeskCheck.How.choices,
        initial=DeskCheck.How.LIST,
        widget=forms.RadioSelect,
    )
    names = forms.CharField(
        label=_("The agency's list"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("One stay a line: a name, or its number such as 3/17 or that of the Beneficiary Module."),
    )
    size = forms.IntegerField(label=_("How many"), required=False, min_value=1, max_value=1000)
    seed = forms.CharField(
        label=_("Seed"),
        required=False,
        max_length=40,
        help_text=_("The same seed draws the same sample again. Left empty, one is made and told."),
    )
    stays = forms.TypedMultipleChoiceField(
        label=_("Stays"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, mobilities: Sequence[Mobility], candidates: Sequence[Candidate], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        self.fields["stays"].choices = [(each.pk, _stay_label(each)) for each in mobilities]  # type: ignore[attr-defined]
        self.sections = [
            (gettext("The agency's list"), "", ["names"]),
            (gettext("By chance"), "", ["size", "seed"]),
            (gettext("Picked by hand"), "", ["stays"]),
        ]
        self.drawn: list[int] = []
        self.named = Named((), (), ())

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        match found.get("how"):
            case DeskCheck.How.HAND:
                self.drawn = found.get("stays", [])
                if not self.drawn and "stays" not in self.errors:
                    self.add_error("stays", gettext("Please tick at least one stay."))
            case DeskCheck.How.LIST:
                self.named = named_in(found.get("names", ""), self.candidates)
                self.drawn = list(self.named.found)
                self._tell_of_names()
            case DeskCheck.How.RANDOM:
                found["seed"] = found.get("seed") or str(secrets.randbelow(1_000_000))
                if found.get("size"):
                    self.drawn = draw([each.number for each in self.candidates], found["size"], found["seed"])
                elif "size" not in self.errors:
                    self.add_error("size", gettext("Please say how many stays are to be drawn."))
        return found

    def _tell_of_names(self) -> None:
        for line in self.named.unknown:
            self.add_error("names", gettext("“%(line)s” names nobody in this project.") % {"line": line})
        for line in self.named.ambiguous:
            sentence = gettext("“%(line)s” may be more than one stay: write its number.") % {"line": line}
            self.add_error("names", sentence)
        if not self.drawn and not self.errors:
            self.add_error("names", gettext("Please write or paste the list."))


class PaperForm(forms.Form):
    """A scanned paper, and which it is."""

    paper = forms.ChoiceField(label=_("Which paper"))
    file = forms.FileField(
        label=_("Scanned paper"),
        help_text=_("PDF, JPEG or PNG, at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def __init__(self, sheet: StaySheet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file_name = ""
        self.fields["paper"].choices = _paper_choices(sheet)  # type: ignore[attr-defined]

    def clean_file(self) -> Scan:
        upload = self.cleaned_data["file"]
        self.file_name = str(upload.name or "")
        return read_scan(
            upload.read(settings.TILTS_MAX_UPLOAD_BYTES + 1)
        )  # so that a huge one does not fill the memory

    @property
    def category_and_kind(self) -> tuple[str, str]:
        category, _colon, kind = self.cleaned_data["paper"].partition(":")
        return category, kind


class PacksForm(forms.Form):
    """The language of cover sheets and folders."""

    papers_in = forms.ChoiceField(
        label=_("Language of the cover sheets"),
        choices=settings.LANGUAGES,
        widget=forms.Select(attrs={"class": "form-select"}),
    )


class AuditorLinkForm(forms.Form):
    """Who gets a link, and until when."""

    whom = forms.CharField(
        label=_("For whom"), max_length=150, help_text=_("For example: the agency, department of checks.")
    )
    ends_on = forms.DateField(label=_("Last day"), widget=DayInput())

    def clean_ends_on(self) -> Any:
        day, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= day <= today + LONGEST_LINK:
            raise forms.ValidationError(gettext("The last day lies between today and a year from now."))
        return day


def _stay_label(mobility: Mobility) -> str:
    flow, person = mobility.flow, mobility.person
    days = f"{date_format(flow.starts_on, 'SHORT_DATE_FORMAT')} – {date_format(flow.ends_on, 'SHORT_DATE_FORMAT')}"
    name = f"{person.family_name} {person.given_names}"
    return f"{name} · {mobility} · {flow.name} · {days} · {mobility.get_state_display()}"


def _paper_choices(sheet: StaySheet) -> list[Any]:
    """The papers asked for by category; a kind asked for by two is offered once, and everywhere another paper."""
    offered: set[str] = set()
    choices = []
    for part in sheet.parts:
        kinds = [slot.asked.requirement.kind for slot in part.slots if slot.asked.requirement.kind not in offered]
        offered.update(kinds)
        choices.append((part.label, [(f"{part.category}:{kind}", kind_label(kind)) for kind in [*kinds, OTHER]]))
    shown = {part.category for part in sheet.parts}
    rest = dict.fromkeys(each.category for each in requirements() if each.category not in shown)
    return [
        *choices,
        *(
            (part_label(category), [(f"{category}:{kind}", kind_label(kind)) for kind in _kinds(category)])
            for category in rest
        ),
    ]


def _kinds(category: str) -> list[str]:
    return [*(each.kind for each in requirements() if each.category == category), OTHER]
