"""Why a line pays what it pays, so that the reader can redo the sum by hand."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tilts.funding.rules import DaysAtRate, Line, Reason
from tilts.funding.sentences.words import PARTICIPANTS, country, eur, is_without_group, number, worded


def line_sentence(line: Line) -> str:
    """Why a line pays what it pays, so that the reader can redo the sum by hand."""
    return _REASONS[line.reason](line)


def _travel_too_near(line: Line) -> str:
    return _("%(distance)s km one way: travel of less than %(edge)s km is not paid.") % {
        "distance": number(line.values["distance_km"]),
        "edge": number(line.values["to_km"]),
    }


def _travel_standard(line: Line) -> str:
    return _("%(distance)s km one way, band %(band)s: %(amount)s for the return trip.") % _travel_values(line)


def _travel_green(line: Line) -> str:
    return _(
        "%(distance)s km one way, band %(band)s: %(amount)s for the return trip, the amount for green travel."
    ) % _travel_values(line)


def _travel_green_as_standard(line: Line) -> str:
    return _(
        "%(distance)s km one way, band %(band)s: %(amount)s for the return trip. This band pays no more for green "
        "travel."
    ) % _travel_values(line)


def _travel_values(line: Line) -> dict[str, str]:
    from_km, to_km = line.values["from_km"], line.values["to_km"]
    if isinstance(to_km, int):
        band = _("%(from_km)s to %(to_km)s km") % {"from_km": number(from_km), "to_km": number(to_km - 1)}
    else:
        band = _("%(from_km)s km and more") % {"from_km": number(from_km)}
    return {"distance": number(line.values["distance_km"]), "band": band, "amount": eur(line.amount_eur)}


def _individual_support(line: Line) -> str:
    values = line.values
    split: Iterable[DaysAtRate] = values["split"]  # type: ignore[assignment]
    sentences = [
        _("%(sum)s = %(amount)s.")
        % {"sum": " + ".join(_days_at_rate(part) for part in split), "amount": eur(line.amount_eur)},
        _whose_rate(values),
    ]
    sentences += [
        _("From day %(from_day)s of the stay the rate is %(rate)s.")
        % {"from_day": part.from_day, "rate": eur(part.eur_per_day)}
        for part in split
        if part.from_day > 1
    ]
    if "funded_days" in values:
        sentences.append(_("Days paid: %(funded_days)s.") % values)
    elif values["travel_days"] == values["travel_days_asked"]:
        sentences.append(
            _("Days paid: %(activity_days)s of the activity and %(travel_days)s of travel.") % values
            if values["travel_days"]
            else _("Days paid: %(activity_days)s, all of the activity.") % values
        )
    else:
        sentences.append(
            _(
                "Days paid: %(activity_days)s of the activity and %(travel_days)s of travel; of %(travel_days_asked)s "
                "travel days no more are funded."
            )
            % values
        )
    sentences += [
        _("The rate from day %(from_day)s is worked out from the first one, as the agency does.")
        % {"from_day": used.key.rpartition("day_")[2]}
        for used in line.parameters
        if used.is_computed
    ]
    if values["is_example"]:
        sentences.append(_("The daily rate is an example, not taken from a grant agreement."))
    return " ".join(sentences)


def _whose_rate(values: Mapping[str, object]) -> str:
    shown = {
        "group": values["country_group"],
        "country": country(values["country"]),
        "participant": PARTICIPANTS[str(values["participant"])],
    }
    if not values["country_group"]:
        return _("Daily rate (%(participant)s).") % shown
    if is_without_group(values):
        return _("Daily rate of the country (%(country)s, %(participant)s).") % shown
    return _("Daily rate of country group %(group)s (%(country)s, %(participant)s).") % shown


def _days_at_rate(part: DaysAtRate) -> str:
    return ngettext("%(days)s day × %(rate)s", "%(days)s days × %(rate)s", part.days) % {
        "days": part.days,
        "rate": eur(part.eur_per_day),
    }


def _travel_replaced(line: Line) -> str:
    return _(
        "The travel grant of %(grant_eur)s covers %(covered)s of the real cost of %(real_eur)s, less than %(below)s: "
        "exceptional costs are paid instead."
    ) % worded(line.values)


def _travel_domestic(line: Line) -> str:
    return _("Travel within a country costs %(real_eur)s, more than %(above_eur)s: %(amount_eur)s are added.") % worded(
        line.values
    )


def _expensive_travel(line: Line) -> str:
    return _("%(share)s of the real travel cost of %(real_eur)s = %(amount)s, instead of the travel grant.") % {
        **worded(line.values),
        "amount": eur(line.amount_eur),
    }


def _course_fees(line: Line) -> str:
    values = line.values
    sentence = ngettext(
        "%(paid_days)s course day × %(per_day_eur)s = %(amount)s.",
        "%(paid_days)s course days × %(per_day_eur)s = %(amount)s.",
        int(str(values["paid_days"])),
    ) % {**worded(values), "amount": eur(int(str(values["paid_days"])) * Decimal(str(values["per_day_eur"])))}
    if values["paid_days"] != values["course_days"]:
        sentence += " " + _("Of %(course_days)s course days no more are paid.") % values
    if values["most_eur"] is not None and line.amount_eur == values["most_eur"]:
        sentence += " " + _("At most %(most_eur)s are paid for a course.") % worded(values)
    return sentence


def _linguistic_support(_line: Line) -> str:
    return _("One amount for a participant whom the online courses can't serve.")


def _linguistic_support_long(line: Line) -> str:
    return _("%(paid_eur)s for the language and %(extra_eur)s more for a long stay.") % worded(line.values)


def _linguistic_support_short_staff(line: Line) -> str:
    return _("Staff are paid linguistic support for stays of %(least_days)s days and more; this one has %(days)s.") % (
        line.values
    )


def _real_cost_share(line: Line) -> str:
    sentence = {
        "real_costs.visa_and_health": _("Visa, residence and health: %(share)s of the real cost of %(real_eur)s."),
        "real_costs.financial_guarantee": _("Financial guarantee: %(share)s of the real cost of %(real_eur)s."),
        "inclusion_support.participant": _("%(share)s of the real cost of %(real_eur)s, for which there are receipts."),
    }[str(line.values["cost"])]
    return sentence % worded(line.values)


def _organisational_support(line: Line) -> str:
    split: Iterable[tuple[int, int, Decimal]] = line.values["split"]  # type: ignore[assignment]
    parts = [
        ngettext("%(count)s participant × %(each)s", "%(count)s participants × %(each)s", count)
        % {"count": count, "each": eur(each)}
        for count, _first, each in split
    ]
    total = sum((count * each for count, _first, each in split), Decimal(0))
    sentences = [_("%(sum)s = %(amount)s.") % {"sum": " + ".join(parts), "amount": eur(total)}]
    sentences += [
        _("From participant %(first)s of the same activity on the amount is %(each)s.")
        % {"first": first, "each": eur(each)}
        for _count, first, each in split
        if first > 1
    ]
    if line.values["before"]:
        sentences.append(_("The project has %(before)s participants of this activity before these.") % line.values)
    if line.values["most_eur"] is not None:
        sentences.append(_("At most %(most_eur)s are paid for a group.") % worded(line.values))
    return " ".join(sentences)


def _not_counted(_line: Line) -> str:
    return _("Accompanying persons are not counted for organisational support.")


def _inclusion_organisation(line: Line) -> str:
    count = int(str(line.values["count"]))
    return ngettext(
        "%(count)s participant with fewer opportunities × %(each_eur)s = %(amount)s.",
        "%(count)s participants with fewer opportunities × %(each_eur)s = %(amount)s.",
        count,
    ) % {**worded(line.values), "amount": eur(line.amount_eur)}


def _preparatory_visit(line: Line) -> str:
    count = int(str(line.values["count"]))
    return ngettext(
        "%(count)s person on a preparatory visit × %(each_eur)s = %(amount)s.",
        "%(count)s persons on a preparatory visit × %(each_eur)s = %(amount)s.",
        count,
    ) % {**worded(line.values), "amount": eur(line.amount_eur)}


def _nordplus_travel(line: Line) -> str:
    sentence = _("Return travel between %(sending)s and %(receiving)s: %(travel_eur)s.") % {
        "sending": country(line.values["sending_country"]),
        "receiving": country(line.values["receiving_country"]),
        "travel_eur": eur(line.values["travel_eur"]),
    }
    if line.values["domestic_eur"]:
        sentence += " " + _("%(domestic_eur)s more for a long way within the country.") % worded(line.values)
    return sentence


def _nordplus_subsistence(line: Line) -> str:
    parts: Iterable[tuple[str, int, Decimal]] = line.values["parts"]  # type: ignore[assignment]
    product = " + ".join(
        {
            "month": ngettext("%(count)s month × %(each)s", "%(count)s months × %(each)s", count),
            "week": ngettext("%(count)s week × %(each)s", "%(count)s weeks × %(each)s", count),
            "day": ngettext("%(count)s day × %(each)s", "%(count)s days × %(each)s", count),
        }[unit]
        % {"count": count, "each": eur(each)}
        for unit, count, each in parts
    )
    return _("%(sum)s = %(amount)s.") % {"sum": product, "amount": eur(line.amount_eur)}


def _nordplus_management(line: Line) -> str:
    partners = int(str(line.values["partners"]))
    return ngettext(
        "%(coordinator_eur)s for the coordinator and %(partners)s × %(partner_eur)s for its partner.",
        "%(coordinator_eur)s for the coordinator and %(partners)s × %(partner_eur)s for its partners.",
        partners,
    ) % worded(line.values)


def _lump_sum(line: Line) -> str:
    return _("One lump sum for the whole project; this action has lump sums of %(choices)s.") % {
        "choices": ", ".join(eur(choice) for choice in line.values["choices"])  # type: ignore[attr-defined]
    }


def _co_financed(line: Line) -> str:
    sentence = _(
        "%(share)s of the total of %(total_eur)s are %(exact_eur)s; the rest of %(cofinancing_eur)s is co-financing."
    )
    if line.values["is_rounded"]:
        sentence = _(
            "%(share)s of the total of %(total_eur)s are exactly %(exact_eur)s. The amounts are rounded to whole euro: "
            "%(grant_eur)s of grant and %(cofinancing_eur)s of co-financing make the total."
        )
    return sentence % worded(line.values)


_REASONS: Final[Mapping[Reason, Callable[[Line], str]]] = {
    "travel_too_near": _travel_too_near,
    "travel_standard": _travel_standard,
    "travel_green": _travel_green,
    "travel_green_as_standard": _travel_green_as_standard,
    "travel_replaced": _travel_replaced,
    "travel_domestic": _travel_domestic,
    "individual_support_by_day": _individual_support,
    "course_fees_by_day": _course_fees,
    "linguistic_support": _linguistic_support,
    "linguistic_support_long": _linguistic_support_long,
    "linguistic_support_short_staff": _linguistic_support_short_staff,
    "expensive_travel": _expensive_travel,
    "real_cost_share": _real_cost_share,
    "inclusion_organisation": _inclusion_organisation,
    "organisational_support": _organisational_support,
    "organisational_support_not_counted": _not_counted,
    "preparatory_visit": _preparatory_visit,
    "nordplus_travel": _nordplus_travel,
    "nordplus_subsistence": _nordplus_subsistence,
    "nordplus_management": _nordplus_management,
    "lump_sum": _lump_sum,
    "co_financed": _co_financed,
}
