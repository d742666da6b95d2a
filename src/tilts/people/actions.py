"""Writes: what a class list and a personal link tell of people, keys of sealed data."""

from collections.abc import Iterable

from django.db import transaction

from tilts.core.encryption import models_with_sealed_fields, reseal
from tilts.core.names import search_key
from tilts.people.answers import Answers
from tilts.people.models import BankAccount, EmergencyContact, Guardian, Need, Person, TravelDocument


@transaction.atomic
def keep_answers(person: Person, answers: Answers, *, by_link: bool) -> frozenset[str]:
    """Keep what was answered of a person; the groups (see `answers.GROUPS`) that were.

    A newer answer takes the place of an older one, an empty one changes nothing; the same answers a second time
    change nothing either. by_link: somebody without an account gave them, which the person's page then says.
    """
    # Answers from two windows at once follow each other.
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    groups = answers.groups
    if "contact" in groups:
        _fill(person, {"address": answers.address, "phone": answers.phone, "email": answers.email}, overwrite=True)
    if "bank" in groups:
        payee = answers.payee or BankAccount.Payee.PERSON
        BankAccount.objects.update_or_create(
            person=person,
            defaults={
                "iban": answers.iban,
                "bic": answers.bic,
                "payee": payee,
                "payee_name": "" if payee == BankAccount.Payee.PERSON else answers.payee_name,
                "by_link": by_link,
            },
        )
    if "document" in groups and answers.document_expires_on:
        TravelDocument.objects.update_or_create(
            person=person,
            defaults={
                "kind": answers.document_kind or TravelDocument.Kind.IDENTITY_CARD,
                "number": answers.document_number,
                "country": answers.document_country,
                "expires_on": answers.document_expires_on,
                "by_link": by_link,
            },
        )
    if "emergency" in groups:
        EmergencyContact.objects.update_or_create(
            person=person,
            defaults={
                "name": answers.emergency_name,
                "relation": answers.emergency_relation,
                "phone": answers.emergency_phone,
                "by_link": by_link,
            },
        )
    if "guardian" in groups:
        _keep_guardian(
            person,
            Guardian(
                name=answers.guardian_name,
                relation=answers.guardian_relation,
                phone=answers.guardian_phone,
                email=answers.guardian_email,
            ),
            list(person.guardians.all()),
        )
    # Sealed texts can't be looked for: those of one person are few.
    if "needs" in groups and answers.needs not in {need.text for need in person.needs.all()}:
        Need.objects.create(person=person, text=answers.needs, by_link=by_link)
    return groups


def keep_guardians(guardians: Iterable[Guardian]) -> None:
    """Keep guardians from a class list, each with its saved person: blanks are filled, nothing is overwritten.

    Who has no guardian yet gets this one; the same one (by name, or of a person whose only guardian has none) gets what
    was blank; where others are known already, the list adds none. Two queries for any number of new ones.
    """
    wanted = list(guardians)
    known: dict[int, list[Guardian]] = {}
    for guardian in Guardian.objects.filter(person__in=[each.person_id for each in wanted]):
        known.setdefault(guardian.person_id, []).append(guardian)
    new = []
    for guardian in wanted:
        there = known.get(guardian.person_id, [])
        if same := _same(guardian, there):
            _fill(same, _texts(guardian), overwrite=False)
        elif not there:
            new.append(guardian)
    Guardian.objects.bulk_create(new)


@transaction.atomic
def reseal_people() -> int:
    """Seal the current school's sensitive data with the newest key; how many rows were sealed with an older one."""
    # Locked, so that nothing that somebody changes meanwhile is put back.
    return sum(
        reseal(model._default_manager.select_for_update(no_key=True).iterator())
        for model in models_with_sealed_fields()
    )


def _keep_guardian(person: Person, guardian: Guardian, there: list[Guardian]) -> None:
    if same := _same(guardian, there):
        _fill(same, _texts(guardian), overwrite=True)
    else:
        guardian.person = person
        guardian.save()


def _same(guardian: Guardian, there: list[Guardian]) -> Guardian | None:
    name = search_key(guardian.name)
    for each in there:
        if search_key(each.name) == name:
            return each
    only = there[0] if len(there) == 1 else None
    return only if only and not (only.name and guardian.name) else None


def _texts(guardian: Guardian) -> dict[str, str]:
    return {name: getattr(guardian, name) for name in ("name", "relation", "phone", "email")}


def _fill(row: Person | Guardian, texts: dict[str, str], *, overwrite: bool) -> None:
    """Write the texts that are not empty into the row: into blanks alone, unless it may overwrite."""
    changed = {
        name: text
        for name, text in texts.items()
        if text and text != getattr(row, name) and (overwrite or not getattr(row, name))
    }
    for name, text in changed.items():
        setattr(row, name, text)
    if changed:
        row.save(update_fields=list(changed))
