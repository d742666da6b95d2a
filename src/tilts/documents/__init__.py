"""Papers: a template and data become an accessible, archivable PDF."""
