from django.urls import include, path

from tilts.projects import views
from tilts.projects.applications import views as applications
from tilts.projects.standing import views as standing
from tilts.projects.strategy import views as strategy
from tilts.projects.values import views as values

app_name = "projects"
urlpatterns = [
    path("", views.project_list, name="list"),
    path("export/", views.project_export, name="export"),
    path("new/", views.project_add, name="add"),
    path("programmes/", views.programme_list, name="programmes"),
    path("programmes/new/", views.programme_add, name="programme_add"),
    path("programmes/<int:pk>/change/", views.programme_change, name="programme_change"),
    path("standing/", standing.standing_page, name="standing"),
    path("standing/<slug:part>/new/", standing.part_add, name="standing_add"),
    path("standing/<slug:part>/<int:part_pk>/", standing.part_change, name="standing_change"),
    path("standing/<slug:part>/<int:part_pk>/remove/", standing.part_remove, name="standing_remove"),
    path("applications/", applications.application_list, name="applications"),
    path("<int:pk>/application/", applications.application_change, name="application"),
    path("strategies/new/", strategy.strategy_add, name="strategy_add"),
    path("strategies/<int:pk>/", strategy.strategy_page, name="strategy"),
    path("strategies/<int:pk>/change/", strategy.strategy_change, name="strategy_change"),
    path("strategies/<int:pk>/indicators/<int:part_pk>/<int:year>/", strategy.records, name="strategy_records"),
    path("strategies/<int:pk>/<slug:part>/new/", strategy.part_add, name="strategy_part_add"),
    path("strategies/<int:pk>/<slug:part>/<int:part_pk>/", strategy.part_change, name="strategy_part_change"),
    path("strategies/<int:pk>/<slug:part>/<int:part_pk>/remove/", strategy.part_remove, name="strategy_part_remove"),
    path("<int:pk>/", views.project_page, name="project"),
    path("<int:pk>/change/", views.project_change, name="change"),
    path("<int:pk>/state/", views.state_set, name="state_set"),
    path("<int:pk>/organisations/new/", views.organisation_add, name="organisation_add"),
    path("<int:pk>/organisations/<int:part_pk>/change/", views.organisation_change, name="organisation_change"),
    path("<int:pk>/organisations/<int:part_pk>/remove/", views.organisation_remove, name="organisation_remove"),
    path("<int:pk>/links/new/", views.link_add, name="link_add"),
    path("<int:pk>/links/<int:part_pk>/remove/", views.link_remove, name="link_remove"),
    path("<int:pk>/values/", values.values, name="values"),
    path("<int:pk>/values/export/", values.values_export, name="values_export"),
    path("<int:pk>/values/import/", values.values_import, name="values_import"),
    path("<int:pk>/values/confirm/", values.values_confirm, name="values_confirm"),
    path("<int:pk>/rates/", views.rates, name="rates"),
    path("<int:pk>/rates/new/", views.rate_add, name="rate_add"),
    path("<int:pk>/rates/<int:rate_pk>/remove/", views.rate_remove, name="rate_remove"),
    path("<int:pk>/money/", include("tilts.projects.money.urls")),
]
