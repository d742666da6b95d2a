"""Forms and what is wrong with them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils.translation import gettext_lazy as _

from tilts.web.components.base import Text

register = template.Library()


@register.inclusion_tag("web/components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """What is to be mended in the forms of a page, each with a link to its field; nothing when all is well.

    {% error_summary form %}
    """
    items = [{"text": error, "target": ""} for form in forms for error in form.non_field_errors()]
    items += [
        {"text": error, "target": ""}
        if field.is_hidden
        else {"text": f"{field.label}: {error}", "target": _target(field)}
        for form in forms
        for field in form
        for error in field.errors
    ]
    return {"title": _("There is a problem"), "items": items}


@register.inclusion_tag("web/components/error_summary.html")
def mend_summary(title: Text, items: Iterable[Any]) -> dict[str, Any]:
    """The same over several small forms; each item has `text` and `target`, the id of a field.

    It leaves the cursor where the page puts it, in the first field to mend.

    {% mend_summary _("To mend") rows %}
    """
    return {"title": title, "items": items, "leaves_cursor": True}


@register.inclusion_tag("web/components/field_errors.html")
def field_errors(field: BoundField) -> dict[str, Any]:
    """What is wrong with a field that a page draws by itself; the field points to it.

    {% field form.since %}{% field_errors form.since %}
    """
    return {"field": field}


@register.inclusion_tag("web/components/form_fields.html")
def form_fields(form: BaseForm, summary: bool = True) -> dict[str, Any]:
    """The error summary and every field; the form element, token and buttons are the page's.

    <form method="post">{% csrf_token %}{% form_fields form %}<button class="btn btn-primary">...</button></form>

    A long form is cut into parts by an attribute `sections`: triples of title, hint and the names of its fields. Fields
    that no part names come first. Those of an attribute `folded` come last, and open by a click or where one is wrong;
    what the form's `heading_of(name)` says stands above each group of them.
    """
    parts, folded = _parts_of(form, "sections"), _parts_of(form, "folded")
    named = {field.name for _title, _hint, fields in (*parts, *folded) for field in fields}
    rest = [field for field in form.visible_fields() if field.name not in named]
    return {
        "form": form,
        "summary": summary,
        "rest": rest,
        "parts": parts,
        "folded": [(*part, _grouped(form, part[2])) for part in folded],
    }


def _grouped(form: BaseForm, fields: list[BoundField]) -> list[tuple[Text, list[BoundField]]]:
    heading_of = getattr(form, "heading_of", lambda name: "")
    return [(heading, list(group)) for heading, group in groupby(fields, lambda field: heading_of(field.name))]


def _parts_of(form: BaseForm, attribute: str) -> list[tuple[Text, Text, list[BoundField]]]:
    parts = [
        (title, hint, [form[name] for name in names if name in form.fields and not form[name].is_hidden])
        for title, hint, names in getattr(form, attribute, ())
    ]
    return [part for part in parts if part[2]]


@register.filter
def has_errors(fields: Iterable[BoundField]) -> bool:
    """Whether one of these fields was filled in wrongly: {% if fields|has_errors %}."""
    return any(field.errors for field in fields)


@register.inclusion_tag("web/components/drop_zone.html")
def drop_zone(field: BoundField, title: Text, hint: Text = "") -> dict[str, Any]:
    """A file field onto which a file can be dropped; without script it is a plain file field.

    {% drop_zone form.file _("Drop the class list here") _("Excel or CSV, at most 10 MB") %}
    """
    classes = "form-control is-invalid" if field.errors else "form-control"
    widget = field.as_widget(attrs={"class": classes, "data-drop-input": True})
    return {"field": field, "widget": widget, "title": title, "hint": hint}


def _target(field: BoundField) -> str:
    # A group of radio buttons or boxes has no id of its own: its first one has.
    return field.id_for_label or f"{field.auto_id}_0"
