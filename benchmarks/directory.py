"""Finding an organisation among 200 000 of the directory, by any of its names in either script, and misspelt."""

import random
from collections.abc import Collection, Iterator
from itertools import product

from django.db import connection

from benchmarks.measuring import Row, Say, Side, at_most, in_turns, percentile_95, seconds
from tilts.core.database import as_owner
from tilts.core.names import search_key
from tilts.partners import rules
from tilts.partners.actions import keep_words
from tilts.partners.models import DirectoryEntry, DirectoryWord
from tilts.partners.queries import directory, directory_nearly

ORGANISATIONS = 200_000
ROUNDS = 5
EACH_ROUND = 40  # searches
PAGE = 50  # as many as the page shows
MISSPELT_MS = 200
WHAT = {
    "directory.found": f"95th percentile of finding an organisation among {ORGANISATIONS:,} by words of its names, in Latin "
    "and Georgian letters: the first page in its order, against the bare index query for the same words.",
    "directory.misspelt": f"95th percentile of the same with a letter too much, too few, wrong or in another place, beside "
    f"{MISSPELT_MS} ms.",
}
NAMES = tuple(WHAT)

_KINDS = ("tehnikums", "Berufsschule", "Zespół Szkół", "Ametikool", "Colegiul Tehnic", "კოლეჯი", "Lycée", "Istituto")
_SUBJECTS = ("Mākslas", "Bau", "Hotelarskie", "Ehitus", "Mecanic", "სამშენებლო", "agricole", "Tecnico", "Mūzikas", "IT")
_BEGINS = (
    "Dau",
    "Rak",
    "Kut",
    "Poz",
    "Elb",
    "Mur",
    "Val",
    "Tar",
    "Jel",
    "Ogr",
    "ქუთ",
    "რუს",
    "Vil",
    "Kau",
    "Bre",
    "Gra",
)
_MIDDLES = (
    "gav",
    "ver",
    "ais",
    "nan",
    "ter",
    "brü",
    "enc",
    "tus",
    "gav",
    "ონი",
    "ავი",
    "ni",
    "lin",
    "men",
    "ste",
    "rod",
)
_ENDS = (
    "pils",
    "e",
    "i",
    "ń",
    "al",
    "cke",
    "ia",
    "lin",
    "va",
    "სი",
    "ში",
    "us",
    "as",
    "nz",
    "z",
    "burg",
    "stad",
    "ala",
)
_COUNTRIES = ("LV", "EE", "LT", "PL", "DE", "RO", "GE", "FR", "IT", "AT")


def measure(wanted: Collection[str], say: Say) -> Iterator[Row]:
    """The rows that are wanted."""
    say(f"Directory: filling it with {ORGANISATIONS:,} organisations")
    names = fill(ORGANISATIONS)
    chance = random.Random(20_201_009)
    if "directory.found" in wanted:
        say(f"Directory: finding by words, {ROUNDS} rounds of {EACH_ROUND} searches")
        typed = [typed_for(name, chance) for name in chance.sample(names, EACH_ROUND)]
        ours, peer = in_turns([_slowest(typed, _page), _slowest(typed, _bare)], ROUNDS)
        yield Row("directory.found", WHAT["directory.found"], "ms", at_most(3), ours, peer)
    if "directory.misspelt" in wanted:
        say(f"Directory: finding what is misspelt, {ROUNDS} rounds of {EACH_ROUND} searches")
        typed = [misspelt(name, chance) for name in chance.sample(names, EACH_ROUND)]
        ours, bound = in_turns([_slowest(typed, _page_nearly), lambda: MISSPELT_MS], ROUNDS)
        yield Row("directory.misspelt", WHAT["directory.misspelt"], "ms", at_most(1), ours, bound)


def fill(count: int) -> list[str]:
    """So many organisations in the directory, each with a name of its own; their names."""
    places = ("".join(parts) for parts in product(_BEGINS, _MIDDLES, _ENDS))
    named = (
        (f"{place} {subject} {kind}", country)
        for place in places
        for subject, kind in product(_SUBJECTS, _KINDS)
        for country in [_COUNTRIES[len(place + subject + kind) % len(_COUNTRIES)]]
    )
    by_key: dict[str, tuple[str, str]] = {}  # the same in two scripts is one
    for row in named:
        by_key.setdefault(search_key(row[0]), row)
        if len(by_key) == count:
            break
    rows = list(by_key.values())
    table = DirectoryEntry._meta.db_table
    with as_owner(), connection.cursor() as cursor:
        # As the command that reads lists leaves them; it would take minutes over so many.
        columns = "name, country, town, address, kind, website, other_names, oid, accreditation, call_year"
        with cursor.copy(f"copy {table} ({columns}, search_key, search_words) from stdin") as copy:
            for name, country in rows:
                words = " ".join(sorted(rules.words(name)))
                copy.write_row((name, country, "", "", "school", "", [], "", "", 2024, search_key(name), words))
        keep_words({search_key(name) for name, _ in rows})
        cursor.execute(f"vacuum analyze {table}, {DirectoryWord._meta.db_table}")
    return [name for name, _ in rows]


def typed_for(name: str, chance: random.Random) -> str:
    """What somebody types for a name: its place whole or begun, perhaps what kind it is, in either script."""
    place, *others = name.split()
    typed = place if chance.random() < 0.5 else place[: max(4, len(place) - 2)]
    if chance.random() < 0.5:
        typed = f"{chance.choice(others)} {typed}"
    return search_key(typed) if chance.random() < 0.5 else typed


def misspelt(name: str, chance: random.Random) -> str:
    """The first word of a name with one slip of the hand, and what kind it is."""
    place, *others = name.split()
    at = chance.randrange(1, len(place) - 1)
    slip = chance.choice(
        [
            place[:at] + place[at + 1 :],
            place[:at] + "x" + place[at:],
            place[:at] + "x" + place[at + 1 :],
            place[:at] + place[at + 1] + place[at] + place[at + 2 :],
        ]
    )
    return f"{slip} {others[-1]}"


def _page(typed: str) -> int:
    return len(directory(typed)[:PAGE])


def _page_nearly(typed: str) -> int:
    return len(directory(typed)[:PAGE]) or len(directory_nearly(typed)[:PAGE])


def _bare(typed: str) -> int:
    """What the index alone knows of the words: the numbers of as many rows, in no order."""
    query = " & ".join(f"'{word}':*" for word in sorted(rules.words(typed)))
    with connection.cursor() as cursor:
        cursor.execute(
            f"select id from {DirectoryEntry._meta.db_table} where to_tsvector('simple'::regconfig, "
            f"coalesce(search_words, '')) @@ to_tsquery('simple'::regconfig, %s) limit {PAGE}",
            [query],
        )
        return len(cursor.fetchall())


def _slowest(typed: list[str], find: object) -> Side:
    def once() -> float:
        return 1000 * percentile_95([seconds(lambda each=each: find(each)) for each in typed])  # type: ignore[operator]

    return once
