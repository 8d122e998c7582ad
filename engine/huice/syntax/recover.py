"""Reading on behind an error, so that all mistakes of a file are told at once.

The text is read again block by block. In the block at fault the clause at fault is blanked out, up to the next
line that begins with a block or clause word, and the block is read once more: each mistake is told once, in file order,
and no state of the parser has to be guessed.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from huice.diagnostics import Diagnostic
from huice.source import Source, Span
from huice.syntax import tree as t
from huice.syntax.automaton import accepted
from huice.syntax.build import RefusedError
from huice.syntax.grammar import load
from huice.syntax.lexer import Part, Token, keywords_only
from huice.syntax.lexicon import fold, lexicon
from huice.syntax.mistakes import diagnose
from huice.syntax.samples import remedy
from huice.syntax.spot import Spot, settled

__all__ = ["recover"]

_MAX_ERRORS = 50
#: Characters that may be read again in all. A file of many errors in one huge block is not searched to its end.
_MAX_AGAIN = 4_000_000

#: A stand-in for the first line of a block that cannot be read, so that its clauses can be.
_HEADERS = {"POLICY": "policy _", "RULE": "rule _", "ENTITY": "entity _", "EXAMPLE": 'example "_"'}


@define
class _Start:
    """A line that begins with a block or clause word."""

    at: int
    terminal: str
    block: bool


@define
class _Chunk:
    """A piece of the text to be read on its own: a block, or what stands in front of the first."""

    start: int
    end: int
    terminal: str | None
    stand_in: bool = False


def recover(source: Source, parser: Any) -> tuple[t.File, list[Diagnostic], list[Span]]:
    """What can be read of a text with errors, the errors, and the places that were left out."""
    return _Recovery(source, parser).run()


@define(eq=False)
class _Recovery:
    source: Source
    parser: Any
    text: str = ""
    starts: list[_Start] = field(factory=list)
    found: list[Diagnostic] = field(factory=list)
    damaged: list[Span] = field(factory=list)
    items: list[Any] = field(factory=list)
    loose: tuple[t.Clause, ...] = ()
    again: int = 0

    def run(self) -> tuple[t.File, list[Diagnostic], list[Span]]:
        self.text = fold(self.source.text)
        self.starts = _starts(self.text)
        chunks = self._chunks()[::-1]
        while chunks:
            chunk = chunks.pop()
            if len(self.found) >= _MAX_ERRORS or self.again > _MAX_AGAIN:
                self.damaged.append(Span(chunk.start, chunk.end))
                continue
            rest = self._read(chunk)
            if rest is not None:
                chunks.append(rest)
        return t.File(tuple(self.items), self.loose), self.found, self.damaged

    def _chunks(self) -> list[_Chunk]:
        blocks = [s for s in self.starts if s.block]
        ends = [*(s.at for s in blocks[1:]), len(self.text)]
        chunks = [_Chunk(s.at, end, s.terminal) for s, end in zip(blocks, ends, strict=True)] if blocks else []
        first = blocks[0].at if blocks else len(self.text)
        if self.text[:first].strip():
            chunks.insert(0, _Chunk(0, first, None))
        return chunks

    def _read(self, chunk: _Chunk) -> _Chunk | None:
        """Read a chunk, again and again, each time without the clause at fault; what is left to be read, if any."""
        text = self.source.text[chunk.start : chunk.end]
        starts = [s for s in self.starts if chunk.start < s.at < chunk.end]
        rest: _Chunk | None = None
        if chunk.stand_in:
            text = self._with_header(chunk, text, starts)
        while True:
            try:
                file = self.parser.parse(Part.of(text, chunk.start))
                break
            except RefusedError as error:
                self.found.append(Diagnostic.at(error.code, self.source, error.span, **_remedied(error)))
                region = _region(starts, chunk, error.span.start, error.span.end, complete=False)
            except load().unexpected as error:
                spot = settled(self._spot(chunk, error))
                finding = diagnose(spot)
                self.found.append(finding)
                complete = spot.complete and not self._points_back(finding, spot)
                region = _region(starts, chunk, spot.token.start_pos, spot.token.end_pos, complete)
                meant = _block_meant(finding, spot)
                if meant is not None:
                    rest = _Chunk(spot.token.start_pos, chunk.end, meant, stand_in=True)
                    region = Span(spot.token.start_pos, chunk.end)
            self.again += len(text)
            self.damaged.append(region)
            hole = re.sub(r"[^\r\n]", " ", text[region.start - chunk.start : region.end - chunk.start])
            text = text[: region.start - chunk.start] + hole + text[region.end - chunk.start :]
            if region.start <= chunk.start and chunk.terminal is not None and not chunk.stand_in:
                chunk.stand_in = True
                text = self._with_header(chunk, text, starts)
            if len(self.found) >= _MAX_ERRORS or self.again > _MAX_AGAIN:
                self.damaged.append(Span(chunk.start, chunk.end))
                return None
        if chunk.stand_in:
            self.damaged.append(Span(chunk.start, chunk.end))
        else:
            self.items += file.items
            self.loose += file.loose
        return rest

    def _with_header(self, chunk: _Chunk, text: str, starts: list[_Start]) -> str:
        """The chunk with a stand-in for its first clause; all blank where there is no room for one."""
        header = _HEADERS.get(chunk.terminal or "", "")
        room = (starts[0].at if starts else chunk.end) - chunk.start
        if not header or len(header) >= room:
            return ""
        return header + " " * (room - len(header)) + text[room:]

    def _points_back(self, finding: Diagnostic, spot: Spot) -> bool:
        """Whether the mistake is further up than the token that the parser stumbled at."""
        place = finding.place
        return place is not None and place[:2] < self.source.position(spot.token.start_pos)

    def _spot(self, chunk: _Chunk, error: Any) -> Spot:
        token = error.token
        if not isinstance(token, Token):  # the end of the text; Lark's own token tells where the last one stood
            start, end = getattr(token, "start_pos", 0) or 0, getattr(token, "end_pos", 0) or 0
            last = Token("", self.source.text[start:end], start, end)
            token = Token("$END", "", end, end, last)
        state = error.state
        tables = (state.parse_conf.states, state.parse_conf.start_state)
        words = set(lexicon().starts.values()) | {"EVERY_FULL", "BETWEEN", "LARGER", "SMALLER"}
        clause = next((v.type for v in reversed(state.value_stack) if type(v) is Token and v.type in words), None)
        accepts = accepted(state.parse_conf.states, state.state_stack)
        return Spot(self.source, self.text, token, accepts, clause, chunk.terminal, tables)


def _remedied(error: RefusedError) -> dict[str, Any]:
    args = dict(error.args_)
    if "clause" in args:
        args["example"] = remedy(args.pop("clause"))
    return args


def _block_meant(finding: Diagnostic, spot: Spot) -> str | None:
    """The block that a misspelt word was to begin."""
    if finding.code != "S113" or not spot.new_line or finding.fix is None:
        return None
    words = lexicon()
    return words.starts[finding.fix.replacement] if finding.fix.replacement in words.blocks else None


def _region(starts: list[_Start], chunk: _Chunk, at: int, end: int, complete: bool) -> Span:
    """What to leave out: from the clause at fault to the next line that begins with a clause word.

    Where all before the error is complete, only what begins there is left out.
    """
    start = at if complete else max((s.at for s in starts if s.at < at), default=chunk.start)
    after = next((s.at for s in starts if s.at > start and (s.at >= at if not complete else s.at > at)), chunk.end)
    return Span(start, after if after <= at else max(after, min(end, chunk.end)))


_WORD = re.compile(r"[^\W\d]\w*")
_GOES_ON = re.compile(r"\s*(?:[-+*/×÷<>=!≥≤≠,)\]%]|的|(?:is|in|and|or|above)\b|[为在且或是与])")


def _starts(text: str) -> list[_Start]:
    """Where lines begin with a clause or block word that is not the name of a fact at the turn of a line."""
    words = lexicon()
    phrases = "|".join(p.replace(" ", r"[ \t]+") + r"\b" for p in words.phrases if p in words.starts)
    pattern = re.compile(rf"(?:\A|(?<=[\r\n]))[ \t]*({phrases}|[^\W\d]\w*)")
    starts = []
    for m in pattern.finditer(text):
        word = " ".join(m.group(1)[:40].split())
        end = m.end(1)
        if word not in words.starts:
            cut = _glued_start(m.group(1)[:40])
            if cut is None:
                continue
            word, end = cut, m.start(1) + len(cut)
        if not _GOES_ON.match(text, end, end + 40):
            starts.append(_Start(m.start(1), words.starts[word], word in words.blocks))
    return starts


def _glued_start(run: str) -> str | None:
    """The clause word that a run of keywords begins with (`最高50万元`, `有效期至…`)."""
    words = lexicon()
    if run.isascii():
        return None
    for length in range(min(len(run) - 1, words.longest), 0, -1):
        if run[:length] in words.starts and keywords_only(run, length, words):
            return run[:length]
    return None
