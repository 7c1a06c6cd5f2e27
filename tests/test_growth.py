"""How the work grows: the pairs of claims that are compared are counted, because a clock on a busy machine proves nothing."""
from __future__ import annotations

from test_judge import run

from factcheck.groups import align
from factcheck.model import Document

WHO = ("the mayor", "police", "a witness", "the ministry", "the hospital", "a nurse", "the operator", "two residents")
WHERE = ("at night", "on Tuesday", "near the harbour", "in the old town", "after the storm", "before dawn", "by the river")


def one_key(count: int) -> list[Document]:
    """As many articles, each with another sentence about the one toll of one flood."""
    return [article(n, f"The flood in Dorn killed {n % 397 + 2} people {WHERE[n % 7]}, {WHO[n % 8]} said.") for n in range(count)]


def many_keys(count: int) -> list[Document]:
    """As many articles about one event, each with figures of its own."""
    return [article(n, f"The flood in Dorn killed {n % 5 + 2} people. It destroyed {n % 61 + 9} houses {WHERE[n % 7]}. The dam is "
                       f"{n % 13 + 40} metres high and cost ${n % 17 + 3} million, {WHO[n % 8]} said.") for n in range(count)]


def article(number: int, text: str) -> Document:
    return Document(id=f"{number:05}", text=text, story="flood")


def asked(documents: list[Document]) -> int:
    """Documents → how many pairs of claims are compared."""
    align._matched.cache_clear()
    run(*documents)
    return align._matched.cache_info().misses


def test_claims_of_one_key_are_not_all_compared_with_each_other() -> None:
    few, many = asked(one_key(700)), asked(one_key(2_100))
    assert many < 3.3 * few
    assert many < 40 * 2_100


def test_two_hundred_articles_take_little_more_than_twice_what_a_hundred_take() -> None:
    assert asked(many_keys(200)) < 2.2 * asked(many_keys(100))
