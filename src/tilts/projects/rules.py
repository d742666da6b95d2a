"""What a project's reference tells, and the order of its states. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from tilts.core.names import search_key

# References


@dataclass(frozen=True)
class ProjectReference:
    """The parts of a reference like 2021-1-LV01-KA121-VET-000012345."""

    call_year: int
    selection_round: int
    national_agency: str
    action: str
    field: str  # VET, SCH, ...; empty where the reference has none
    number: str

    @property
    def action_with_field(self) -> str:
        """The action as the programme names it, for example KA121-VET."""
        return f"{self.action}-{self.field}" if self.field else self.action


ReferenceForm = Literal["erasmus_2014", "erasmus_2021", "accreditation_2020", "eacea_2014", "nordplus"]

# In the order they are tried. The third and the fourth are recalled; of Nordplus only NPAD was read. A field stands in
# references of 2020 for KA226 and KA227 alone.
_FORMS: Final[Mapping[ReferenceForm, re.Pattern[str]]] = {
    "accreditation_2020": re.compile(
        r"(?P<year>2020)-(?P<round>1)-(?P<agency>[A-Z]{2}\d\d)-(?P<action>KA120)-(?P<field>SCH|VET|ADU)-(?P<number>\d{6})"
    ),
    "erasmus_2014": re.compile(
        r"(?P<year>20(?:1[4-9]|20))-(?P<round>[1-3])-(?P<agency>[A-Z]{2}\d\d)-(?P<action>KA\d{3})"
        r"(?:-(?P<field>[A-Z]{3}))?-(?P<number>\d{3,6})(?:_\d{1,2})?"
    ),
    "erasmus_2021": re.compile(
        r"(?P<year>202[1-7])-(?P<round>[1-3])-(?P<agency>[A-Z]{2}\d\d)-(?P<action>KA\d{3})"
        r"-(?P<field>SCH|VET|ADU|HED|YOU|SPO)-(?P<number>\d{9})"
    ),
    "eacea_2014": re.compile(r"\d{6}-EPP-1-20\d\d-1-[A-Z]{2}-EPPKA\d.*"),
    "nordplus": re.compile(r"(?P<action>NP(?:JR|AD|HE|HZ|NL))-(?P<year>20\d\d)/(?P<number>\d{5})"),
}

EXAMPLES: Final[Mapping[ReferenceForm, str]] = {
    "erasmus_2021": "2021-1-LV01-KA121-VET-000012345",
    "erasmus_2014": "2019-1-LV01-KA116-060226",
    "accreditation_2020": "2020-1-LV01-KA120-VET-095432",
    "eacea_2014": "600123-EPP-1-2018-1-LV-EPPKA2-SSA",
    "nordplus": "NPAD-2016/10040",
}

# Web pages, tables and people leave dashes out or write others.
_GAP = r"[-_/. ]*"
_LOOSE_ERASMUS: Final = re.compile(
    rf"(20\d\d){_GAP}([1-3]){_GAP}([A-Z]{{2}}\d\d){_GAP}(KA\d{{3}})(?:{_GAP}([A-Z]{{3}}))?{_GAP}(\d{{3,9}})(_\d{{1,2}})?"
)
_LOOSE_NORDPLUS: Final = re.compile(rf"(NP[A-Z]{{2}}){_GAP}(20\d\d){_GAP}(\d{{5}})")
_APPLICATION_FORM: Final = re.compile(r"KA\d{3}-[A-Z]{3}-[0-9A-F]{8}")


def normalise_reference(text: str) -> str:
    """The reference as its programme writes it; one of no known form only loses needless blanks.

    >>> normalise_reference("2020-1_pl01-KA103 078074")
    '2020-1-PL01-KA103-078074'
    >>> normalise_reference(" NFI/IC/VIAA/2020/4 ")
    'NFI/IC/VIAA/2020/4'
    """
    dashed = "".join(
        "-" if unicodedata.category(sign) == "Pd" else sign for sign in text.replace("\N{MINUS SIGN}", "-")
    )
    written = " ".join(dashed.split())
    if found := _LOOSE_ERASMUS.fullmatch(written.upper()):
        *parts, partner = found.groups()
        return "-".join(part for part in parts if part) + (partner or "")
    if found := _LOOSE_NORDPLUS.fullmatch(written.upper()):
        scheme, year, number = found.groups()
        return f"{scheme}-{year}/{number}"
    is_known = any(form.fullmatch(written.upper()) for form in (*_FORMS.values(), _APPLICATION_FORM))
    return written.upper() if is_known else written


def reference_key(text: str) -> str:
    """A reference or its beginning as it is looked for: small letters, every dash the same."""
    return search_key(text.replace("_", "-"))


def form_of(reference: str) -> ReferenceForm | None:
    """Which known form a reference has once normalised; None for any other."""
    written = normalise_reference(reference)
    return next((name for name, form in _FORMS.items() if form.fullmatch(written)), None)


@lru_cache(maxsize=1024)  # asked for each person of a flow
def read_reference(reference: str) -> ProjectReference | None:
    """The parts of an Erasmus+ reference with its national agency, however its dashes are written; else None.

    >>> read_reference("2021-1-LV01-KA121-VET-000012345").national_agency
    'LV01'
    >>> read_reference("NPAD-2016/10040") is None
    True
    """
    written = normalise_reference(reference)
    for name in ("accreditation_2020", "erasmus_2014", "erasmus_2021"):
        if found := _FORMS[name].fullmatch(written):
            return ProjectReference(
                call_year=int(found["year"]),
                selection_round=int(found["round"]),
                national_agency=found["agency"],
                action=found["action"],
                field=found["field"] or "",
                number=found["number"],
            )
    return None


# Programmes


@dataclass(frozen=True)
class Source:
    """Where something was read; `url` is empty for what has no public address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Action:
    """What a programme pays for, by its code (KA121-VET, NPAD); `titles` by language, English always."""

    code: str
    titles: Mapping[str, str]
    from_year: int
    to_year: int
    status: str

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]


@dataclass(frozen=True)
class Programme:
    """A programme with the years of its calls, both included, and the forms its references have, if any.

    name: the English one; names: those in other languages, where it has them.
    """

    code: str
    name: str
    from_year: int
    to_year: int
    status: str
    source: Source
    forms: tuple[ReferenceForm, ...] = ()
    actions: tuple[Action, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def title(self, language: str) -> str:
        return self.names.get(language) or self.name

    def action(self, code: str) -> Action | None:
        """The action of that code; KA116 stands for KA116-VET where the programme names no fields, as before 2021."""
        known = {action.code: action for action in self.actions}
        return known.get(code) or known.get(code.partition("-")[0])


def programme_of(reference: str, programmes: Mapping[str, Programme]) -> Programme | None:
    """The programme that a reference belongs to; None where its form does not tell."""
    written, form = normalise_reference(reference), form_of(reference)
    if form is None:
        return None
    found = _FORMS[form].fullmatch(written)
    year = int(found["year"]) if found is not None and "year" in found.groupdict() else None
    for programme in programmes.values():
        # A form of one programme tells it; of those with the same form the year does. The accreditation of 2020 is for
        # the programme that began after it.
        if form in programme.forms and (
            year is None or form != "nordplus" or programme.from_year <= year <= programme.to_year
        ):
            return programme
    return None


ReferenceRemark = Literal["unusual", "other_programme", "application_form", "agency_unknown", "action_unknown"]


@dataclass(frozen=True)
class Remark:
    """Something to look at again in a reference that was taken as it stands."""

    code: ReferenceRemark
    values: Mapping[str, str] = field(default_factory=dict)


def remarks_on(
    reference: str,
    programme: Programme | None,
    programmes: Mapping[str, Programme],
    agencies: Set[str] = frozenset(),
) -> tuple[Remark, ...]:
    """What is unusual about a reference; nothing for an empty one, or for a programme whose references have no form.

    agencies: codes of the national agencies there are; not looked at when empty.
    """
    if not reference or (programme is not None and not programme.forms):
        return ()
    if _APPLICATION_FORM.fullmatch(normalise_reference(reference)):
        return (Remark("application_form", {"reference": reference}),)
    told = programme_of(reference, programmes)
    if told is None:
        example = EXAMPLES[programme.forms[0]] if programme is not None else EXAMPLES["erasmus_2021"]
        return (Remark("unusual", {"reference": reference, "example": example}),)
    if programme is not None and told.code != programme.code:
        return (Remark("other_programme", {"reference": reference, "programme": programme.name, "other": told.name}),)
    remarks = []
    parts = read_reference(reference)
    if parts is not None and agencies and parts.national_agency not in agencies:
        remarks.append(Remark("agency_unknown", {"agency": parts.national_agency}))
    if parts is not None and told.action(parts.action_with_field) is None:
        remarks.append(Remark("action_unknown", {"action": parts.action_with_field, "programme": told.name}))
    return tuple(remarks)
