"""Words in which the demo's schools are told: each makes a record with its parts. All need `in_school`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tilts.accounts.schools import current_school
from tilts.agreements.actions import keep_agreement
from tilts.agreements.models import Agreement, PlannedActivity, Signatory
from tilts.agreements.queries import parties_of
from tilts.core.partial_dates import PartialDate, read_partial_date
from tilts.core.places import Point, town
from tilts.mobilities.models import PastActivity
from tilts.partners.models import (
    Encounter,
    Partner,
    PartnerContact,
    PartnerGroup,
    PartnerGroupMember,
    PartnerName,
    PartnerNumber,
    PartnerSite,
    StudyProgramme,
)
from tilts.people.models import Person
from tilts.projects.models import Project, ProjectOrganisation, ProjectRole

#: A text that is the same in every language, or by language, the school's own among them.
Text = str | Mapping[str, str]

#: Field of education (ISCED-F), level (EQF), titles by language; perhaps the units, one on a line, by language.
Programme = tuple[str, int, Mapping[str, str]] | tuple[str, int, Mapping[str, str], Mapping[str, str]]


def worded(**facts: Any) -> dict[str, Any]:
    """Facts with texts by language, as a row keeps them: the school's own text in its column, the others beside."""
    own, others = current_school().language, dict[str, dict[str, str]]()
    for name, texts in facts.items():
        for code, text in texts.items() if isinstance(texts, Mapping) else ():
            if code != own:
                others.setdefault(code, {})[name] = text
    kept = {name: fact[own] if isinstance(fact, Mapping) else fact for name, fact in facts.items()}
    return kept | {"in_other_languages": others}


def place_of(name: str, country: str) -> Point:
    """Where a town lies; raises LookupError for one that Tilts does not know."""
    found = town(name, country)
    if found is None:
        raise LookupError(f"no town {name} in {country}")
    return found.point


def partner(
    name: str,
    kind: str,
    country: str,
    place_name: str,
    *,
    names: Iterable[tuple[str, str, str]] = (),
    numbers: Mapping[str, str] | None = None,
    contacts: Iterable[Mapping[str, str]] = (),
    sites: Iterable[tuple[str, Point]] = (),
    teaches: Iterable[Programme] = (),
    **facts: Any,
) -> Partner:
    """An organisation. names: text, language, kind; sites: town and where it lies; teaches: see Programme."""
    place = place_of(place_name, country)
    made = Partner.objects.create(
        name=name,
        kind=kind,
        country=country,
        town=place_name,
        latitude=place.latitude,
        longitude=place.longitude,
        **facts,
    )
    for text, language, name_kind in names:
        PartnerName.objects.create(partner=made, text=text, language=language, kind=name_kind)
    for number_kind, number in (numbers or {}).items():
        PartnerNumber.objects.create(partner=made, kind=number_kind, number=number)
    for contact in contacts:
        PartnerContact.objects.create(partner=made, **contact)
    for site_town, point in sites:
        PartnerSite.objects.create(
            partner=made, town=site_town, country=country, latitude=point.latitude, longitude=point.longitude
        )
    programmes(teaches, of=made)
    return made


def programmes(taught: Iterable[Programme], of: Partner | None = None) -> None:
    """What a partner teaches, or the school itself."""
    for isced_code, eqf_level, titles, *units in taught:
        StudyProgramme.objects.create(
            partner=of,
            isced_code=isced_code,
            eqf_level=eqf_level,
            titles=dict(titles),
            units=dict(*units),
        )


def encounter(partner: Partner, kind: str, on: str, **facts: Any) -> Encounter:
    """A contact or a visit, as far as its day is known."""
    when = known(on)
    return Encounter.objects.create(
        partner=partner, kind=kind, on=when.first_day, on_precision=when.precision, **worded(**facts)
    )


def group(name: Text, members: Iterable[Partner], note: Text = "") -> PartnerGroup:
    """Partners under one name."""
    made = PartnerGroup.objects.create(**worded(name=name, note=note))
    for member in members:
        PartnerGroupMember.objects.create(group=made, partner=member)
    return made


def project(
    title: str,
    begins: str,
    ends: str,
    organisations: Iterable[tuple[Partner, str]] = (),
    *,
    means: Mapping[str, str] | None = None,
    **facts: Any,
) -> Project:
    """A project from `begins` to `ends`, each as far as it is known; organisations with their roles.

    means: what its official title means, by language.
    """
    first, last = known(begins), known(ends)
    made = Project.objects.create(
        title=title,
        in_other_languages={code: {"title": text} for code, text in (means or {}).items()},
        starts_on=first.first_day,
        starts_precision=first.precision,
        ends_on=last.last_day,
        ends_precision=last.precision,
        **facts,
    )
    for each, role in organisations:
        ProjectOrganisation.objects.create(project=made, partner=each, role=ProjectRole(role))
    return made


def agreement(
    title: Text,
    partners: Sequence[Partner],
    *,
    signed: str = "",
    signatories: Iterable[tuple[Partner | None, Mapping[str, Text]]] = (),
    planned: Iterable[tuple[Text, Text]] = (),
    **facts: Any,
) -> Agreement:
    """An agreement. signatories: for whom (None: the school itself) and who; planned: what and on what condition."""
    day = known(signed) if signed else None
    made = keep_agreement(
        Agreement(
            signed_on=day and day.first_day,
            signed_precision=day.precision if day else "day",
            **worded(title=title, **facts),
        ),
        partners,
    )
    parties = {party.partner: party for party in parties_of(made)}
    for whom, who in signatories:
        Signatory.objects.create(party=parties[whom], **worded(**who))
    for text, condition in planned:
        PlannedActivity.objects.create(agreement=made, **worded(text=text, condition=condition))
    return made


def past(title: Text, kind: str, direction: str, begins: str, ends: str = "", **facts: Any) -> PastActivity:
    """Something done before Tilts, from `begins` to `ends`, each as far as it is known."""
    first, last = known(begins), known(ends) if ends else None
    if (with_one := facts.get("partner")) is not None:
        facts = {"country": with_one.country, "town": with_one.town} | facts
    return PastActivity.objects.create(
        kind=kind,
        direction=direction,
        begins_on=first.first_day,
        begins_precision=first.precision,
        ends_on=last and last.last_day,
        ends_precision=last.precision if last else "day",
        **worded(title=title, **facts),
    )


def staff(people: Iterable[tuple[str, str, date]]) -> list[Person]:
    """Teachers by given names, family name and date of birth."""
    return [
        Person.objects.create(given_names=given, family_name=family, born_on=born_on, kind=Person.Kind.STAFF)
        for given, family, born_on in people
    ]


def known(text: str) -> PartialDate:
    """A date as far as it is known: "2017", "9.2017", "2.9.2017"."""
    found = read_partial_date(text)
    if found is None:
        raise ValueError(f"no date: {text!r}")
    return found
