"""The community college of Kutaisi: its partners in Estonia and Poland and what was done with them, 2012 to 2018."""

from datetime import date

from tilts.accounts.roles import Role
from tilts.demo.making import agreement, group, partner, past, programmes, project, worded
from tilts.demo.school import DemoSchool
from tilts.people.models import Guardian, Person
from tilts.projects.models import OwnProgramme

#: Where all of it stands.
STATED = {
    "stated_by": {"ka": "კოლეჯი", "en": "the college", "lv": "koledža"},
    "source_title": {
        "ka": "კოლეჯის გვერდი „პარტნიორები“",
        "en": "The college's page “პარტნიორები” (partners)",
        "lv": "Koledžas lapa “პარტნიორები” (partneri)",
    },
}

#: Invented: the page says “five partner colleges” and names none.
POZNAN = (
    ("Zespół Szkół Mostowych", "ul. Przykładowa 1, Poznań"),
    ("Technikum Przy Kładce", "ul. Przykładowa 2, Poznań"),
    ("Zespół Szkół Krawieckich “Nitka”", "ul. Przykładowa 3, Poznań"),
    ("Technikum Hotelarskie “Gościniec”", "ul. Przykładowa 4, Poznań"),
    ("Zespół Szkół Samochodowych “Koło”", "ul. Przykładowa 5, Poznań"),
)
COOKERY = ("1013", 4, {"ka": "მზარეული", "en": "Cookery", "lv": "Pavārs", "et": "Kokk"})
CARS = ("0716", 4, {"ka": "ავტომობილის ზეინკალი", "en": "Car mechanics", "lv": "Automehāniķis", "et": "Autotehnik"})
SEWING = ("0723", 4, {"ka": "სამკერვალო ნაწარმის სპეციალისტი", "en": "Sewing", "lv": "Šūto izstrādājumu speciālists"})
HOTELS = ("1013", 4, {"ka": "სასტუმრო საქმისმწარმოებელი", "en": "Hotel keeping", "lv": "Viesnīcu pakalpojumi"})
COMPUTERS = (
    "0611",
    4,
    {"ka": "ინფორმაციული ტექნოლოგია", "en": "Information technology", "lv": "Informācijas tehnoloģijas"},
)
GRAPHICS = ("0211", 4, {"ka": "კომპიუტერული გრაფიკოსი", "en": "Computer graphics", "lv": "Datorgrafika"})


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
        "ქალაქ ქუთაისის თვითმმართველობა",
        "municipality",
        "GE",
        "Kutaisi",
        names=[("City of Kutaisi", "en", "official"), ("Kutaisi pilsētas pašvaldība", "lv", "official")],
    )
    colleges = [partner(name, "school", "PL", "Poznań", address=where) for name, where in POZNAN]
    partner(
        "Poznańskie Centrum Zasobów Zawodowych",
        "centre",
        "PL",
        "Poznań",
        names=[("პოზნანის რესურსცენტრი", "ka", "official")],
    )
    poznan = group(
        {"ka": "პოზნანის ხუთი კოლეჯი", "en": "The five colleges of Poznań", "lv": "Piecas Poznaņas koledžas"},
        colleges,
        {
            "ka": "კოლეჯის მეგობრები 2015 წლიდან.",
            "en": "Friends of the college since 2015.",
            "lv": "Koledžas draugi kopš 2015. gada.",
        },
    )
    # The page tells of the project under 2012 and under 2015, and of no end.
    estonia = project(
        "მხარი დავუჭიროთ პროფესიული განათლების განვითარებას საქართველოში",
        means={
            "en": "Support to the development of vocational education in Georgia",
            "lv": "Atbalsts profesionālās izglītības attīstībai Gruzijā",
        },
        begins="2012",
        ends="2015",
        organisations=[(rakvere, "partner"), (innove, "intermediary")],
        own_programme=OwnProgramme.objects.create(
            **worded(
                name={
                    "ka": "ესტონურ-ქართული თანამშრომლობა",
                    "en": "Estonian–Georgian cooperation",
                    "lv": "Igaunijas un Gruzijas sadarbība",
                }
            )
        ),
        own_role="partner",
        state="closed",
    )
    agreement(
        {
            "ka": "ხელშეკრულება რაკვერეს პროფესიულ სკოლასთან",
            "en": "Agreement with the vocational school of Rakvere",
            "lv": "Līgums ar Rakveres arodskolu",
        },
        [rakvere],
        areas=["education", "mobility"],
        planned=[
            (
                {
                    "ka": "ჩვენი სტუდენტების პრაქტიკა რაკვერეში",
                    "en": "Placements of our learners in Rakvere",
                    "lv": "Mūsu izglītojamo prakse Rakverē",
                },
                {"ka": "თითოეული 3–5 კვირა.", "en": "3 to 5 weeks each.", "lv": "Katra 3–5 nedēļas."},
            ),
            (
                {
                    "ka": "ტრანსპორტის მასწავლებლების სტაჟირება და გადამზადება რაკვერეში",
                    "en": "Traineeships and retraining in Rakvere for our teachers of transport",
                    "lv": "Stažēšanās un tālākizglītība Rakverē mūsu transporta jomas pedagogiem",
                },
                "",
            ),
        ],
        reason={
            "ka": "2012 წლის მაისში დელეგაციამ ნახა, რომ სახელოსნოები, სწავლება და შეფასება რაკვერეში ძალიან მაღალ დონეზეა.",
            "en": "Workshops, teaching and assessment in Rakvere are of very high quality, as the delegation of May 2012 saw.",
            "lv": "2012. gada maijā delegācija redzēja, ka darbnīcas, mācības un vērtēšana Rakverē ir ļoti augstā līmenī.",
        },
        notes={
            "ka": "გვერდი ამის შესახებ 2012 წელთან წერს; ხელმოწერის დღე და ხელმომწერები მითითებული არ არის.",
            "en": "The page tells of it under 2012; the day of signing and who signed are not told.",
            "lv": "Lapa par to stāsta pie 2012. gada; parakstīšanas diena un parakstītāji nav minēti.",
        },
        source_title=STATED["source_title"],
    )
    _years(rakvere, poznan, estonia)
    _learners()


def _years(rakvere: object, poznan: object, estonia: object) -> None:
    past(
        {
            "ka": "დელეგაციის სამუშაო ვიზიტი რაკვერეში",
            "en": "Working visit of a delegation to Rakvere",
            "lv": "Delegācijas darba vizīte Rakverē",
        },
        *("delegation", "out", "5.2012"),
        partner=rakvere,
        project=estonia,
        **STATED,
    )
    past(
        {
            "ka": "ვიზიტი პოლონეთის წამყვან კოლეჯებში",
            "en": "Visit to leading colleges in Poland",
            "lv": "Vizīte vadošajās Polijas koledžās",
        },
        *("other", "out", "5.2012"),
        country="PL",
        learners=20,
        staff=5,
        professions={
            "ka": "ავტომობილის ზეინკალი, სამკერვალო საქმე, სასტუმრო საქმე, ინფორმაციული ტექნოლოგია, კომპიუტერული გრაფიკა",
            "en": "Car mechanics, sewing, hotel keeping, information technology, computer graphics",
            "lv": "Automehānika, šūšana, viesnīcu pakalpojumi, informācijas tehnoloģijas, datorgrafika",
        },
        arranged_by={
            "ka": "ქალაქი ქუთაისი პროფესიული განვითარების პოლონურ ორგანიზაციასთან ერთად",
            "en": "the city of Kutaisi with a Polish organisation for vocational development",
            "lv": "Kutaisi pilsēta kopā ar Polijas profesionālās attīstības organizāciju",
        },
        notes={
            "ka": "თეორიული და პრაქტიკული სწავლების გასაცნობად. გვერდის მიხედვით, ეს კვლავაც გაგრძელდება.",
            "en": "To see teaching in theory and practice. The page says that it will go on.",
            "lv": "Lai iepazītu mācības teorijā un praksē. Lapa saka, ka tas turpināsies.",
        },
        **STATED,
    )
    past(
        {"ka": "დელეგაცია პოლონეთიდან", "en": "Delegation from Poland", "lv": "Delegācija no Polijas"},
        *("delegation", "in", "2014"),
        country="PL",
        **STATED,
    )
    past(
        {
            "ka": "ვიზიტი პოზნანის ხუთ კოლეჯში",
            "en": "Visit to the five colleges of Poznań",
            "lv": "Vizīte piecās Poznaņas koledžās",
        },
        *("training", "out", "2015"),
        group=poznan,
        country="PL",
        town="Poznań",
        staff=15,
        **STATED,
    )
    past(
        {
            "ka": "სტაჟირება ესტონეთში, გაზაფხულზე",
            "en": "Traineeship in Estonia, in spring",
            "lv": "Stažēšanās Igaunijā, pavasarī",
        },
        *("training", "out", "2016"),
        country="EE",
        staff=2,
        **STATED,
    )
    past(
        {
            "ka": "გაცვლითი პროგრამა პოზნანში",
            "en": "Exchange programme in Poznań",
            "lv": "Apmaiņas programma Poznaņā",
        },
        *("exchange", "out", "2.9.2017", "22.10.2017"),
        country="PL",
        town="Poznań",
        learners=10,
        staff=7,
        how_chosen={"ka": "კონკურსით", "en": "By competition", "lv": "Konkursā"},
        **STATED,
    )
    past(
        {
            "ka": "საერთაშორისო კონფერენცია: საქართველოს დამოუკიდებლობის 100 წელი; სტუმრად ხუთი დირექტორი და რესურსცენტრის ხელმძღვანელი",
            "en": "International conference on the 100th year of Georgia's independence; guests: five heads and the head of the "
            "resource centre",
            "lv": "Starptautiska konference Gruzijas neatkarības simtajā gadā; viesi: pieci direktori un resursu centra vadītājs",
        },
        *("conference", "in", "2018"),
        group=poznan,
        country="PL",
        others=6,
        notes={
            "ka": "კონფერენცია კოლეჯში გაიმართა. სტუმრები: პოზნანის ხუთი კოლეჯის დირექტორები და იქაური რესურსცენტრის ხელმძღვანელი.",
            "en": "Held by the college. Guests: the heads of the five colleges of Poznań and the head of its resource centre.",
            "lv": "Rīkoja koledža. Viesi: piecu Poznaņas koledžu direktori un turienes resursu centra vadītājs.",
        },
        **STATED,
    )
    past(
        {
            "ka": "მასწავლებლისა და სტუდენტის სტუმრობა რაკვერედან",
            "en": "Stay of a teacher and a learner from Rakvere",
            "lv": "Pedagoga un izglītojamā viesošanās no Rakveres",
        },
        *("exchange", "in", "2018"),
        partner=rakvere,
        learners=1,
        staff=1,
        professions={"ka": "მზარეული", "en": "Cookery", "lv": "Pavārs"},
        **STATED,
    )


def _learners() -> None:
    mariam = Person.objects.create(
        given_names="მარიამ", family_name="ხიდისთავი", born_on=date(2008, 4, 17), programme="მზარეული", group="მზ-21"
    )
    Guardian.objects.create(person=mariam, name="ეთერ ხიდისთავი", relation="დედა", phone="+995555000101", language="ka")
    Person.objects.create(
        given_names="გიორგი",
        family_name="ბოგირელი",
        born_on=date(2006, 11, 2),
        programme="ავტომობილის ზეინკალი",
        group="ავ-11",
    )


KUTAISI = DemoSchool(
    slug="kutaisi",
    name="ქუთაისის საზოგადოებრივი კოლეჯი",
    town="Kutaisi",
    country="GE",
    language="ka",
    address="ნიმუშის ქუჩა 1, ქუთაისი 4600",
    registration_number="200000001",
    oid="E10099993",
    director="თამარ ხიდაშელი",
    worded={
        "en": {"address": "1 Nimushi Street, Kutaisi 4600", "town": "Kutaisi", "director": "Tamar Khidasheli"},
        "lv": {
            "address": "Parauga iela 1, Kutaisi 4600",
            "town": "Kutaisi",
            "director": "Tamara Hidašeli",
            "director_office": "Direktore",
        },
    },
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
