"""Addresses below a project: its money."""

from django.urls import path

from tilts.projects.money.repayments import views as repayments
from tilts.projects.money.views import budget, income, payments

urlpatterns = [
    path("", budget.money_page, name="money"),
    path("settings/", budget.money_settings, name="money_settings"),
    path("budget/", budget.budget_page, name="budget"),
    path("budget/change/", budget.plan_change, name="plan_change"),
    path("budget/transfers/new/", budget.transfer_add, name="transfer_add"),
    path("budget/promise/", budget.promise, name="promise"),
    path("budget/promises/<int:part_pk>/release/", budget.promise_release, name="promise_release"),
    path("payments/", payments.payments_page, name="payments"),
    path("payments/prepare/", payments.prepare, name="payments_prepare"),
    path("payments/approve/", payments.approve, name="payments_approve"),
    path("payments/export/", payments.export, name="payments_export"),
    path("payments/sheet/", payments.sheet, name="payments_sheet"),
    path("payments/exports/<int:part_pk>/paid/", payments.confirm_paid, name="payments_paid"),
    path("payments/<int:part_pk>/withdraw/", payments.withdraw, name="payment_withdraw"),
    path("promises/<int:part_pk>/repaid/", repayments.repayment_add, name="repayment_add"),
    path("repayments/<int:part_pk>/remove/", repayments.repayment_remove, name="repayment_remove"),
    path("income/", income.income_page, name="income"),
    path("<slug:part>/new/", income.part_add, name="money_part_add"),
    path("<slug:part>/<int:part_pk>/", income.part_change, name="money_part_change"),
    path("<slug:part>/<int:part_pk>/remove/", income.part_remove, name="money_part_remove"),
]
