from django.urls import path

from tilts.exchange import views

app_name = "exchange"
urlpatterns = [
    path("flow/<int:flow_pk>/", views.roster_drop, name="drop"),
    path("<int:pk>/", views.roster_page, name="roster"),
    path("<int:pk>/rows/<int:row_pk>/", views.row_mend, name="mend"),
    path("<int:pk>/take-over/", views.roster_take_over, name="take_over"),
]
