"""What the school means to reach abroad in a span of years, and how far it is."""
