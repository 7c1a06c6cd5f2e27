"""Who says it, how sure, and not: a block in, the voice of each of its numbers out."""
from __future__ import annotations

from bisect import bisect_left, bisect_right

from factcheck.extract.grammar import Grammar
from factcheck.extract.speech.speakers import Speech, speaker_of, speeches
from factcheck.extract.speech.sureness import cues_of, sureness
from factcheck.extract.speech.voices import CLOSING, OPENING, QUOTES, STRAIGHT, Voices, voices
from factcheck.extract.tokens import CUE, MODAL, QUOTE, Block
from factcheck.model import Attribution, Modality

__all__ = ["QUOTES", "Listener", "voices"]


class Listener:
    """Hears one document: sentence after sentence, with the speaker that the text named last."""

    __slots__ = ("rules", "known", "last", "block", "marks")

    def __init__(self, rules: Grammar, known: Voices) -> None:
        self.rules, self.known = rules, known
        self.last: Attribution | None = None
        self.block: Block | None = None
        self.marks: list[int] = []
        """The quotation marks of the block that was asked for last."""

    def sentence(self, block: Block, begin: int, limit: int) -> Heard:
        """The tokens of a sentence → what is said in it and how."""
        cues = block.within(CUE, begin, limit)
        modal = cues_of(block, begin, limit, block.within(MODAL, begin, limit), self.rules, self.known)
        acts = speeches(block, begin, limit, cues, self.last, self.rules, self.known) if cues else []
        if acts:
            self.last = acts[-1].attribution
        elif self._quoted(block, begin):
            return Heard(self, block, begin, modal, [], self._closing_speaker(block, limit) or self.last)
        return Heard(self, block, begin, modal, acts, None)

    def _quoted(self, block: Block, begin: int) -> bool:
        """Whether a quotation is open at the start of a sentence, or opens with it and does not close in it."""
        if block is not self.block:
            self.block, self.marks = block, block.of(QUOTE)
        before = bisect_right(self.marks, begin)
        mark = block.words[self.marks[before - 1]] if before else CLOSING
        return mark == OPENING or mark == STRAIGHT and sum(block.words[at] == STRAIGHT for at in self.marks[:before]) % 2 == 1

    def _closing_speaker(self, block: Block, limit: int) -> Attribution | None:
        """Who is named right after the quotation that goes on behind this sentence: "… 17 objects. … exercised,” the director said"."""
        bounds = block.sentences
        for k in range(bisect_left(bounds, limit), len(bounds) - 1):
            begin, end = bounds[k], bounds[k + 1]
            if CLOSING in block.words[begin:end] or STRAIGHT in block.words[begin:end]:
                cues = [at for at in range(begin, end) if block.words[at] in self.known.cues]
                acts = speeches(block, begin, end, cues, self.last, self.rules, self.known)
                return acts[0].attribution if acts else None
        return None


class Heard:
    """One sentence as heard: its acts of speech, its words of doubt, and who speaks where the sentence lies inside a quotation."""

    __slots__ = ("listener", "block", "begin", "modal", "acts", "quoted")

    def __init__(self, listener: Listener, block: Block, begin: int, modal: list[int], acts: list[Speech],
                 quoted: Attribution | None) -> None:
        self.listener, self.block, self.begin, self.modal, self.acts, self.quoted = listener, block, begin, modal, acts, quoted

    def voice(self, number: int) -> tuple[Attribution | None, Modality, bool]:
        """The token of a number → who says it, its modality, and whether it is negated."""
        speaker = speaker_of(number, self.acts) if self.acts else self.quoted
        if not self.modal:
            return speaker, "asserted", False
        return speaker, *sureness(self.block, number, self.begin, self.modal, self.listener.rules, self.listener.known)
