"""Daugavpils Būvniecības tehnikums: its agreement of 9 October 2020 with a college in Georgia, signed over Zoom."""

from tilts.accounts.roles import Role
from tilts.demo.making import agreement, partner, programmes, worded
from tilts.demo.school import DemoSchool
from tilts.demo.standing import add_regions
from tilts.projects.models import Strategy

PAGE = {
    "lv": "Tehnikuma ziņas, 2020. gada 9. oktobris: sākas sadarbība ar Gruziju",
    "en": "News of the school, 9 October 2020: cooperation with Georgia begins",
    "ka": "ტექნიკუმის სიახლეები, 2020 წლის 9 ოქტომბერი: იწყება თანამშრომლობა საქართველოსთან",
}

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
    {
        "lv": "Datortīklu ierīkošana\nDatoru uzturēšana\nDarba drošība\nProgrammēšanas pamati",
        "en": "Setting up networks\nMaintenance of computers\nSafety at work\nBasics of programming",
    },
)
#: What the college teaches of it, as its pages say it in English.
THEIR_COMPUTERS = (*COMPUTERS[:3], {"en": "Computer maintenance\nNetworks: setting up and safety\nDatabases"})
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
        teaches=[METAL, CARS, GARDENS, BUILDING, THEIR_COMPUTERS],
    )
    agreement(
        {
            "lv": "Līgums par starptautisko sadarbību ar LEPL koledžu “Modus”",
            "en": "Agreement on international cooperation with LEPL College “Modus”",
            "ka": "ხელშეკრულება საერთაშორისო თანამშრომლობაზე სსიპ კოლეჯ „მოდუსთან“",
        },
        [modus],
        signed="9.10.2020",
        concluded="at_a_distance",
        platform="Zoom",
        areas=["education", "upbringing", "culture", "sport"],
        signatories=[(None, {"office": DIRECTOR, "name": BUVNIECIBAS.director}), (modus, {"office": HEAD})],
        planned=PLANNED,
        reason=REASON,
        source_title=PAGE,
    )
    strategy = Strategy.objects.create(
        **worded(
            title={
                "lv": "Starptautiskās sadarbības prioritātes jaunajā plānošanas periodā",
                "en": "Priorities of international cooperation in the new planning period",
                "ka": "საერთაშორისო თანამშრომლობის პრიორიტეტები დაგეგმვის ახალ პერიოდში",
            },
            priorities={
                "lv": "Sadarbība ar reģioniem ārpus Eiropas Savienības\nSadarbība ar tuvākajiem kaimiņiem",
                "en": "Cooperation with regions outside the European Union\nCooperation with the nearest neighbours",
                "ka": "თანამშრომლობა ევროკავშირის გარეთ მდებარე რეგიონებთან\nთანამშრომლობა უახლოეს მეზობლებთან",
            },
            source_title=PAGE,
        )
    )
    add_regions(strategy)


DIRECTOR = {"lv": "Tehnikuma direktore", "en": "Director of the school", "ka": "ტექნიკუმის დირექტორი"}
HEAD = {
    "lv": "Starptautisko attiecību attīstības nodaļas vadītājs",
    "en": "Head of the department for development of international relations",
    "ka": "საერთაშორისო ურთიერთობების განვითარების განყოფილების უფროსი",
}
#: What is planned, and on what condition.
PLANNED = (
    (
        {
            "lv": "Profesionālā pilnveide pedagogiem",
            "en": "Training for teachers",
            "ka": "ტრენინგები მასწავლებლებისთვის",
        },
        "",
    ),
    (
        {
            "lv": "Sports un kultūra kopā ar izglītojamajiem",
            "en": "Sport and culture with learners",
            "ka": "სპორტი და კულტურა სტუდენტებთან ერთად",
        },
        "",
    ),
    (
        {
            "lv": "Mobilitātes programmā Erasmus+",
            "en": "Mobility in Erasmus+",
            "ka": "მობილობა პროგრამაში Erasmus+",
        },
        "",
    ),
    (
        {
            "lv": "Palīdzība kolēģiem Gruzijā rakstīt un vadīt starptautiskus projektus; palīdz Starptautiskās sadarbības un "
            "projektu nodaļa",
            "en": "Help for the colleagues in Georgia with writing and running international projects, "
            "by the department for international cooperation and projects",
            "ka": "ქართველი კოლეგების დახმარება საერთაშორისო პროექტების წერასა და მართვაში; ეხმარება საერთაშორისო "
            "თანამშრომლობისა და პროექტების განყოფილება",
        },
        "",
    ),
    (
        {"lv": "Savstarpējas vizītes", "en": "Visits to each other", "ka": "ურთიერთვიზიტები"},
        {
            "lv": "Kad epidēmija to ļaus.",
            "en": "Once the epidemic allows it.",
            "ka": "როცა ეპიდემია ამის საშუალებას მოგვცემს.",
        },
    ),
)
REASON = {
    "lv": "Gruzijā tehnikumam partnera vēl nebija. Koledžu uzskata par sava reģiona vadošo profesionālo skolu, un reģiona "
    "ekonomikai tā dod daudz.\n\n"
    "Abas skolas māca daudz kā kopīga: metālapstrādi, autotransportu, būvdarbus, informācijas un komunikāciju tehnoloģijas. "
    "Abām ir vienāds priekšstats par labu profesionālo izglītību.",
    "en": "The school had no partner in Georgia. The college is seen as the leading vocational school of its region and "
    "does much for the region's economy.\n\n"
    "Both teach much of the same: metalworking, motor vehicles, construction works, information and communication "
    "technologies. Both see quality of vocational education alike.",
    "ka": "ტექნიკუმს საქართველოში პარტნიორი არ ჰყავდა. კოლეჯი თავისი რეგიონის წამყვან პროფესიულ სასწავლებლად ითვლება და "
    "რეგიონის ეკონომიკისთვის ბევრს აკეთებს.\n\n"
    "ორივე სასწავლებელი ბევრ საერთო პროფესიას ასწავლის: ლითონის დამუშავებას, საავტომობილო ტრანსპორტს, სამშენებლო სამუშაოებს, "
    "საინფორმაციო და საკომუნიკაციო ტექნოლოგიებს. პროფესიული განათლების ხარისხს ორივე ერთნაირად უყურებს.",
}

BUVNIECIBAS = DemoSchool(
    slug="buvniecibas",
    name="Daugavpils Būvniecības tehnikums",
    town="Daugavpils",
    country="LV",
    language="lv",
    address="Parauga iela 2, Daugavpils, LV-5401",
    registration_number="90000000002",
    oid="E10099992",
    director="Ausma Celtniece",
    director_office="Direktore",
    worded={
        "en": {"address": "2 Parauga Street, Daugavpils, LV-5401", "town": "Daugavpils"},
        "ka": {
            "address": "ნიმუშის ქუჩა 2, დაუგავპილსი, LV-5401",
            "town": "დაუგავპილსი",
            "director_office": "დირექტორი",
        },
    },
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
