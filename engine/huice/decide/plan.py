"""What is the same for every case of a Program: looked up once, then shared between threads."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from huice.core import Condition, Expr, Fact, FactDecl, Fork, Program, Rule, Window, facts_read

__all__ = ["Plan", "RulePlan", "Test"]


@frozen(eq=False)
class Test:
    """A condition with the facts that its reasons name; figures of the authority are not among them."""

    kind: str
    text: str
    expr: Expr | None
    facts: tuple[Fact, ...]


@frozen(eq=False)
class RulePlan:
    """One rule, and what can be said of it before any case is seen. `days` are the window's ordinals, `figure_facts`
    what the amount (or the figure under a limit) reads."""

    rule: Rule
    tests: tuple[Test, ...]
    window: Test | None
    days: tuple[int | None, int | None]
    figure_facts: tuple[Fact, ...]


class Plan:
    """Indexes over one Program. Never changes after it is made."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.declared: dict[tuple[str, str], FactDecl] = {
            (entity.name, fact.name): fact for entity in program.entities for fact in entity.facts
        }
        self.parents: dict[str, str | None] = {e.name: e.parent for e in program.entities}
        self.children: dict[str, tuple[str, ...]] = {
            e.name: tuple(c.name for c in program.entities if c.parent == e.name) for e in program.entities
        }
        self.subject = program.subject.name
        self.rules: dict[str, Rule] = {r.name: r for r in program.rules}
        self.paying = tuple(r for r in program.rules if r.pays)
        self.money = tuple(r for r in self.paying if r.in_kind is None)
        self.forms = tuple(dict.fromkeys(r.in_kind for r in self.paying if r.in_kind is not None))
        self.reads: dict[str, frozenset[Fact]] = {r.name: frozenset(_reads(r, program)) for r in program.rules}
        self.subject_fork: Fork | None = next((f for f in program.forks if f.entity == self.subject), None)
        self.record_forks: dict[str, Fork] = {f.entity: f for f in program.forks if f.entity != self.subject}
        policy = program.policy
        self.policy_tests = tuple(self._test("policy", c) for c in policy.conditions)
        self.policy_window = _window_test("policy_window", policy.window, ())
        self.policy_days = _days(policy.window)
        self.by_rule: dict[str, RulePlan] = {r.name: self._rule(r) for r in program.rules}

    def _rule(self, rule: Rule) -> RulePlan:
        figure = rule.amount if rule.ceiling is None else rule.ceiling.value
        dated = () if rule.dated_by is None else self._shown(rule.dated_by)
        return RulePlan(
            rule,
            tuple(self._test("unless" if c.unless else "when", c) for c in rule.conditions),
            _window_test("window", rule.window, dated, rule.dated_by),
            _days(rule.window),
            () if figure is None else self._shown(figure),
        )

    def _test(self, kind: str, condition: Condition) -> Test:
        return Test(kind, condition.text, condition.expr, self._shown(condition.expr))

    def _shown(self, expr: Expr) -> tuple[Fact, ...]:
        """The facts that an expression reads, without the authority's figures."""
        return tuple(f for f in facts_read(expr) if self.declared[f.entity, f.name].decides is None)

    def lineage(self, entity: str) -> tuple[str, ...]:
        """The entities from the subject's records down to `entity` (empty for the subject)."""
        path: list[str] = []
        here: str | None = entity
        while here is not None and here != self.subject:
            path.append(here)
            here = self.parents[here]
        return tuple(reversed(path))

    def readers(self, fact: Fact) -> tuple[str, ...]:
        """The rules that read `fact`."""
        return tuple(name for name, read in self.reads.items() if fact in read)


def _window_test(kind: str, window: Window | None, facts: tuple[Fact, ...], expr: Expr | None = None) -> Test | None:
    return None if window is None else Test(kind, window.text, expr, facts)


def _days(window: Window | None) -> tuple[int | None, int | None]:
    if window is None:
        return None, None
    start, end = window.start, window.end
    return (None if start is None else start.toordinal(), None if end is None else end.toordinal())


def _reads(rule: Rule, program: Program) -> Iterable[Fact]:
    exprs: list[Expr] = [c.expr for c in (*program.policy.conditions, *rule.conditions)]
    exprs += [e for e in (rule.dated_by, rule.amount) if e is not None]
    for cap in rule.caps:
        exprs += [cap.limit, *cap.keys]
    if rule.ceiling is not None:
        exprs += [rule.ceiling.value, rule.ceiling.limit]
    for expr in exprs:
        yield from facts_read(expr)
