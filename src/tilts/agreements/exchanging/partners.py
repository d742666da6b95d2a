"""Who a party of a letter is here: the school itself, a partner it has, or a new one."""

from typing import Any

from tilts.accounts.models import School
from tilts.core.names import search_key
from tilts.core.places import town
from tilts.partners.models import Partner, PartnerName, PartnerNumber


def is_party(school: School, party: dict[str, Any]) -> bool:
    """Is this party the school? By its registration number, or else by any of its names."""
    if party["registration"] and party["registration"] == school.registration_number:
        return True
    names = {school.name, *(texts.get("name", "") for texts in school.in_other_languages.values())}
    return bool({search_key(each) for each in names if each} & _keys(party))


def partner_of(party: dict[str, Any], codes: list[str]) -> Partner:
    """The partner of this registration number or of one of these names, or a new one."""
    numbered = PartnerNumber.objects.filter(kind="registration", number=party["registration"] or None)
    if (number := numbered.first()) is not None:
        return Partner.objects.get(pk=number.partner_id)
    if (named := Partner.objects.filter(search_key__in=_keys(party)).first()) is not None:
        return named
    if (other := PartnerName.objects.filter(search_key__in=_keys(party)).first()) is not None:
        return Partner.objects.get(pk=other.partner_id)
    return _new_partner(party, codes)


def _new_partner(party: dict[str, Any], codes: list[str]) -> Partner:
    place = town(party["town"], party["country"])
    partner = Partner.objects.create(
        name=party["names"][codes[0]],
        country=party["country"],
        town=party["town"],
        latitude=place.point.latitude if place else 0,
        longitude=place.point.longitude if place else 0,
    )
    for code in codes[1:]:
        if (text := party["names"][code]) != partner.name:
            PartnerName.objects.create(partner=partner, text=text, language=code)
    return partner


def _keys(party: dict[str, Any]) -> set[str]:
    return {search_key(each) for each in party["names"].values()}
