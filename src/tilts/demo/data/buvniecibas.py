"""Daugavpils Būvniecības tehnikums: its agreement of 9 October 2020 with a college in Georgia, signed over Zoom."""

from tilts.accounts.roles import Role
from tilts.demo.making import agreement, partner, programmes
from tilts.demo.school import DemoSchool
from tilts.projects.models import Strategy

PAGE = "News of the school, 9 October 2020: cooperation with Georgia begins"

BUILDING = ("0732", 4, {"lv": "Būvdarbi", "en": "Construction works", "ka": "სამშენებლო სამუშაოები"})
CARS = ("0716", 4, {"lv": "Autotransports", "en": "Motor vehicles", "ka": "საავტომობილო ტრანსპორტი"})
METAL = ("0715", 4, {"lv": "Metālapstrāde", "en": "Metalworking", "ka": "ლითონის დამუშავება"})
COMPUTERS = (
    "0611",
    4,
    {
        "lv": "Informācijas un komunikāciju tehnoloģijas",
        "en": "Information and communication technologies",
        "ka": "საინფორმაციო და საკომუნიკაციო ტექნოლოგიები",
    },
)
GARDENS = ("0812", 4, {"lv": "Apzaļumošanas darbi", "en": "Landscaping", "ka": "გამწვანების სამუშაოები"})


def fill() -> None:
    """Study programmes, the partner in Georgia, the agreement, and the strategy that led to it."""
    programmes([BUILDING, CARS, METAL, COMPUTERS])
    modus = partner(
        "LEPL College “Modus”",
        "school",
        "GE",
        "Rustavi",
        legal_form="LEPL",
        names=[
            ("სსიპ კოლეჯი „მოდუსი“", "ka", "official"),
            ("LEPL koledža “Modus”", "lv", "official"),
            ("Modus", "", "short"),
        ],
        contacts=[
            {
                "role": "Department for development of international relations",
                "email": "international@modus.example",
                "language": "en",
            }
        ],
        teaches=[METAL, CARS, GARDENS, BUILDING, COMPUTERS],
    )
    agreement(
        "Agreement on international cooperation with LEPL College “Modus”",
        [modus],
        signed="9.10.2020",
        concluded="at_a_distance",
        platform="Zoom",
        areas=["education", "upbringing", "culture", "sport"],
        signatories=[
            (None, {"office": "Director of the school", "name": BUVNIECIBAS.director}),
            (modus, {"office": "Head of the department for development of international relations"}),
        ],
        planned=[
            ("Training for teachers", ""),
            ("Sport and culture with learners", ""),
            ("Mobility in Erasmus+", ""),
            (
                "Help for the colleagues in Georgia with writing and running international projects, "
                "by the department for international cooperation and projects",
                "",
            ),
            ("Visits to each other", "Once the epidemic allows it."),
        ],
        reason="The school had no partner in Georgia. The college is seen as the leading vocational school of its region and "
        "does much for the region's economy.\n\n"
        "Both teach much of the same: metalworking, motor vehicles, construction works, information and communication "
        "technologies. Both see quality of vocational education alike.",
        source_title=PAGE,
    )
    Strategy.objects.create(
        title="Priorities of international cooperation in the new planning period",
        priorities="Cooperation with regions outside the European Union\nCooperation with the nearest neighbours",
        source_title=PAGE,
    )


BUVNIECIBAS = DemoSchool(
    slug="buvniecibas",
    name="Daugavpils Būvniecības tehnikums",
    town="Daugavpils",
    country="LV",
    language="lv",
    address="Parauga iela 2, Daugavpils, LV-5401",
    registration_number="90000000002",
    director="Ausma Celtniece",
    people=(
        (Role.COORDINATOR, "Sarmīte", "Dzelzkalne"),
        (Role.DIRECTOR, "Ausma", "Celtniece"),
    ),
    fill=fill,
    names={"en": "Daugavpils Construction Technical School", "ka": "დაუგავპილსის სამშენებლო ტექნიკუმი"},
    introductions={
        "lv": "Mēs mācām būvniecības, metālapstrādes un autotransporta amatus. Mums svarīga ir sadarbība ar kaimiņvalstīm un "
        "valstīm ārpus Eiropas Savienības.",
        "en": "We teach the trades of building, metalwork and motor vehicles. Working with neighbouring countries and with "
        "countries outside the European Union matters to us.",
    },
)
