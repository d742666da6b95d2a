import pytest

from tilts.exchange.heads import field_of, is_total, name_order


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Uzvārds", "family_name"),
        ("uzvards", "family_name"),
        ("IZGLĪTOJAMĀ UZVĀRDS", "family_name"),
        ("Vārds (-i)", "given_names"),
        ("Vārds, uzvārds", "full_name"),
        ("Audzēknis", "full_name"),
        ("Dzimšanas\ndatums", "born_on"),
        ("Dz. dat.", "born_on"),
        ("Dzimšanas datums (dd.mm.gggg.)", "born_on"),
        ("Dzimšnas datums", "born_on"),
        ("Personas kods", "personal_code"),
        ("Personas kods / dzimšanas datums", "born_on"),
        ("P.k.", "personal_code"),
        ("Nr.p.k.", "number"),
        ("Nr. p. k.", "number"),
        ("№ п/п", "number"),
        ("Grupa", "group"),
        ("Grupas audzinātājs", ""),
        ("Kurss", "course"),
        ("Izglītības programma", "programme"),
        ("E-pasts", "email"),
        ("e-pasta adrese", "email"),
        ("Tel.", "phone"),
        ("Mob. tālr.", "phone"),
        ("Kontakttālrunis", "phone"),
        ("Vecāku tālrunis", "guardian_phone"),
        ("Mātes vārds, uzvārds", "guardian_name"),
        ("Aizbildņa e-pasts", "guardian_email"),
        ("Dzimums", "gender"),
        ("Pilsonība", "nationality"),
        ("Piezīmes", "notes"),
        ("Surname", "family_name"),
        ("First name(s)", "given_names"),
        ("Name", "full_name"),
        ("Date of Birth", "born_on"),
        ("D.O.B.", "born_on"),
        ("Parent's phone", "guardian_phone"),
        ("Company name", ""),
        ("გვარი", "family_name"),
        ("სახელი", "given_names"),
        ("სახელი, გვარი", "full_name"),
        ("დაბადების თარიღი", "born_on"),
        ("პირადი ნომერი", "personal_code"),
        ("ჯგუფი", "group"),
        ("ელ. ფოსტა", "email"),
        ("ტელეფონი", "phone"),
        ("მშობლის ტელეფონი", "guardian_phone"),
        ("Фамилия", "family_name"),
        ("Имя", "given_names"),
        ("Ф.И.О.", "full_name"),
        ("Дата рождения", "born_on"),
        ("Группа", "group"),
        ("Эл. почта", "email"),
        ("Телефон родителей", "guardian_phone"),
        ("IBAN", ""),
        ("Dzimšanas vieta", ""),
        ("", ""),
        ("—", ""),
    ],
)
def test_field_of_knows_the_heads_that_schools_use(head, field):
    assert field_of(head) == field


@pytest.mark.parametrize(
    ("head", "order"),
    [
        ("Uzvārds, vārds", "family_first"),
        ("Vārds un uzvārds", "given_first"),
        ("Last name, first name", "family_first"),
        ("Name and surname", "given_first"),
        ("გვარი, სახელი", "family_first"),
        ("Имя Фамилия", "given_first"),
        ("ФИО", "family_first"),
        ("Skolēns", ""),
        ("Family name", ""),
    ],
)
def test_name_order_follows_the_words_of_the_head(head, order):
    assert name_order(head) == order


@pytest.mark.parametrize(
    "text", ["Kopā", "KOPĀ: 20", "Total 20", "Итого:", "სულ", "Pavisam kopā 20", "Audzēkņu skaits: 5"]
)
def test_is_total_knows_sums(text):
    assert is_total(text)


@pytest.mark.parametrize("text", ["Kopāne", "Summers", "", "20", "Sullivan"])
def test_is_total_leaves_names_alone(text):
    assert not is_total(text)
