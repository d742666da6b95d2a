"""Files in and out: class lists (rosters) come in here, read without trust and without Django."""
