"""Signing an agreed text: the session in both sides' calendars, the envelope, and coming into force."""
