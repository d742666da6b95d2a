"""After the signing: the plan of action alive, reminders, gaps in cover, renewal, the end by notice."""
