from django.urls import path

from tilts.projects import views

app_name = "projects"
urlpatterns = [
    path("", views.project_list, name="list"),
    path("new/", views.project_add, name="add"),
    path("<int:pk>/", views.project_page, name="project"),
    path("<int:pk>/change/", views.project_change, name="change"),
    path("<int:pk>/organisations/new/", views.organisation_add, name="organisation_add"),
    path("<int:pk>/rates/new/", views.rate_add, name="rate_add"),
    path("<int:pk>/rates/<int:rate_pk>/remove/", views.rate_remove, name="rate_remove"),
]
