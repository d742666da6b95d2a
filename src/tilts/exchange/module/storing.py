"""A template as JSON and back."""

from dataclasses import asdict
from typing import Any

from tilts.exchange.module.rules.records import Column, DateStyle, Template, Trouble


def as_json(template: Template) -> dict[str, Any]:
    """For `ModuleTemplate.content`."""
    return asdict(template)


def from_json(content: dict[str, Any], date_style: str) -> Template:
    """The template as it was read, with days written as the office chose."""
    return Template(
        sheet=content["sheet"],
        columns=tuple(
            Column(each["head"], each["mark"], each["is_needed"], tuple(each["choices"])) for each in content["columns"]
        ),
        above=tuple(map(tuple, content["above"])),
        left=content["left"],
        date_style=DateStyle(date_style),
        delimiter=content["delimiter"],
        other_sheets=tuple((name, tuple(map(tuple, rows))) for name, rows in content["other_sheets"]),
        notes=tuple(Trouble(each["code"], each["values"]) for each in content["notes"]),
    )
