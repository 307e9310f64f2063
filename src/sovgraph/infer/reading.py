"""Reads the rules: SPARQL CONSTRUCT with a header of comments, one in a file."""

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.errors import ResourceError
from sovgraph.infer.base import Pattern, Rule, Triple, is_variable
from sovgraph.infer.chains import chains
from sovgraph.infer.patterns import Body, Complain, tokens
from sovgraph.resources import folder

_HEADER = re.compile(r"#\+ (\w+): (.+)")
_PREFIX = re.compile(r"(?m)^PREFIX\s+([\w-]*):\s+<([^>]*)>\s*$")
_QUERY = re.compile(r"(?s)^(?P<kind>CONSTRUCT|SELECT)\b(?P<head>.*?)^WHERE\s*(?P<where>\{.*)\Z", re.MULTILINE)
_KEYS = ("title_nl", "title_en", "rule", "focus", "confidence", "makes", "classes", "computed_by", "proves")
_NAME = re.compile(r"[a-z][a-z-]*(?:\.[a-z][a-z-]*)+/\d+")
_TYPE = f"<{v.RDF_type}>"
FOCUS_MARK = "#focus#"
"""Where the restriction of the focus goes into a rule's SELECT."""


def parse_rule(text: str, where: str) -> Rule:
    """Raises ResourceError (path and what is wrong) for anything that the engine couldn't follow exactly."""

    def complain(message: str) -> ResourceError:
        return ResourceError(f"{where}: {message}")

    header = _header(text, complain)
    prefixes = dict(_PREFIX.findall(text))
    query = _QUERY.search(text)
    if query is None:
        raise complain("no 'CONSTRUCT { … }' or 'SELECT *' with WHERE at the beginning of a line")
    body = Body(tokens(query["where"], complain), prefixes, complain)
    body.read()
    if body.place != len(body.tokens):
        raise complain(f"found {body.tokens[body.place][1]!r} after the WHERE; rules have no modifiers")
    patterns, focus = _patterns(body, header.get("proves", "")), f"?{header['focus']}"
    for pattern in patterns:
        if not chains(patterns, focus, pattern):
            raise complain(f"{' '.join(pattern.variables)}: not joined to {focus}, so a change there would go unseen")
    template: tuple[Triple, ...] = ()
    if query["kind"] == "CONSTRUCT":
        template = Body(tokens(query["head"], complain), prefixes, complain).triples()
    classes = {value for _, predicate, value in template if predicate == _TYPE}
    if any(is_variable(name) for name in classes):
        raise complain("a new thing has a class that varies; write one rule for each class")
    makes = {predicate for _, predicate, _ in template} | _terms(header.get("makes", ""), prefixes, complain)
    if not makes or bool(template) == bool(header.get("computed_by")):
        raise complain("a CONSTRUCT gives its facts itself; a SELECT names 'computed_by' and, under 'makes', its facts")
    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())
    return Rule(
        file=Path(where).stem,
        name=header["rule"],
        title_nl=header["title_nl"],
        title_en=header["title_en"],
        focus=focus,
        confidence=int(header["confidence"]),
        select=f"{prologue}SELECT * WHERE {{ {FOCUS_MARK}\n{query['where'].strip()[1:]}",
        patterns=patterns,
        template=template,
        computed_by=header.get("computed_by", ""),
        makes=frozenset(makes),
        classes=frozenset(classes | _terms(header.get("classes", ""), prefixes, complain)),
        listed=tuple(sorted(body.listed.items())),
    )


def _patterns(body: Body, proves: str) -> tuple[Pattern, ...]:
    """`proves`: only those with one of these variables as value are premises."""
    names = {f"?{name}" for name in proves.split()}
    return tuple(replace(p, proves=p.proves and (not names or p.object in names)) for p in body.patterns)


def _header(text: str, complain: Complain) -> dict[str, str]:
    header: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#+"):
            continue
        match = _HEADER.fullmatch(line.rstrip())
        if match is None or match[1] not in _KEYS:
            raise complain(f"can't read {line!r}; a header line is '#+ key: value' with key {', '.join(_KEYS)}")
        header[match[1]] = match[2]
    for key in ("title_nl", "title_en", "rule", "focus", "confidence"):
        if key not in header:
            raise complain(f"no '{key}'; add: #+ {key}: …")
    if not _NAME.fullmatch(header["rule"]):
        raise complain(f"rule is {header['rule']!r}; expected a name with dots and a version, as letter.answered/1")
    if not header["confidence"].isdigit() or not 1 <= int(header["confidence"]) <= 100:
        raise complain(f"confidence is {header['confidence']!r}; expected a number from 1 to 100")
    return header


def _terms(text: str, prefixes: dict[str, str], complain: Complain) -> set[str]:
    found = set()
    for name in text.split():
        prefix, _, local = name.partition(":")
        if prefix not in prefixes:
            raise complain(f"makes {name!r}: prefix {prefix}: isn't declared")
        found.add(f"<{prefixes[prefix]}{local}>")
    return found


def load_rules(path: Path) -> tuple[Rule, ...]:
    """All rules of a folder, sorted by file. Raises ResourceError for the first that is malformed."""
    files = sorted(path.glob("*.rq"))
    rules = tuple(parse_rule(file.read_text(encoding="utf-8"), str(file)) for file in files)
    names = [rule.name.partition("/")[0] for rule in rules]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ResourceError(f"{path}: rule {min(twice)} stands in two files; rename one")
    return rules


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this installation; read once."""
    return load_rules(folder("queries") / "rules")


@cache
def rules_version() -> str:
    """Changes with any word of any rule."""
    data = b"".join(file.read_bytes() for file in sorted((folder("queries") / "rules").glob("*.rq")))
    return hashlib.sha256(data).hexdigest()[:12]
