"""How the school stands: awards, accreditations and charters, its strategy, and totals that pages state."""
