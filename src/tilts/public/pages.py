"""The public pages themselves; `visits` says who may see them."""

from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tilts.agreements.drafting.rows import as_agreed
from tilts.core.places import country_name
from tilts.partners.models import Partner, PartnerName
from tilts.public import presenting, queries, rules
from tilts.public.visits import Visit, cacheable

PER_PAGE = 50
MOST_PAGES = 20  # so that a page's number makes no long search
FEW = 3


def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who we are, where our partners are, what comes next."""
    today = timezone.localdate()
    partners = _partners(visit)
    countries = {partner.country for partner in partners}
    context = {
        "partner_count": len(partners),
        "country_count": len(countries),
        "project_count": queries.shown_projects().count(),
        "stays": rules.total(queries.counted_stays()),
        "map": _map(visit, partners) if partners else None,
        "upcoming": queries.upcoming(today)[:FEW],
        "projects": presenting.marked(queries.shown_projects()[:FEW], visit.language),
    }
    return _show(request, visit, "home", context)


def partners(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All partners on a map and in a table."""
    shown = _partners(visit)
    page = _page(request, shown)
    return _show(request, visit, "partners", {"map": _map(visit, shown) if shown else None, "page": page})


def partner(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """One partner, and what there was with it year by year."""
    found = get_object_or_404(_with_names(queries.shown_partners()), pk=pk)
    flows = list(queries.shown_flows().filter(partner=found)[: queries.MOST])
    projects = list(queries.shown_projects().filter(organisations__partner=found)[: queries.MOST])
    agreements = as_agreed(queries.agreements_with(found)[: queries.MOST], plans=True)
    funding = {each.pk: each for each in (*projects, *(flow.project for flow in flows))}
    years = presenting.by_years(
        flows,
        projects,
        agreements,
        queries.past_activities_with(found)[: queries.MOST],
        queries.encounters_with(found, timezone.localdate())[: queries.MOST],
    )
    context = {
        "partner": found,
        "other_name": presenting.name_in(found, visit.language),
        "years": years,
        "undated": [each for each in agreements if each.signed is None],
        "marks": [pair for pair in presenting.marked(funding.values(), visit.language) if pair[1]],
    }
    return _show(request, visit, "partner", context)


def years(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What there was with all partners, year by year."""
    agreements = as_agreed(queries.agreements()[: queries.MOST], plans=True)
    projects = list(queries.shown_projects()[: queries.MOST])
    found = presenting.by_years(
        queries.shown_flows()[: queries.MOST],
        projects,
        agreements,
        queries.past_activities()[: queries.MOST],
        queries.encounters(timezone.localdate())[: queries.MOST],
    )
    context = {
        "years": found,
        "undated": [each for each in agreements if each.signed is None],
        "organisations": queries.organisations_of(projects),
        "names_partners": True,
        "own_names": queries.names_in(visit.language),
        "marks": [pair for pair in presenting.marked(projects, visit.language) if pair[1]],
    }
    return _show(request, visit, "years", context)


def projects(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All projects with their references, and who pays."""
    page = _page(request, queries.shown_projects())
    organisations = queries.organisations_of(page.object_list)
    rows = [
        (project, presenting.mark_of(project, visit.language), organisations.get(project.pk, []))
        for project in page.object_list
    ]
    return _show(request, visit, "projects", {"rows": rows, "page": page})


def project(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """One project: its reference, its partners, its flows, who pays."""
    found = get_object_or_404(queries.shown_projects().select_related("own_programme"), pk=pk)
    context = {
        "project": found,
        "mark": presenting.mark_of(found, visit.language),
        "organisations": queries.organisations_of([found]).get(found.pk, []),
        "flows": queries.shown_flows().filter(project=found)[: queries.MOST],
    }
    return _show(request, visit, "project", context)


def mobilities(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What comes, what was, and how many, by year and by country."""
    today = timezone.localdate()
    counted = queries.counted_stays()
    years = rules.by_year(counted)
    countries = presenting.named_countries(rules.by_country(counted), visit.language)
    earlier = queries.past_activities()[: queries.MOST]
    stated = rules.stated_by_year(
        rules.Stated(each.begins_on.year, each.learners, each.staff, each.others, each.in_all) for each in earlier
    )
    context = {
        "upcoming": queries.upcoming(today)[: queries.MOST],
        "earlier": earlier,
        "stated": stated,
        "stated_chart": presenting.stated_chart(stated),
        "page": _page(request, queries.past(today)),
        "years": years,
        "countries": countries,
        "year_chart": presenting.chart_of(years, id="by-year", title=_("Stays by year")),
        "country_chart": presenting.chart_of(countries, id="by-country", title=_("Stays by country")),
    }
    return _show(request, visit, "mobilities", context)


def sitemap(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every page of a school in one language, for search engines."""
    pages = [visit.url(name) for name in ("home", "partners", "years", "projects", "mobilities")]
    pages += [visit.url("partner", pk) for pk in queries.shown_partners().values_list("pk", flat=True)[: queries.MOST]]
    pages += [visit.url("project", pk) for pk in queries.shown_projects().values_list("pk", flat=True)[: queries.MOST]]
    context = {"addresses": [f"{settings.TILTS_URL}{page}" for page in pages]}
    return render(request, "public/sitemap.xml", context, content_type="application/xml")


# Of the whole installation


@require_safe
def front(request: HttpRequest, language: str) -> HttpResponseBase:
    """To the one public school of this installation, or the list of them."""
    schools = list(queries.public_schools())
    if not schools:
        raise Http404
    prefix = get_script_prefix()
    if len(schools) == 1:
        return redirect(f"{prefix}{schools[0].slug}/{language}/")
    context = {
        "schools": [(school, f"{prefix}{school.slug}/{language}/") for school in schools],
        "languages": [(code, label, f"{prefix}{code}/") for code, label in settings.LANGUAGES],
        "language": language,
    }
    return cacheable(request, render(request, "public/front.html", context), language)


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Search engines may read the public pages and what they load, and nothing else."""
    allowed = [f"Allow: {before}/{code}/" for code, _ in settings.LANGUAGES for before in ("", "/*")]
    lines = ["User-agent: *", *allowed, "Allow: /static/", "Disallow: /", f"Sitemap: {settings.TILTS_URL}/sitemap.xml"]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    return cacheable(request, response, "en")


@require_safe
def sitemaps(request: HttpRequest) -> HttpResponseBase:
    """Where the lists of pages are, for each school and language."""
    addresses = [
        f"{settings.TILTS_URL}/{school.slug}/{code}/sitemap.xml"
        for school in queries.public_schools()
        for code, _ in settings.LANGUAGES
    ]
    context = {"addresses": addresses}
    return cacheable(request, render(request, "public/sitemaps.xml", context, content_type="application/xml"), "en")


# Parts


def _show(request: HttpRequest, visit: Visit, name: str, context: dict[str, Any]) -> HttpResponse:
    everywhere = {"visit": visit, "language": visit.language, "current": name, "today": timezone.localdate()}
    return render(request, f"public/{name}.html", {**everywhere, **context})


def _with_names(partners: QuerySet[Partner]) -> QuerySet[Partner]:
    official = PartnerName.objects.filter(kind=PartnerName.Kind.OFFICIAL)
    return partners.prefetch_related(Prefetch("names", queryset=official))


def _partners(visit: Visit) -> list[Partner]:
    """The shown partners by country, as the reader's language orders them, and by name."""
    shown = list(_with_names(queries.shown_partners())[: queries.MOST])
    return sorted(shown, key=lambda each: presenting.country_key(each.country, visit.language))


def _map(visit: Visit, partners: list[Partner]) -> Any:
    countries = sorted({country_name(partner.country, visit.language) for partner in partners})
    description = ngettext(
        "%(count)s partner in: %(countries)s. The table says the same.",
        "%(count)s partners in: %(countries)s. The table says the same.",
        len(partners),
    )
    values = {"count": len(partners), "countries": ", ".join(countries)}
    return presenting.map_of(visit, partners, description=description % values)


def _page(request: HttpRequest, rows: Any) -> Page[Any]:
    """The asked page of the rows; the last one for a number that is too high, the first for what is none."""
    page = Paginator(rows[: PER_PAGE * MOST_PAGES], PER_PAGE)
    return page.get_page(request.GET.get("page", "1")[:3])
