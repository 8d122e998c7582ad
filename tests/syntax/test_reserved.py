"""Which words of the language cannot be names: found by trying all of them."""

from __future__ import annotations

from huice.source import Source
from huice.syntax import tree as t
from huice.syntax.lexicon import lexicon
from huice.syntax.parse import parse
from huice.syntax.reserved import unusable_names

UNUSABLE = (
    *("award", "decided", "history", "no", "not", "today", "yes"),
    *("今日", "历史", "取大", "取小", "否", "奖励", "既往奖励", "无", "无历史", "无既往奖励", "是", "核定", "非"),
)


def _usable(word: str) -> bool:
    """Whether a fact of this name can be declared, tested, computed with, and given."""
    text = (
        f"entity e\n  fact {word}: number\nrule r\n  when {word} >= 5\n  rate 30% of {word}\n  cap 5 per ({word})\n"
        f'example "x"\n  given {word} 5\n'
    )
    parsed = parse(Source(text))
    if parsed.diagnostics:
        return False
    name = t.Name(word)
    _, rule, example = parsed.file.items
    assert isinstance(rule, t.Rule) and isinstance(example, t.Example)
    five = t.NumberLit(5, "", "5")
    return rule.clauses == (
        t.When(t.Comparison(">=", name, five), None),
        t.Rate(rule.clauses[1].rate, name, False),  # type: ignore[union-attr]
        t.Cap(five, (name,)),
    ) and example.given == (t.GivenValue(name, five),)


def test_the_words_that_cannot_be_names() -> None:
    words = [
        w for w in (*lexicon().terminals, *lexicon().reserved) if w[0].isalpha() and " " not in w and "的" not in w
    ]
    tried = tuple(sorted({word for word in words if not _usable(word)}))
    assert tried == tuple(sorted(UNUSABLE))
    assert unusable_names() == tried


def test_declaring_one_is_told_at_the_declaration() -> None:
    for word in unusable_names():
        found = parse(Source(f"entity e\n  fact {word}: flag\n")).diagnostics
        assert [d.code for d in found] == ["S117"]
        found = parse(Source(f"define {word} as 5 > 4\n")).diagnostics
        assert [d.code for d in found] == ["S117"]
