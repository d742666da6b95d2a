"""OpenFisca as a peer: travel and individual support of call 2021, agency ES01, with its own parameters and formulas.

    python openfisca_grants.py STAYS.npz

Runs in the environment of the peers. Each number n read: the simulation is built and its totals calculated n times; the
answer is the seconds one took. It refuses to start when its totals are not those of the file.
"""

import sys
import time
from importlib.metadata import version

import numpy
from openfisca_core import entities, parameters, periods, simulations, taxbenefitsystems, variables

YEAR = "2021"
COUNTRIES = ("LV", "DE", "SE", "PL", "IT", "FR", "FI", "EE")
GROUPS = {"LV": 3, "DE": 2, "SE": 1, "PL": 3, "IT": 2, "FR": 2, "FI": 1, "EE": 3}
FIRST = {"learner": (6600, 5700, 4800), "staff": (11700, 10400, 9100)}
LATER = {"learner": (4600, 4000, 3400), "staff": (8200, 7300, 6400)}
BANDS = {
    "standard": {0: 0, 10: 2300, 100: 18000, 500: 27500, 2000: 36000, 3000: 53000, 4000: 82000, 8000: 150000},
    "green": {0: 0, 10: 2300, 100: 21000, 500: 32000, 2000: 41000, 3000: 61000, 4000: 82000, 8000: 150000},
}

DateUnit = periods.DateUnit
Person = entities.Entity("person", "persons", "A stay", "")
GROUP_OF = numpy.array([GROUPS[country] - 1 for country in COUNTRIES])


def _since(value):
    return {"values": {"2021-01-01": {"value": value}}}


def _bands(amounts):
    return {
        "metadata": {"type": "single_amount"},
        "brackets": [
            {"threshold": {"2021-01-01": {"value": km}}, "amount": {"2021-01-01": {"value": cents}}}
            for km, cents in amounts.items()
        ],
    }


PARAMETERS = {
    "travel": {mode: _bands(amounts) for mode, amounts in BANDS.items()},
    "travel_days": {"standard": _since(2), "green": _since(6)},
    "full_days": _since(14),
    "rates": {
        kind: {
            f"group_{group + 1}": {"first": _since(FIRST[kind][group]), "later": _since(LATER[kind][group])}
            for group in range(3)
        }
        for kind in FIRST
    },
}


def _input(name, kind):
    return type(name, (variables.Variable,), {"value_type": kind, "entity": Person, "definition_period": DateUnit.YEAR})


INPUTS = [
    _input("staff", bool),
    _input("country", int),
    _input("distance_km", float),
    _input("activity_days", int),
    _input("travel_days", int),
    _input("green", bool),
]


class travel(variables.Variable):  # noqa: N801 - a variable's name is that of its class
    value_type = int
    entity = Person
    definition_period = DateUnit.YEAR

    def formula(person, period, parameters):  # noqa: N805 - OpenFisca calls it so
        km, bands = person("distance_km", period), parameters(period).travel
        return numpy.where(person("green", period), bands.green.calc(km), bands.standard.calc(km))


class individual_support(variables.Variable):  # noqa: N801
    value_type = int
    entity = Person
    definition_period = DateUnit.YEAR

    def formula(person, period, parameters):  # noqa: N805
        figures = parameters(period)
        limit = numpy.where(person("green", period), figures.travel_days.green, figures.travel_days.standard)
        days = person("activity_days", period) + numpy.minimum(person("travel_days", period), limit)
        early = numpy.minimum(days, figures.full_days)
        kind = numpy.where(person("staff", period), "staff", "learner")
        groups = [figures.rates[kind][f"group_{number}"] for number in (1, 2, 3)]
        place = GROUP_OF[person("country", period)]
        first = numpy.choose(place, [group.first for group in groups])
        later = numpy.choose(place, [group.later for group in groups])
        return first * early + later * (days - early)


class total(variables.Variable):  # noqa: N801
    value_type = int
    entity = Person
    definition_period = DateUnit.YEAR

    def formula(person, period):  # noqa: N805
        return person("travel", period) + person("individual_support", period)


def rules():
    """The system of rules, made once, as a country's package is loaded once."""
    system = taxbenefitsystems.TaxBenefitSystem([Person])
    system.parameters = parameters.ParameterNode("", data=PARAMETERS)
    system.add_variables(*INPUTS, travel, individual_support, total)
    return system


def totals(system, columns):
    """Build the simulation and calculate."""
    count = len(columns["staff"])
    simulation = simulations.SimulationBuilder().build_default_simulation(system, count)
    for name in ("staff", "country", "distance_km", "activity_days", "travel_days", "green"):
        simulation.set_input(name, YEAR, columns[name])
    return simulation.calculate("total", periods.period(YEAR))


def main():
    columns = dict(numpy.load(sys.argv[1]))
    system = rules()
    if not numpy.array_equal(totals(system, columns), columns["total_cents"]):
        sys.exit("its totals are not those of the bulk engine")
    print(f"ready OpenFisca-Core {version('openfisca-core')}", flush=True)
    for line in sys.stdin:
        times = int(line)
        started = time.perf_counter()
        for _ in range(times):
            totals(system, columns)
        print((time.perf_counter() - started) / times, flush=True)


if __name__ == "__main__":
    main()
