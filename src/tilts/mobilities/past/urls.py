from django.urls import path

from tilts.mobilities.past import views

app_name = "past"
urlpatterns = [
    path("", views.past_list, name="list"),
    path("export/", views.past_export, name="export"),
    path("new/", views.past_add, name="add"),
    path("<int:pk>/", views.past_page, name="activity"),
    path("<int:pk>/change/", views.past_change, name="change"),
    path("<int:pk>/remove/", views.past_remove, name="remove"),
]
