"""All papers of a flow: which there are, which there can't be, and the work that makes their files."""

from tilts.mobilities.printing.gaps import left_out
from tilts.mobilities.printing.papers import papers_of
from tilts.mobilities.printing.work import make_papers, order_of, shows_accounts

__all__ = ["left_out", "make_papers", "order_of", "papers_of", "shows_accounts"]
