"""Agreements in each state: of the technical school with the college in Kutaisi, and of the college with Rakvere and Poznań.

What is agreed with Rakvere follows the college's page: placements of 3 to 5 weeks, traineeships for teachers of transport.
Who signs is invented.
"""

from datetime import date, timedelta

from django.utils import timezone

from tilts.accounts.models import School
from tilts.accounts.schools import current_school, in_school
from tilts.agreements.concluding.models import SigningSession
from tilts.agreements.drafting.queries import latest
from tilts.agreements.exchanging.taking import take_letters
from tilts.agreements.exchanging.writing import connect
from tilts.agreements.models import Agreement, Party, PlannedActivity
from tilts.agreements.negotiating.actions import invite, propose_to_all, say, take_over
from tilts.agreements.negotiating.models import Negotiator
from tilts.demo.agreements import agree_on, draft, everybody_signs, sent, signs_for
from tilts.demo.data.buvniecibas import BUILDING, CARS, COMPUTERS, METAL, PLANNED, REASON
from tilts.demo.making import partner, programmes, worded
from tilts.mobilities.models import PastActivity
from tilts.partners.models import Partner

UNTIL = date(2029, 12, 31)


def of_buvniecibas() -> None:
    """Signed over a call by the director and, by order, the head of a department in Kutaisi; both schools keep it."""
    college = partner(
        "Kutaisi Community College",
        "school",
        "GE",
        "Kutaisi",
        names=[("ქუთაისის საზოგადოებრივი კოლეჯი", "ka", "official"), ("Kutaisi publiskā koledža", "lv", "official")],
        numbers={"registration": "200000001"},
        contacts=[{"role": "International office", "email": "nino@kutaisi.example", "language": "ka"}],
        teaches=[
            ("0716", 4, {"ka": "ავტომობილის ზეინკალი", "en": "Car mechanics", "lv": "Automehāniķis"}),
            (
                "0611",
                4,
                {
                    "ka": "ინფორმაციული ტექნოლოგიები",
                    "en": "Information technologies",
                    "lv": "Informācijas tehnoloģijas",
                },
            ),
            ("1013", 4, {"ka": "მზარეული", "en": "Cookery", "lv": "Pavārs"}),
        ],
    )
    agreement = draft(
        {
            "lv": "Līgums par starptautisko sadarbību",
            "en": "Agreement on international cooperation",
            "ka": "ხელშეკრულება საერთაშორისო თანამშრომლობის შესახებ",
        },
        [college],
        languages=("lv", "ka"),
        areas=["education", "upbringing", "culture", "sport"],
        reason=REASON,
        valid_until=UNTIL,
        conditions={
            "weeks_from": 2,
            "weeks_to": 4,
            "learners_out": 8,
            "learners_in": 8,
            "teachers_out": 2,
            "teachers_in": 2,
            "has_training": True,
            "training": {
                "lv": "metālapstrāde un būvdarbi",
                "en": "metalworking and construction",
                "ka": "ლითონის დამუშავება და სამშენებლო სამუშაოები",
            },
        },
        plan=[
            (text, condition, by_on, side)
            for (text, condition), (by_on, side) in zip(
                PLANNED,
                [
                    (date(2027, 6, 30), 1),
                    (date(2027, 12, 31), 2),
                    (date(2028, 6, 30), 1),
                    (None, 1),
                    (date(2027, 10, 31), 2),
                ],
                strict=True,
            )
        ],
    )
    signs_for(
        agreement,
        college,
        name="ეთერ ნიმუშიძე",
        office={
            "lv": "Starptautisko attiecību nodaļas vadītāja",
            "en": "Head of the department of international relations",
            "ka": "საერთაშორისო ურთიერთობების განყოფილების უფროსი",
        },
        basis="order",
        authority={
            "lv": "direktores 2026. gada 2. novembra rīkojums Nr. 14",
            "en": "order No 14 of the director, 2 November 2026",
            "ka": "დირექტორის 2026 წლის 2 ნოემბრის ბრძანება № 14",
        },
        email="eter@kutaisi.example",
        language="ka",
    )
    _negotiate(agreement, college)
    SigningSession.objects.create(
        agreement=agreement, starts_at=timezone.now() - timedelta(hours=2), platform="Zoom", **worded(agenda="")
    )
    everybody_signs(sent(agreement))


def _negotiate(agreement: Agreement, college: Partner) -> None:
    """The college rewords a clause; the school takes it over; both agree."""
    negotiator = invite(
        Negotiator(
            agreement=agreement,
            party=agreement.parties.get(partner=college),
            name="ნინო ხიდელი",
            email="nino@kutaisi.example",
            language="ka",
        )
    )
    first = propose_to_all(agreement)
    remark = say(
        first,
        clause_key="disputes",
        text="გთხოვთ, დავამატოთ ვადა.",
        wording={
            "lv": "Domstarpību gadījumā puses 30 dienu laikā vienojas sarunās, vispirms struktūrvienības, pēc tam vadītāji.",
            "ka": "უთანხმოების შემთხვევაში მხარეები 30 დღის განმავლობაში მოლაპარაკებით თანხმდებიან, ჯერ სამსახურები, შემდეგ ხელმძღვანელები.",
        },
        negotiator=negotiator,
    )
    agreement.refresh_from_db()
    remark.agreement = agreement
    take_over(remark, "Labprāt!")
    agree_on(agreement, "ar personisku saiti")
    negotiator.agreed_to, negotiator.agreed_at = latest(agreement), timezone.now()
    negotiator.seen_at = negotiator.agreed_at
    negotiator.save()


def keep_copy_in(other: School) -> None:
    """The college keeps a copy of what the technical school agrees with it; called inside the technical school."""
    with_other = Party.objects.filter(partner__numbers__number=other.registration_number)
    for agreement in Agreement.objects.filter(is_copy=False, thread__isnull=False, parties__in=with_other):
        party = with_other.get(agreement=agreement)
        connect(agreement, other, party, may_agree=True)
    name = current_school().name
    with in_school(other):
        take_letters()
        drafter = Partner.objects.get(name=name)
        if not drafter.programmes.exists():  # what it teaches, as the college sees it
            programmes([BUILDING, CARS, METAL, COMPUTERS], of=drafter)


def of_kutaisi() -> None:
    """In force with Rakvere; a framework in force and its annex; and one in each state before that, with Poznań."""
    rakvere = Partner.objects.get(name="Rakvere Ametikool")
    _with_rakvere(rakvere)
    poznan = list(Partner.objects.filter(town="Poznań", kind="school"))
    centre = Partner.objects.get(town="Poznań", kind="centre")
    _framework(centre)
    draft(
        {
            "ka": "მემორანდუმი სამკერვალო საქმის შესახებ",
            "en": "Memorandum on tailoring",
            "lv": "Memorands par šūšanas amatiem",
        },
        poznan[:1],
        kind="memorandum",
        languages=("ka", "en"),
        areas=["education"],
    )
    propose_to_all(
        draft(
            {
                "ka": "სამი სკოლის ხელშეკრულება",
                "en": "Agreement of three schools",
                "lv": "Trīs skolu līgums",
            },
            poznan[1:3],
            kind="multilateral",
            languages=("ka", "en"),
            areas=["education", "mobility"],
            valid_until=UNTIL,
            conditions={"weeks_from": 2, "weeks_to": 3, "learners_out": 10, "learners_in": 10},
        )
    )
    agree_on(
        draft(
            {"ka": "განზრახულობის წერილი", "en": "Letter of intent", "lv": "Nodomu protokols"},
            poznan[3:4],
            kind="intent",
            languages=("ka", "en"),
            areas=["mobility"],
            valid_until=date(2027, 12, 31),
        ),
        "წერილით",
    )
    _being_signed(poznan[4])


def _with_rakvere(rakvere: Partner) -> None:
    agreement = draft(
        {
            "ka": "ხელშეკრულება რაკვერეს პროფესიულ კოლეჯთან",
            "en": "Agreement with Rakvere Vocational School",
            "lv": "Līgums ar Rakveres arodskolu",
        },
        [rakvere],
        languages=("ka", "en"),
        areas=["education", "mobility"],
        valid_until=UNTIL,
        renewal="automatic",
        renewal_months=12,
        conditions={
            "weeks_from": 3,
            "weeks_to": 5,
            "learners_out": 6,
            "teachers_out": 2,
            "teachers_in": 1,
            "has_training": True,
            "training": {"ka": "ტრანსპორტი", "en": "transport", "lv": "transports"},
        },
        plan=[
            (
                {
                    "ka": "სტუდენტების სასწავლო პრაქტიკა რაკვერეში",
                    "en": "Placements of learners in Rakvere",
                    "lv": "Izglītojamo prakse Rakverē",
                },
                {"ka": "გრანტის მიღების შემდეგ.", "en": "Once a grant is received.", "lv": "Kad saņemta dotācija."},
                date(2027, 10, 31),
                1,
            ),
            (
                {
                    "ka": "ტრანსპორტის მასწავლებლების სტაჟირება და გადამზადება",
                    "en": "Traineeships and retraining for teachers of transport",
                    "lv": "Stažēšanās un tālākizglītība transporta jomas pedagogiem",
                },
                "",
                date(2027, 6, 30),
                2,
            ),
        ],
    )
    signs_for(
        agreement,
        rakvere,
        name="Kadri Näidis",
        office={"ka": "დირექტორი", "en": "Director", "lv": "Direktore"},
        basis="head",
        email="kadri@rakvere.example",
        language="en",
    )
    everybody_signs(sent(agree_on(agreement, "წერილით")))
    # What was done of the plan of 2012: teachers of transport went in 2016.
    planned = PlannedActivity.objects.filter(agreement__state="recorded").order_by("-pk").first()
    PastActivity.objects.filter(country="EE", begins_on__year=2016).update(planned_activity=planned)


def _framework(centre: Partner) -> None:
    framework = draft(
        {
            "ka": "ჩარჩო ხელშეკრულება პოზნანის რესურსცენტრთან",
            "en": "Framework agreement with the resource centre of Poznań",
            "lv": "Pamatlīgums ar Poznaņas resursu centru",
        },
        [centre],
        kind="framework",
        languages=("ka", "en"),
        areas=["education", "mobility"],
        is_open_ended=True,
    )
    signs_for(
        framework,
        centre,
        name="Wanda Przykładna",
        office={"ka": "ხელმძღვანელი", "en": "Head", "lv": "Vadītāja"},
        basis="head",
        email="wanda@poznan.example",
        language="en",
    )
    everybody_signs(sent(agree_on(framework, "წერილით")))
    draft(
        {
            "ka": "2027 წლის დანართი",
            "en": "Annex for 2027",
            "lv": "Pielikums 2027. gadam",
        },
        [centre],
        kind="annex",
        framework=framework,
        languages=("ka", "en"),
        valid_from=date(2027, 1, 1),
        valid_until=date(2027, 12, 31),
        conditions={"weeks_from": 2, "weeks_to": 2, "learners_out": 10, "teachers_out": 2},
    )


def _being_signed(school: Partner) -> None:
    agreement = draft(
        {
            "ka": "ხელშეკრულება ავტომობილის ზეინკლის შესახებ",
            "en": "Agreement on car mechanics",
            "lv": "Līgums par automehāniku apmācību",
        },
        [school],
        languages=("ka", "en"),
        areas=["mobility"],
        valid_until=UNTIL,
        conditions={"weeks_from": 2, "weeks_to": 4, "learners_out": 4, "learners_in": 4},
    )
    signs_for(
        agreement,
        school,
        name="Jan Przykładny",
        office={"ka": "დირექტორი", "en": "Director", "lv": "Direktors"},
        basis="head",
        email="jan@poznan.example",
        language="en",
    )
    sent(agree_on(agreement, "წერილით"))
