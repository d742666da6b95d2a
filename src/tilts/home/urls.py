from django.urls import path

from tilts.home import views

app_name = "home"
urlpatterns = [
    path("", views.start, name="start"),
    path("search/", views.search, name="search"),
    path("tour/leave/", views.tour_leave, name="tour_leave"),
    path("tour/again/", views.tour_again, name="tour_again"),
    path("tour/<slug:code>/", views.tour_step, name="tour_step"),
]
