"""The words of heads, sums and feet in class lists, as schools write them. A new wording is a new phrase here.

Each phrase is compared as a search key (`heads.key`): plain Latin letters, no signs, whatever the case. English,
Latvian, Georgian and Russian first; the usual heads of partner schools' lists (Estonian, Lithuanian, Polish, German)
and Georgian in Latin letters after them.
"""

PHRASES: dict[str, tuple[str, ...]] = {
    "family_name": (
        *("surname", "family name", "last name", "surnames"),
        *("uzvārds", "uzvārdi", "uzv"),
        *("გვარი",),
        *("фамилия", "фам"),
        *("perekonnanimi", "perenimi", "pavardė", "nazwisko", "nachname", "familienname"),
    ),
    "given_names": (
        *("first name", "given name", "given names", "forename", "forenames", "first names", "middle name"),
        *("vārds", "vārdi", "priekšvārds"),
        *("имя", "имена", "имя отчество"),
        *("სახელი", "სახელები", "saxeli"),
        *("eesnimi", "eesnimed", "vardas", "imię", "imiona", "vorname", "vornamen"),
    ),
    "full_name": (
        *("name", "full name", "names", "student", "learner", "pupil", "participant", "trainee", "student name"),
        *("audzēknis", "audzēkņi", "skolēns", "skolēni", "izglītojamais", "izglītojamie", "students", "studējošais"),
        *("dalībnieks", "dalībnieki", "praktikants", "pilns vārds", "vārds uzvārds", "uzvārds vārds"),
        *("სტუდენტი", "მოსწავლე", "მონაწილე", "სრული სახელი"),
        *("фио", "ф и о", "студент", "ученик", "учащийся", "участник", "полное имя"),
        *("nimi", "õpilane", "mokinys", "uczeń", "schüler", "teilnehmer"),
    ),
    "born_on": (
        *("date of birth", "birth date", "birthdate", "birthday", "dob", "d o b", "born", "born on", "year of birth"),
        *("dzimšanas datums", "dzimšanas dati", "dzimšanas diena", "dzimšanas dat", "dzimš datums", "dzimš dat"),
        *("dzim datums", "dzim dat", "dzim dati", "dz datums", "dz dat", "dz d", "dz g", "dz gads", "dzimis"),
        *("dzimusi", "dzimšanas gads"),
        *("დაბადების თარიღი", "დაბადების დღე", "დაბ თარიღი", "დაბადების წელი", "დაბადების თარ"),
        *("дата рождения", "день рождения", "год рождения", "дата рожд", "д р", "др", "родился"),
        *("dabadebis tarigi", "sünniaeg", "sünnikuupäev", "gimimo data", "data urodzenia", "geburtsdatum", "geb datum"),
    ),
    "personal_code": (
        *("personal code", "personal id", "personal number", "national id", "id number", "identity number"),
        *("personas kods", "pers kods", "p kods", "p k", "pk"),
        *("პირადი ნომერი", "პირადობის ნომერი", "პირადი N", "პ ნ"),
        *("персональный код", "личный код", "перс код", "личный номер"),
        *("isikukood", "asmens kodas", "pesel"),
    ),
    "group": (
        *("group", "class", "study group", "group name", "group code"),
        *("grupa", "grupas", "grupas nosaukums", "grupas nr", "grupas kods", "mācību grupa", "klase", "gr"),
        *("ჯგუფი", "ჯგ", "კლასი"),
        *("группа", "гр", "класс"),
        *("rühm", "õpperühm", "grupė", "klasė", "klasa"),
    ),
    "course": (
        *("year of study", "study year"),
        *("kurss", "mācību gads"),
        *("კურსი",),
        *("курс",),
    ),
    "programme": (
        *("programme", "program", "study programme", "qualification", "speciality", "specialty", "course", "trade"),
        *("field of study", "izglītības programma", "mācību programma", "programma", "specialitāte", "kvalifikācija"),
        *("profesija", "პროგრამა", "სპეციალობა", "პროფესია", "კვალიფიკაცია"),
        *("программа", "специальность", "профессия", "квалификация"),
    ),
    "email": (
        *("email", "e mail", "mail", "email address", "e mail address"),
        *("e pasts", "epasts", "e pasta adrese", "epasta adrese", "elektroniskais pasts"),
        *("ელფოსტა", "ელ ფოსტა", "ელექტრონული ფოსტა", "მეილი", "იმეილი", "ფოსტა", "ელ ფოსტის მისამართი"),
        *("электронная почта", "эл почта", "э почта", "почта", "имейл", "емейл", "эл адрес"),
        *("e post", "meil", "el paštas", "e mail adresse"),
    ),
    "phone": (
        *("phone", "phones", "phone number", "phone no", "telephone", "mobile", "mobile phone", "cell", "cell phone"),
        *("tālrunis", "tālr", "tālruņa numurs", "tālruņa nr", "tālr nr", "telefons", "telefona numurs", "telefona nr"),
        *("tel", "tel nr", "mob", "mob nr", "mob tel", "mob tālr", "mobilais", "mobilais telefons"),
        *("mobilais tālrunis", "kontakttālrunis", "kontakttelefons"),
        *("ტელეფონი", "ტელ", "მობილური", "მობ", "ტელეფონის ნომერი", "საკონტაქტო ნომერი"),
        *("მობილურის ნომერი", "მობილური ტელეფონი", "ტელ ნომერი", "მობ ნომერი", "telefoni", "mobiluri"),
        *("телефон", "тел", "моб", "мобильный", "номер телефона", "контактный телефон"),
        *("telefonas", "telefono numeris", "numer telefonu", "telefonnummer", "handy", "mobiil"),
    ),
    "gender": (
        *("gender", "sex", "dzimums", "სქესი", "пол"),
        *("sugu", "lytis", "płeć", "geschlecht"),
    ),
    "nationality": (
        *("nationality", "citizenship", "pilsonība", "valstspiederība", "valstiskā piederība"),
        *("მოქალაქეობა", "гражданство", "kodakondsus", "pilietybė", "obywatelstwo", "staatsangehörigkeit"),
    ),
    "notes": (
        *("notes", "note", "remarks", "comments", "comment", "piezīmes", "piezīme", "komentāri"),
        *("შენიშვნა", "შენიშვნები", "примечание", "примечания", "комментарий"),
        *("märkused", "pastabos", "uwagi", "bemerkungen"),
    ),
    "number": (
        *("no", "n", "nr", "nr p k", "nr pk", "n p k", "npk", "nr p", "numurs", "number", "row", "p nr"),
        *("no p p", "п п", "n п п", "номер", "ს ნ", "ნომერი", "n რ"),
        *("jrk", "jrk nr", "eil nr", "lp", "lfd nr"),
    ),
    "guardian_name": ("guardian", "parent", "vecāks", "vecāki", "aizbildnis", "likumiskais pārstāvis", "მშობელი"),
}

#: Heads of a day that stands in three columns.
DAYS = ("day", "diena", "d", "დღე", "день", "päev", "tag", "dzień")
MONTHS = ("month", "mēnesis", "mēn", "m", "თვე", "месяц", "kuu", "monat", "miesiąc")
YEARS = ("year", "gads", "y", "g", "წელი", "год", "aasta", "jahr", "rok")

#: A further given name in a column of its own.
SECOND = ("second", "middle", "otrais", "მეორე", "второе")

#: Whoever learns. Such a word names a column of names only where it stands alone: a "Student ID" holds none.
LEARNERS = frozenset(PHRASES["full_name"]) - {
    *("name", "full name", "names", "student name", "pilns vārds", "vārds uzvārds", "uzvārds vārds"),
    *("სრული სახელი", "полное имя", "фио", "ф и о", "nimi"),
}

#: Short phrases that no other word looks like: they count beside other words as well.
UNMISTAKABLE = ("dob", "фио", "ф и о", "tel", "mob", "tālr")

MOTHERS = ("mother", "mothers", "māte", "mātes", "mamma", "mammas", "დედა", "დედის", "мать", "матери", "мама")
FATHERS = ("father", "fathers", "tēvs", "tēva", "tētis", "მამა", "მამის", "отец", "отца", "папа")
GUARDIANS = (
    *("guardian", "guardians", "parent", "parents", *MOTHERS, *FATHERS),
    *("vecāki", "vecāks", "vecāku", "vecāka", "vecākiem", "aizbildnis", "aizbildņa"),
    *("likumiskā", "likumiskais", "likumisko", "pārstāvja", "pārstāvis"),
    *("მშობელი", "მშობლის", "მშობლები", "მეურვის", "მეურვე"),
    *("родитель", "родителя", "родителей", "родители", "опекун", "опекуна"),
)

#: A head with one of these tells of somebody else, or of another place than the person's own.
NOT_THE_PERSON = (
    *("teacher", "tutor", "leader", "mentor", "company", "school", "emergency", "host", "hosting", "receiving"),
    *("sending", "partner", "organisation", "institution", "bank", "contact person", "next of kin"),
    *("audzinātājs", "audzinātāja", "audzinātājas", "skolotājs", "skolotāja", "kurators", "kuratora", "vadītājs"),
    *("vadītāja", "uzņēmums", "uzņēmuma", "skola", "ārkārtas", "kontaktpersona", "kontaktpersonas"),
    *("bankas", "uzņemošā", "uzņemošās", "organizācija", "organizācijas", "iestāde", "iestādes"),
    *("მასწავლებელი", "კურატორი", "კომპანია", "სკოლა"),
    *("учитель", "учителя", "куратор", "куратора", "руководитель", "руководителя", "школа", "компания"),
    *("контактное лицо", "контактного лица"),
)

#: Words that stand before a sum or an average.
TOTALS = (
    *("total", "totals", "sum", "in total", "average", "kopā", "pavisam", "pavisam kopā", "summa", "skaits"),
    *("kopskaits", "audzēkņu skaits", "vidēji", "tai skaitā", "t sk", "სულ", "ჯამი", "ჯამში", "საშუალო"),
    *("итого", "всего", "количество", "в том числе", "в среднем", "kokku", "iš viso", "razem", "gesamt", "summe"),
)

#: Words at the foot of a list: who drew it up, who signs, when.
FEET = (
    *("class teacher", "teacher", "coordinator", "director", "principal", "head of department", "prepared by"),
    *("signature", "signed", "date", "approved"),
    *("audzinātājs", "audzinātāja", "kurators", "kuratore", "skolotājs", "skolotāja", "direktors", "direktore"),
    *("direktora", "sagatavoja", "sastādīja", "apstiprinu", "saskaņots", "paraksts", "datums", "izpildītājs"),
    *("izpildītāja", "koordinators", "koordinatore", "piezīme", "piezīmes"),
    *("დირექტორი", "კურატორი", "მასწავლებელი", "კოორდინატორი", "ხელმოწერა", "თარიღი", "შეადგინა"),
    *("директор", "куратор", "учитель", "руководитель", "координатор", "составил", "составила", "подпись", "дата"),
    *("классный руководитель", "direktor", "koordinaator", "dyrektor", "kuupäev", "allkiri"),
)

#: Headings between rows that name no group.
PARTS_OF_A_LIST = (
    *("girls", "boys", "women", "men", "reserve", "waiting list", "staff", "learners", "meitenes", "zēni", "puiši"),
    *("sievietes", "vīrieši", "rezerve", "rezervisti", "pedagogi", "audzēkņi", "გოგონები", "ბიჭები", "რეზერვი"),
    *("девочки", "девушки", "мальчики", "юноши", "резерв", "учащиеся"),
)
