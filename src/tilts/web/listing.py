"""Lists of a room: searched, narrowed, sorted, paged, and had as a spreadsheet. `web/list_page.html` shows them.

PARTNERS = Listing(PartnerTable, queries.partners, PartnerFilter, PARTNER_EXPORT)

render(request, "partners/partner_list.html", PARTNERS.page(request, export_url=reverse("partners:export")))
PARTNERS.spreadsheet(request, "partners")
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django_filters import FilterSet
from django_tables2 import RequestConfig, Table

from tilts.web.exporting import Column, export_table
from tilts.web.paging import PAGES


@dataclass(frozen=True)
class Listing:
    """What a list is made of. The page and the spreadsheet read the same query: q, the filter's fields, sort, page."""

    table: type[Table]
    find: Callable[[str], QuerySet[Any]]  # from what was typed to the rows
    filter: type[FilterSet] | None = None
    columns: Sequence[Column] = ()  # of the spreadsheet, besides those of the table

    def page(self, request: HttpRequest, *, export_url: str = "") -> dict[str, Any]:
        """One page of it, as the context of `web/list_page.html`; export_url: where the spreadsheet is had."""
        narrowed, rows = self._rows(request)
        table = self.table(rows)
        RequestConfig(request, paginate=PAGES).configure(table)
        search = request.GET.get("q", "")
        return {"table": table, "search": search, "filter": narrowed, "export_url": export_url}

    def spreadsheet(self, request: HttpRequest, name: str) -> HttpResponse:
        """All of it as `name`.xlsx, in the same order."""
        table = self.table(self._rows(request)[1])
        RequestConfig(request, paginate=False).configure(table)
        return export_table(table, name, extra=self.columns)

    def _rows(self, request: HttpRequest) -> tuple[FilterSet | None, QuerySet[Any]]:
        found = self.find(request.GET.get("q", ""))
        narrowed = self.filter(request.GET, queryset=found, request=request) if self.filter else None
        return narrowed, narrowed.qs if narrowed else found
