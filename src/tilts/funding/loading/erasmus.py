"""The tables of Erasmus+ mobility (KA1), call year by call year, from their parameter files."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, get_args

from tilts.core.places import country_codes
from tilts.funding.loading.files import Entry, Layout, ParameterError, figures_by_year, keys_of, mapping_of, number_of
from tilts.funding.rules import (
    KINDS,
    Activity,
    LaterRates,
    ParameterUse,
    RateKind,
    Rounding,
    Step,
    Support,
    Tables,
    Tier,
    TierDays,
    bands_from,
    is_whole_cents,
)

SECTORS: Final = ("VET", "SCH")  # those whose daily rates and activities are known
ALL_SECTORS: Final = (*SECTORS, "ADU", "HED", "YOU", "SPO")
EUR: Final = "EUR"
EUR_PER_DAY: Final = "EUR per day"
SHARE: Final = "share"
_AGENCY_CODE: Final = re.compile(r"[A-Z]{2}\d\d")


def load_erasmus(folder: Path) -> dict[int, Tables]:
    """Tables by call year from the folder of KA1. Raises ParameterError."""
    years = figures_by_year(_files(folder))
    return {year: _tables(year, found) for year, found in sorted(years.items())}


def _files(folder: Path) -> Iterator[tuple[Path, Layout]]:
    for path in sorted(folder.rglob("*.yaml")):
        layout = _DAILY_RATES if path.parent.name == "individual_support" else _LAYOUTS.get(path.name)
        if layout is None:
            raise ParameterError(f"{path.name}: no such parameter")
        yield path, layout


def _tables(year: int, figures: dict[str, dict[Any, Any]]) -> Tables:
    return Tables(
        call_year=year,
        countries=country_codes(),
        national_agencies=frozenset(figures.pop("national_agencies", ())),
        bands=bands_from(figures.pop("bands", {})),
        **figures,
    )


def _actions(entry: Entry) -> Iterator[tuple[str, str]]:
    for action, sector in entry.mapping().items():
        if sector not in ALL_SECTORS:
            raise entry.error(f"value.{action}", f"must be one of {', '.join(ALL_SECTORS)}: {sector!r}")
        yield action, sector


def _activities(entry: Entry) -> Iterator[tuple[tuple[str, str], Activity]]:
    for key, own, row in entry.rows({"name", "participant", "least", "most"}, {"ec_code"}):
        name, least, most = row["name"], own.count(f"{key}.least", row["least"]), own.count(f"{key}.most", row["most"])
        if most < least:
            raise entry.error(f"{key}.most", f"must not be less than {least}: {most}")
        if row["participant"] not in KINDS:
            raise entry.error(f"{key}.participant", f"must be one of {', '.join(KINDS)}: {row['participant']!r}")
        for sector in entry.scopes.get("sectors", SECTORS):
            limits = (
                own.parameter(f"activity.{sector}.{name}.{end}", Decimal(days))
                for end, days in (("least", least), ("most", most))
            )
            yield (sector, name), Activity(name, row["participant"], row.get("ec_code", ""), *limits)


def _agencies(entry: Entry) -> Iterator[tuple[str, None]]:
    for code in entry.words("value", entry.value):
        if not _AGENCY_CODE.fullmatch(code):
            raise entry.error("value", f"no code of a national agency: {code!r}")
        yield code, None


def _bands(entry: Entry) -> Iterator[tuple[int, tuple[ParameterUse, ParameterUse | None]]]:
    last = -1
    for key, own, row in entry.rows({"from_km", "standard"}, {"green"}):
        from_km = own.count(f"{key}.from_km", row["from_km"])
        if from_km <= last or (last < 0 < from_km):
            raise entry.error(f"{key}.from_km", f"bands must begin at 0 and go outwards: {from_km}")
        last = from_km
        rates = {
            mode: own.parameter(f"travel.from_{from_km}_km.{mode}", own.amount(f"{key}.{mode}", row[mode]), EUR)
            for mode in ("standard", "green")
            if mode in row
        }
        yield from_km, (rates["standard"], rates.get("green"))


def _travel_days(entry: Entry) -> Iterator[tuple[str, ParameterUse]]:
    for mode, days in keys_of(entry.file, f"{entry.place}.value", entry.value, {"standard", "green"}).items():
        yield mode, entry.parameter(f"travel_days.{mode}", Decimal(entry.count(f"value.{mode}", days)))


def _rate_tiers(entry: Entry) -> Iterator[tuple[str, TierDays]]:
    for kind, days in entry.by_kind().items():
        key = f"value.{kind}"
        begins, last = (
            keys_of(entry.file, f"{entry.place}.{key}", days, {"begins"}, {"last"})["begins"],
            days.get("last"),
        )
        if not isinstance(begins, list) or not begins or begins[0] != 1 or begins != sorted(set(begins)):
            raise entry.error(f"{key}.begins", f"must be days in order, from 1: {begins!r}")
        if last is not None and entry.count(f"{key}.last", last) < begins[-1]:
            raise entry.error(f"{key}.last", f"must not be before day {begins[-1]}: {last}")
        yield kind, TierDays(tuple(begins), last)


def _country_groups(entry: Entry) -> Iterator[tuple[tuple[RateKind, str], ParameterUse]]:
    for code, group in _groups(entry):
        for kind in entry.kinds():
            yield (kind, code), group


def _groups(entry: Entry) -> Iterator[tuple[str, ParameterUse]]:
    for group, codes in entry.mapping().items():
        for code in entry.words(f"value.{group}", codes):
            if code not in country_codes():
                raise entry.error(f"value.{group}", f"no country has the code {code!r}")
            yield code, entry.parameter(f"country_group.{code}", str(group))


def _outside_groups(entry: Entry) -> Iterator[tuple[tuple[str, str, str], ParameterUse]]:
    for code, group in _groups(entry):
        for action in entry.scopes.get("actions", ()):
            for agency in entry.scopes.get("national_agencies", ("",)):
                yield (action, agency, code), group


def _daily_rates(entry: Entry) -> Iterator[tuple[tuple[str, str, str, str], tuple[Tier, ...]]]:
    for kind, groups in entry.by_kind().items():
        for group, rates in mapping_of(entry.file, f"{entry.place}.value.{kind}", groups).items():
            key = f"value.{kind}.{group}"
            days = list(mapping_of(entry.file, f"{entry.place}.{key}", rates))
            if not days or days[0] != 1 or days != sorted(days):
                raise entry.error(key, f"must give the rate from day 1 and from later days, in order: {days!r}")
            for sector in entry.scopes.get("sectors", SECTORS):
                name = f"individual_support.{entry.agency}.{sector}.{kind}.group_{group}"
                tiers = tuple(
                    Tier(day, entry.parameter(f"{name}.day_{day}", entry.amount(f"{key}.{day}", rate), EUR_PER_DAY))
                    for day, rate in rates.items()
                )
                yield (entry.agency, sector, kind, str(group)), tiers


def _later_rates(entry: Entry) -> Iterator[tuple[str, LaterRates]]:
    found = keys_of(entry.file, f"{entry.place}.value", entry.value, {"shares", "rounding"})
    shares = mapping_of(entry.file, f"{entry.place}.value.shares", found["shares"])
    if found["rounding"] not in get_args(Rounding):
        raise entry.error("value.rounding", f"must be one of {', '.join(get_args(Rounding))}: {found['rounding']!r}")
    for day, share in shares.items():
        if entry.count("value.shares", day) < 2 or not 0 < number_of(entry, f"value.shares.{day}", share) <= 1:
            raise entry.error(f"value.shares.{day}", f"must be a share of 0 to 1 from a later day on: {share!r}")
    exact = {day: number_of(entry, f"value.shares.{day}", share) for day, share in shares.items()}
    for agency in entry.scopes.get("national_agencies", ()):
        use = entry.parameter(f"later_rates.{agency}", exact[min(exact)])
        yield agency, LaterRates(exact, found["rounding"], use)


def _organisational(entry: Entry) -> Iterator[tuple[tuple[str, str], Support]]:
    by_activity: dict[str, list[tuple[Step, ParameterUse | None]]] = {}
    for key, own, row in entry.rows({"activity", "from_participant", "eur"}, {"most"}):
        activity, first = row["activity"], own.count(f"{key}.from_participant", row["from_participant"])
        steps = by_activity.setdefault(activity, [])
        if first <= (steps[-1][0].from_participant if steps else 0) or (not steps and first != 1):
            raise entry.error(f"{key}.from_participant", f"must go up from 1 for each activity: {first}")
        name = f"organisational_support.{activity}.from_{first}"
        most = own.parameter(f"{name}.most", own.amount(f"{key}.most", row["most"])) if "most" in row else None
        steps.append((Step(first, own.parameter(name, own.amount(f"{key}.eur", row["eur"]))), most))
    for sector in entry.scopes.get("sectors", SECTORS):
        for activity, steps in by_activity.items():
            yield (sector, activity), Support(tuple(step for step, _ in steps), steps[-1][1])


#: Files of single figures: for each the figures it may hold, with their units.
_COSTS: Final = {
    "course_fees": {"per_day": EUR_PER_DAY, "most": EUR, "most_days": "days"},
    "domestic_travel": {"amount": EUR, "above": EUR},
    "expensive_travel": {"below": SHARE, "paid": SHARE},
    "inclusion_support": {"organisation": EUR, "participant": SHARE},
    "linguistic_support": {"participant": EUR, "long_stay_extra": EUR, "staff_least_days": "days"},
    "preparatory_visits": {"person": EUR, "most_persons": "persons"},
    "real_costs": {"financial_guarantee": SHARE, "visa_and_health": SHARE},
}


def _costs(entry: Entry) -> Iterator[tuple[str, ParameterUse]]:
    subject = entry.file.removesuffix(".yaml")
    units = _COSTS[subject]
    for name, given in keys_of(entry.file, f"{entry.place}.value", entry.value, set(), set(units)).items():
        key, number = f"value.{name}", number_of(entry, f"value.{name}", given)
        if units[name] == SHARE and not 0 <= number <= 1:
            raise entry.error(key, f"must be a share of 0 to 1: {given!r}")
        if number < 0 or not is_whole_cents(number):
            raise entry.error(key, f"must be 0 or more, in whole cents: {given!r}")
        yield f"{subject}.{name}", entry.parameter(f"{subject}.{name}", number, units[name])


_LAYOUTS: Final = {
    "actions.yaml": Layout("actions", _actions),
    "activities.yaml": Layout("activities", _activities, ("sectors",)),
    "country_groups.yaml": Layout("country_groups", _country_groups, ("participants",)),
    "country_groups_outside.yaml": Layout("outside_groups", _outside_groups, ("actions", "national_agencies")),
    "later_rates.yaml": Layout("later_rates", _later_rates, ("national_agencies",)),
    "national_agencies.yaml": Layout("national_agencies", _agencies),
    "organisational_support.yaml": Layout("organisational", _organisational, ("sectors",)),
    "rate_tiers.yaml": Layout("tier_days", _rate_tiers),
    "travel.yaml": Layout("bands", _bands),
    "travel_days.yaml": Layout("travel_days", _travel_days),
    **{f"{subject}.yaml": Layout("costs", _costs) for subject in _COSTS},
}
_DAILY_RATES: Final = Layout("daily_rates", _daily_rates, ("sectors",))
