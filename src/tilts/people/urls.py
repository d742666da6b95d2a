from django.urls import path

from tilts.people import views

app_name = "people"
urlpatterns = [
    path("", views.person_list, name="list"),
    path("export/", views.person_export, name="export"),
    path("new/", views.person_add, name="add"),
    path("<int:pk>/", views.person_page, name="person"),
    path("<int:pk>/change/", views.person_change, name="change"),
    path("<int:pk>/privacy/", views.person_privacy, name="privacy"),
    path("<int:pk>/privacy/data/", views.person_data, name="data"),
    path("<int:pk>/<slug:part>/new/", views.part_add, name="part_add"),
    path("<int:pk>/<slug:part>/<int:part_pk>/", views.part_change, name="part_change"),
    path("<int:pk>/<slug:part>/<int:part_pk>/remove/", views.part_remove, name="part_remove"),
]
