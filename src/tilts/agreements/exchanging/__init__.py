"""One agreement, kept by two schools of one installation: each its own copy, told of the other's changes by letters."""
