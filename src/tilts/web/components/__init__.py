"""The components: one tag and at most one template each. `tests/web/test_components.py` renders every one."""
