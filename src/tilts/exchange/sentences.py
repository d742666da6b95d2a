"""Problems and notes of a roster in the reader's language: one sentence with row, column and cure."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tilts.exchange.records import Problem

FIELDS = {
    "family_name": gettext_lazy("Family name"),
    "given_names": gettext_lazy("Given names"),
    "full_name": gettext_lazy("Full name"),
    "born_on": gettext_lazy("Date of birth"),
    "personal_code": gettext_lazy("Personal code"),
    "group": gettext_lazy("Group"),
    "course": gettext_lazy("Year of study"),
    "programme": gettext_lazy("Study programme"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Telephone"),
    "gender": gettext_lazy("Gender"),
    "nationality": gettext_lazy("Nationality"),
    "notes": gettext_lazy("Notes"),
    "number": gettext_lazy("Number in the list"),
    "guardian_name": gettext_lazy("Guardian"),
    "guardian_phone": gettext_lazy("Guardian's telephone"),
    "guardian_email": gettext_lazy("Guardian's e-mail"),
}


def field_name(field: str) -> str:
    """What people call one of our fields."""
    return str(FIELDS.get(field, field))


def column_name(problem: Problem) -> str:
    """The head as written, or our name of the field where the file has no such column."""
    return problem.column or (field_name(problem.field) if problem.field else "")


def sentence(problem: Problem) -> str:
    """One sentence that says where, what and how to mend it, in the active language."""
    values = {
        **problem.values,
        "row": problem.row or "",
        "column": column_name(problem),
        "field": field_name(problem.field),
        "sheet": problem.sheet,
    }
    return SENTENCES[problem.code](values)


Values = Mapping[str, object]


def _day_and_month(values: Values) -> str:
    days = {name: date_format(date.fromisoformat(str(values[name])), "DATE_FORMAT") for name in ("date", "other")}
    return _(
        "Row %(row)s, column “%(column)s”: Excel has probably swapped day and month, so %(date)s may stand for"
        " %(other)s; write the right date with the year first, for example 2004-03-09."
    ) % {**values, **days}


def _day_or_month(values: Values) -> str:
    days = {name: date_format(date.fromisoformat(str(values[name])), "DATE_FORMAT") for name in ("date", "other")}
    return _(
        "Row %(row)s, column “%(column)s”: this may be %(date)s or %(other)s, for other dates of the column have the"
        " month first; write the right date with the year first, for example 2004-03-09."
    ) % {**values, **days}


def _date_and_code(values: Values) -> str:
    days = {name: date_format(date.fromisoformat(str(values[name])), "DATE_FORMAT") for name in ("date", "other")}
    return _(
        "Row %(row)s, column “%(column)s”: %(date)s does not agree with the personal code, which tells %(other)s; write"
        " the right date with the year first, for example 2004-03-09."
    ) % {**values, **days}


def _duplicate(values: Values) -> str:
    if values["first_sheet"] != values["sheet"]:
        return (
            _(
                "Row %(row)s: the same person stands in row %(first_row)s of the sheet “%(first_sheet)s” already;"
                " leave out one of the two, or correct the name or the date of birth."
            )
            % values
        )
    return (
        _(
            "Row %(row)s: the same person stands in row %(first_row)s already; leave out one of the two, or correct"
            " the name or the date of birth."
        )
        % values
    )


def _not_a_spreadsheet(values: Values) -> str:
    match values["kind"]:
        case "pdf":
            return _("This is a PDF, not a spreadsheet; ask for the list as an Excel, LibreOffice or CSV file.")
        case "word":
            return _("This is a text document, not a spreadsheet; copy its table into a new spreadsheet and save it.")
        case "picture":
            return _("This is a picture, not a spreadsheet; ask for the list as an Excel, LibreOffice or CSV file.")
        case "archive":
            return _("This is an archive, not a spreadsheet; unpack it and choose the list inside.")
        case "web_page":
            return _("This is a web page, not a spreadsheet; open it in Excel or LibreOffice and save it as xlsx.")
    return _("This file is no spreadsheet; choose the list as an Excel (xlsx, xls), LibreOffice (ods) or CSV file.")


def _name_order(values: Values) -> str:
    if values["order"] == "family_first":
        return (
            _("Column “%(column)s” was read with the family name first, for the list is sorted that way; please check.")
            % values
        )
    return _("Column “%(column)s” was read with the given names first; please check.") % values


# Functions, not texts: gettext must meet each text as it stands and look it up when a reader's language is active.
SENTENCES: dict[str, Callable[[Values], str]] = {
    # the file
    "empty_file": lambda values: _("The file is empty; choose the file with the list.") % values,
    "not_a_spreadsheet": _not_a_spreadsheet,
    "damaged_file": lambda values: (
        _("The file is damaged and can't be read; open it in Excel or LibreOffice and save it anew as xlsx.") % values
    ),
    "password": lambda values: (
        _("The file is protected by a password; save it without a password and choose it again.") % values
    ),
    "file_too_big": lambda values: (
        _("The file is larger than %(megabytes)s MB; copy the list alone into a new spreadsheet and choose that.")
        % values
    ),
    "too_costly": lambda values: (
        _(
            "The file takes too much time or memory to read, perhaps because of cells far below or beside the list;"
            " copy the list alone into a new spreadsheet and choose that."
        )
        % values
    ),
    "too_many_rows": lambda values: (
        _("Row %(row)s and all after it were not read, for the file has more than %(rows)s rows; split the list.")
        % values
    ),
    "hidden_sheets_only": lambda values: (
        _("All sheets of the file are hidden; show the sheet with the list (“%(sheet)s”?) and save the file.") % values
    ),
    "hidden_list": lambda values: (
        _("The list seems to stand in the hidden sheet “%(sheet)s”; show this sheet and save the file.") % values
    ),
    "no_heads": lambda values: (
        _(
            "No heads of columns were found from row %(row)s on; write a row such as “Family name”, “Given names”,"
            " “Date of birth” above the list."
        )
        % values
    ),
    "column_missing": lambda values: (
        _("Row %(row)s, where the heads stand: the column “%(field)s” is missing; add it and fill it for every person.")
        % values
    ),
    # a row
    "missing": lambda values: _("Row %(row)s, column “%(column)s”: “%(field)s” is empty; write it here.") % values,
    "formula": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” is a formula, not a name; write the name itself.") % values
    ),
    "two_people": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” seems to name two people; give each a row of their own.")
        % values
    ),
    "name_without_letters": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” is a number or a formula's result, not a name; write the name.")
        % values
    ),
    "name_signs": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” holds the sign “%(sign)s”, which no name has; write the name.")
        % values
    ),
    "name_too_long": lambda values: (
        _(
            "Row %(row)s, column “%(column)s”: “%(text)s” is longer than %(letters)s letters; write the name as it"
            " stands in the travel document."
        )
        % values
    ),
    "no_date": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” is no date; write it like 09.03.2004.") % values
    ),
    "date_incomplete": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” is only a part of a date; write it like 09.03.2004.") % values
    ),
    "no_such_day": lambda values: (
        _("Row %(row)s, column “%(column)s”: there is no day “%(text)s”; correct the day, the month or the year.")
        % values
    ),
    "date_in_future": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” lies in the future; correct the date of birth.") % values
    ),
    "too_young": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” gives an age of %(age)s; correct the date of birth.") % values
    ),
    "too_old": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” gives an age of %(age)s; correct the year of birth.") % values
    ),
    "day_and_month": _day_and_month,
    "day_or_month": _day_or_month,
    "date_and_code": _date_and_code,
    "code_without_date": lambda values: (
        _(
            "Row %(row)s, column “%(column)s”: no date of birth can be read from this personal code; write the date"
            " itself, like 09.03.2004."
        )
        % values
    ),
    "phone_as_power": lambda values: (
        _(
            "Row %(row)s, column “%(column)s”: Excel has shortened the number to “%(text)s”; format the column as text"
            " and write the whole number again."
        )
        % values
    ),
    "several_phones": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” holds several telephone numbers; keep the person's own.")
        % values
    ),
    "no_phone": lambda values: (
        _(
            "Row %(row)s, column “%(column)s”: “%(text)s” is no telephone number; write it with its country code, like"
            " +371 26123456, or leave it empty."
        )
        % values
    ),
    "several_emails": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” holds several e-mail addresses; keep the person's own.")
        % values
    ),
    "no_email": lambda values: (
        _("Row %(row)s, column “%(column)s”: “%(text)s” is no e-mail address; correct it or leave it empty.") % values
    ),
    "email_letter": lambda values: (
        _(
            "Row %(row)s, column “%(column)s”: “%(text)s” holds the letter “%(sign)s”, which is not one of an e-mail"
            " address though it may look like one; type the address anew."
        )
        % values
    ),
    "duplicate": _duplicate,
    # notes
    "macro": lambda values: (
        _("The file holds macros; they were not run, only the list was read. Save it as xlsx to be rid of them.")
        % values
    ),
    "gap": lambda values: (
        _(
            "Row %(row)s stands after %(empty)s empty rows (sheet “%(sheet)s”, after row %(before)s); if it does not"
            " belong to the list, delete it in the file."
        )
        % values
    ),
    "hidden_rows": lambda values: (
        _(
            "These rows are hidden in the file (sheet “%(sheet)s”) and were read all the same: %(rows)s; leave out who"
            " does not belong to the list."
        )
        % values
    ),
    "hidden_columns": lambda values: (
        _(
            "These columns are hidden in the file (sheet “%(sheet)s”) and were read all the same: %(columns)s; show"
            " them in the spreadsheet program to check them."
        )
        % values
    ),
    "sheet_not_used": lambda values: (
        _("The sheet “%(sheet)s” was not read: it is hidden or has no heads of a class list.") % values
    ),
    "group_from_title": lambda values: (
        _("The group “%(group)s” was taken from the title; there is no column for it.") % values
    ),
    "group_by_block": lambda values: (
        _(
            "Column “%(column)s” is empty in these rows, and the group above was taken: %(rows)s; please check whether"
            " it is right."
        )
        % values
    ),
    "group_as_date": lambda values: (
        _(
            "Column “%(column)s”: Excel has turned the group into a date in these rows, so it was left empty: %(rows)s;"
            " format the column as text and write the groups again."
        )
        % values
    ),
    "rows_left_out": lambda values: _("These rows name no person and were left out: %(rows)s.") % values,
    "not_understood": lambda values: (
        _("Column “%(column)s” was not understood and left empty in these rows: %(rows)s.") % values
    ),
    "code_gave_birth_date": lambda values: (
        _(
            "The dates of birth were read from the column “%(column)s”, for no other column holds them; the codes"
            " themselves are not kept."
        )
        % values
    ),
    "code_not_taken": lambda values: (
        _("The column “%(column)s” is not taken over: Tilts keeps no personal codes.") % values
    ),
    "month_first": lambda values: (
        _("The dates in the column “%(column)s” were read with the month first, as some of them prove.") % values
    ),
    "name_order": _name_order,
}
