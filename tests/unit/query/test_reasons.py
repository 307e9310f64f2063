"""Every reason that finding and linking give has its Dutch: the ones in the source, and those of all examples."""

import ast
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest

from sovgraph.model import MentionType
from sovgraph.query.sentences import code_words, in_language

SRC = Path(__file__).resolve().parents[3] / "src" / "sovgraph"
FILES = sorted(p for folder in ("find", "link") for p in (SRC / folder).glob("*.py"))
MAKERS = {"Candidate": 2, "Found": 0, "Told": 2, "PersonLink": 2, "Implied": 2, "_to": 1, "_mention": 4, "bearers": 1}
"""What is made with a reason: the place of the reason among its arguments."""
FILLED = ("7", "'x'", "x", "note 7", "just before it", "directive", "I", "surname", "the same note")
"""What may stand where a reason differs."""


def reasons(tree: ast.AST) -> Iterator[ast.expr]:
    """The expressions that are reasons: arguments, keywords and variables of that name, and what functions of that
    name return."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield from (k.value for k in node.keywords if k.arg == "reason")
            if name in MAKERS:
                yield from node.args[MAKERS[name] : MAKERS[name] + 1]
            elif name == "append" and getattr(getattr(node.func, "value", None), "id", "") == "reasons":
                yield from node.args
        elif isinstance(node, ast.Assign):
            yield from assigned(node)
        elif isinstance(node, ast.FunctionDef) and ("reason" in node.name or node.name in ("_choose", "_missing")):
            yield from (n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value is not None)


def assigned(node: ast.Assign) -> Iterator[ast.expr]:
    for target in node.targets:
        names = [getattr(t, "id", "") for t in (target.elts if isinstance(target, ast.Tuple) else [target])]
        if names and names[-1] in ("reason", "reasons", "told"):
            yield node.value


def texts(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[list[str]]:
    """What a reason may say: per text the forms that it can take when its holes are filled."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield filled(node.value.replace("{{}}", "{}").split("{}"))
    elif isinstance(node, ast.JoinedStr):
        pieces = [""]
        for part in node.values:
            if isinstance(part, ast.Constant):
                pieces[-1] += str(part.value)
            else:
                pieces.append("")
        pieces = [piece for text in pieces for piece in text.split("{}")]
        yield filled(pieces)
    elif isinstance(node, ast.IfExp):
        yield from (t for n in (node.body, node.orelse) for t in texts(n, constants))
    elif isinstance(node, ast.BoolOp):
        yield from (t for n in node.values for t in texts(n, constants))
    elif isinstance(node, ast.Tuple | ast.List) and node.elts:
        yield from texts(node.elts[-1], constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from texts(constants[node.id], constants)


def filled(pieces: list[str]) -> list[str]:
    ways = islice(product(FILLED, repeat=len(pieces) - 1), 10_000)
    return ["".join(p + w for p, w in zip(pieces, (*way, ""), strict=True)) for way in ways]


def collected() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
    assigned_in = [n for tree in trees.values() for n in tree.body if isinstance(n, ast.Assign)]
    constants = {t.id: n.value for n in assigned_in for t in n.targets if isinstance(t, ast.Name) and t.id.isupper()}
    for path, tree in trees.items():
        for node in reasons(tree):
            for forms in texts(node, constants):
                if any(c.isalpha() for c in forms[0].replace("'x'", "").replace("7", "")):
                    found[f"{path.name}: {forms[0]}"] = forms
    return found


COLLECTED = collected()


def test_reasons_are_found_in_the_source() -> None:
    assert len(COLLECTED) > 60
    said = " ".join(COLLECTED)
    for some in ("the text around gives no number", "several things", "in office that day", "the Chamber isn't clear"):
        assert some in said


@pytest.mark.parametrize("place", sorted(COLLECTED))
def test_every_reason_has_its_dutch(place: str) -> None:
    assert any(in_language(text, "nl") != text for text in COLLECTED[place]), "add it to queries/sentences.tsv"


@pytest.mark.parametrize("kind", [t.value for t in MentionType])
def test_every_kind_of_mention_has_its_words(kind: str) -> None:
    assert code_words("nl").get(kind) and code_words("en").get(kind), "add it to queries/words.tsv"
