"""How long a check against a store takes, by the number of held facts: `python tests/bench/store.py [FACTS ...]`.

An archive is made up: events in places of their own, four articles each of some 25 facts, published within a week. Eight of the
fourteen sentences of an article are of the event, with figures partly alike and partly corrected; the others recall something else. The
articles of the first events are read; the rest of the store is copies of their rows with other places, stories and days, so that the
blocks of one event stay as large as they are. Two more articles of each event are the new ones, each compared once, so that no figure
rests on what a cache kept of the same article. Reading an article is not counted, all that follows is. Unused cycles are looked for
between two articles, as a process that lives long would have it. Times are processor time.
"""
from __future__ import annotations

import datetime
import gc
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck.archive import held as held_claims
from factcheck.archive import ingest, met
from factcheck.claims import claims
from factcheck.claims.sentence import sentence
from factcheck.extract import extract
from factcheck.groups import features
from factcheck.groups.narrow import narrow
from factcheck.model import Claim, Document
from factcheck.pipeline import loaded
from factcheck.store import Store, opened

SENTENCES = (
    "The {what} in {place} killed {killed} people, the governor of {region} said on {day} May.",
    "At least {hurt} others were injured in {place}, {helper} said.",
    "{helper} evacuated about {moved} residents from the lower streets of {place}.",
    "The river {river} rose to {level} metres at the {region} gauge, {margin} centimetres above the mark of 1998.",
    "The {what} destroyed {houses} houses and {bridges} bridges between {place} and {town}.",
    "The government of {region} put the damage at {damage} million euros.",
    "Some {soldiers} soldiers and {boats} boats were sent to {town}.",
    "{helper} opened {shelters} shelters, which took in {beds} people by {day} May.",
    "Power was out in {homes} homes of {town} for {hours} hours.",
    "The {what} covered {area} hectares of farmland near {river}.",
    "Rain of {rain} millimetres fell on {place} within {span} hours, the {region} weather office said.",
    "{share} percent of the shops in {town} stayed closed until {late} May.",
    "Insurers in {region} counted {claims} claims by {late} May.",
    "The road from {place} to {town} will be closed for {weeks} weeks, and its repair costs {repair} million euros.",
)
FIGURES = {"killed": 40, "hurt": 300, "moved": 9000, "level": 12, "margin": 150, "houses": 400, "bridges": 9, "damage": 90, "soldiers": 800,
           "boats": 60, "shelters": 20, "beds": 3000, "homes": 9000, "hours": 70, "area": 5000, "rain": 250, "span": 30, "share": 90,
           "claims": 7000, "weeks": 30, "repair": 20}
SYLLABLES = ("bra", "kes", "var", "lom", "dor", "ost", "hel", "tan", "mir", "gol", "fen", "sul", "rud", "bel", "nor", "wick")
EVENTS, ARTICLES, NEW, SHARED = 96, 4, 2, 8      # events that are read, held and new articles of each, sentences that are of its event
WARM = 6                # events whose new articles only make the program ready
PARTS = 6               # in which the articles are taken in


def name(chance: random.Random) -> str:
    return ("".join(chance.choices(SYLLABLES, k=3)) + chance.choice(("mark", "holt", "moor", "dale"))).capitalize()


def others(chance: random.Random) -> dict[str, object]:
    """Places and figures of something else: what an article recalls beside its event."""
    words = {key: name(chance) for key in ("place", "region", "town", "river")} | {"what": "drought", "helper": f"The {name(chance)} Guild"}
    return words | {key: chance.randint(top // 4, top) for key, top in FIGURES.items()} | {"day": chance.randint(10, 19), "late": 28}


def event(number: int) -> list[Document]:
    """The articles of one event, the held ones first."""
    chance = random.Random(number)
    words = {"what": chance.choice(("flood", "storm", "landslide")), **{key: name(chance) for key in ("place", "region", "town", "river")},
             "helper": f"The {name(chance)} Service", "day": chance.randint(4, 9), "late": chance.randint(12, 20)}
    truth = {key: chance.randint(top // 4, top) for key, top in FIGURES.items()}
    first = datetime.date(2024, 5, 1) + datetime.timedelta(chance.randrange(300))
    made = []
    for article in range(ARTICLES + NEW):
        figures = {key: value if chance.random() < 0.8 else value + chance.randint(1, 3) for key, value in truth.items()}
        shared = chance.sample([sentence.format(**words, **figures) for sentence in SENTENCES], SHARED)
        own = [sentence.format(**others(chance)) for sentence in chance.sample(SENTENCES, len(SENTENCES) - SHARED)]
        text = "\n".join(chance.sample(shared + own, len(SENTENCES)))
        made.append(Document(f"event-{number}/{article}", text, first + datetime.timedelta(article), f"event-{number}"))
    return made


def grown(store: Store, facts: int) -> None:
    """Copies the rows of a store until it holds so many claims."""
    [(claims, versions)] = store.rows("SELECT (SELECT max(id) FROM claims), (SELECT max(id) FROM versions)")
    names = ", ".join(f'"{row[1]}"' for row in store.rows("PRAGMA table_info(claims)")[4:])
    selected = names.replace('"story"', "story || '~' || ?3").replace('"day"', "day + 40 * ?3")
    for copy in range(1, -(-facts // claims)):
        with store.writing() as db:
            at = {"1": copy * claims, "2": copy * versions, "3": copy}
            db.execute("INSERT INTO documents SELECT id + ?2, identity || '~' || ?3, versions FROM documents WHERE id <= ?4 AND ?1 = ?1",
                       (at["1"], at["2"], at["3"], versions))
            columns = ", ".join(row[1] for row in store.rows("PRAGMA table_info(versions)")[4:])
            db.execute(f"""INSERT INTO versions (id, document, number, current, {columns}) SELECT id + ?2, document + ?2, number, current,
                           {columns.replace("story", "story || '~' || ?3")} FROM versions WHERE id <= ?1""", (versions, at["2"], copy))
            db.execute(f"""INSERT INTO claims (id, version, current, start, {names})
                           SELECT id + ?1, version + ?2, current, start, {selected} FROM claims WHERE id <= ?4""",
                       (at["1"], at["2"], copy, claims))
            db.execute("INSERT INTO names SELECT name || '~' || ?3, day + 40 * ?3, version + ?2 FROM names WHERE version <= ?1",
                       (versions, at["2"], copy))


def at(times: list[float], share: float) -> float:
    """The time that so many stay below."""
    return round(sorted(times)[int(len(times) * share)], 2)


def measured(path: Path, facts: int, with_story: bool) -> dict[str, object]:
    """The comparison of each new article with what is held: milliseconds, median and 99 of 100."""
    rules = [rule for rule in loaded(()) if rule.scope != "document"]
    new: list[tuple[Document, list[Claim]]] = []
    for article in (article for number in range(EVENTS) for article in event(number)[ARTICLES:]):
        document = Document("new", article.text, article.published, article.story if with_story else None)
        new.append((document, claims(document, extract(document))))
    for kept in (sentence, features._whole, narrow):
        kept.cache_clear()                              # what reading and the run before left
    gc.disable()
    choosing, times, found, verdicts = [], [], [], []
    with opened(str(path)) as store:
        for document, part in new:
            gc.collect()
            gc.freeze()                                 # what lives on is not looked through again
            begun = time.process_time()
            candidates = held_claims(store, [(document, part)])
            chosen = time.process_time()
            made = met(rules, part, candidates, [])
            times.append(1000 * (time.process_time() - begun))
            choosing.append(1000 * (chosen - begun))
            found.append(len(candidates))
            verdicts.append(len(made))
    gc.enable()
    times, choosing = times[WARM * NEW:], choosing[WARM * NEW:]
    return {"facts": facts, "story": with_story, "article": round(sum(len(part) for _, part in new) / len(new)),
            "candidates": sum(found) / len(found), "verdicts": sum(verdicts) / len(verdicts),
            "choosing p50 ms": at(choosing, 0.5), "choosing p99 ms": at(choosing, 0.99),
            "p50 ms": at(times, 0.5), "p99 ms": at(times, 0.99)}


def made(path: Path, facts: int) -> float:
    """A store of so many facts, and how fast it took in the articles that were read, as a share of the speed of reading alone."""
    documents = [document for number in range(EVENTS) for document in event(number)[:ARTICLES]]
    shares = []
    with opened(str(path), create=True) as store:
        for first in range(PARTS):
            part = documents[first::PARTS]
            sentence.cache_clear()
            begun = time.process_time()
            for document in part:
                claims(document, extract(document))
            plain = time.process_time() - begun
            sentence.cache_clear()
            begun = time.process_time()
            list(ingest(part, store))
            shares.append(plain / (time.process_time() - begun))
        grown(store, facts)
    return statistics.median(shares)


def command(path: Path, folder: Path) -> float:
    """The whole command on one new article, cold: seconds of processor time, the least of five."""
    article = event(3)[ARTICLES]
    given = folder / "new.md"
    given.write_text(f"---\nstory: {article.story}\npublished: {article.published}\n---\n{article.text}\n")
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "factcheck", "check", str(given), "--against", str(path), "--fail-on", "never"],
                       capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def parallel(folder: Path) -> float:
    """How many times as fast two processes take articles into a store as one does, by the clock."""
    with (folder / "many.jsonl").open("w") as out:
        for number in range(300):
            for document in event(number):
                out.write(json.dumps({"id": document.id, "text": document.text}) + "\n")
    times = []
    for jobs in ("1", "2"):
        begun = time.monotonic()
        subprocess.run([sys.executable, "-m", "factcheck", "ingest", str(folder / "many.jsonl"), "--store", str(folder / f"{jobs}.db"),
                        "-j", jobs], capture_output=True, check=True)
        times.append(time.monotonic() - begun)
    return times[0] / times[1]


def table(sizes: tuple[int, ...] = (10_000, 1_000_000)) -> Iterator[str]:
    """What a store costs, as lines with the goal of each in brackets."""
    medians: dict[bool, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for facts in sizes:
            path = folder / f"{facts}.db"
            share = made(path, facts)
            if facts == sizes[0]:
                yield f"taking in: {share:.2f} of the speed of reading alone [0.7]"
            for story in (True, False):
                found = measured(path, facts, story)
                p50, p99 = (float(str(found[key])) for key in ("p50 ms", "p99 ms"))
                grew = f", {p50 / medians[story]:.2f} times what {sizes[0]:,} take [1.2]" if story in medians else ""
                medians.setdefault(story, p50)
                yield (f"{found['article']} facts against {facts:,}, {'by story' if story else 'by event'}: "
                       f"{p50:.1f} ms, 99 of 100 in {p99:.1f} [10]{grew}")
            yield f"the whole command against {facts:,}, cold: {command(path, folder):.2f} s [0.8]"
        yield f"two processes take articles in {parallel(folder):.2f} times as fast as one [1.6]"


if __name__ == "__main__":
    print(*table(tuple(map(int, sys.argv[1:])) or (10_000, 1_000_000)), sep="\n", flush=True)
