"""Addresses of the pages inside a school, where it is decided what the public sees."""

from django.urls import path

from tilts.public import pages, views
from tilts.public.public_urls import LanguageConverter  # noqa: F401  (registers `language`)
from tilts.public.visits import PAGES, for_preview

app_name = "public"
urlpatterns = [
    path("", views.site, name="site"),
    path("change/", views.change, name="change"),
    path("switch/", views.switch, name="switch"),
    path("partners/<int:pk>/shown/", views.partner_shown, name="partner_shown"),
    path("projects/<int:pk>/shown/", views.project_shown, name="project_shown"),
    *(
        path(
            f"preview/<language:language>/{address.replace('{}', '<int:pk>')}",
            for_preview(getattr(pages, name)),
            name=f"preview_{name}",
        )
        for name, address in PAGES.items()
    ),
]
