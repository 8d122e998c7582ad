"""Amount lines: a head, then steps from left to right, each acting on the result so far.

Everything becomes minimum, maximum, product and one rounding (semantics.md, section 5); each step that
can cut is also noted as a `LimitStep`, so that reasons can say what it cut.
"""

from __future__ import annotations

from fractions import Fraction

from huice.core import (
    Compare,
    Condition,
    Const,
    Div,
    Expr,
    Fact,
    FactDecl,
    If,
    LimitStep,
    Max,
    Min,
    Mul,
    Neg,
    OneOf,
    Op,
    Option,
    Quotient,
    Round,
    children,
    rebuilt,
)
from huice.lower.context import Context
from huice.lower.expressions import lower_expr, number_of
from huice.syntax import tree as t
from huice.syntax.print_clause import clause_text
from huice.values import Kind

__all__ = ["DAYS_A_YEAR", "Line", "across", "clip", "lower_line"]

#: The day count where a clause states none; shown as an assumption (message A101).
DAYS_A_YEAR = 365


class Line:
    """An amount line being built: the value so far and the limits met on the way."""

    def __init__(self, rule: t.Rule, entity: str, context: Context) -> None:
        self.rule = rule
        self.entity = entity
        self.context = context
        self.value: Expr = Const(0)
        self.limits: list[LimitStep] = []
        self.assumed: list[str] = []

    def start(self, head: t.Rate | t.AwardFlat | t.Interest | t.Amount) -> None:
        """The head of the line."""
        match head:
            case t.Rate():
                self._rate(head)
            case t.AwardFlat():
                self._award(head)
            case t.Interest():
                self._interest(head)
            case t.Amount():
                self.value = lower_expr(head.amount, self.context)
        if self._may_be_negative(self.value):  # nothing is ever paid below 0 (semantics.md, section 5)
            self.value = Max((Const(0, span=head.span), self.value), span=head.span)

    def step(self, step: t.Cap | t.Floor) -> None:
        """One step behind the head (a cap over several awards is no step of the line)."""
        limit = lower_expr(step.limit, self.context)
        if isinstance(step, t.Floor):
            self.value = Max((self.value, limit), span=step.span)
            return
        held = ceiling(limit)
        self.limits.append(LimitStep("cap", self.value, held, clause_text(step, step.spelling), span=step.span))
        self.value = Min((self.value, held), span=step.span)

    def finish(self, conditions: tuple[Condition, ...]) -> Expr:
        """The amount: clipped by the rule's own conditions, rounded once."""
        self.limits = [
            LimitStep(x.kind, clip(x.before, conditions), clip(x.limit, conditions), x.text, span=x.span)
            for x in self.limits
        ]
        return Round(clip(self.value, conditions), span=self.rule.span)

    def _may_be_negative(self, node: Expr) -> bool:
        match node:
            case Const():
                return isinstance(node.value, int | Fraction) and node.value < 0
            case Fact():
                declared = self.context.words.entities[node.entity].facts.get(node.name)
                if declared is None:  # a figure of the authority
                    return False
                if declared.between is not None:
                    return declared.between.low.value < 0
                return declared.negative or Kind(declared.kind) is Kind.NUMBER
            case Neg():
                return True
            case Max():
                return all(self._may_be_negative(x) for x in node.terms)
            case If():
                return self._may_be_negative(node.then) or self._may_be_negative(node.other)
            case _:
                return any(self._may_be_negative(x) for x in children(node))

    def _rate(self, head: t.Rate) -> None:
        rate = lower_expr(head.rate, self.context)
        base = lower_expr(head.base, self.context)
        product = Mul(rate, base, span=head.span)
        self.value = self._up_to(product, base, head) if head.open else product

    def _award(self, head: t.AwardFlat) -> None:
        amount = lower_expr(head.amount, self.context)
        if head.per is not None:
            per = lower_expr(head.per, self.context)
            if head.full is not None:
                per = Quotient(per, number_of(head.full, self.context), span=head.per.span)
            amount = Mul(amount, per, span=head.span)
        self.value = self._up_to(amount, None, head) if head.open else amount

    def _interest(self, head: t.Interest) -> None:
        rate = lower_expr(head.rate, self.context)
        principal = lower_expr(head.principal, self.context)
        days = lower_expr(head.days, self.context)
        if head.basis is None:
            self.assumed.append("A101")
        basis = DAYS_A_YEAR if head.basis is None else number_of(head.basis, self.context)
        base = Div(Mul(principal, days, span=head.span), basis, span=head.span)
        product = Mul(rate, base, span=head.span)
        self.value = self._up_to(product, base, head) if head.open else product

    def _up_to(self, most: Expr, base: Expr | None, head: t.Rate | t.AwardFlat | t.Interest) -> Expr:
        """A ceiling below which the authority decides: the lesser of its figure and the ceiling.

        The figure is a missing fact like any other. Where a rate is open it may be given as a
        rate or, for the whole head, as an amount.
        """
        decided = self._decided("amount", Kind.MONEY, head)
        if base is not None:
            by_rate = OneOf(self._decided("kind", Kind.CHOICE, head), frozenset(("rate",)), span=head.span)
            rate = self._decided("rate", Kind.RATE, head)
            decided = If(by_rate, Mul(rate, base, span=head.span), decided, span=head.span)
        most = Max((Const(0, span=head.span), most), span=head.span)
        self.limits.append(LimitStep("open", decided, most, clause_text(head, head.spelling), span=head.span))
        return Min((decided, most), span=head.span)

    def _decided(self, what: str, kind: Kind, head: t.Rate | t.AwardFlat | t.Interest) -> Expr:
        name = f"decided.{self.rule.name.name}.{what}"
        declared = FactDecl(
            entity=self.entity,
            name=name,
            kind=kind,
            options=(Option("rate"), Option("amount")) if kind is Kind.CHOICE else (),
            low=None if kind is Kind.CHOICE else 0,
            asked_of="authority",
            decides=self.rule.name.name,
            span=head.span,
        )
        self.context.open_facts.setdefault(self.entity, []).append(declared)
        return Fact(self.entity, name, span=head.span)


def ceiling(limit: Expr) -> Expr:
    """What a cap holds to: never below 0, and rounded *down* to the minor unit."""
    if isinstance(limit, Const) and isinstance(limit.value, int | Fraction) and limit.value >= 0:
        whole = limit.value if isinstance(limit.value, int) else limit.value.numerator // limit.value.denominator
        return Const(whole, span=limit.span)
    return Round(Max((Const(0, span=limit.span), limit), span=limit.span), mode="down", span=limit.span)


def clip(node: Expr, conditions: tuple[Condition, ...]) -> Expr:
    """A conjunct `fact op constant` bounds that fact inside the same rule's amount (semantics.md, section 4).

    Changes no amount that is paid; it keeps a missing fact from reaching values at which the rule pays nothing.
    """
    bounds: dict[Fact, list[tuple[Op, Const]]] = {}
    for condition in conditions:
        expr = condition.expr
        if isinstance(expr, Compare) and isinstance(expr.a, Fact) and _is_number(expr.b):
            assert isinstance(expr.b, Const)
            bounds.setdefault(expr.a, []).append((expr.op, expr.b))
    return _clip(node, bounds) if bounds else node


def _is_number(node: Expr) -> bool:
    return isinstance(node, Const) and isinstance(node.value, int | Fraction) and not isinstance(node.value, bool)


def _clip(node: Expr, bounds: dict[Fact, list[tuple[Op, Const]]]) -> Expr:
    if isinstance(node, Fact):
        result: Expr = node
        for op, limit in bounds.get(node, ()):
            if op in (Op.GE, Op.GT, Op.EQ):
                result = Max((result, limit), span=node.span)
            if op in (Op.LE, Op.LT, Op.EQ):
                result = Min((result, limit), span=node.span)
        return result
    inner = children(node)
    if not inner:
        return node
    clipped = tuple(_clip(x, bounds) for x in inner)
    return node if clipped == inner else rebuilt(node, clipped)


def lower_line(rule: t.Rule, entity: str, context: Context, conditions: tuple[Condition, ...]) -> Line | None:
    """The amount line of a rule; None if it has none (a referral or a limit)."""
    line: Line | None = None
    for clause in rule.clauses:
        match clause:
            case t.Rate() | t.AwardFlat() | t.Interest() | t.Amount():
                line = Line(rule, entity, context)
                line.start(clause)
            case t.Floor():
                assert line is not None
                line.step(clause)
            case t.Cap() if not across(clause, entity, context):
                assert line is not None
                line.step(clause)
            case _:
                pass
    return line


def across(cap: t.Cap, entity: str, context: Context) -> bool:
    """Whether a cap holds over several awards. One `per` the rule's own record is a cap on that record's award."""
    subject = context.words.subject
    one_record = subject is None or entity != subject.name
    own = any(isinstance(k, t.Name) and k.name == entity for k in cap.keys)
    return bool(cap.keys) and not (one_record and own)
