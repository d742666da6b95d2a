"""The page where anybody checks a signed file or the number on a paper: no account, no school, nothing kept."""
