"""Addresses of public pages: `/daugavpils/lv/partners/`. The middleware asks for them outside every school."""

from django.conf import settings
from django.urls import path, register_converter

from tilts.public import pages
from tilts.public.visits import PAGES, for_everybody


class LanguageConverter:
    """A language of the interface."""

    regex = "|".join(code for code, _ in settings.LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LanguageConverter, "language")

app_name = "public_pages"
urlpatterns = [
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", pages.sitemaps, name="sitemaps"),
    path("<language:language>/", pages.front, name="front"),
    path("<slug:slug>/<language:language>/sitemap.xml", for_everybody(pages.sitemap), name="sitemap"),
    *(
        path(
            f"<slug:slug>/<language:language>/{address.replace('{}', '<int:pk>')}",
            for_everybody(getattr(pages, name)),
            name=name,
        )
        for name, address in PAGES.items()
    ),
]
