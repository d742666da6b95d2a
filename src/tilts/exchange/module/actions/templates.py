"""Writes: keeping a template, saying what its columns are."""

from collections.abc import Sequence
from hashlib import sha256

from django.db import transaction

from tilts.accounts.models import User
from tilts.exchange.fields import plain
from tilts.exchange.module.entries import action_and_call
from tilts.exchange.module.loading import dictionary
from tilts.exchange.module.models import ModuleMatch, ModuleTemplate
from tilts.exchange.module.rules.heads import head_key
from tilts.exchange.module.rules.records import DateStyle, Match, Template
from tilts.exchange.module.rules.template import TemplateRefused, read_template
from tilts.exchange.module.sentences import problem_sentence, trouble_sentence
from tilts.exchange.module.storing import as_json, from_json
from tilts.exchange.records import Book
from tilts.exchange.sandbox import read_safely
from tilts.projects.models import Project


class FileRefused(Exception):
    """The file can't be used; `sentences` say why and what to do. Nothing was kept of it."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = list(sentences)


def keep_template(project: Project, *, file_name: str, content: bytes, by: User | None) -> ModuleTemplate:
    """Read an empty template and put it in the place of the one before. Raises FileRefused."""
    book = read_file(content, with_layout=True)
    try:
        template = read_template(book, dictionary())
    except TemplateRefused as refused:
        raise FileRefused([trouble_sentence(trouble) for trouble in refused.troubles]) from refused
    kept, _ = ModuleTemplate.objects.update_or_create(
        project=project,
        defaults={
            "file_name": plain(file_name)[-200:],
            "sha256": sha256(content).hexdigest(),
            "content": as_json(template),
            "date_style": template.date_style.value,
            "uploaded_by": by,
        },
    )
    return kept


def read_file(content: bytes, *, with_layout: bool = False) -> Book:
    """The sheets of a file from outside, read in a child process. Raises FileRefused."""
    book = read_safely(content, with_layout=with_layout)
    if book.problems:
        raise FileRefused([problem_sentence(problem) for problem in book.problems])
    return book


@transaction.atomic
def keep_matches(stored: ModuleTemplate, matches: Sequence[Match], date_style: str) -> None:
    """Remember what each column is, for all projects of this action and call year. matches: in the columns' order."""
    action, call_year = action_and_call(stored.project)
    template: Template = from_json(stored.content, date_style)
    keys = [head_key(column.head)[:200] for column in template.columns]
    ModuleMatch.objects.filter(action=action, call_year=call_year, head_key__in=keys).delete()
    ModuleMatch.objects.bulk_create(
        ModuleMatch(action=action, call_year=call_year, head_key=key, field=match.field, text=match.text)
        for key, match in zip(keys, matches, strict=True)
        if match.field
    )
    stored.date_style = DateStyle(date_style).value
    stored.save(update_fields=["date_style", "uploaded_at"])
