"""The rows of what is in force, kept while a change of it is drafted: to read it as it holds, and to return to it."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.core import serializers
from django.db.models import Model, QuerySet

from tilts.agreements.drafting.models import Clause, Conditions, Version
from tilts.agreements.models import Agreement, PlannedActivity
from tilts.agreements.rules import is_on_its_way

#: What a change of an agreement's own fields can touch.
FIELDS = (
    *("title", "kind", "framework", "first_language", "second_language", "in_other_languages"),
    *("areas", "other_areas", "reason", "valid_from", "valid_until", "is_open_ended"),
    *("renewal", "renewal_months", "notice_months", "worded_on"),
)
#: What is told of a planned activity after it was agreed: nothing of what was agreed itself.
STANDING = ("possible_from", "done_on", "given_up_on")
_AGREED = ("text", "condition", "in_other_languages", "by_on", "responsible")


def last_signed(agreement: Agreement) -> Version | None:
    """The version that was signed last, whether it holds, is still to begin or is over."""
    return Version.objects.filter(agreement=agreement, in_force_on__isnull=False).order_by("-position").first()


def keep_rows(agreement: Agreement) -> None:
    """Keep the rows as they stand with the version that was signed last, before a change of them begins."""
    version = last_signed(agreement)
    if version is None:
        return
    rows = _as_json([agreement], FIELDS)
    for model in (Conditions, Clause, PlannedActivity):
        rows += _as_json(_of(model, agreement))
    version.rows = rows
    version.save(update_fields=["rows"])


def put_rows_back(agreement: Agreement, version: Version) -> None:
    """Let the rows say again what the version says. How a planned activity stands is kept; `agreement` is not saved."""
    found = _rows(version)
    for model in (Conditions, Clause, PlannedActivity):
        kept = [each.pk for each in found if isinstance(each, model)]
        _of(model, agreement).exclude(pk__in=kept).delete()
    there = set(_of(PlannedActivity, agreement).values_list("pk", flat=True))
    for each in found:
        match each:
            case Agreement():
                if each.framework_id and not Agreement.objects.filter(pk=each.framework_id).exists():
                    each.framework_id = None  # a recorded one can be gone by now
                _copy(each, agreement, FIELDS)
            case PlannedActivity() if each.pk in there:
                each.save(update_fields=list(_AGREED))
            case _:
                each.save()


def as_agreed(agreements: Iterable[Agreement], *, plans: bool = False) -> list[Agreement]:
    """Agreements to be read as they were agreed: a change on its way is not told. With plans, each has its `plan`.

    They are not to be saved: their fields hold what holds, not what is drafted.
    """
    found = list(agreements)
    signed: dict[int, Version] = {}
    changing = [each.pk for each in found if is_on_its_way(each.stands)]
    for version in Version.objects.filter(agreement__in=changing, in_force_on__isnull=False).order_by("position"):
        signed[version.agreement_id] = version
    for each in found:
        last = signed.get(each.pk)
        if last:
            each.valid_from, each.valid_until = last.valid_from, last.valid_until
            for row in _rows(last):
                if isinstance(row, Agreement):
                    _copy(row, each, FIELDS)
        if plans:
            rows = each.activities.all()
            each.plan = plan_in(last, rows) if last else list(rows)
    return found


def plan_in(version: Version, now: Iterable[PlannedActivity]) -> list[PlannedActivity]:
    """What a version plans, as rows with how each stands; now: the rows of its agreement as they stand."""
    standing = {each.pk: each for each in now}
    kept = [each for each in _rows(version) if isinstance(each, PlannedActivity)]
    for each in kept:
        if each.pk in standing:
            _copy(standing[each.pk], each, STANDING)
    if kept or version.rows:
        return kept
    # A copy of what another school drafts keeps no rows of its own: what the version names is what holds.
    named = {text for planned in version.content.get("plan", ()) for text in planned["what"].values()}
    return [each for each in standing.values() if named & set(each.texts["text"].values())]


def _as_json(rows: Iterable[Model], fields: Sequence[str] | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(serializers.serialize("json", rows, fields=fields))
    return found


def _rows(version: Version) -> list[Any]:
    return [each.object for each in serializers.deserialize("python", version.rows or [], ignorenonexistent=True)]


def _of(model: type[Conditions | Clause | PlannedActivity], agreement: Agreement) -> QuerySet[Any]:
    return model.objects.filter(agreement=agreement)


def _copy(source: Model, target: Model, names: Iterable[str]) -> None:
    for name in names:
        attname = source._meta.get_field(name).attname  # type: ignore[union-attr]
        setattr(target, attname, getattr(source, attname))
