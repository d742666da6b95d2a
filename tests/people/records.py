"""What belongs to an invented person, for tests; needs `in_school`."""

from datetime import date

from tests.factories import PersonFactory
from tilts.people.models import BankAccount, Consent, EmergencyContact, Guardian, Need, Person, TravelDocument

IBAN = "LV80BANK0000435195001"
DOCUMENT_NUMBER = "LV1234567"
NEED = "Diabetes, insulin in the fridge"


def whole_person() -> Person:
    """A minor of whom everything is known."""
    person = PersonFactory(given_names="Elīna", family_name="Ozolkalne", born_on=date(2008, 6, 1))
    Guardian.objects.create(person=person, name="Dace Ozolkalne", relation="mother", phone="+37126100200")
    BankAccount.objects.create(person=person, iban=IBAN, payee="guardian", payee_name="Dace Ozolkalne")
    TravelDocument.objects.create(
        person=person, kind="passport", number=DOCUMENT_NUMBER, country="LV", expires_on=date(2030, 1, 31)
    )
    EmergencyContact.objects.create(person=person, name="Pēteris Ozolkalns", phone="+37126100300")
    Consent.objects.create(person=person, purpose="photos", given_on=date(2022, 2, 1), given_by="Dace Ozolkalne")
    Need.objects.create(person=person, kind="health", text=NEED, has_fewer_opportunities=True)
    return person
