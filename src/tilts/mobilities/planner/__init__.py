"""Before a project: wished flows, what they would cost and the counts to request."""
