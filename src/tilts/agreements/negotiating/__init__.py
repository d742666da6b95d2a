"""Reading, commenting and rewording a proposed agreement with the other side, by personal links."""
