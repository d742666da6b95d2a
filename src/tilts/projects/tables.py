"""Projects as a table."""

from datetime import date

import django_tables2 as tables
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tilts.projects.models import Project
from tilts.projects.templatetags.projects import other_title
from tilts.web.components.small import badge
from tilts.web.components.words import partial_date
from tilts.web.exporting import Column

STATE_TONES = {
    Project.State.IDEA: "neutral",
    Project.State.APPLIED: "info",
    Project.State.RESERVE: "warn",
    Project.State.GRANTED: "good",
    Project.State.REFUSED: "bad",
    Project.State.WITHDRAWN: "neutral",
    Project.State.RUNNING: "good",
    Project.State.CLOSED: "neutral",
}


def state_tone(project: Project) -> str:
    """The tone of its state's badge; one that has ended is still to be closed."""
    return "warn" if project.has_ended else STATE_TONES[Project.State(project.state)]


_ON_ONE_LINE = {"td": {"class": "text-nowrap"}}


class ProjectTable(tables.Table):
    """The list of projects."""

    title = tables.Column(_("Title"), linkify=True, order_by="sort_key")
    programme_name = tables.Column(_("Programme"), order_by=("programme", "own_programme__sort_key"))
    reference = tables.Column(_("Reference"))
    starts_on = tables.Column(_("Begins"), attrs=_ON_ONE_LINE)
    ends_on = tables.Column(_("Ends"), attrs=_ON_ONE_LINE)
    state = tables.Column(_("State"))

    class Meta:
        model = Project
        fields = ("title", "programme_name", "reference", "starts_on", "ends_on", "state")

    def render_title(self, record: Project) -> SafeString:
        return format_html("{}{}", record.title, other_title(record))

    def value_title(self, record: Project) -> str:
        return record.title

    def render_starts_on(self, record: Project) -> str:
        return partial_date(record.starts, "short")

    def render_ends_on(self, record: Project) -> str:
        return partial_date(record.ends, "short")

    def value_starts_on(self, record: Project) -> date | str:
        return record.starts.as_written

    def value_ends_on(self, record: Project) -> date | str:
        return record.ends.as_written

    def render_state(self, record: Project) -> SafeString:
        return badge(record.state_word, tone=state_tone(record))

    def value_state(self, record: Project) -> str:
        return record.state_word

    def order_state(self, found: QuerySet[Project], is_descending: bool) -> tuple[QuerySet[Project], bool]:
        """In the order of a project's life, not of the alphabet."""
        life = Case(
            *(When(state=state, then=Value(place)) for place, state in enumerate(Project.State)),
            output_field=IntegerField(),
        )
        return found.annotate(life=life).order_by("-life" if is_descending else "life", "-starts_on", "pk"), True


#: What a spreadsheet of projects has besides the columns of the list.
PROJECT_EXPORT = (
    Column(_("Action"), lambda project: project.action_code),
    Column(_("Role of the school"), lambda project: project.get_own_role_display()),
    Column(_("Total cost in EUR"), lambda project: project.total_eur),
    Column(_("Grant in EUR"), lambda project: project.grant_eur),
    Column(_("Co-financing in EUR"), lambda project: project.cofinancing_eur),
)
