from django.urls import path

from tilts.partners import views

app_name = "partners"
urlpatterns = [
    path("", views.partner_list, name="list"),
    path("new/", views.partner_add, name="add"),
    path("towns/", views.town_options, name="towns"),
    path("<int:pk>/", views.partner_page, name="partner"),
    path("<int:pk>/change/", views.partner_change, name="change"),
]
