from django.urls import path

from tilts.agreements.living import views

app_name = "living"
urlpatterns = [
    path("<int:pk>/activities/<int:part_pk>/standing/", views.activity_standing, name="standing"),
    path("<int:pk>/renew/", views.agreement_renew, name="renew"),
    path("<int:pk>/notice/", views.notice_give, name="notice"),
    path("<int:pk>/notice/take-back/", views.notice_take_back, name="notice_take_back"),
]
