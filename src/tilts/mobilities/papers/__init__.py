"""The papers of a flow: plain records in, papers ready for typesetting out; no database, no clock."""
