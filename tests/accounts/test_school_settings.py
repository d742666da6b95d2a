"""What a school says of itself, and its mark."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tilts.accounts import marks
from tilts.accounts.marks import read_mark
from tilts.accounts.models import AccessEvent, School, SchoolMark
from tilts.accounts.roles import Role

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Liepājas tehnikums",
    "registration_number": "40900000001",
    "oid": "E10012345",
    "address": "Parauga iela 2, Liepāja",
    "town": "Liepāja",
    "country": "LV",
    "language": "lv",
    "director": "Ilze Paraudziņa",
    "director_office": "direktores p. i.",
    "phone": "+371 63 400 000",
    "email": "skola@example.org",
    "website": "https://skola.example.org",
}


def picture(kind: str = "PNG", size: tuple[int, int] = (80, 40), mode: str = "RGB", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 128 if mode == "L" else None).save(out, kind, **options)
    return out.getvalue()


def upload(content: bytes, name: str = "mark.png") -> dict[str, SimpleUploadedFile]:
    return {"picture": SimpleUploadedFile(name, content)}


def test_settings_are_kept_and_the_town_gives_the_place(school, browse):
    response = browse(Role.DIRECTOR).post(f"/{school.slug}/accounts/school/change/", TYPED)

    assert response.url == f"/{school.slug}/accounts/school/"
    kept = School.objects.get(pk=school.pk)
    assert {name: getattr(kept, name) for name in TYPED} == TYPED
    assert (round(kept.latitude, 1), round(kept.longitude, 1)) == (56.5, 21.0)
    assert set(AccessEvent.objects.get().details) >= {"name", "town", "phone", "latitude"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"town": "Liepaaja"}, "There is no “Liepaaja” in the list of towns."),
        ({"oid": "E123"}, "“E123” is no OID."),
        ({"name": " "}, "This field is required."),
        ({"phone": "ask Anna"}, "“ask Anna” is no telephone number."),
        ({"website": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"email": "skola@"}, "Enter a valid email address."),
        ({"country": "XX"}, "Select a valid choice."),
    ],
    ids=["town", "oid", "no-name", "phone", "website", "e-mail", "country"],
)
def test_what_can_not_be_is_refused_and_nothing_is_changed(school, browse, wrong, sentence):
    page = browse().post(f"/{school.slug}/accounts/school/change/", TYPED | wrong)

    assert sentence in page.text
    assert School.objects.get(pk=school.pk).name == school.name
    assert not AccessEvent.objects.exists()


@pytest.mark.parametrize("page", ["school/", "school/change/", "school/languages/", "school/mark/"])
def test_who_may_not_change_settings_is_refused(school, browse, page):
    assert browse(Role.COORDINATOR).get(f"/{school.slug}/accounts/{page}").status_code == 200
    assert browse(Role.FINANCE).get(f"/{school.slug}/accounts/{page}").status_code == 403


def test_texts_in_other_languages_are_kept_and_what_is_empty_falls_back(school, browse):
    browse().post(
        f"/{school.slug}/accounts/school/languages/", {"name_en": "Daugavpils College", "director_ka": "მარუტა"}
    )

    kept = School.objects.get(pk=school.pk)
    assert kept.in_other_languages == {"en": {"name": "Daugavpils College"}, "ka": {"director": "მარუტა"}}
    assert [kept.text("name", each) for each in ("en", "ka", "lv")] == ["Daugavpils College", school.name, school.name]


# The mark


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        (picture(), "RGB"),
        (picture("JPEG"), "RGB"),
        (picture(mode="RGBA"), "RGBA"),
        (picture("JPEG", mode="CMYK"), "RGB"),
        (picture(mode="1"), "RGB"),
    ],
    ids=["png", "jpeg", "with-background-seen-through", "cmyk", "black-and-white"],
)
def test_a_mark_becomes_a_png_of_our_own(content, mode):
    mark = read_mark(content)

    with Image.open(io.BytesIO(mark.content)) as made:
        assert (made.format, made.mode, made.size) == ("PNG", mode, (80, 40))


def test_a_large_mark_is_made_small_and_tells_nothing_beside_its_points():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Comment", "taken at home")

    mark = read_mark(picture(size=(3000, 2000), pnginfo=told))

    assert (mark.width, mark.height) == (600, 400)
    assert b"taken at home" not in mark.content


def bomb() -> bytes:
    """A few kilobytes that unpack into 900 million points."""
    content = bytearray(picture(size=(16, 16)))
    content[16:24] = (30_000).to_bytes(4, "big") * 2
    import zlib

    content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<?xml version='1.0'?><svg onload='alert(1)'/>", "An SVG can hold more than a picture."),
        (b" <SVG xmlns='http://www.w3.org/2000/svg'><script>1</script></SVG>", "An SVG can hold more than a picture."),
        (b"not a picture", "This is no PNG or JPEG"),
        (picture("GIF"), "This is no PNG or JPEG"),
        (picture("TIFF"), "This is no PNG or JPEG"),
        (picture()[:60], "This is no PNG or JPEG"),
        (bomb(), "The picture has too many points."),
        (picture(mode="L", size=(5000, 4000)), "The picture has too many points."),
        (b"\x89PNG\r\n\x1a\n" + b"0" * marks.LARGEST_BYTES, "The picture is larger than 2 MB."),
    ],
    ids=["svg", "capital-svg", "text", "gif", "tiff", "cut-off", "bomb", "too-many-points", "too-many-bytes"],
)
def test_a_hostile_or_broken_mark_is_refused_in_words(content, sentence):
    with pytest.raises(ValidationError, match=sentence):
        read_mark(content)


def test_a_mark_is_uploaded_shown_to_anybody_and_taken_away(school, browse):
    client = browse()
    client.post(f"/{school.slug}/accounts/school/mark/", upload(picture()))
    client.post(f"/{school.slug}/accounts/school/mark/", upload(picture("JPEG", (60, 60))))
    mark = SchoolMark.objects.get()

    shown = Client().get(f"/public/{school.slug}/mark/{mark.digest}.png")

    assert (shown["Content-Type"], shown.content) == ("image/png", bytes(mark.content))
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert Client().get(f"/public/{school.slug}/mark/{'0' * 64}.png").status_code == 404
    client.post(f"/{school.slug}/accounts/school/mark/remove/")
    assert Client().get(f"/public/{school.slug}/mark/{mark.digest}.png").status_code == 404


def test_a_refused_mark_leaves_the_old_one(school, browse):
    client = browse()
    client.post(f"/{school.slug}/accounts/school/mark/", upload(picture()))

    page = client.post(f"/{school.slug}/accounts/school/mark/", upload(b"<svg/>", "mark.svg"))

    assert "Please save the mark as PNG." in page.text
    assert SchoolMark.objects.count() == 1
