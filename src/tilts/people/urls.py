from django.urls import path

from tilts.people import views

app_name = "people"
urlpatterns = [
    path("", views.person_list, name="list"),
    path("new/", views.person_add, name="add"),
    path("<int:pk>/", views.person_page, name="person"),
    path("<int:pk>/change/", views.person_change, name="change"),
]
