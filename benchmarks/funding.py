"""Grants of a million mobilities at once, against the bare arithmetic and OpenFisca; explained grants in a second."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from benchmarks.measuring import PeerMissing, Row, Say, at_least, at_most, in_turns, seconds
from benchmarks.peers.environment import rulebook
from tilts.funding.bulk import Stays, grants
from tilts.funding.loading import tables_for
from tilts.funding.rules import Case, grant

MOBILITIES = 1_000_000
CASES = 20_000  # explained: so many in a second at least
ROUNDS = 5
YEAR, ACTION, AGENCY = 2021, "KA121-VET", "ES01"
COUNTRIES = ("LV", "DE", "SE", "PL", "IT", "FR", "FI", "EE")
NAMES = ("funding.numpy", "funding.openfisca", "funding.explained")
WHAT = {
    "funding.numpy": f"Travel and individual support of {MOBILITIES:,} mobilities: the bulk engine, with statuses and "
    "problems, beside the bare NumPy arithmetic of the same sums.",
    "funding.openfisca": f"The same {MOBILITIES:,} mobilities beside OpenFisca with the same rules, its simulation's "
    "building included.",
    "funding.explained": f"{CASES:,} cases with lines and parameters by the explained engine on one core, beside one "
    "second. Sentences are made when they are read.",
}


def measure(wanted: Collection[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted."""
    stays = _stays(MOBILITIES)
    if "funding.numpy" in wanted:
        say(f"Grants of {MOBILITIES:,} mobilities, beside bare arithmetic")
        yield _beside_arithmetic(stays)
    if "funding.openfisca" in wanted:
        say(f"Grants of {MOBILITIES:,} mobilities, beside OpenFisca")
        yield _beside_openfisca(stays, say)
    if "funding.explained" in wanted:
        say(f"{CASES:,} explained grants")
        cases = _cases(_stays(CASES))
        tables = tables_for(YEAR)
        ours, bound = in_turns(
            [lambda: seconds(lambda: [grant(case, tables).total_eur for case in cases]), lambda: 1.0], ROUNDS
        )
        yield Row("funding.explained", WHAT["funding.explained"], "s", at_most(1), ours, bound)


def _stays(count: int) -> Stays:
    """A country's year: mostly learners, 2 to 90 days, distances to a whole kilometre."""
    chance = np.random.default_rng(20_000)
    return Stays(
        countries=COUNTRIES,
        staff=chance.random(count) < 0.25,
        country=chance.integers(0, len(COUNTRIES), count, dtype=np.int16),
        distance_km=chance.integers(10, 5000, count).astype(np.float64),
        activity_days=chance.integers(2, 91, count, dtype=np.int32),
        travel_days=chance.integers(0, 7, count, dtype=np.int32),
        green=chance.random(count) < 0.4,
    )


def _cases(stays: Stays) -> list[Case]:
    return [
        Case(
            call_year=YEAR,
            action=ACTION,
            national_agency=AGENCY,
            participant="staff" if staff else "learner",
            receiving_country=stays.countries[country],
            distance_km=Decimal(int(km)),
            activity_days=int(days),
            travel_days=int(travel),
            green=bool(green),
        )
        for staff, country, km, days, travel, green in zip(
            stays.staff,
            stays.country,
            stays.distance_km,
            stays.activity_days,
            stays.travel_days,
            stays.green,
            strict=True,
        )
    ]


def _beside_arithmetic(stays: Stays) -> Row:
    tables = tables_for(YEAR)
    arithmetic = _Arithmetic()
    expected = grants(stays, ACTION, AGENCY, tables).total_cents
    if not np.array_equal(expected, arithmetic.total_cents(stays)):
        raise AssertionError("the bare arithmetic gives other sums")
    ours, peer = in_turns(
        [
            lambda: seconds(lambda: grants(stays, ACTION, AGENCY, tables).total_cents),
            lambda: seconds(lambda: arithmetic.total_cents(stays)),
        ],
        ROUNDS,
    )
    return Row("funding.numpy", WHAT["funding.numpy"], "s", at_most(2), ours, peer)


class _Arithmetic:
    """The figures of call 2021, ES01, as arrays: what a person who knows them by heart would write."""

    def __init__(self) -> None:
        self.edges = np.array([10, 100, 500, 2000, 3000, 4000, 8000], dtype=np.float64)
        self.travel = np.array(
            [
                [0, 2300, 18000, 27500, 36000, 53000, 82000, 150000],
                [0, 2300, 21000, 32000, 41000, 61000, 82000, 150000],
            ]
        )
        group = {"LV": 3, "DE": 2, "SE": 1, "PL": 3, "IT": 2, "FR": 2, "FI": 1, "EE": 3}
        first = {(0, 1): 6600, (0, 2): 5700, (0, 3): 4800, (1, 1): 11700, (1, 2): 10400, (1, 3): 9100}
        later = {(0, 1): 4600, (0, 2): 4000, (0, 3): 3400, (1, 1): 8200, (1, 2): 7300, (1, 3): 6400}
        self.first = np.array(
            [[table[kind, group[country]] for country in COUNTRIES] for kind in (0, 1) for table in (first,)]
        )
        self.later = np.array(
            [[table[kind, group[country]] for country in COUNTRIES] for kind in (0, 1) for table in (later,)]
        )
        self.limit = np.array([2, 6], dtype=np.int32)

    def total_cents(self, stays: Stays) -> NDArray[np.int64]:
        """Travel and individual support of each stay."""
        green, staff = stays.green.astype(np.int8), stays.staff.astype(np.int8)
        travel = self.travel[green, np.searchsorted(self.edges, stays.distance_km, side="right")]
        days = stays.activity_days + np.minimum(stays.travel_days, self.limit[green])
        early = np.minimum(days, 14)
        support = self.first[staff, stays.country] * early + self.later[staff, stays.country] * (days - early)
        return np.asarray(travel + support)


def _beside_openfisca(stays: Stays, say: Say) -> Row:
    name, target = "funding.openfisca", at_least(1)
    tables = tables_for(YEAR)
    try:
        with TemporaryDirectory(prefix="tilts-bench-") as folder:
            columns = Path(folder) / "stays.npz"
            np.savez(
                columns,
                staff=stays.staff,
                country=stays.country,
                distance_km=stays.distance_km,
                activity_days=stays.activity_days,
                travel_days=stays.travel_days,
                green=stays.green,
                total_cents=grants(stays, ACTION, AGENCY, tables).total_cents,
            )
            with rulebook(columns, say) as peer:
                ours, theirs = in_turns(
                    [
                        lambda: seconds(lambda: grants(stays, ACTION, AGENCY, tables).total_cents),
                        lambda: peer.seconds_each(1),
                    ],
                    ROUNDS,
                )
                return Row(name, WHAT[name], "s", target, ours, theirs, f"Peer: {peer.name}.")
    except PeerMissing as missing:
        return Row(name, WHAT[name], "s", target, note=f"The peer can't be had here: {missing}")
