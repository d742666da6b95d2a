"""A few addresses, so that the look is tested by itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "web/base.html")


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("broken on purpose")


urlpatterns = [
    path("", page, name="start"),
    path("partners/", page, name="partners"),
    path("partners/archive/", page, name="archive"),
    path("broken/", broken),
    path("verify/", page, name="check"),
    path("", include("tilts.web.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("account/", include("allauth.account.urls")),
]
handler403 = "tilts.web.views.forbidden"
handler404 = "tilts.web.views.not_found"
