"""Projects of 2019 to 2023, as pages of the school and of the town tell them."""

from collections.abc import Mapping
from decimal import Decimal

from tilts.core.places import Point
from tilts.demo.data.daugavpils.sources import OF_2021, OF_THE_TOWN, VIAA
from tilts.demo.making import partner, past, project
from tilts.partners.models import Partner

#: Too small for the list of towns.
DAGDA, VISKI = Point(56.0956, 27.5367), Point(56.0361, 26.7833)


def keep_neighbours() -> dict[str, Partner]:
    """Organisations of Latvia that the pages name."""
    partner(
        "Daugavpils Būvniecības tehnikums",
        "school",
        "LV",
        "Daugavpils",
        names=[("DBT", "lv", "short"), ("Daugavpils Construction Technical School", "en", "official")],
        sites=[("Dagda", DAGDA), ("Višķi", VISKI)],
    )
    partner(
        VIAA,
        "national_agency",
        "LV",
        "Riga",
        names=[("VIAA", "lv", "short"), ("State Education Development Agency", "en", "official")],
    )
    return {
        "town": partner(
            "Daugavpils pašvaldība",
            "municipality",
            "LV",
            "Daugavpils",
            names=[("Municipality of Daugavpils", "en", "official")],
        ),
        "centre": partner(
            "Daugavpils Inovāciju centrs",
            "centre",
            "LV",
            "Daugavpils",
            address="Vienības iela 30, Daugavpils",
            names=[("Daugavpils Innovation Centre", "en", "official")],
        ),
        "university": partner(
            "Daugavpils Universitāte",
            "university",
            "LV",
            "Daugavpils",
            names=[("DU", "lv", "short"), ("Daugavpils University", "en", "official")],
        ),
        "Accenture": partner("Accenture Latvia", "company", "LV", "Riga", legal_form="SIA"),
    }


def projects_of_2019_to_2023(there: Mapping[str, Partner]) -> None:
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
