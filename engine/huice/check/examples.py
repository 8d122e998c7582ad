"""Names in `example` blocks. Whether their facts fit is checked as facts are, when the example runs."""

from __future__ import annotations

from huice.check.sink import Sink
from huice.check.types import Meanings
from huice.check.vocabulary import EntityInfo, Vocabulary
from huice.syntax import tree as t

__all__ = ["check_examples"]


def check_examples(words: Vocabulary, meanings: Meanings, sink: Sink) -> None:
    """Every example of the file: facts, records and rules that it names exist."""
    if words.subject is None:
        return
    for item in sink.parsed.file.items:
        if isinstance(item, t.Example):
            for given in item.given:
                _check_given(given, words.subject, words, sink)
            for expect in item.expect:
                if expect.rule.name != "total" and expect.rule.name not in words.rules:
                    sink.unknown("N213", expect.rule, [*words.rules, "total"])
            if not item.expect and not sink.parsed.is_damaged(item.span):
                sink.add("R423", item.title.span, title=item.title.value)


def _check_given(given: t.Given, here: EntityInfo, words: Vocabulary, sink: Sink) -> None:
    match given:
        case t.GivenValue():
            if given.name.name not in here.facts:
                owners = words.owners(given.name.name)
                if owners:
                    owner = owners[0].name
                    sink.add("N204", given.name.span, name=given.name.name, owner=owner, here=here.name)
                else:
                    sink.unknown("N201", given.name, here.facts)
        case t.GivenRecord():
            if given.entity.name == "history":
                return
            entity = words.entities.get(given.entity.name)
            if entity is None or entity is words.subject:
                sink.unknown("N202", given.entity, [n for n, e in words.entities.items() if e is not words.subject])
                return
            for value in given.values:
                _check_given(value, entity, words, sink)
        case t.GivenNone():
            if given.entity.name != "history" and given.entity.name not in words.entities:
                sink.unknown("N202", given.entity, [*words.entities, "history"])
        case t.GivenDecided():
            if given.rule.name not in words.rules:
                sink.unknown("N213", given.rule, words.rules)
        case _:
            pass
