"""What somebody answers by a personal link, as plain data. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

#: What can be asked for, each with its fields.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "contact": ("address", "phone", "email"),
    "bank": ("iban", "bic", "payee", "payee_name"),
    "document": ("document_kind", "document_number", "document_country", "document_expires_on"),
    "emergency": ("emergency_name", "emergency_relation", "emergency_phone"),
    "guardian": ("guardian_name", "guardian_relation", "guardian_phone", "guardian_email"),
    "needs": ("needs",),
}

#: Of a group the fields without each of which it says nothing; of the others any field will do.
_NECESSARY: Final[Mapping[str, tuple[str, ...]]] = {
    "bank": ("iban",),
    "document": ("document_number", "document_country", "document_expires_on"),
    "emergency": ("emergency_name", "emergency_phone"),
    "guardian": ("guardian_name",),
}


@dataclass(frozen=True)
class Answers:
    """Clean values, as `forms.AnswersForm` gives them; what is empty was not answered and changes nothing."""

    address: str = ""
    phone: str = ""  # E.164, as every phone here
    email: str = ""
    iban: str = ""  # as `rules.read_iban` gives it
    bic: str = ""
    payee: str = ""  # a BankAccount.Payee
    payee_name: str = ""
    document_kind: str = ""  # a TravelDocument.Kind
    document_number: str = ""
    document_country: str = ""  # ISO 3166
    document_expires_on: date | None = None
    emergency_name: str = ""
    emergency_relation: str = ""
    emergency_phone: str = ""
    guardian_name: str = ""
    guardian_relation: str = ""
    guardian_phone: str = ""
    guardian_email: str = ""
    needs: str = ""

    def __repr__(self) -> str:
        return f"<Answers: {', '.join(sorted(self.groups)) or 'none'}>"

    @property
    def groups(self) -> frozenset[str]:
        """The names in GROUPS that were answered."""
        return frozenset(
            name
            for name, fields in GROUPS.items()
            if (all if name in _NECESSARY else any)(getattr(self, field) for field in _NECESSARY.get(name, fields))
        )


def fields_of(groups: Iterable[str]) -> tuple[str, ...]:
    """The fields of these groups, in the order of the form. Raises KeyError for a group there is not."""
    wanted = set(groups)
    if unknown := wanted - GROUPS.keys():
        raise KeyError(sorted(unknown)[0])
    return tuple(field for name, fields in GROUPS.items() if name in wanted for field in fields)
