"""Speed as ratios that mean the same on any machine: `make bench`, or `python tests/bench/bench.py reading start-up …`.

The texts are our own labelled sentences, each among sentences without numbers, about as dense as news; digits differ from turn to
turn, so that nothing has been seen before. Times are processor time; goals stand in brackets. It measures, it does not judge: the
machine may be busy, and a figure is worth what the quietest of several runs shows.
"""
from __future__ import annotations

import datetime
import itertools
import logging
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import factcheck

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "score")]
from labels import row, table  # noqa: E402
from large_page import page  # noqa: E402
from store import table as table_of_store  # noqa: E402

HERE = Path(__file__).parent
TOKEN = re.compile(r"\w+|[^\w\s]")
DAY = datetime.date(2024, 6, 5)
PLAIN = (
    "The council met behind closed doors, and nobody who came out wanted to speak about what had been said.",
    "Farmers along the river have long asked for a better road, but the province prefers to repair the railway first.",
    "She thanked the people who had carried the paintings out of the burning museum and said that the collection was safe.",
    "Whether the harbour will be deepened depends on a report that the ministry has promised for the autumn.",
    "The opposition called the plan a gift to the owners of the mill; the governor answered that the jobs of a whole valley depend on it.",
    "Nothing in the letter, which has been seen by this newspaper, explains why the inspectors were sent away.",
)
HOSTILE = (("commas", "1,"), ("hedges", "at least "), ("digits", "9"), ("nested", "(about (2 "), ("ands", "5 and "), ("dates", "May 3 "))


def articles(turn: int) -> list[str]:
    """Texts of some hundred words, with other digits in every turn."""
    digits = str.maketrans("23456789", "".join("23456789"[(place * (1 + turn // 8 * 2) + turn) % 8] for place in range(8)))
    said = [row(record).text.translate(digits) for path in sorted((HERE.parent / "score" / "labelled").glob("*.en.yaml"))
            for record in table(path)]
    mixed = [part for sentence, plain in zip(said, itertools.cycle(PLAIN), strict=False)
             for part in (sentence, plain, PLAIN[len(sentence) % len(PLAIN)])]
    return [" ".join(mixed[start:start + 12]) for start in range(0, len(mixed), 12)]


def read(text: str) -> int:
    """One full read, records included."""
    found = factcheck.extract(factcheck.Document(id="d", text=text, published=DAY))
    return sum(1 for mention in found if factcheck.to_dict(mention))


def cpu(work: Callable[[str], int], texts: Iterable[str]) -> tuple[float, int]:
    begin = time.process_time()
    total = sum(map(work, texts))
    return time.process_time() - begin, total


def tokens(text: str) -> int:
    return len(TOKEN.findall(text))


def reading() -> Iterator[str]:
    """What a full read costs, against one `findall` over the same text."""
    ratios: list[float] = []
    seconds: list[float] = []
    mentions = size = 0
    cpu(read, articles(7)[:20])
    for turn in range(1, 7):
        texts = articles(turn) + articles(turn + 20) + articles(turn + 40)
        took, mentions = cpu(read, texts)
        yard, _ = cpu(tokens, texts * 4)
        ratios.append(4 * took / yard)
        seconds.append(took)
        size = sum(len(text.encode()) for text in texts)
    yield f"full read, records included: {min(ratios):.1f} token passes (median {statistics.median(ratios):.1f}) [10]"
    yield f"  {size / 1e6 / min(seconds):.2f} MB/s, {1e6 * min(seconds) / mentions:.0f} µs a mention, one in {size // mentions} bytes"
    whole = min(cpu(read, [" ".join(articles(turn) + articles(turn + 20) + articles(turn + 40))])[0] for turn in (8, 9, 10))
    yield f"the same as one document: {whole / min(seconds):.2f} times [1.25]"


def hostile() -> Iterator[str]:
    """Texts made to be slow: twice the length must not take much more than twice the time."""
    for name, unit in HOSTILE:
        once, twice = (min(cpu(read, [unit * count])[0] for _ in range(3)) for count in (4_000, 8_000))
        yield f"{name} doubled: {twice / max(once, 1e-3):.1f} times, {twice:.2f} s [2.5]"


def memory() -> Iterator[str]:
    """The peak of a process that reads one document of 10 MB."""
    long = " ".join(articles(5))
    text = (long + "\n") * (10_000_000 // len(long.encode()) + 1)
    read(text[:10_000_000])
    yield f"one document of 10 MB: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at the peak [400]"


def quantulum3() -> Iterator[str]:
    """The same paragraphs through the parser whose vocabulary we read."""
    from quantulum3 import parser

    logging.disable(logging.CRITICAL)
    texts = articles(3)[:40]
    parser.parse("warm 5 km")
    theirs, _ = cpu(lambda text: len(parser.parse(text)), texts)
    ours, _ = cpu(read, texts)
    yield f"quantulum3 on the same paragraphs: {theirs / ours:.0f} times ours [40]"


def start_up() -> Iterator[str]:
    """Whole commands against an interpreter that does nothing."""
    def fastest(command: list[str], given: str = "") -> float:
        times: list[float] = []
        for _ in range(9):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, input=given, capture_output=True, text=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(times)

    bare = fastest([sys.executable, "-c", "pass"])
    called = [sys.executable, "-m", "factcheck"]
    yield f"factcheck --help: {fastest([*called, '--help']) / bare:.1f} bare interpreters [15]"
    yield f"factcheck extract of one line: {fastest([*called, 'extract', '-'], 'At least 21 people were hurt on Tuesday.') / bare:.1f} [22]"


def judging() -> Iterator[str]:
    """Stories of many articles, and many claims of one key."""
    def seconds(count: int) -> float:
        documents = [factcheck.Document(id=f"{number}", story="one", text=f"The flood in Dorn hurt {20 + number % 7} people. "
                                        + articles(number % 8)[number % 40]) for number in range(count)]
        begin = time.process_time()
        factcheck.check(documents)
        return time.process_time() - begin

    few, many = seconds(50), seconds(200)
    yield f"200 articles of one story: {many:.1f} s, {many / few:.1f} times what 50 take [seconds, near 4]"


TABLES = {"reading": reading, "hostile": hostile, "memory": memory, "quantulum3": quantulum3, "start-up": start_up, "judging": judging,
          "page": page, "store": table_of_store}


def main(arguments: list[str]) -> int:
    if unknown := set(arguments) - set(TABLES):
        print(f"no table {sorted(unknown)[0]!r}; there are {', '.join(TABLES)}", file=sys.stderr)
        return 2
    if len(arguments) == 1:
        print(*TABLES[arguments[0]](), sep="\n", flush=True)
        return 0
    for name in arguments or TABLES:                      # a process each: what one leaves behind must not count for the next
        print(f"{name}:", flush=True)
        done = subprocess.run([sys.executable, __file__, name], stdout=subprocess.PIPE, text=True, check=True)
        print("".join(f"    {line}\n" for line in done.stdout.splitlines()), end="", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
