"""Money that a person pays back to the school: too much was paid, or the stay did not take place."""
