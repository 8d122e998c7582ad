"""The report of a decision, for the people it concerns.

Sections go from what matters most to what matters least: the total, what is due, what is open and
which answers would settle it, near misses, what does not apply, and the readings all this rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from huice.decide.decision import Award, Question, Result, Status
from huice.diagnostics import Diagnostic
from huice.messages import words as message_words
from huice.render.assumptions import each_once
from huice.render.award_text import AwardText
from huice.render.figures import Figures
from huice.render.names import Names
from huice.render.text import bullet, printable
from huice.render.words import words
from huice.values import Range

__all__ = ["Style", "explain"]

Style = Callable[[str, str], str]
"""Dresses a piece of text for a terminal: `style(role, text)`, role one of `title`, `total`, `heading`, `quiet`."""

#: How many rules a question names before it says "and … more".
#: How many near misses the short report names.
_NEAR = 5
_NAMED = 3


def explain(result: Result, lang: str = "en", *, full: bool = False, style: Style | None = None) -> str:
    """The report as plain text in `lang` (`en` or `zh`), ending with a line break.

    `full` adds quotes, every condition and every failed reason; `style` may dress
    headings for a terminal.
    """
    return _Report(result, lang, style or _plain, full).text()


def _plain(_role: str, text: str) -> str:
    return text


class _Report:
    def __init__(self, result: Result, lang: str, style: Style, full: bool) -> None:
        policy = result.program.policy
        self._result = result
        self._lang = lang
        self._style = style
        self._full = full
        self._words = words(lang)
        self._figures = Figures(self._words, lang, policy.currency, policy.digits)
        self._names = Names(result.program, self._words)
        self._awards = AwardText(result.program, lang, full=full)
        shown = (a for a in result.awards if full or a.status is not Status.INELIGIBLE)
        self._readings = each_once((x for a in shown for x in a.assumptions), lang)

    def text(self) -> str:
        sections = [
            ("due", self._due()),
            ("open", self._open()),
            ("questions", self._questions("applicant")),
            ("authority", self._questions("authority")),
            ("population", self._questions("population")),
            ("near", self._near()),
            ("limits", self._limits()),
            ("referred", self._referred()),
            ("ineligible", self._failed(Status.INELIGIBLE)),
            ("not_in_force", self._failed(Status.NOT_IN_FORCE)),
            ("assumptions", self._assumptions()),
            ("warnings", self._warnings()),
        ]
        blocks = ["\n".join(self._head())]
        for name, lines in sections:
            body = list(lines)
            if body:
                heading = self._style("heading", printable(self._words[f"section.{name}"]))
                blocks.append("\n".join([heading, *(printable(line) for line in body)]))
            elif name == "due":
                blocks.append(self._words["none.due"])
        return "\n\n".join(blocks) + "\n"

    def _head(self) -> Iterator[str]:
        policy, result = self._result.program.policy, self._result
        title = " ".join(filter(None, (policy.title or policy.name, policy.number)))
        yield self._style("title", printable(title))
        yield self._words["head.as_of"].format(date=result.as_of.isoformat())
        yield ""
        total = self._words["head.total"].format(amount=self._figures.headline(result.total))
        yield self._style("total", printable(total))
        for payer, share in result.split.items():
            if share.minor_high != 0:
                yield "  " + printable(self._payer_line(payer, share))
        for form, amount in result.in_kind.items():
            if amount.minor_high != 0:
                text = self._words["head.in_kind"].format(form=form, amount=self._figures.range(amount))
                yield "  " + printable(text)

    def _payer_line(self, payer: str, share: Range) -> str:
        amount = self._figures.range(share)
        return self._words["head.payer"].format(payer=self._names.payer(payer), amount=amount)

    def _due(self) -> Iterator[str]:
        return self._by_rule(Status.ELIGIBLE, self._awards.due)

    def _open(self) -> Iterator[str]:
        return self._by_rule(Status.UNDETERMINED, self._awards.open)

    def _by_rule(self, status: Status, details: Callable[[Award, Mapping[str, int]], Iterator[str]]) -> Iterator[str]:
        """The awards of each rule that stand so, and where several share its range, that range.

        Readers must not add the lines up: the range of a rule is not the sum of its awards'.
        """
        for rule in self._result.rules.values():
            live = [a for a in rule.awards if a.status in (Status.ELIGIBLE, Status.UNDETERMINED)]
            for award in live:
                if award.status is status:
                    yield self._entry(self._awards.heading(award), details(award, self._readings))
            if len(live) > 1 and live[-1].status is status:
                amount = self._awards.amount(rule.amount, rule.rule.in_kind)
                yield bullet(self._words["award.together"].format(rule=self._names.rule(rule.rule), amount=amount))

    def _questions(self, to: str) -> Iterator[str]:
        for question in self._result.questions:
            if question.to == to:
                yield self._entry(self._names.ask(question), self._bears_on(question))

    def _bears_on(self, question: Question) -> Iterator[str]:
        touched = [a for a in self._result.awards if question.address in a.missing and a.rule.pays]
        if not touched:
            return
        shown = [
            self._words["question.rule"].format(
                rule=self._awards.named(a), amount=self._awards.amount(a.amount, a.rule.in_kind)
            )
            for a in (touched if self._full else touched[:_NAMED])
        ]
        if len(shown) < len(touched):
            shown.append(self._words["more"].format(count=len(touched) - len(shown)))
        yield self._words["question.bears_on"].format(text=self._words["list.join"].join(shown))

    def _near(self) -> Iterator[str]:
        """What is nearly within reach: a figure that falls short before a recognition not held."""
        near = [
            (award, miss)
            for award in self._result.awards
            for miss in award.near_misses
            if miss.gain.minor_high is None or miss.gain.minor_high > 0  # else nothing is to be had by it
        ]
        near.sort(key=lambda pair: isinstance(pair[1].to, bool | str))
        for award, miss in near if self._full else near[:_NEAR]:
            decl = self._names.decl(miss.fact.entity, miss.fact.name)
            yield bullet(
                self._words["near"].format(
                    rule=self._awards.named(award),
                    fact=self._awards.fact_name(miss.fact),
                    now=self._figures.value(decl, miss.fact.value),
                    to=self._figures.value(decl, miss.to),
                    gain=self._gain(miss.gain),
                )
            )
        if not self._full and len(near) > _NEAR:
            yield bullet(self._words["near.more"].format(count=len(near) - _NEAR))

    def _gain(self, gain: Range) -> str:
        if gain.minor_high is None:
            return self._words["near.unbounded"]
        if gain.is_point:
            return self._words["near.exactly"].format(amount=self._figures.range(gain))
        if gain.minor_low <= 0:
            return self._words["near.up_to"].format(amount=self._figures.money(gain.minor_high))
        return self._words["near.between"].format(amount=self._figures.range(gain))

    def _limits(self) -> Iterator[str]:
        keys = {
            Status.WITHIN_LIMIT: "limit.within",
            Status.OVER_LIMIT: "limit.over",
            Status.UNDETERMINED: "limit.undetermined",
        }
        for award in self._result.awards:
            if award.rule.ceiling is None or award.status not in keys:
                continue
            line = self._words[keys[award.status]].format(rule=self._awards.named(award))
            yield self._entry(line, [self._awards.how(award), *self._awards.quotes(award)])

    def _referred(self) -> Iterator[str]:
        for award in self._result.awards:
            if award.rule.refers_to is not None and award.status in (Status.REFERRED, Status.UNDETERMINED):
                named = self._awards.named(award)
                line = self._words["referred"].format(rule=named, target=award.rule.refers_to)
                waiting = self._awards.missing(award) if award.status is Status.UNDETERMINED else ()
                yield self._entry(line, [*waiting, *self._awards.quotes(award)])

    def _failed(self, status: Status) -> Iterator[str]:
        """One line a rule: its records that fail alike are counted, not repeated."""
        alike: dict[tuple[str, str], list[Award]] = {}
        for award in self._result.awards:
            if award.status is status:
                alike.setdefault((award.rule.name, self._awards.why_not(award)), []).append(award)
        for (_, reason), awards in alike.items():
            key = "ineligible" if len(awards) == 1 else "ineligible.count"
            named = self._awards.named(awards[0])
            line = self._words[key].format(rule=named, reason=reason, count=len(awards) - 1)
            yield self._entry(line, self._awards.quotes(awards[0]))

    def _assumptions(self) -> Iterator[str]:
        for text, number in self._readings.items():
            yield self._words["reading"].format(number=number, text=text)

    def _warnings(self) -> Iterator[str]:
        for warning in self._result.warnings:
            if isinstance(warning, Diagnostic):
                said = message_words(warning, self._lang)
                address = f"{warning.address}: " if warning.address else ""
                yield self._entry(f"{address}{said.text}", [said.help] if said.help else [])
            else:
                yield bullet(str(warning))

    def _entry(self, heading: str, details: Iterable[str]) -> str:
        return bullet("\n".join([heading, *(f"  {line}" for line in details)]))
