"""A template and what Tilts knows → the rows of the file, and a list of what could not be filled. Pure."""

from collections.abc import Sequence

from tilts.exchange.module.rules.heads import is_never_filled
from tilts.exchange.module.rules.records import CONSTANT, EMPTY, Dictionary, Facts, Filled, Gap, Match, Template
from tilts.exchange.module.rules.values import CountryNames, NotInList, to_text

#: The place of fields that no page of Tilts holds.
NOWHERE = "none"


def fill(
    template: Template,
    matches: Sequence[Match],
    facts: Sequence[Facts],
    known: Dictionary,
    countries: CountryNames,
) -> Filled:
    """A row for each of `facts`, in the order of the template's columns.

    A column that nobody matched, or whose field Tilts holds nowhere, is one gap; a value that is missing for one person
    is a gap of that row. A field with no value in this case (contact hours of a physical stay) is no gap.
    """
    rows = [[""] * len(template.columns) for _ in facts]
    gaps: list[Gap] = []
    for place, (column, match) in enumerate(zip(template.columns, matches, strict=True)):
        if match.field == EMPTY or is_never_filled(column.head, known):
            continue
        if match.field == CONSTANT:
            for row in rows:
                row[place] = match.text
            continue
        field = known.fields.get(match.field)
        if field is None:
            gaps.append(Gap(column.head, "no_field", is_needed=column.is_needed))
            continue
        if field.place == NOWHERE and not any(field.name in each.values for each in facts):
            gaps.append(Gap(column.head, "not_held", field=field.name, is_needed=column.is_needed))
            continue
        for number, each in enumerate(facts):
            value = each.values.get(field.name)
            if value is None:
                gaps.append(Gap(column.head, "missing", number, field.name, column.is_needed))
            elif value != "":
                try:
                    text = to_text(value, field.kind, column, template.date_style, known, countries)
                except NotInList as error:
                    gaps.append(
                        Gap(column.head, "not_in_list", number, field.name, column.is_needed, {"text": str(error)})
                    )
                    continue
                if template.delimiter and is_formula(text):
                    gaps.append(Gap(column.head, "formula", number, field.name, column.is_needed))
                else:
                    rows[number][place] = text
    return Filled(tuple(map(tuple, rows)), tuple(gaps))


def is_formula(text: str) -> bool:
    """Would a spreadsheet program run this text of a csv file? A telephone number or an amount is none.

    >>> is_formula("=1+1"), is_formula("+371 20000000"), is_formula("-5.00"), is_formula("+cmd|x")
    (True, False, False, True)
    """
    if text[:1] in {"=", "@", "\t", "\r"}:
        return True
    return text[:1] in {"+", "-"} and any(letter not in "0123456789 .,-+()" for letter in text)
