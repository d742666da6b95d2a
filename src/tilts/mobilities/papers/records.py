"""What the papers of a flow are made from. Texts are in the language of the paper, except names."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from tilts.people.rules import is_minor


class Role(StrEnum):
    LEARNER = "learner"
    STAFF = "staff"
    ACCOMPANYING = "accompanying"


class GrantStatus(StrEnum):
    FINAL = "final"
    PROVISIONAL = "provisional"  # a figure is not confirmed
    IMPOSSIBLE = "impossible"  # a figure is missing: there is no sum to agree on


class ParameterStatus(StrEnum):
    CONFIRMED = "confirmed"
    DERIVED = "derived"
    RECALLED = "recalled"
    EXAMPLE = "example"  # entered for a demonstration
    MISSING = "missing"


@dataclass(frozen=True)
class IssueRecord:
    """What makes this one paper: its number and day, language and standing."""

    number: str
    issued_on: date
    language: str  # "en", "lv" or "ka"
    is_specimen: bool = False
    funding_statement: str = ""  # as the funder prescribes it; empty where no funding is recorded
    funding_language: str = ""  # of the statement; empty: the paper's


@dataclass(frozen=True)
class SchoolRecord:
    """The school that issues the paper."""

    name: str
    registration_number: str
    address: str
    town: str
    country: str  # ISO 3166-1 alpha-2
    director: str
    director_role: str = ""  # as the school words it ("direktore"); empty: "Director"
    postcode: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    mark: bytes | None = None  # emblem: PNG, JPEG or SVG
    safety_instruction: str = ""  # the school's own rules, one on a line; empty: ours


@dataclass(frozen=True)
class OrganisationRecord:
    """One side of a stay: who sends or who hosts."""

    name: str
    town: str
    country: str  # ISO 3166-1 alpha-2
    address: str = ""
    signatory: str = ""  # who signs for it, if known beforehand
    signatory_role: str = ""


@dataclass(frozen=True)
class FlowRecord:
    """A planned stay, of a group or of one person. Days of activity are the first and the last, travel not counted."""

    title: str
    project_title: str
    project_reference: str
    activity: str  # kind of activity in words
    sending: OrganisationRecord
    host: OrganisationRecord
    starts_on: date
    ends_on: date
    travel_days: int = 0  # there and back together
    learning_outcomes: str = ""  # this and the next three as typed, over several lines; empty: not known yet
    programme: str = ""
    insurance: str = ""
    journey: str = ""

    @property
    def departs_on(self) -> date:
        """The day the journey begins: half of the travel days lie before the stay, the odd one with them.

        >>> venue = OrganisationRecord("Berufsschule", "Dresden", "DE")
        >>> days = (date(2022, 5, 2), date(2022, 5, 20))
        >>> flow = FlowRecord("May", "Prakse", "2021-1", "Stay", venue, venue, *days, travel_days=3)
        >>> flow.departs_on, flow.returns_on
        (datetime.date(2022, 4, 30), datetime.date(2022, 5, 21))
        """
        return self.starts_on - timedelta(days=(self.travel_days + 1) // 2)

    @property
    def returns_on(self) -> date:
        """The day the journey ends."""
        return self.ends_on + timedelta(days=self.travel_days // 2)


@dataclass(frozen=True)
class ContactRecord:
    """Who is called in an emergency."""

    name: str
    relation: str
    phone: str


@dataclass(frozen=True)
class PersonRecord:
    """Somebody who travels."""

    given_names: str
    family_name: str
    role: Role
    born_on: date | None = None
    group: str = ""
    guardian: str = ""  # parent or legal guardian of a minor
    phone: str = ""
    guardian_phone: str = ""
    guardian_email: str = ""
    guardian_relation: str = ""  # "mother"
    other_guardians: tuple[ContactRecord, ...] = ()  # who sign a consent beside the first
    emergency: tuple[ContactRecord, ...] = ()
    payee: str = ""  # whose account the grant is paid to
    account: str = ""  # IBAN in groups of four, or masked for who may not see it

    @property
    def name(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()

    @property
    def listed_name(self) -> str:
        """As in a list: family name first."""
        return f"{self.family_name} {self.given_names}".strip()

    def is_minor_on(self, day: date) -> bool:
        """Under 18 on the day; False if the date of birth is not known."""
        return self.born_on is not None and is_minor(self.born_on, day)


@dataclass(frozen=True)
class OrderRecord:
    """The number and day that the school gives an order; what is empty is filled in by hand."""

    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True)
class FundingRecord:
    """The grants of all who travel."""

    total: Decimal
    is_provisional: bool = False
    currency: str = "EUR"  # ISO 4217


@dataclass(frozen=True)
class StayRecord:
    """One person's stay: days of activity, both ends included, and the funded days of travel beside them."""

    starts_on: date
    ends_on: date
    activity_days: int
    travel_days: int = 0


@dataclass(frozen=True)
class ParameterRecord:
    """A figure that a line of the grant rests on."""

    title: str
    value: str  # with its unit: "55 EUR per day"
    valid_from: str  # since when it holds, in words: "call 2021"
    status: ParameterStatus
    source: str  # title of the document, table included
    source_url: str = ""


@dataclass(frozen=True)
class GrantLineRecord:
    label: str  # category: "Travel"
    amount: Decimal
    sentence: str  # why it is this sum
    parameters: tuple[ParameterRecord, ...] = ()
    share: str = ""  # what of it is bought or provided; empty: all is paid to the person


@dataclass(frozen=True)
class InstalmentRecord:
    amount: Decimal
    condition: str  # when it is paid


@dataclass(frozen=True)
class GrantRecord:
    lines: tuple[GrantLineRecord, ...]
    status: GrantStatus
    currency: str = "EUR"  # ISO 4217
    problems: tuple[str, ...] = ()  # why the grant is not final, in sentences
    instalments: tuple[InstalmentRecord, ...] = ()  # empty: the agreement does not speak of them
    bought: Decimal = Decimal(0)  # of the total, by the school
    provided: Decimal = Decimal(0)  # of the total, by the host

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def to_person(self) -> Decimal:
        """What is paid out: the total without what is bought or provided."""
        return self.total - self.bought - self.provided
