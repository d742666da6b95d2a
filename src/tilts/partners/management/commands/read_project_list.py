"""`python -m django read_project_list FILE...`: takes lists of projects into the directory of organisations."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tilts.core.database import as_owner
from tilts.core.installation import database_running
from tilts.partners import actions, directory


class Command(BaseCommand):
    help = "Takes official lists of Erasmus+ projects (CSV) into the directory of organisations."
    requires_system_checks = []  # the database may not be running yet

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        with database_running(settings.TILTS_DATA), as_owner():
            for path in files:
                try:
                    count = actions.update_directory(directory.read_project_list(path))
                except directory.NoProjectList as error:
                    missing = ", ".join(error.missing)
                    raise CommandError(f"{path} is no list of projects: it has no column {missing}") from error
                except OSError as error:
                    raise CommandError(f"{path} can't be opened: {error.strerror}") from error
                self.stdout.write(f"{path}: {count} organisations")
