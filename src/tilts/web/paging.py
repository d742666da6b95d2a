"""Pages of long lists; `web.listing` makes them.

RequestConfig(request, paginate=PAGES).configure(table)
"""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django_tables2.rows import BoundRows


class FromBothEnds(Paginator):  # type: ignore[type-arg]
    """Asks for a page in the second half from the end of the list, so that the last one comes as quickly as the first.

    The database walks over all rows before a page. Counting from the end needs an order without ties, one that ends
    with `pk`; lists with any other order are walked from the front.
    """

    def page(self, number: int | str) -> Page[Any]:
        """One page of a table's rows. Raises EmptyPage, PageNotAnInteger."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        behind_last = min(first + self.per_page, self.count)
        rows: Any = self.object_list
        found = getattr(rows.data, "data", None)
        if first * 2 < self.count or not isinstance(found, QuerySet) or not _has_no_ties(found):
            return super().page(number)
        from_the_end = list(found.reverse()[self.count - behind_last : self.count - first])
        shown = BoundRows(data=from_the_end[::-1], table=rows.table, pinned_data=rows.pinned_data)
        return self._get_page(shown, number, self)


PAGES: dict[str, Any] = {"per_page": 50, "paginator_class": FromBothEnds}


def _has_no_ties(found: QuerySet[Any]) -> bool:
    query = found.query
    order = query.order_by or (query.get_meta().ordering if query.default_ordering else ())
    return bool(order) and order[-1] in {"pk", "-pk"}
