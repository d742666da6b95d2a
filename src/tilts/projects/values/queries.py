"""Reads: what a project's grants are worked out with, and what of it was entered."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tilts.funding.labels import parameter_label
from tilts.funding.loading import newest_call, tables_for
from tilts.funding.rules import COUNTRY_GROUPS, DailyRate, EnteredValue, ParameterUse, Reference, Tables, figures_of
from tilts.funding.rules import with_values as laid_over
from tilts.funding.rules.organisation import OUTSIDE
from tilts.funding.sentences import activity_label
from tilts.projects.models import Project, ProjectRate, ProjectValue
from tilts.projects.values.sharing import SharedRate, SharedValue, SharedValues


def values_of(project: Project) -> QuerySet[ProjectValue]:
    """What was entered from the annex beyond daily rates."""
    return ProjectValue.objects.filter(project=project).select_related("file", "entered_by")


def tables_of(project: Project) -> Tables | None:
    """All figures of the project's call with what the school entered; None where the call year can't be read."""
    reference = project.reference_parts
    if reference is None:
        return None
    entered = [_entered(each) for each in ProjectValue.objects.filter(project=project)]
    tables = tables_for(reference.call_year)
    if entered:
        tables = laid_over(tables, tables_for(newest_call()), entered)
    return tables.with_daily_rates(_daily_rate(rate) for rate in ProjectRate.objects.filter(project=project))


def _entered(each: ProjectValue) -> EnteredValue:
    status = "recalled" if each.is_foreign else "confirmed"
    return EnteredValue(each.key, each.value, Reference(each.source), status)  # type: ignore[arg-type]


def _daily_rate(rate: ProjectRate) -> DailyRate:
    return DailyRate(
        participant="learner" if rate.participant == ProjectRate.Participant.LEARNER else "staff",
        country_group=rate.country_group,
        from_day=rate.from_day,
        eur_per_day=rate.eur_per_day,
        reference=Reference(rate.source),
        status="recalled" if rate.is_foreign else "confirmed",
        is_example=rate.is_example,
    )


@dataclass(frozen=True)
class Figure:
    """A figure that can be entered: what it is, and what is published for the project's call, if anything."""

    key: str
    label: str
    unit: str
    published: ParameterUse | None


@dataclass(frozen=True)
class FigureTable:
    """Figures that stand together in an annex."""

    subject: str
    figures: tuple[Figure, ...]


def figure_tables(project: Project) -> tuple[FigureTable, ...]:
    """Every figure that the annex may have, in tables; of a call that nothing is known of, those of the newest one."""
    reference = project.reference_parts
    if reference is None:
        return ()
    tables, layout = tables_for(reference.call_year), tables_for(newest_call())
    sector = tables.actions.get(reference.action_with_field) or layout.actions.get(reference.action_with_field)
    published = {use.key: use for use in figures_of(tables, sector)}
    shown = published if tables.bands else published | {use.key: use for use in figures_of(layout, sector)}
    found: dict[str, list[Figure]] = {}
    for key, use in shown.items():
        subject = _subject(key)
        if isinstance(use.value, Decimal):
            found.setdefault(subject, []).append(Figure(key, _label(use), use.unit, published.get(key)))
    return tuple(FigureTable(subject, tuple(figures)) for subject, figures in found.items())


def _subject(key: str) -> str:
    subject = key.partition(".")[0]
    return subject if subject in {"travel", "organisational_support"} else "other"


def _label(use: ParameterUse) -> str:
    subject, *parts = use.key.split(".")
    label = parameter_label(use)
    if subject == "organisational_support":
        activity = _("Outside the programme") if parts[0] == OUTSIDE else activity_label(parts[0])
        return f"{activity}: {label}"
    return f"{label} ({_('green travel')})" if use.key == "travel_days.green" else label


def known_keys(project: Project) -> frozenset[str]:
    """The keys a value of the project may have."""
    keys = (figure.key for table in figure_tables(project) for figure in table.figures)
    return frozenset({COUNTRY_GROUPS, *keys})


def shared_of(project: Project) -> SharedValues:
    """What the school entered and confirmed itself, ready for another one. Examples and what is foreign stay here."""
    parts = project.reference_parts
    if parts is None:
        raise ValueError(f"no call year in the reference {project.reference!r}")
    values = ProjectValue.objects.filter(project=project, is_foreign=False)
    rates = ProjectRate.objects.filter(project=project, is_foreign=False, is_example=False)
    return SharedValues(
        call_year=parts.call_year,
        action=parts.action_with_field,
        national_agency=parts.national_agency,
        values=tuple(SharedValue(each.key, each.value, each.source) for each in values),
        daily_rates=tuple(
            SharedRate(each.participant, each.country_group, each.from_day, each.eur_per_day, each.source)
            for each in rates
        ),
    )
