"""What a project reference tells. Pure."""

import re
from dataclasses import dataclass

# Forms of the references of Erasmus+ projects, by programme period; the first is printed with an
# underscore by some agencies.
_FORMS = (
    re.compile(
        r"(?P<year>20(?:1[4-9]|20))-(?P<round>[1-3])-(?P<agency>[A-Z]{2}\d{2})[-_](?P<action>KA\d{3})"
        r"(?:-(?P<field>[A-Z]{3}))?-(?P<number>\d{3,6})(?:_\d{1,2})?"
    ),
    re.compile(
        r"(?P<year>202[1-7])-(?P<round>[1-3])-(?P<agency>[A-Z]{2}\d{2})-(?P<action>KA\d{3})"
        r"-(?P<field>SCH|VET|ADU|HED|YOU|SPO)-(?P<number>\d{9})"
    ),
)


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


def read_reference(reference: str) -> ProjectReference | None:
    """The parts of an Erasmus+ reference; None for any other form.

    >>> read_reference("2021-1-LV01-KA121-VET-000012345").national_agency
    'LV01'
    >>> read_reference("NPAD-2016/10040") is None
    True
    """
    for form in _FORMS:
        if found := form.fullmatch(reference.strip()):
            return ProjectReference(
                call_year=int(found["year"]),
                selection_round=int(found["round"]),
                national_agency=found["agency"],
                action=found["action"],
                field=found["field"] or "",
                number=found["number"],
            )
    return None
