"""Every message of every scenario, sent through Python: each answer must be the one Rust gives, to the letter.

What crosses is read into the package's values and written out again, too, so that a type that loses anything shows.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import partnerkit as pk
from partnerkit._value import from_wire, to_wire

# 48 bytes as base64: what a token of an invitation looks like.
TOKEN = re.compile(r"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{64}(?![A-Za-z0-9_-])")
# In which type the answer to a verb is kept.
ANSWERS = {"command": "Done", "preview": "Preview", "import": "ImportDone"}


def sessions() -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """What was said to each store: the scenario, and the messages with their answers."""
    scenario, stores, scenarios = "", dict[int, list[tuple[str, Any]]](), 0
    with Path(os.environ["PARTNERKIT_TRANSCRIPT"]).open() as lines:
        for line in map(json.loads, lines):
            match line:
                case {"open": number}:
                    stores[number] = []
                case {"store": number, "say": text, "answer": answer}:
                    stores[number].append((text, answer))
                case {"scenario": name} | {"scenarios": name}:
                    yield from ((scenario, said) for said in stores.values())
                    stores.clear()
                    scenario, scenarios = str(name), scenarios + 1
    assert scenarios - 1 == int(scenario), "the transcript is cut short"


def refused_unread(answer: Any) -> bool:
    return answer.get("error", {}).get("code") in ("wire_invalid", "version_unknown")


def lacks_id_or_time(message: str) -> bool:
    return not {"id", "at"} <= json.loads(message).keys()


class Tokens:
    """Tokens are drawn at random: for each one that Rust drew, the one that was drawn here."""

    def __init__(self) -> None:
        self.ours: dict[str, str] = {}

    def learn(self, theirs: str, ours: str) -> None:
        self.ours.update(zip(TOKEN.findall(theirs), TOKEN.findall(ours)))

    def in_ours(self, text: str) -> str:
        return TOKEN.sub(lambda token: self.ours.get(token[0], token[0]), text)


def replay() -> tuple[int, int]:
    """Sends everything; gives how many scenarios and messages there were."""
    scenarios, sent = set(), 0
    for scenario, said in sessions():
        scenarios.add(scenario)
        tokens, drawn = Tokens(), 0
        with pk.memory() as system:
            for message, wanted in said:
                sent += 1
                if not refused_unread(wanted) and lacks_id_or_time(message):
                    # A host draws them; Rust's runner counts and stays in 1970.
                    drawn += 1
                    filled = {"id": f"{drawn:032x}", "at": "1970-01-01T00:00:00Z", **json.loads(message)}
                    message = json.dumps(filled)
                answer = system.serve(tokens.in_ours(message))
                wanted = json.dumps(wanted)
                tokens.learn(wanted, json.dumps(json.loads(answer)))
                assert json.loads(answer) == json.loads(tokens.in_ours(wanted)), (scenario, message)
    return len(scenarios), sent


def test_every_scenario_answers_as_in_rust(capsys: Any) -> None:
    scenarios, sent = replay()
    with capsys.disabled():
        print(f"\n{scenarios} scenarios, {sent} messages")
    files = (Path(__file__).parents[3] / "tests" / "scenarios").glob("[0-9]*.json")
    assert scenarios == sum(len(json.loads(file.read_text())["scenarios"]) for file in files)


def test_what_crosses_is_kept_whole_by_the_values() -> None:
    """Reading and writing again gives the same; what is left out stands for nothing."""
    seen: set[str] = set()
    values = 0
    for _, said in sessions():
        for text, answer in said:
            try:
                message = json.loads(text)
            except ValueError:
                continue
            if not isinstance(message, dict) or text in seen:
                continue
            if "ok" not in answer:
                if isinstance(answer["error"], dict):
                    values += same("WireError", answer["error"])
                continue
            seen.add(text)
            for verb in ("command", "preview"):
                if message.get(verb):
                    values += same("Command", message[verb])
            for verb, kind in ANSWERS.items():
                if message.get(verb) and not (verb == "import" and message["import"].get("preview")):
                    values += same(kind, answer["ok"])
    assert values > 5_000


def same(kind: str, data: Any) -> int:
    value = from_wire(kind, data)
    written = to_wire(value)
    assert from_wire(kind, written) == value
    assert holds(lean(written), lean(data)), (kind, written, data)
    assert hash(value) == hash(from_wire(kind, data))
    return 1


def holds(written: Any, data: Any) -> bool:
    """Whether all of `data` was written; what it left out may be written as what that stands for."""
    if isinstance(data, dict):
        return isinstance(written, dict) and all(
            key in written and holds(written[key], value) for key, value in data.items()
        )
    if isinstance(data, list):
        return isinstance(written, list) and len(written) == len(data) and all(map(holds, written, data))
    return bool(written == data)


def lean(data: Any) -> Any:
    """Without what stands for nothing; times in one spelling."""
    if isinstance(data, dict):
        held = {key: lean(value) for key, value in data.items()}
        return {key: value for key, value in held.items() if value is not None and value != [] and value != {}}
    if isinstance(data, list):
        return [lean(value) for value in data]
    if isinstance(data, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)", data):
        return from_wire("datetime", data.replace("+00:00", "Z")).timestamp()
    return data
