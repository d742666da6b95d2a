"""Daugavpils tehnikums: the school of the main job, with its projects of 2019 to 2023 and what it had done by 2017."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from tilts.accounts.roles import Role
from tilts.core.places import Point
from tilts.demo.data.ahead import plan_ahead
from tilts.demo.making import encounter, known, partner, past, programmes, project, staff, worded
from tilts.demo.school import DemoSchool
from tilts.mobilities.actions import take_in
from tilts.mobilities.models import Flow, Mobility, WishedFlow
from tilts.demo.standing import apply_for_projects, plan_2021_to_2027
from tilts.partners.models import Partner
from tilts.projects.models import (
    Accreditation,
    Award,
    Project,
    ProjectOrganisation,
    ProjectRate,
    StatedTotal,
    Strategy,
)

# The main job: a project of our own making, its partners and flows.

#: Invented daily rates: kind, country group → EUR from day 1, EUR from day 15.
EXAMPLE_RATES = {
    ("learner", "1"): (Decimal(62), Decimal("43.40")),
    ("learner", "2"): (Decimal(54), Decimal("37.80")),
    ("learner", "3"): (Decimal(46), Decimal("32.20")),
    ("staff", "1"): (Decimal(110), Decimal(77)),
    ("staff", "2"): (Decimal(98), Decimal("68.60")),
    ("staff", "3"): (Decimal(86), Decimal("60.20")),
}
RATE_SOURCE = "Piemērs Tilta izmēģināšanai, nav no dotācijas līguma"

PROJECT = {
    "title": "Prakse Eiropā",
    "in_other_languages": {"en": {"title": "Placements in Europe"}, "ka": {"title": "პრაქტიკა ევროპაში"}},
    "reference": "2021-1-LV01-KA121-VET-000000021",
    "starts_on": date(2021, 9, 1),
    "ends_on": date(2022, 11, 30),
}
#: name, kind, country, town, address
PARTNERS = (
    ("Berufliches Schulzentrum Elbtal", "school", "DE", "Dresden", "Musterstraße 1, 01067 Dresden"),
    ("Rakvere Ametikool", "school", "EE", "Rakvere", "Piiri 8, 44316 Rakvere"),
    ("Colegiul Tehnic Podul Nou", "school", "RO", "Cluj-Napoca", "Strada Exemplului 1, Cluj-Napoca"),
    ("Zespół Szkół Mostowych", "school", "PL", "Poznań", "ul. Przykładowa 1, Poznań"),
)
#: What else is known of these partners, by town.
MORE: dict[str, dict[str, Any]] = {
    "Dresden": {
        "priority": 1,
        "tags": ["IT", "prakse"],
        "names": [("Elbtal Vocational School Centre", "en", "official"), ("BSZ Elbtal", "de", "short")],
        "numbers": {"oid": "E10099901", "pic": "999000001"},
        "contacts": [
            {"name": "Heike Brückner", "role": "International office", "email": "heike@elbtal.example", "language": "de"},
            {"role": "Service desk", "email": "praktikum@elbtal.example", "language": "en"},
        ],
        "teaches": [("0611", 4, {"de": "Fachinformatiker Systemintegration", "en": "IT systems integration"})],
        "website": "https://elbtal.example",
    },
    "Rakvere": {
        "names": [("Rakvere Vocational School", "en", "official"), ("Rakveres arodskola", "lv", "official")],
        "teaches": [("1013", 4, {"et": "Kokk", "en": "Cookery", "lv": "Pavārs"})],
    },
    "Cluj-Napoca": {"names": [("Liceul Tehnologic Podul Vechi", "ro", "former")]},
}
#: How the school and the one in Dresden met: invented.
MET: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "first_contact",
        "11.2019",
        {
            "what": {
                "lv": "Saruna profesionālo skolu kontaktu dienā",
                "en": "Talk on a contact day of vocational schools",
                "ka": "საუბარი პროფესიული სასწავლებლების საკონტაქტო დღეზე",
            },
            "place": "Rīga",
            "who": {
                "lv": "projektu nodaļa un starptautiskais birojs",
                "en": "the department for projects and the international office",
                "ka": "პროექტების განყოფილება და საერთაშორისო ოფისი",
            },
            "is_public": True,
        },
    ),
    (
        "meeting",
        "14.9.2020",
        {
            "what": {
                "lv": "Prakses vietu pārrunas",
                "en": "Talk about places for practice",
                "ka": "საუბარი პრაქტიკის ადგილებზე",
            },
            "place": "Zoom",
        },
    ),
    (
        "visit_here",
        "6.10.2021",
        {
            "what": {
                "lv": "Divi pedagogi iepazīst tīklu laboratoriju",
                "en": "Two teachers see the laboratory for networks",
                "ka": "ორი მასწავლებელი ეცნობა ქსელების ლაბორატორიას",
            },
            "place": "Daugavpils",
            "is_public": True,
        },
    ),
)
DRESDEN = {
    "name": "Drēzdene, 2022. gada maijs",
    "activity": "short_term_learner",
    "starts_on": date(2022, 5, 2),
    "ends_on": date(2022, 5, 20),
    "travel_days": 2,
    "seats": 20,
    "learning_outcomes": "Ierīko un dokumentē nelielu datortīklu\nAtrod un novērš darbstaciju bojājumus\n"
    "Ievēro uzņēmējorganizācijas drošības un datu aizsardzības noteikumus",
    "programme": "1. un 2. nedēļa: datortīklu darbnīca\n3. nedēļa: lietotāju atbalsts, savs projekts, prezentācija",
    "insurance": "Skola apdrošina veselību, nelaimes gadījumus un civiltiesisko atbildību: polise PARAUGS-2022-05",
    "journey": "Ar autobusu no Daugavpils 1. maijā, atpakaļ 21. maijā",
}
RAKVERE = {
    "name": "Rakvere, darba vērošana",
    "activity": "job_shadowing",
    "starts_on": date(2022, 3, 14),
    "ends_on": date(2022, 3, 18),
    "travel_days": 2,
    "green": True,
    "seats": 2,
}
#: given names, family name, date of birth
ACCOMPANYING = (("Inga", "Ceļmalniece", date(1979, 11, 4)), ("Ralfs", "Kalnbērzs", date(1984, 6, 21)))
SHADOWING = (("Solvita", "Upmale", date(1986, 2, 17)),)

# What pages of the school and of the town tell.

DEPARTMENT = {
    "lv": "tehnikuma Projektu un ārējo sakaru nodaļa",
    "en": "the school's department for projects and external relations",
    "ka": "ტექნიკუმის პროექტებისა და საგარეო კავშირების განყოფილება",
}
OF_2017 = {
    "stated_by": DEPARTMENT,
    "source_title": {
        "lv": "Tehnikuma ziņas, 2017. gada maijs",
        "en": "News of the school, May 2017",
        "ka": "ტექნიკუმის სიახლეები, 2017 წლის მაისი",
    },
}
OF_2021 = {
    "stated_by": DEPARTMENT,
    "source_title": {
        "lv": "Tehnikuma ziņas, 2021. gada jūnijs",
        "en": "News of the school, June 2021",
        "ka": "ტექნიკუმის სიახლეები, 2021 წლის ივნისი",
    },
}
OF_THE_TOWN = {
    "stated_by": {
        "lv": "pilsētas Sabiedrisko attiecību nodaļa",
        "en": "the town's department for public relations",
        "ka": "ქალაქის საზოგადოებასთან ურთიერთობის განყოფილება",
    },
    "source_title": {
        "lv": "Pilsētas ziņas: Inovāciju centrs",
        "en": "News of the town: the innovation centre",
        "ka": "ქალაქის სიახლეები: ინოვაციების ცენტრი",
    },
}

VIAA = "Valsts izglītības attīstības aģentūra"
#: “In …”, by country and language.
COURSES_OF_2017 = {
    "DE": {"lv": "Vācijā", "en": "in Germany", "ka": "გერმანიაში"},
    "AT": {"lv": "Austrijā", "en": "in Austria", "ka": "ავსტრიაში"},
    "GB": {"lv": "Apvienotajā Karalistē", "en": "in the United Kingdom", "ka": "გაერთიანებულ სამეფოში"},
    "MT": {"lv": "Maltā", "en": "in Malta", "ka": "მალტაზე"},
    "ES": {"lv": "Spānijā", "en": "in Spain", "ka": "ესპანეთში"},
    "GR": {"lv": "Grieķijā", "en": "in Greece", "ka": "საბერძნეთში"},
}
COURSES = {
    "lv": "Pedagogu kursi un semināri",
    "en": "Courses and seminars of teachers",
    "ka": "მასწავლებელთა კურსები და სემინარები",
}

#: Too small for the list of towns.
DAGDA, VISKI = Point(56.0956, 27.5367), Point(56.0361, 26.7833)


def fill() -> None:
    """Everything of the school but its learners, who come with the class list of the main job."""
    programmes(
        [
            ("0611", 4, {"lv": "Lokālo tīklu administrēšana", "en": "Administration of local networks", "ka": "ლოკალური ქსელების ადმინისტრირება"}),
            ("0714", 4, {"lv": "Elektronika", "en": "Electronics", "ka": "ელექტრონიკა"}),
            ("0716", 4, {"lv": "Autotransports", "en": "Motor vehicles", "ka": "საავტომობილო ტრანსპორტი"}),
        ]
    )
    _main_job()
    neighbours = _neighbours()
    _projects_of_2019_to_2023(neighbours)
    _by_2017()
    plan_2021_to_2027()
    apply_for_projects()
    _wishes()


def _wishes() -> None:
    """What the office would like to do in the next call, for the planner."""
    for activity, to, km, participants, accompanying, days in (
        ("short_term_learner", "Dresden", "1000.68", 18, 2, 19),
        ("job_shadowing", "Tartu", "277.93", 4, 0, 5),
    ):
        WishedFlow.objects.create(
            activity=activity,
            country="DE" if to == "Dresden" else "EE",
            town=to,
            distance_km=Decimal(km),
            participants=participants,
            accompanying=accompanying,
            days=days,
        )


def _main_job() -> None:
    hosts = {
        place_name: partner(name, kind, country, place_name, address=where, **MORE.get(place_name, {}))
        for name, kind, country, place_name, where in PARTNERS
    }
    for kind, on, facts in MET:
        encounter(hosts["Dresden"], kind, on, **facts)
    made = Project.objects.create(**PROJECT)
    for host in hosts.values():
        ProjectOrganisation.objects.create(project=made, partner=host)
    enter_example_rates(made)
    dresden = Flow.objects.create(project=made, partner=hosts["Dresden"], **DRESDEN)
    rakvere = Flow.objects.create(project=made, partner=hosts["Rakvere"], **RAKVERE)
    teachers = staff(ACCOMPANYING)
    take_in(dresden, teachers, Mobility.Role.ACCOMPANYING)
    take_in(rakvere, staff(SHADOWING))
    enter_example_rates(plan_ahead(timezone.localdate(), hosts["Poznań"], teachers[-1]))


def enter_example_rates(made: Project) -> None:
    """The demo's rates, marked as examples."""
    for (participant, group), tiers in EXAMPLE_RATES.items():
        for from_day, euro in zip((1, 15), tiers, strict=True):
            ProjectRate.objects.create(
                project=made,
                participant=participant,
                country_group=group,
                from_day=from_day,
                eur_per_day=euro,
                source=RATE_SOURCE,
                is_example=True,
            )


def _neighbours() -> dict[str, Partner]:
    """Organisations of Latvia that the pages name."""
    partner(
        "Daugavpils Būvniecības tehnikums",
        "school",
        "LV",
        "Daugavpils",
        names=[("DBT", "lv", "short"), ("Daugavpils Construction Technical School", "en", "official")],
        sites=[("Dagda", DAGDA), ("Višķi", VISKI)],
    )
    partner(VIAA, "national_agency", "LV", "Riga", names=[("VIAA", "lv", "short"), ("State Education Development Agency", "en", "official")])
    return {
        "town": partner("Daugavpils pašvaldība", "municipality", "LV", "Daugavpils", names=[("Municipality of Daugavpils", "en", "official")]),
        "centre": partner(
            "Daugavpils Inovāciju centrs",
            "centre",
            "LV",
            "Daugavpils",
            address="Vienības iela 30, Daugavpils",
            names=[("Daugavpils Innovation Centre", "en", "official")],
        ),
        "university": partner("Daugavpils Universitāte", "university", "LV", "Daugavpils", names=[("DU", "lv", "short"), ("Daugavpils University", "en", "official")]),
        "Accenture": partner("Accenture Latvia", "company", "LV", "Riga", legal_form="SIA"),
    }


def _projects_of_2019_to_2023(there: Mapping[str, Partner]) -> None:
    # The days are not told: calls of 2019, closed with the conference of June 2021.
    project(
        "Kompetenču pieejā balstīts mācību saturs",
        "2019",
        "2021",
        means={
            "en": "Learning content built on competences",
            "ka": "კომპეტენციებზე დაფუძნებული სასწავლო შინაარსი",
        },
        reference="2019-1-LV01-KA101-060158",
        state="closed",
    )
    vet = project(
        "Eiropa Daugavpils tehnikumā. Daugavpils tehnikums Eiropā",
        "2019",
        "2021",
        means={
            "en": "Europe at Daugavpils Technical School. Daugavpils Technical School in Europe",
            "ka": "ევროპა დაუგავპილსის ტექნიკუმში. დაუგავპილსის ტექნიკუმი ევროპაში",
        },
        reference="2019-1-LV01-KA116-060226",
        state="closed",
    )
    # “4 partners from Germany, Austria and Spain”, which the page does not name.
    art = [
        partner("Medienschule Elbufer", "school", "DE", "Leipzig"),
        partner("Digitalwerk Beispiel", "company", "DE", "Berlin", legal_form="gGmbH"),
        partner("Lernhaus Murbrücke", "centre", "AT", "Graz"),
        partner("Centro Puente de Formación", "school", "ES", "Valencia"),
    ]
    project(
        "ArtIn Future",
        "3.2021",
        "2.2023",
        reference="2020-1-DE02-KA226-VET-008138",
        own_role="partner",
        state="closed",
        organisations=[
            (art[0], "coordinator"),
            *((each, "partner") for each in art[1:]),
            (there["Accenture"], "associated"),
        ],
    )
    innovation = project(
        "Inovāciju centra izveidošana Daugavpilī",
        "2020",
        "2023",
        means={
            "en": "Setting up an innovation centre in Daugavpils",
            "ka": "ინოვაციების ცენტრის შექმნა დაუგავპილსში",
        },
        programme="eea-norway-2014",
        reference="NFI/IC/VIAA/2020/4",
        own_role="associated",
        state="closed",
        organisations=[
            (there["town"], "applicant"),
            (there["centre"], "coordinator"),
            (there["university"], "partner"),
        ],
        total_eur=Decimal(2_011_605),
        grant_eur=Decimal(1_810_444),
        cofinancing_eur=Decimal(201_161),
        grant_percent=Decimal(90),
    )
    past(
        {
            "lv": "Konference par Erasmus+ projektos paveikto",
            "en": "Conference on what the Erasmus+ projects achieved",
            "ka": "კონფერენცია Erasmus+ პროექტების შედეგებზე",
        },
        *("conference", "here", "15.6.2021"),
        project=vet,
        in_all=40,
        notes={
            "lv": "Platformā Zoom, latviešu un angļu valodā, trijās daļās. Tehnikuma izglītojamie un pedagogi, kā arī pārstāvji "
            "no 6 partnerorganizācijām Igaunijā, Itālijā, Spānijā, Portugālē un Vācijā; citi bija atsūtījuši video sveicienus.\n\n"
            "Ar to noslēdzās divi projekti, 2019-1-LV01-KA101-060158 un 2019-1-LV01-KA116-060226, ar klātienes un virtuālām "
            "mobilitātēm, un visi iepazina projektu ArtIn Future. Beigās apbalvoja konkursa „Mans Erasmus” dalībniekus: 6 darbi.",
            "en": "On Zoom, in Latvian and English, in three parts. Learners and teachers of the school, and people of 6 partner "
            "organisations from Estonia, Italy, Spain, Portugal and Germany; video greetings from others.\n\n"
            "It closed two projects, 2019-1-LV01-KA101-060158 and 2019-1-LV01-KA116-060226, with stays in person and virtual "
            "ones, and made ArtIn Future known. At its end prizes were given in the contest “Mans Erasmus”: 6 works.",
            "ka": "Zoom-ზე, ლატვიურ და ინგლისურ ენებზე. ტექნიკუმის სტუდენტები და მასწავლებლები, აგრეთვე 6 პარტნიორი "
            "ორგანიზაციის წარმომადგენლები ესტონეთიდან, იტალიიდან, ესპანეთიდან, პორტუგალიიდან და გერმანიიდან.",
        },
        **OF_2021,
    )
    past(
        {
            "lv": "Apmācības pedagogiem, pirmais no četriem posmiem",
            "en": "Training for teachers, first of four stages",
            "ka": "ტრენინგი მასწავლებლებისთვის, ოთხი ეტაპიდან პირველი",
        },
        *("training", "here", "3.2021"),
        partner=there["centre"],
        project=innovation,
        professions={
            "lv": "Dabaszinības, ķīmija, fizika, ekonomika; karjeras konsultēšana",
            "en": "Science, chemistry, physics, economics; careers advice",
            "ka": "საბუნებისმეტყველო საგნები, ქიმია, ფიზიკა, ეკონომიკა; კარიერული კონსულტაცია",
        },
        arranged_by={
            "lv": "Daugavpils Inovāciju centrs kopā ar Daugavpils Universitāti",
            "en": "Daugavpils Inovāciju centrs with Daugavpils Universitāte",
            "ka": "დაუგავპილსის ინოვაციების ცენტრი დაუგავპილსის უნივერსიტეტთან ერთად",
        },
        notes={
            "lv": "8 nodarbības, 60 akadēmiskās stundas, platformā Zoom. Gandrīz divdesmit pedagogu no Daugavpils un citām "
            "pilsētām. Visa programma jāpabeidz līdz 2023. gadam.",
            "en": "8 sessions, 60 academic hours, on Zoom. Almost twenty teachers from Daugavpils and other towns. The whole "
            "programme is to be done by 2023.",
            "ka": "8 შეხვედრა, 60 აკადემიური საათი, Zoom-ზე. თითქმის ოცი მასწავლებელი დაუგავპილსიდან და სხვა ქალაქებიდან. "
            "მთელი პროგრამა 2023 წლისთვის უნდა დასრულდეს.",
        },
        **OF_THE_TOWN,
    )


def _by_2017() -> None:
    for country, where in COURSES_OF_2017.items():
        past(
            {code: f"{courses} {where[code]}" for code, courses in COURSES.items()},
            *("training", "out", "2016", "2017"),
            country=country,
            notes={
                "lv": "2016./2017. mācību gadā.",
                "en": "In the school year 2016/2017.",
                "ka": "2016/2017 სასწავლო წელს.",
            },
            **OF_2017,
        )
    past(
        {
            "lv": "Projekta SEM@SCHOOLS noslēgums",
            "en": "Closing of the project SEM@SCHOOLS",
            "ka": "პროექტ SEM@SCHOOLS-ის დასრულება",
        },
        *("conference", "here", "24.5.2017"),
        **OF_2017,
    )
    past(
        {
            "lv": "Trešā ikgadējā konference par mācību gada projektiem",
            "en": "Third yearly conference on the projects of the school year",
            "ka": "მესამე ყოველწლიური კონფერენცია სასწავლო წლის პროექტებზე",
        },
        *("conference", "here", "2017"),
        notes={
            "lv": "Erasmus+ trīsdesmitajā gadā. Katrs, kas bija piedalījies, saņēma uzņēmējorganizācijas sertifikātu un "
            "Europass Mobility.",
            "en": "In the 30th year of Erasmus+. Everybody who had taken part was given the host's certificate and Europass "
            "Mobility.",
            "ka": "Erasmus+-ის 30-ე წელს. ყველა მონაწილემ მიიღო მიმღები ორგანიზაციის სერტიფიკატი და Europass Mobility.",
        },
        **OF_2017,
    )
    _standing()


def _standing() -> None:
    source: dict[str, Any] = {"source_title": OF_2017["source_title"]}
    quality = {
        "lv": "Projektu kvalitāte programmā {}",
        "en": "Quality of projects in {}",
        "ka": "პროექტების ხარისხი პროგრამაში {}",
    }
    for title, year, programme in (("Spārni 2015", 2015, "Erasmus+"), ("Ziemeļu gaisma 2016", 2016, "Nordplus")):
        reason = {code: text.format(programme) for code, text in quality.items()}
        Award.objects.create(**worded(title=title, year=year, giver=VIAA, reason=reason, **source))
    Accreditation.objects.create(
        **worded(
            title={
                "lv": "Erasmus+ profesionālās izglītības mobilitātes harta (VET Mobility Charter)",
                "en": "Erasmus+ VET Mobility Charter",
                "ka": "Erasmus+ პროფესიული განათლების მობილობის ქარტია",
            },
            sectors=["vet"],
            state="applied",
            applied_year=2017,
            **source,
        )
    )
    Strategy.objects.create(
        **worded(
            title={
                "lv": "Profesionālās izglītības kompetences centra „Daugavpils tehnikums” internacionalizācijas stratēģija",
                "en": "Internationalisation strategy of the vocational education competence centre “Daugavpils tehnikums”",
                "ka": "პროფესიული განათლების კომპეტენციის ცენტრ „დაუგავპილსის ტექნიკუმის“ ინტერნაციონალიზაციის სტრატეგია",
            },
            from_year=2017,
            to_year=2021,
            approved_by={
                "lv": "Izglītības un zinātnes ministrija",
                "en": "Ministry of Education and Science",
                "ka": "განათლებისა და მეცნიერების სამინისტრო",
            },
            approved_on=date(2017, 1, 1),
            approved_precision="year",
            **source,
        )
    )
    StatedTotal.objects.create(
        **worded(
            number=18,
            what={
                "lv": "izglītojamo un pedagogu mobilitātes",
                "en": "mobilities of learners and teachers",
                "ka": "სტუდენტებისა და მასწავლებლების მობილობა",
            },
            period={"lv": "2016./2017. mācību gads", "en": "School year 2016/2017", "ka": "2016/2017 სასწავლო წელი"},
            clash={
                "lv": "Virsrakstā ir 18 projekti, tekstā 18 mobilitātes. Te ņemts teksts.",
                "en": "The headline says 18 projects, the text 18 mobilities. The text is taken here.",
                "ka": "სათაურში 18 პროექტია, ტექსტში – 18 მობილობა. აქ ტექსტია აღებული.",
            },
            **OF_2017,
        )
    )
    period = {"lv": "2000.–2017. gads", "en": "2000 to 2017", "ka": "2000–2017 წლები"}
    StatedTotal.objects.create(
        **worded(
            number=50,
            is_at_least=True,
            what={
                "lv": "projekti programmās Leonardo da Vinci, Mūžizglītība, Erasmus+ un Nordplus",
                "en": "projects in Leonardo da Vinci, Lifelong Learning, Erasmus+ and Nordplus",
                "ka": "პროექტი პროგრამებში Leonardo da Vinci, Lifelong Learning, Erasmus+ და Nordplus",
            },
            period=period,
            **OF_2017,
        )
    )
    StatedTotal.objects.create(
        **worded(
            number=19,
            what={
                "lv": "šo projektu valstis: Lietuva, Igaunija, Polija, Somija, Austrija, Čehija, Horvātija, Slovēnija, "
                "Slovākija, Portugāle, Grieķija, Spānija, Apvienotā Karaliste, Nīderlande, Vācija, Itālija, Rumānija, Kipra "
                "un Malta",
                "en": "countries of these projects: Lithuania, Estonia, Poland, Finland, Austria, Czechia, Croatia, Slovenia, "
                "Slovakia, Portugal, Greece, Spain, United Kingdom, Netherlands, Germany, Italy, Romania, Cyprus and Malta",
                "ka": "ამ პროექტების ქვეყანა: ლიეტუვა, ესტონეთი, პოლონეთი, ფინეთი, ავსტრია, ჩეხეთი, ხორვატია, სლოვენია, "
                "სლოვაკეთი, პორტუგალია, საბერძნეთი, ესპანეთი, გაერთიანებული სამეფო, ნიდერლანდები, გერმანია, იტალია, რუმინეთი, "
                "კვიპროსი და მალტა",
            },
            period=period,
            **OF_2017,
        )
    )


DAUGAVPILS = DemoSchool(
    slug="daugavpils",
    name="Daugavpils tehnikums",
    town="Daugavpils",
    country="LV",
    language="lv",
    address="Parauga iela 1, Daugavpils, LV-5401",
    registration_number="90000000001",
    oid="E10099991",
    director="Maruta Saulgrieze",
    people=(
        (Role.COORDINATOR, "Anita", "Tiltiņa"),
        (Role.DIRECTOR, "Maruta", "Saulgrieze"),
        (Role.FINANCE, "Guntars", "Rēķinis"),
        (Role.TEACHER, "Inga", "Ceļmalniece"),
        (Role.COMMITTEE, "Valdis", "Vērtiņš"),
        (Role.EDITOR, "Dace", "Ziņģe"),
    ),
    fill=fill,
    names={"en": "Daugavpils Technical School", "ka": "დაუგავპილსის ტექნიკუმი"},
    introductions={
        "lv": "Mēs mācām datortīklu, elektronikas un autotransporta amatus un sūtām izglītojamos praksē uz citām valstīm.\n\n"
        "Te redzams, ar ko mēs sadarbojamies, kur un kopš kura gada.",
        "en": "We teach the trades of networks, electronics and motor vehicles, and send our learners to work for some weeks in "
        "other countries.\n\nHere stands with whom we work, where and since when.",
        "ka": "ჩვენ ვასწავლით კომპიუტერული ქსელების, ელექტრონიკისა და ავტოტრანსპორტის პროფესიებს და სტუდენტებს პრაქტიკაზე სხვა "
        "ქვეყნებში ვგზავნით.\n\nაქ ნახავთ, ვისთან, სად და როდიდან ვთანამშრომლობთ.",
    },
)
