from django.urls import path

from tilts.partners import views
from tilts.partners.life import views as life
from tilts.partners.possible import views as possible
from tilts.partners.teaching import views as teaching

app_name = "partners"
urlpatterns = [
    path("", views.partner_list, name="list"),
    path("export/", views.partner_export, name="export"),
    path("new/", views.partner_add, name="add"),
    path("towns/", views.town_options, name="towns"),
    path("directory/", possible.directory_list, name="directory"),
    path("directory/<int:pk>/", possible.directory_entry, name="directory_entry"),
    path("groups/", views.group_list, name="groups"),
    path("groups/new/", views.group_add, name="group_add"),
    path("groups/<int:pk>/", views.group_page, name="group"),
    path("groups/<int:pk>/change/", views.group_change, name="group_change"),
    path("groups/<int:pk>/remove/", views.group_remove, name="group_remove"),
    path("programmes/", teaching.programme_list, name="programmes"),
    path("programmes/export/", teaching.programme_export, name="programme_export"),
    path("programmes/new/", teaching.programme_add, name="programme_add"),
    path("programmes/<int:pk>/", teaching.programme_change, name="programme_change"),
    path("programmes/<int:pk>/remove/", teaching.programme_remove, name="programme_remove"),
    path("possible/", possible.possible_partners, name="possible"),
    path("<int:pk>/", views.partner_page, name="partner"),
    path("<int:pk>/both-teach/", teaching.both_teach, name="both_teach"),
    path("<int:pk>/life/", life.line_of_life, name="life"),
    path("<int:pk>/life/paper/", life.line_of_life_paper, name="life_paper"),
    path("<int:pk>/life/send/<int:contact_pk>/", life.line_of_life_send, name="life_send"),
    path("<int:pk>/change/", views.partner_change, name="change"),
    path("<int:pk>/remove/", views.partner_remove, name="remove"),
    path("<int:pk>/<slug:part>/new/", views.part_add, name="part_add"),
    path("<int:pk>/<slug:part>/<int:part_pk>/", views.part_change, name="part_change"),
    path("<int:pk>/<slug:part>/<int:part_pk>/remove/", views.part_remove, name="part_remove"),
]
