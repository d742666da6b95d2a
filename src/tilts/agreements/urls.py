from django.urls import include, path

from tilts.agreements import views

app_name = "agreements"
urlpatterns = [
    path("", views.agreement_list, name="list"),
    path("export/", views.agreement_export, name="export"),
    path("new/", views.agreement_add, name="add"),
    path("<int:pk>/", views.agreement_page, name="agreement"),
    path("<int:pk>/change/", views.agreement_change, name="change"),
    path("<int:pk>/remove/", views.agreement_remove, name="remove"),
    path("<int:pk>/signatories/new/", views.signatory_add, name="signatory_add"),
    path("<int:pk>/signatories/<int:part_pk>/", views.signatory_change, name="signatory_change"),
    path("<int:pk>/signatories/<int:part_pk>/remove/", views.signatory_remove, name="signatory_remove"),
    path("<int:pk>/activities/new/", views.activity_add, name="activity_add"),
    path("<int:pk>/activities/<int:part_pk>/", views.activity_change, name="activity_change"),
    path("<int:pk>/activities/<int:part_pk>/remove/", views.activity_remove, name="activity_remove"),
    path("", include("tilts.agreements.drafting.urls")),
    path("", include("tilts.agreements.negotiating.urls")),
    path("", include("tilts.agreements.concluding.urls")),
    path("", include("tilts.agreements.living.urls")),
    path("", include("tilts.agreements.exchanging.urls")),
]
