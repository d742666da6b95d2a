from django.urls import path

from tilts.mobilities import views
from tilts.mobilities.costs import views as costs
from tilts.mobilities.planner import views as planner

app_name = "mobilities"
urlpatterns = [
    path("", views.flow_list, name="list"),
    path("export/", views.flow_export, name="export"),
    path("planner/", planner.planner, name="planner"),
    path("planner/export/", planner.planner_export, name="planner_export"),
    path("planner/new/", planner.wish_add, name="wish_add"),
    path("planner/<int:pk>/", planner.wish_change, name="wish_change"),
    path("planner/<int:pk>/remove/", planner.wish_remove, name="wish_remove"),
    path("new/", views.flow_add, name="add"),
    path("<int:pk>/", views.flow_page, name="flow"),
    path("<int:pk>/missing/", views.flow_missing, name="missing"),
    path("<int:pk>/missing/export/", views.flow_missing_export, name="missing_export"),
    path("<int:pk>/change/", views.flow_change, name="change"),
    path("<int:pk>/people/new/", views.mobility_add, name="mobility_add"),
    path("<int:pk>/people/<int:mobility_pk>/", views.mobility_page, name="mobility"),
    path("<int:pk>/people/<int:mobility_pk>/change/", views.mobility_change, name="mobility_change"),
    path("<int:pk>/costs/", costs.flow_costs, name="costs"),
    path("<int:pk>/people/<int:mobility_pk>/costs/", costs.mobility_costs, name="mobility_costs"),
    path("<int:pk>/attendance/", views.attendance_confirm, name="attendance"),
    path("<int:pk>/people/<int:mobility_pk>/remove/", views.mobility_remove, name="mobility_remove"),
    path("<int:pk>/questions/mail/", views.ask_by_mail, name="ask_by_mail"),
    path("<int:pk>/questions/slips/", views.slips, name="slips"),
    path("<int:pk>/people/<int:mobility_pk>/link/", views.link_show, name="link"),
    path("<int:pk>/papers/", views.papers_print, name="papers"),
]
