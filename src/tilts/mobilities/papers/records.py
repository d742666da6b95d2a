"""What the papers of a flow are made from. Texts are in the language of the paper, except names."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

AGE_OF_MAJORITY = 18  # years, in Latvia (Civil Law, section 219) and in Georgia (Civil Code, article 12)


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


@dataclass(frozen=True)
class SchoolRecord:
    """The sending school."""

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
    mark: bytes | None = None  # emblem: PNG, JPEG or SVG


@dataclass(frozen=True)
class HostRecord:
    """The hosting organisation."""

    name: str
    town: str
    country: str  # ISO 3166-1 alpha-2
    address: str = ""
    signatory: str = ""  # who confirms attendance, if known beforehand
    signatory_role: str = ""


@dataclass(frozen=True)
class FlowRecord:
    """The planned stay of a group. Days of activity are the first and the last, travel not counted."""

    title: str
    project_title: str
    project_reference: str
    activity: str  # kind of activity in words
    host: HostRecord
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class PersonRecord:
    given_names: str
    family_name: str
    role: Role
    born_on: date | None = None
    group: str = ""
    guardian: str = ""  # parent or legal guardian of a minor

    @property
    def name(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()

    @property
    def listed_name(self) -> str:
        """As in a list: family name first."""
        return f"{self.family_name} {self.given_names}".strip()

    def is_minor_on(self, day: date) -> bool:
        """Under 18 on the day; False if the date of birth is not known.

        Who was born on 29 February comes of age on 1 March.
        """
        if self.born_on is None:
            return False
        birthday_is_over = (day.month, day.day) >= (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - (not birthday_is_over) < AGE_OF_MAJORITY


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

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))
