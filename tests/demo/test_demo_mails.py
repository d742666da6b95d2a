"""The mails of a demo that was made before it is served."""

from tilts.demo.mails import lead_here
from tilts.mail.models import OutgoingMail


def test_mails_of_a_demo_lead_to_where_it_is_served(school, settings):
    settings.TILTS_URL = "http://127.0.0.1:8117"
    made = "Sign here:\n\nhttp://127.0.0.1:8000/p/secret/\n\nhttp://example.org:8000/ stays."
    mail = OutgoingMail.objects.create(intent="a", to="ilze@example.org", subject="s", body=made)

    lead_here()

    mail.refresh_from_db()
    assert mail.body == "Sign here:\n\nhttp://127.0.0.1:8117/p/secret/\n\nhttp://example.org:8000/ stays."
