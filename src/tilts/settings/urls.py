"""Every address. A school's own pages stand below its short name: `accounts.middleware` takes it off."""

from django.urls import include, path

from tilts.accounts.views import personal_link, school_mark, sign_in_first

urlpatterns = [
    path("", include("tilts.home.urls")),
    path("p/<str:secret>/", personal_link, name="personal_link"),
    path("public/<slug:slug>/mark/<str:digest>.png", school_mark, name="school_mark"),
    path("accounts/", include("tilts.accounts.urls")),
    # Before allauth's, some of whose pages are parts of ours.
    path("account/", include("tilts.accounts.account_urls")),
    path("account/", include("allauth.account.urls")),
    path("account/mfa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("verify/", include("tilts.signing.check_page.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("", include("tilts.web.urls")),
    path("papers/", include("tilts.documents.urls")),
    path("partners/", include("tilts.partners.urls")),
    path("signing/", include("tilts.signing.urls")),
    path("agreements/", include("tilts.agreements.urls")),
    path("people/", include("tilts.people.urls")),
    path("projects/", include("tilts.projects.urls")),
    path("flows/", include("tilts.mobilities.urls")),
    path("desk-checks/", include("tilts.mobilities.desk_check.urls")),
    path("earlier/", include("tilts.mobilities.past.urls")),
    path("rosters/", include("tilts.exchange.urls")),
    path("module/", include("tilts.exchange.module.urls")),
    path("files/", include("tilts.files.urls")),
    path("work/", include("tilts.jobs.urls")),
    path("calendar/", include("tilts.mail.calendar_urls")),
    path("mailbox/", include("tilts.mail.urls")),
    path("site/", include("tilts.public.urls")),
    path("", include("tilts.public.public_urls")),
    # Last: whatever is no address of ours might be a school's.
    path("<slug:slug>/", sign_in_first),
    path("<slug:slug>/<path:rest>", sign_in_first),
]
handler403 = "tilts.web.views.forbidden"
handler404 = "tilts.web.views.not_found"
