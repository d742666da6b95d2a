"""What is to be agreed: clauses from dated templates, conditions, versions with their hash, the paper."""
