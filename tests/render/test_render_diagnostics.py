from __future__ import annotations

import pytest
from huice.diagnostics import Diagnostic, Fix, Label
from huice.render.diagnostics import diagnostic_text, diagnostics_text, summary
from huice.source import Source, Span, display_width


def at(text: str, start: int, end: int, **rest: object) -> Diagnostic:
    return Diagnostic.at("U106", Source(text, "a.rules"), Span(start, end), word=text[start:end], **rest)  # type: ignore[arg-type]


def marked(rendered: str) -> tuple[str, str]:
    """The excerpt and its marker line, without the gutter."""
    lines = rendered.split("\n")
    n = next(i for i, line in enumerate(lines) if "^" in line)
    return lines[n - 1].split("| ", 1)[1], lines[n].split("| ", 1)[1]


def test_whole_text() -> None:
    assert diagnostic_text(at("ok\n  when x\n", 5, 9)) == (
        "error[U106]: Not a date\n"
        " --> a.rules:2:3\n"
        "  |\n"
        "2 |   when x\n"
        "  |   ^^^^\n"
        "  = `when` is not a day of the calendar.\n"
        "  = help: Write year-month-day: `--as-of 2023-08-01`."
    )


def test_whole_text_in_chinese() -> None:
    assert diagnostic_text(at("当 面积 在 20 以上", 2, 4), "zh") == (
        "错误[U106]: 不是日期\n"
        " --> a.rules:1:3\n"
        "  |\n"
        "1 | 当 面积 在 20 以上\n"
        "  |    ^^^^\n"
        "  = `面积` 不是日历上的一天。\n"
        "  = 建议：按“年-月-日”书写：`--as-of 2023-08-01`。"
    )


@pytest.mark.parametrize("text", ["按 投资额 的 30% 补助", "全角，标点：（x）y", "a\u0301bc x", "混合mixed文字x"])
@pytest.mark.parametrize("width", [1, 2])
def test_marker_stands_under_the_right_characters(text: str, width: int) -> None:
    for start in range(len(text) - width + 1):
        line, marker = marked(diagnostic_text(at(text, start, start + width)))
        assert line == text
        lead = marker.index("^")
        assert lead == display_width(text[:start])
        assert marker.count("^") == max(1, display_width(text[start : start + width]))


def test_tabs_are_shown_as_spaces() -> None:
    line, marker = marked(diagnostic_text(at("\t\twhen x", 2, 6)))
    assert line == "        when x" and marker == "        ^^^^"


def test_long_lines_are_cut_around_the_place() -> None:
    text = "前" * 3000 + "错误" + "后" * 3000
    line, marker = marked(diagnostic_text(at(text, 3000, 3002)))
    assert display_width(line) < 160
    lead = marker.index("^")
    shown = ""
    for char in line:
        if display_width(shown) == lead:
            break
        shown += char
    assert line[len(shown) :].startswith("错误") and marker.count("^") == 4


def test_end_of_file_and_empty_line() -> None:
    for text in ("", "x\n", "x"):
        _, marker = marked(diagnostic_text(at(text, len(text), len(text))))
        assert marker.strip() == "^"


def test_span_over_lines_is_marked_to_the_end_of_its_line() -> None:
    _, marker = marked(diagnostic_text(at("abc\ndef", 1, 6)))
    assert marker == " ^^"


def test_labels_near_and_far() -> None:
    source = Source("rule a\nrule a rule b", "a.rules")
    labels = (
        Label(source.place(Span(0, 6)), "first said here"),
        Label(source.place(Span(14, 18)), "beside"),
    )
    text = diagnostic_text(at(source.text, 7, 13, labels=labels))
    assert "= first said here (a.rules:1:1)" in text
    assert "  |        ---- beside" in text


def test_replacement_is_shown_once() -> None:
    assert "help: Write `2031-01-02`. Write year" in diagnostic_text(at("x", 0, 1, fix=Fix("2031-01-02")))
    assert diagnostic_text(at("x", 0, 1, fix=Fix("--as-of 2023-08-01"))).count("2023-08-01") == 1


def test_fact_findings_show_the_address() -> None:
    text = diagnostic_text(Diagnostic.about("U106", "site[0].opened", file="f.json", word="x"))
    assert " --> f.json: site[0].opened" in text


def test_colour_only_on_request() -> None:
    assert "\x1b[" not in diagnostic_text(at("x", 0, 1))
    assert "\x1b[1;31merror[U106]\x1b[0m" in diagnostic_text(at("x", 0, 1), colour=True)


def test_files_cannot_steer_the_terminal() -> None:
    text = diagnostic_text(at("x\x1b[31m\u202ey", 0, 8))
    assert "\x1b" not in text and "\u202e" not in text


def test_summary() -> None:
    error, warning = at("x", 0, 1), at("x", 0, 1, level="warning")
    assert summary([error, error, warning]) == "2 errors, 1 warning"
    assert summary([error], "zh") == "1 个错误"
    assert summary([]) == "no findings"
    assert diagnostics_text([error, warning]).endswith("\n\n1 error, 1 warning\n")
    assert diagnostics_text([error]).count("error") == 1
