"""Which questions, and in what order."""

from __future__ import annotations

from .making import asked, decide, policy


def test_the_most_telling_comes_first() -> None:
    made = policy("when new\naward 5", "when old\naward 700", "when size is small\naward 30")
    assert asked(decide(made)) == ["firm.old", "firm.size", "firm.new"]


def test_what_closes_an_unbounded_total_comes_before_any_sum() -> None:
    made = policy("when new\naward 500", "rate 10% of sales", "for each project\naward 1")
    assert asked(decide(made, project=[], sales=3)) == ["firm.new"]
    assert asked(decide(made)) == ["firm.sales", "project", "firm.new"]


def test_facts_that_tell_nothing_alone_are_asked_last_but_asked() -> None:
    made = policy("when (new and not old) or (old and not new)\naward 900", "when size is small\naward 5")
    assert asked(decide(made)) == ["firm.size", "firm.new", "firm.old"]
    one_known = decide(made, size="small", new=True)
    assert asked(one_known) == ["firm.old"]


def test_the_authority_is_asked_after_the_applicant() -> None:
    decision = decide(policy("when new\naward up to 500", "when old\naward 1"))
    assert [(q.address, q.to, q.kind) for q in decision.questions] == [
        ("firm.new", "applicant", "flag"),
        ("firm.old", "applicant", "flag"),
        ("decided.r0", "authority", "decided"),
    ]


def test_a_list_stands_for_all_its_records_would_say() -> None:
    made = policy("for each project\nwhen new and ready\nrate 10% of cost")
    assert set(asked(decide(made))) == {"project", "firm.new"}
    assert asked(decide(made, new=False)) == []
    assert set(asked(decide(made, project=[{}]))) == {"project[0].ready", "project[0].cost", "firm.new"}


def test_a_record_is_asked_for_its_figure_by_address() -> None:
    made = policy("for each project\nrate up to 10% of cost")
    decision = decide(made, project=[{"cost": 100}, {"cost": 0}])
    assert asked(decision) == ["decided.r0.project[0]"]


def test_what_cannot_move_the_total_is_not_asked() -> None:
    made = policy("when new and old\naward 5", "rate 10% of sales cap 3")
    assert asked(decide(made, new=False, sales=100)) == []
    assert asked(decide(made, new=True, sales=100)) == ["firm.old"]


def test_a_rule_out_of_force_asks_nothing() -> None:
    assert asked(decide(policy("when new\naward 5\nvalid until 2020-01-01"))) == []


def test_in_kind_is_beside_the_total_and_asks_nothing() -> None:
    assert asked(decide(policy('when new\naward 5\nin kind "voucher"'))) == []


def test_a_text_is_tried_with_the_words_it_is_compared_with() -> None:
    made = policy('when name is "north"\naward 50', "when new\naward 20")
    assert asked(decide(made)) == ["firm.name", "firm.new"]
