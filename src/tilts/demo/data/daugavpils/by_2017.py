"""What was done by 2017, and how the school stood then, as its pages tell it."""

from datetime import date
from typing import Any

from tilts.demo.data.daugavpils.sources import OF_2017, VIAA
from tilts.demo.making import past, worded
from tilts.projects.models import Accreditation, Award, StatedTotal, Strategy

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


def tell_by_2017() -> None:
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
