"""`python -m django renew_data_key`: a new key for sensitive data, and everything sealed with it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from tilts.accounts.models import School
from tilts.accounts.schools import in_school
from tilts.core.encryption import make_new_key
from tilts.core.installation import database_running
from tilts.people.actions import reseal_people


class Command(BaseCommand):
    help = "Makes a new key for sensitive data and seals everything with it. Tilts may run meanwhile."
    requires_system_checks = []  # the database may not be running yet

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--go-on", action="store_true", help="make no new key: finish with the newest one after an interruption"
        )

    def handle(self, *args: Any, go_on: bool, **options: Any) -> None:
        with database_running(settings.TILTS_DATA):
            if not go_on:
                make_new_key()
            for school in School.objects.all():
                with in_school(school):
                    self.stdout.write(f"{school.slug}: {reseal_people()} rows")
