"""From an agreement's rows to what is agreed: the same whoever reads it, in the languages of the paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tilts.accounts.in_languages import InLanguages
from tilts.accounts.schools import current_school
from tilts.agreements.drafting.models import Clause, Conditions
from tilts.agreements.drafting.wordings import LANGUAGES, Values, Wording, filled, wordings
from tilts.agreements.models import Agreement, Party, PlannedActivity
from tilts.core.languages import language_name, text_for
from tilts.documents.wording import long_day

#: Figures of the conditions that say how many go in which direction: name, from which side.
_SEATS = (("learners_out", 1), ("teachers_out", 1), ("learners_in", 2), ("teachers_in", 2))


@dataclass(frozen=True)
class ClauseText:
    """A clause as it stands in the draft."""

    key: str
    titles: dict[str, str]
    texts: dict[str, str]
    is_own: bool = False
    is_changed: bool = False
    is_left_out: bool = False

    @property
    def is_complete(self) -> bool:
        """Does it stand in every language of the paper?"""
        return all(self.titles.values()) and all(self.texts.values())


def content_of(agreement: Agreement) -> dict[str, Any]:
    """What is to be agreed, as JSON values. Sides are told by 1 (who drafts it) and 2, so both sides read the same."""
    codes = languages_of(agreement)
    parties = list(agreement.parties.select_related("partner").prefetch_related("partner__names", "partner__numbers"))
    return {
        "kind": agreement.kind,
        "languages": codes,
        "title": _worded(agreement, "title", codes),
        "parties": [party_content(each, codes) for each in in_order(parties)],
        "framework": _framework(agreement, codes),
        "areas": sorted(agreement.areas),
        "other_areas": _worded(agreement, "other_areas", codes),
        "conditions": _conditions(conditions_of(agreement), codes),
        "term": _term(agreement),
        "plan": [_planned(each, codes) for each in agreement.activities.select_related("responsible__partner")],
        "clauses": [
            {"key": each.key, "title": each.titles, "text": each.texts}
            for each in clauses_of(agreement)
            if not each.is_left_out
        ],
    }


def languages_of(agreement: Agreement) -> list[str]:
    """The languages of its paper; the school's own where nobody has said."""
    return [code for code in agreement.paper_languages if code in LANGUAGES] or [current_school().language]


def conditions_of(agreement: Agreement) -> Conditions:
    """The figures, not yet stored where nobody has given any."""
    return Conditions.objects.filter(agreement=agreement).first() or Conditions(agreement=agreement)


def in_order(parties: Iterable[Party]) -> list[Party]:
    """The school, who signs on its side, then the others."""
    return sorted(parties, key=lambda each: (each.partner_id is not None, not each.is_on_our_side, each.pk))


def side_of(party: Party) -> int:
    """1 for the school and who signs with it, 2 for the others."""
    return 1 if party.partner_id is None or party.is_on_our_side else 2


def name_of_party(party: Party, code: str) -> str:
    """What a party is called on a paper in this language."""
    if party.partner is None:
        return current_school().text("name", code)
    names = {each.language: each.text for each in party.partner.names.all() if each.kind == "official"}
    return names.get(code) or party.partner.name


def party_content(party: Party, codes: Sequence[str]) -> dict[str, Any]:
    """An organisation, never a person."""
    school, partner = current_school(), party.partner
    if partner is None:
        number, country, town = school.registration_number, school.country, school.town
    else:
        numbers = [each.number for each in partner.numbers.all() if each.kind == "registration"]
        number, country, town = next(iter(numbers), ""), partner.country, partner.town
    names = {code: name_of_party(party, code) for code in codes}
    return {"side": side_of(party), "names": names, "registration": number, "country": country, "town": town}


# Clauses


def clauses_of(agreement: Agreement) -> list[ClauseText]:
    """The clauses of the template as this agreement has them, with its own ones between; those left out say so."""
    rows = {each.key: each for each in Clause.objects.filter(agreement=agreement)}
    found = [
        _clause(each, rows.get(each.key), texts)
        for each, texts in _of_template(agreement)
        if any(texts.values()) or (each.key in rows and rows[each.key].texts)
    ]
    for row in sorted((each for each in rows.values() if each.is_own), key=lambda each: -each.position):
        codes = languages_of(agreement)
        own = ClauseText(row.key, _of(row.titles, codes), _of(row.texts, codes), True, True, row.is_left_out)
        found.insert(min(row.position, len(found)), own)
    return found


def template_text(agreement: Agreement, key: str) -> ClauseText | None:
    """A clause as the template alone has it; None for one that is in none."""
    for wording, texts in _of_template(agreement):
        if wording.key == key:
            return _clause(wording, None, texts)
    return None


def _of_template(agreement: Agreement) -> Iterator[tuple[Wording, dict[str, str]]]:
    codes = languages_of(agreement)
    values = {code: values_of(agreement, code) for code in codes}
    for wording in wordings(agreement.kind, agreement.worded_on or timezone.localdate()):
        yield wording, {code: filled(wording, code, values[code]) for code in codes}


def _clause(wording: Wording, row: Clause | None, texts: dict[str, str]) -> ClauseText:
    titles = {code: wording.title[code] for code in texts}
    if row is None:
        return ClauseText(wording.key, titles, texts)
    if row.texts:
        titles, texts = _of(row.titles, list(texts)), _of(row.texts, list(texts))
    return ClauseText(wording.key, titles, texts, False, bool(row.texts), row.is_left_out)


def _of(texts: dict[str, str], codes: Sequence[str]) -> dict[str, str]:
    return {code: texts.get(code, "") for code in codes}


def values_of(agreement: Agreement, code: str) -> Values:
    """What the clauses may say of an agreement, in the words of a language."""
    conditions = conditions_of(agreement)
    with override(code):
        words = {
            "areas": ", ".join(_area_names(agreement, code)),
            "framework": agreement.framework.wording("title", code) if agreement.framework else "",
            "weeks": _weeks(conditions),
            "training": conditions.wording("training", code),
            "costs": conditions.wording("costs", code),
            "valid_from": long_day(agreement.valid_from, code) if agreement.valid_from else "",
            "valid_until": long_day(agreement.valid_until, code) if agreement.valid_until else "",
            "renewal_months": _months(agreement.renewal_months),
            "notice_months": _months(agreement.notice_months),
            "languages": ", ".join(language_name(each, code) for each in languages_of(agreement)),
        }
        seats = [{"seat": sentence} for sentence in _seats(agreement, conditions, code)]
    flags = {name for name, text in words.items() if text} | _flags(agreement, conditions)
    return Values(frozenset(flags | ({"seats"} if seats else set())), words, {"seats": seats})


def _flags(agreement: Agreement, conditions: Conditions) -> set[str]:
    there = {
        "has_training": conditions.has_training,
        "planned": agreement.activities.exists(),
        "no_costs": not conditions.costs,
        "no_from": agreement.valid_from is None,
        "open_ended": agreement.is_open_ended,
        "renewal": agreement.renewal == Agreement.Renewal.AUTOMATIC and bool(agreement.renewal_months),
        "two_languages": len(languages_of(agreement)) > 1,
    }
    return {name for name, is_there in there.items() if is_there}


def _area_names(agreement: Agreement, code: str) -> list[str]:
    named = [str(area.label) for area in Agreement.Area if area.value in agreement.areas]
    others = agreement.wording("other_areas", code)
    return [name[:1].lower() + name[1:] for name in named] + ([others] if others else [])


def _weeks(conditions: Conditions) -> str:
    first, last = conditions.weeks_from or conditions.weeks_to, conditions.weeks_to or conditions.weeks_from
    if not first or not last:
        return ""
    weeks = str(first) if first == last else f"{first}–{last}"
    return ngettext("%(weeks)s week", "%(weeks)s weeks", last) % {"weeks": weeks}


def _months(count: int | None) -> str:
    return ngettext("%(count)s month", "%(count)s months", count) % {"count": count} if count else ""


def _seats(agreement: Agreement, conditions: Conditions, code: str) -> Iterator[str]:
    """One sentence for each direction in which somebody goes."""
    names: dict[int, list[str]] = {1: [], 2: []}
    for party in in_order(agreement.parties.select_related("partner").prefetch_related("partner__names")):
        names[side_of(party)].append(name_of_party(party, code))
    for side, learners, teachers in (
        (1, conditions.learners_out, conditions.teachers_out),
        (2, conditions.learners_in, conditions.teachers_in),
    ):
        people = [
            *([_("learners a year: %(count)s") % {"count": learners}] if learners else []),
            *([_("teachers a year: %(count)s") % {"count": teachers}] if teachers else []),
        ]
        if people and names[1] and names[2]:
            way = f"{', '.join(names[side])} → {', '.join(names[3 - side])}"
            yield _("%(way)s: %(people)s.") % {"way": way, "people": "; ".join(people)}


# Values


def _worded(row: InLanguages, name: str, codes: Sequence[str]) -> dict[str, str]:
    """A text in each of the languages, or the nearest there is; empty where there is none."""
    return {code: text_for(row.texts[name], code)[0] for code in codes} if row.texts[name] else {}


def _framework(agreement: Agreement, codes: Sequence[str]) -> dict[str, Any]:
    if agreement.framework is None:
        return {}
    version = agreement.framework.versions.filter(in_force_on__isnull=False, replaced_on=None).first()
    return {"title": _worded(agreement.framework, "title", codes), "hash": version.content_hash if version else ""}


def _conditions(conditions: Conditions, codes: Sequence[str]) -> dict[str, Any]:
    figures: dict[str, Any] = {name: getattr(conditions, name) for name in ("weeks_from", "weeks_to")}
    figures |= {f"{name.partition('_')[0]}_from_{side}": getattr(conditions, name) for name, side in _SEATS}
    found = {name: value for name, value in figures.items() if value is not None}
    if conditions.has_training:
        found["training"] = _worded(conditions, "training", codes)
    if conditions.costs:
        found["costs"] = _worded(conditions, "costs", codes)
    return found


def _term(agreement: Agreement) -> dict[str, Any]:
    term: dict[str, Any] = {
        "from": _iso(agreement.valid_from),
        "until": _iso(agreement.valid_until),
        "is_open_ended": agreement.is_open_ended,
        "notice_months": agreement.notice_months,
    }
    if agreement.renewal == Agreement.Renewal.AUTOMATIC:
        term["renewal_months"] = agreement.renewal_months or 0
    return term


def _planned(activity: PlannedActivity, codes: Sequence[str]) -> dict[str, Any]:
    who = activity.responsible
    return {
        "what": _worded(activity, "text", codes),
        "by": _iso(activity.by_on),
        "condition": _worded(activity, "condition", codes),
        "responsible": {code: name_of_party(who, code) for code in codes} if who else {},
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def paper_language_choices() -> list[tuple[str, str]]:
    """The languages in which a paper can be drafted."""
    return [(code, name) for code, name in settings.LANGUAGES if code in LANGUAGES]
