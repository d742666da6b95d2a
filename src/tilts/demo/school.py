"""What a school of the demo is given as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tilts.accounts.roles import Role


@dataclass(frozen=True)
class DemoSchool:
    """A school of the demo with the people who work there, and what fills its rooms."""

    slug: str
    name: str
    town: str
    country: str
    language: str
    address: str
    registration_number: str
    oid: str  # invented
    director: str
    people: tuple[tuple[Role, str, str], ...]  # role, given name, family name
    fill: Callable[[], None]  # called once, inside the school
    names: Mapping[str, str]  # in other languages
    introductions: Mapping[str, str]  # who the school is, by language, for its public pages
    #: Office of the director in the school's own language; address and office in others, as `School.text` has them.
    director_office: str = ""
    worded: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
