"""Earlier activities as a table."""

from datetime import date

import django_tables2 as tables
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tilts.core.places import country_name
from tilts.mobilities.past.models import PastActivity
from tilts.web.components.words import partial_date, text_of
from tilts.web.exporting import Column

_FIRM = "\u00a0"  # a blank at which no line breaks
_NUMBER = {"th": {"class": "num"}, "td": {"class": "num"}}


class PastActivityTable(tables.Table):
    """The list of earlier activities."""

    title = tables.Column(_("What it was"), linkify=True, order_by="sort_key")
    with_whom = tables.Column(_("With whom"), orderable=False)
    country = tables.Column(_("Country"))
    begins_on = tables.Column(_("When"))
    learners = tables.Column(_("Learners"), attrs=_NUMBER)
    staff = tables.Column(_("Teachers"), attrs=_NUMBER)
    others = tables.Column(_("Others"), attrs=_NUMBER)
    in_all = tables.Column(_("In all"), attrs=_NUMBER, empty_values=(), order_by="in_all")

    export_heads = {"begins_on": _("Begins")}

    class Meta:
        model = PastActivity
        fields = ("title", "with_whom", "country", "begins_on", "learners", "staff", "others", "in_all")

    def render_title(self, record: PastActivity) -> SafeString | str:
        return text_of(record.texts["title"], is_marked=False)

    def value_title(self, record: PastActivity) -> str:
        return str(record)

    def render_country(self, value: str) -> str:
        return country_name(value, get_language() or "en")

    def render_begins_on(self, record: PastActivity) -> str:
        begins, ends = partial_date(record.begins, "short"), partial_date(record.ends, "short")
        whole = f"{begins} – {ends}" if ends and ends != begins else begins
        return whole.replace(" ", _FIRM).replace(f"–{_FIRM}", "– ")  # only the dash may end a line

    def render_in_all(self, record: PastActivity) -> str:
        if record.people is None:
            return "—"
        count, is_all = record.people
        return str(count) if is_all else gettext("at least %(count)s") % {"count": count}

    def value_in_all(self, record: PastActivity) -> int | None:
        return record.in_all  # a spreadsheet adds the parts by itself

    def value_begins_on(self, record: PastActivity) -> date | str:
        return record.begins.as_written


#: What a spreadsheet of earlier activities has besides the columns of the list.
PAST_EXPORT = (
    Column(_("Ends"), lambda each: each.ends and each.ends.as_written),
    Column(_("Kind"), lambda each: each.get_kind_display()),
    Column(_("Direction"), lambda each: each.get_direction_display()),
    Column(_("Professions or fields"), lambda each: each.wording("professions")),
    Column(_("How they were chosen"), lambda each: each.wording("how_chosen")),
    Column(_("Arranged by"), lambda each: each.wording("arranged_by")),
    Column(_("Who states it"), lambda each: each.wording("stated_by")),
    Column(_("Where it stands"), lambda each: each.wording("source_title")),
)
