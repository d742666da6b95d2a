"""Writes: partners with their numbers, groups, and the directory that all schools read."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, transaction

from tilts.partners import directory, rules
from tilts.partners.models import (
    DirectoryEntry,
    DirectoryWord,
    Partner,
    PartnerGroup,
    PartnerGroupMember,
    PartnerNumber,
)
from tilts.partners.rules.spelling import traces

_BATCH = 1000


@transaction.atomic
def save_partner(partner: Partner, numbers: Mapping[rules.Number, Iterable[str]]) -> Partner:
    """Save a partner with exactly these numbers, each in the form of `rules.read_number`."""
    wanted = {(kind.value, number) for kind, each in numbers.items() for number in each}
    there = {(number.kind, number.number): number for number in partner.numbers.all()} if partner.pk else {}
    partner.save()
    for gone in there.keys() - wanted:
        there[gone].delete()
    for kind, number in sorted(wanted - there.keys()):
        PartnerNumber.objects.create(partner=partner, kind=kind, number=number)
    return partner


@transaction.atomic
def save_group(group: PartnerGroup, members: Iterable[Partner]) -> PartnerGroup:
    """Save a group with exactly these partners in it."""
    group.save()
    wanted = {partner.pk for partner in members}
    there = set(group.members.values_list("partner", flat=True))
    group.members.filter(partner__in=there - wanted).delete()
    for partner in sorted(wanted - there):
        PartnerGroupMember.objects.create(group=group, partner_id=partner)
    return group


@transaction.atomic
def update_directory(listed: Iterable[directory.Listed]) -> int:
    """Take organisations into the directory; what newer lists said of a known one stays. Returns how many were read.

    The app may not do this: the connection must work as the owner (`core.database.as_owner`).
    """
    read = directory.merged(listed)
    numbers = {number for each in read.values() for number in (each.oid, each.accreditation) if number}
    known = {
        (entry.country, entry.search_key): _listed(entry)
        for entry in DirectoryEntry.objects.iterator(chunk_size=_BATCH)
        if (entry.country, entry.search_key) in read or {entry.oid, entry.accreditation} & numbers
    }
    kept = directory.one_each(directory.merged([*known.values(), *read.values()]))
    for country, key in known.keys() - kept.keys():  # now a further name of another
        DirectoryEntry.objects.filter(country=country, search_key=key).delete()
    entries = [_entry(each) for each in kept.values()]
    DirectoryEntry.objects.bulk_create(
        entries,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["country", "search_key"],
        update_fields=[*_FIELDS, "other_names", "search_words"],
    )
    keep_words(entry.search_words for entry in entries)
    return len(entries)


def keep_words(texts: Iterable[str]) -> None:
    """Keep each word of the texts under what it may be misspelt as."""
    there = {word for text in texts for word in text.split() if traces(word)}
    for start in range(0, len(ordered := sorted(there)), _BATCH):
        DirectoryWord.objects.bulk_create(
            [DirectoryWord(word=word, traces=traces(word)) for word in ordered[start : start + _BATCH]],
            ignore_conflicts=True,
        )


def fill_directory(**_signal: Any) -> None:
    """After a migration: the organisations that come with the package, unless there are some already."""
    is_there = DirectoryEntry._meta.db_table in connection.introspection.table_names()
    if is_there and not DirectoryEntry.objects.exists():
        update_directory(directory.packaged())


_FIELDS = ("name", "town", "address", "kind", "website", "oid", "accreditation", "call_year")


def _listed(entry: DirectoryEntry) -> directory.Listed:
    return directory.Listed(
        country=entry.country,
        other_names=tuple(entry.other_names),
        **{name: getattr(entry, name) for name in _FIELDS},
    )


def _entry(listed: directory.Listed) -> DirectoryEntry:
    found_by = rules.words(listed.name, *listed.other_names, listed.town, listed.oid, listed.accreditation)
    return DirectoryEntry(
        country=listed.country,
        search_key=listed.key[1],
        search_words=" ".join(sorted(found_by)),
        other_names=list(listed.other_names),
        **{name: getattr(listed, name) for name in _FIELDS},
    )
