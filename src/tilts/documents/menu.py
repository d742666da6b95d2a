"""What papers add to the pages of the house."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from tilts.accounts.models import School
from tilts.documents.numbering import numbering_of_school
from tilts.web import slots


def register() -> None:
    """Called once, when the app is ready."""
    panel = slots.template_part("documents/papers_panel.html", _papers)
    slots.register("accounts.school.panels", panel, permission="accounts.settings")


def _papers(_request: HttpRequest, school: School) -> dict[str, Any]:
    own = [name for code, name in settings.LANGUAGES if school.safety_instruction.get(code)]
    return {"numbering": numbering_of_school(), "safety_in": ", ".join(own)}
