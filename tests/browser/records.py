"""The address of every page of a school in the served demo: `python -m tests.browser.records`, answered as JSON.

Run in the environment of the installation. The pages and what their numbers name stand in the table of the route walk;
a kind of record that the demo has none of is made here.
"""

import json
import os
import sys
from typing import Any

import django


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tilts.settings"
    django.setup()
    from django.conf import settings
    from django.core.management import call_command  # noqa: F401  (loads what the models' apps need)

    from tilts.accounts.models import School
    from tilts.accounts.schools import in_school
    from tilts.core.installation import database_running
    from tilts.demo import data

    with database_running(settings.TILTS_DATA):
        school = School.objects.get(slug=data.DAUGAVPILS.slug)
        with in_school(school):
            json.dump(addresses(school), sys.stdout)


def addresses(school: Any) -> dict[str, str]:
    """Name of the page → its address."""
    from tests.accounts.one_of_each import OneOfEach
    from tests.accounts.test_route_walk import PAGES, ROUTES, address, is_record
    from tilts.demo import data
    from tilts.mobilities.models import Flow

    one = OneOfEach(school, "paraugs")
    flow = Flow.objects.get(name=data.DRESDEN["name"])

    class Chosen:
        """The records of one page: each belongs to the one before it."""

        def __init__(self) -> None:
            self.chosen: dict[Any, Any] = {}

        def number(self, name: str) -> int:
            from django.apps import apps

            label, _, variant = name.partition(" ")
            if variant:
                return one.number(name)
            model = apps.get_model(label)
            above = {
                field.name: self.chosen[field.related_model]
                for field in model._meta.concrete_fields
                if field.related_model in self.chosen
            }
            if label == "signing.Signer":  # belongs to its envelope by way of a counterpart
                above = {"counterpart__envelope": self.chosen[apps.get_model("signing.Envelope")]}
            if model is Flow:
                record = flow
            elif above:
                record = model._default_manager.filter(**above).first() or one._make(model, **above)
            else:
                record = one[model]
            self.chosen[model] = record
            return record.pk

    found = {}
    for route, cases in PAGES.items():
        for records in cases:
            if route in ROUTES:
                name = " ".join([route or "home", *(each for each in records if not is_record(each))])
                chosen = Chosen()
                found[name] = f"/{school.slug}/{address(route, records, (chosen,) * len(records))}"
    return found


if __name__ == "__main__":
    main()
