from django.urls import path

from tilts.mobilities.desk_check import views

app_name = "desk_check"
urlpatterns = [
    path("project/<int:pk>/", views.check_add, name="add"),
    path("papers/<int:pk>/", views.papers_page, name="papers"),
    path("papers/<int:pk>/<int:paper_pk>/remove/", views.paper_remove, name="paper_remove"),
    path("<int:pk>/", views.check_page, name="check"),
    path("<int:pk>/zips/", views.packs_make, name="packs"),
    path("<int:pk>/links/", views.link_give, name="link_give"),
    path("<int:pk>/links/<int:link_pk>/end/", views.link_end, name="link_end"),
]
