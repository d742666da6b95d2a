"""Daugavpils tehnikums: the school of the main job, with its projects of 2019 to 2023 and what it had done by 2017."""

from tilts.accounts.roles import Role
from tilts.demo.data.daugavpils.by_2017 import tell_by_2017
from tilts.demo.data.daugavpils.main_job import do_main_job, plan_wishes
from tilts.demo.data.daugavpils.projects import keep_neighbours, projects_of_2019_to_2023
from tilts.demo.making import programmes
from tilts.demo.school import DemoSchool
from tilts.demo.standing import apply_for_projects, plan_2021_to_2027


def fill() -> None:
    """Everything of the school but its learners, who come with the class list of the main job."""
    programmes(
        [
            (
                "0611",
                4,
                {
                    "lv": "Lokālo tīklu administrēšana",
                    "en": "Administration of local networks",
                    "ka": "ლოკალური ქსელების ადმინისტრირება",
                },
            ),
            ("0714", 4, {"lv": "Elektronika", "en": "Electronics", "ka": "ელექტრონიკა"}),
            ("0716", 4, {"lv": "Autotransports", "en": "Motor vehicles", "ka": "საავტომობილო ტრანსპორტი"}),
        ]
    )
    do_main_job()
    projects_of_2019_to_2023(keep_neighbours())
    tell_by_2017()
    plan_2021_to_2027()
    apply_for_projects()
    plan_wishes()


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
