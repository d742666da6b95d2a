"""The community college of Kutaisi: its partners in Estonia and Poland and what was done with them, 2012 to 2018."""

from datetime import date

from tilts.accounts.roles import Role
from tilts.demo.making import agreement, group, partner, past, programmes, project
from tilts.demo.school import DemoSchool
from tilts.people.models import Guardian, Person
from tilts.projects.models import OwnProgramme

#: Where all of it stands.
STATED = {"stated_by": "the college", "source_title": "The college's page “პარტნიორები” (partners)"}

#: Invented: the page says “five partner colleges” and names none.
POZNAN = (
    ("Zespół Szkół Mostowych", "ul. Przykładowa 1, Poznań"),
    ("Technikum Przy Kładce", "ul. Przykładowa 2, Poznań"),
    ("Zespół Szkół Krawieckich “Nitka”", "ul. Przykładowa 3, Poznań"),
    ("Technikum Hotelarskie “Gościniec”", "ul. Przykładowa 4, Poznań"),
    ("Zespół Szkół Samochodowych “Koło”", "ul. Przykładowa 5, Poznań"),
)
COOKERY = ("1013", 4, {"ka": "მზარეული", "en": "Cookery", "et": "Kokk"})
CARS = ("0716", 4, {"ka": "ავტომობილის ზეინკალი", "en": "Car mechanics", "et": "Autotehnik"})
SEWING = ("0723", 4, {"ka": "სამკერვალო ნაწარმის სპეციალისტი", "en": "Sewing"})
HOTELS = ("1013", 4, {"ka": "სასტუმრო საქმისმწარმოებელი", "en": "Hotel keeping"})
COMPUTERS = ("0611", 4, {"ka": "ინფორმაციული ტექნოლოგია", "en": "Information technology"})
GRAPHICS = ("0211", 4, {"ka": "კომპიუტერული გრაფიკოსი", "en": "Computer graphics"})


def fill() -> None:
    """Partners, the Estonian–Georgian project, the agreement with Rakvere, and the years 2012 to 2018."""
    programmes([CARS, SEWING, HOTELS, COMPUTERS, GRAPHICS, COOKERY])
    rakvere = partner(
        "Rakvere Ametikool",
        "school",
        "EE",
        "Rakvere",
        address="Piiri 8, 44316 Rakvere",
        names=[
            ("რაკვერეს პროფესიული კოლეჯი", "ka", "official"),
            ("Rakvere Vocational School", "en", "official"),
            ("რაკვერეს პროფესიულ-ტექნიკური სკოლა", "ka", "former"),
        ],
        teaches=[COOKERY, CARS],
    )
    innove = partner("Innove", "intermediary", "EE", "Tallinn", names=[("ინოვე", "ka", "spelling")])
    partner(
        "City of Kutaisi",
        "municipality",
        "GE",
        "Kutaisi",
        names=[("ქალაქ ქუთაისის თვითმმართველობა", "ka", "official")],
    )
    colleges = [partner(name, "school", "PL", "Poznań", address=where) for name, where in POZNAN]
    partner(
        "Poznańskie Centrum Zasobów Zawodowych",
        "centre",
        "PL",
        "Poznań",
        names=[("პოზნანის რესურსცენტრი", "ka", "official")],
    )
    poznan = group("The five colleges of Poznań", colleges, "Friends of the college since 2015.")
    # The page tells of the project under 2012 and under 2015, and of no end.
    estonia = project(
        "Support to the development of vocational education in Georgia",
        begins="2012",
        ends="2015",
        organisations=[(rakvere, "partner"), (innove, "intermediary")],
        own_programme=OwnProgramme.objects.create(name="Estonian–Georgian cooperation"),
        own_role="partner",
        state="closed",
    )
    agreement(
        "Agreement with the vocational school of Rakvere",
        [rakvere],
        areas=["education", "mobility"],
        planned=[
            ("Placements of our learners in Rakvere", "3 to 5 weeks each."),
            ("Traineeships and retraining in Rakvere for our teachers of transport", ""),
        ],
        reason="Workshops, teaching and assessment in Rakvere are of very high quality, as the delegation of May 2012 saw.",
        notes="The page tells of it under 2012; the day of signing and who signed are not told.",
        source_title=STATED["source_title"],
    )
    _years(rakvere, poznan, estonia)
    _learners()


def _years(rakvere: object, poznan: object, estonia: object) -> None:
    past(
        "Working visit of a delegation to Rakvere",
        *("delegation", "out", "5.2012"),
        partner=rakvere,
        project=estonia,
        **STATED,
    )
    past(
        "Visit to leading colleges in Poland",
        *("other", "out", "5.2012"),
        country="PL",
        learners=20,
        staff=5,
        professions="Car mechanics, sewing, hotel keeping, information technology, computer graphics",
        arranged_by="the city of Kutaisi with a Polish organisation for vocational development",
        notes="To see teaching in theory and practice. The page says that it will go on.",
        **STATED,
    )
    past("Delegation from Poland", *("delegation", "in", "2014"), country="PL", **STATED)
    past(
        "Visit to the five colleges of Poznań",
        *("training", "out", "2015"),
        group=poznan,
        country="PL",
        town="Poznań",
        staff=15,
        **STATED,
    )
    past(
        "Traineeship in Estonia",
        *("training", "out", "2016"),
        country="EE",
        staff=2,
        notes="In spring.",
        **STATED,
    )
    past(
        "Exchange programme in Poznań",
        *("exchange", "out", "2.9.2017", "22.10.2017"),
        country="PL",
        town="Poznań",
        learners=10,
        staff=7,
        how_chosen="By competition",
        **STATED,
    )
    past(
        "International conference on the 100th year of Georgia's independence",
        *("conference", "in", "2018"),
        group=poznan,
        country="PL",
        others=6,
        notes="Held by the college. Guests: the heads of the five colleges of Poznań and the head of its resource centre.",
        **STATED,
    )
    past(
        "Stay of a teacher and a learner from Rakvere",
        *("exchange", "in", "2018"),
        partner=rakvere,
        learners=1,
        staff=1,
        professions="Cookery",
        **STATED,
    )


def _learners() -> None:
    mariam = Person.objects.create(
        given_names="მარიამ", family_name="ხიდისთავი", born_on=date(2008, 4, 17), programme="მზარეული", group="მზ-21"
    )
    Guardian.objects.create(
        person=mariam, name="ეთერ ხიდისთავი", relation="დედა", phone="+995555000101", language="ka"
    )
    Person.objects.create(
        given_names="გიორგი", family_name="ბოგირელი", born_on=date(2006, 11, 2), programme="ავტომობილის ზეინკალი", group="ავ-11"
    )


KUTAISI = DemoSchool(
    slug="kutaisi",
    name="ქუთაისის საზოგადოებრივი კოლეჯი",
    town="Kutaisi",
    country="GE",
    language="ka",
    address="ნიმუშის ქუჩა 1, ქუთაისი 4600",
    registration_number="200000001",
    director="თამარ ხიდაშელი",
    people=((Role.COORDINATOR, "ნინო", "ხიდელი"), (Role.DIRECTOR, "თამარ", "ხიდაშელი")),
    fill=fill,
    names={"en": "Kutaisi Community College", "lv": "Kutaisi publiskā koledža"},
    introductions={
        "ka": "კოლეჯი ესტონეთისა და პოლონეთის პროფესიულ სასწავლებლებთან 2012 წლიდან თანამშრომლობს: სტუდენტები და მასწავლებლები "
        "ერთმანეთს სტუმრობენ და ერთად სწავლობენ.",
        "en": "The college has worked with vocational schools in Estonia and Poland since 2012: learners and teachers visit each "
        "other and learn together.",
    },
)
