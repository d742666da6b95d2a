"""Who tells what the pages of the school and of the town tell."""

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
