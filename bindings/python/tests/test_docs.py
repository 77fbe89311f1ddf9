"""The pages and the package itself: every snippet is run."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import partnerkit as pk

HERE = Path(__file__).parent.parent
PAGES = [HERE / "README.md", *sorted((HERE / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_snippets_of_a_page_run(page: Path) -> None:
    ran = doctest.testfile(str(page), module_relative=False)
    assert ran.attempted > 0 and ran.failed == 0


def test_the_snippets_of_the_package_run() -> None:
    for module in (pk, pk.rules):
        ran = doctest.testmod(module)
        assert ran.attempted > 0 and ran.failed == 0


def test_every_public_name_is_there_and_documented() -> None:
    for name in pk.__all__:
        assert getattr(pk, name) is not None
    for thing in (pk.Bank, pk.System):
        for name in dir(thing):
            if not name.startswith("_") and callable(getattr(thing, name)):
                assert getattr(thing, name).__doc__, f"{thing.__name__}.{name}"
