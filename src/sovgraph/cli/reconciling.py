"""`sovgraph reconcile run`, `review`, `explain` and `apply`: who and what our things are in another register."""

import hashlib
import json
from argparse import Namespace
from collections import Counter
from pathlib import Path

import msgspec

from sovgraph.cli.common import log, progress, say, settings_of, table, write_out
from sovgraph.errors import ConfigError, QueryError
from sovgraph.pipeline import load_environment
from sovgraph.query.sentences import code_words, in_language
from sovgraph.reconcile import (
    Answers,
    Decision,
    Endpoint,
    Entity,
    Kind,
    Report,
    Scored,
    Verdict,
    entities_of_registers,
    entities_of_store,
    load_target,
    read_report,
    read_rulings,
    reconcile,
    write_report,
)
from sovgraph.reconcile.review import as_table, review_rows
from sovgraph.reconcile.writing import graph_of
from sovgraph.settings import Settings
from sovgraph.store import INFERENCE, LedgerEntry, open_store

SHOWN = 5
"""So many candidates of one thing are explained, the best first."""


def run(args: Namespace) -> int:
    """Asks, scores and decides; writes the decisions. Exit 1 when the endpoint left questions open, 3 when all."""
    settings = settings_of(args)
    folder = Path(args.output)
    target = load_target(args.other)
    rulings = read_rulings(args.decisions)
    answers = Answers(Path(args.snapshot or args.cache or folder / "answers"), settings.sparql_url, bool(args.snapshot))
    told = (lambda text: None) if args.quiet else (lambda text: log(f"sovgraph: {in_language(text, args.lang)}"))
    endpoint = Endpoint(settings, answers, told=told)
    entities = _entities(args, settings, target.values("prefix")[0])
    if not entities:
        raise QueryError("nothing to reconcile: no thing of these kinds is named in the store; add --all")
    label = say(args.lang, "vragen", "asking")
    report = reconcile(
        entities, endpoint, target, rulings, lambda batches: progress(batches, len(batches), label, quiet=args.quiet)
    )
    path = write_report(report, folder)
    _print_run(report, args)
    for question in report.failed:
        log(f"sovgraph: {in_language(question, args.lang)}")
    log(say(args.lang, f"besluiten: {path}", f"decisions: {path}"))
    if report.failed and not answers.read and endpoint.asked and not any(d.weighed for d in report.decisions):
        return 3
    return 1 if report.failed else 0


def _entities(args: Namespace, settings: Settings, prefix: str) -> tuple[Entity, ...]:
    known = {kind.value: kind for kind in Kind}
    unknown = [word for word in args.kind if word not in known]
    if unknown:
        raise ConfigError(f"no kind '{unknown[0]}' to reconcile; known: {', '.join(known)}")
    kinds = [known[word] for word in args.kind] or list(Kind)
    env = load_environment(settings)
    if args.store is None:
        return entities_of_registers(env.names, env.ids, kinds, prefix)
    with open_store(args.store, read_only=True) as store:
        return entities_of_store(store, env.names, env.ids, kinds, prefix, everything=args.all)


def _print_run(report: Report, args: Namespace) -> None:
    counts = Counter((d.entity.kind.value, d.verdict.value) for d in report.decisions)
    kinds = sorted({kind for kind, _ in counts})
    if args.format == "json":
        found = {kind: {v.value: counts[kind, v.value] for v in Verdict} for kind in kinds}
        write_out(json.dumps({"counts": found, "failed": report.failed}, ensure_ascii=False, indent=1) + "\n")
        return
    words = code_words(args.lang)
    header = [say(args.lang, "soort", "kind"), *(words.get(v.value, v.value) for v in Verdict)]
    write_out(table(header, [[words.get(k, k), *(counts[k, v.value] for v in Verdict)] for k in kinds]))


def review(args: Namespace) -> int:
    """Prints what is unsure, a line a candidate, to be filled in and given back with --decisions."""
    report = read_report(Path(args.folder)).decided_again(read_rulings(args.decisions))
    rows = list(review_rows(report.decisions, args.lang, everything=args.all))
    if args.format == "json":
        write_out(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    elif args.format == "table":
        shown = ("name", "verdict", "target", "target_name", "score")
        write_out(table(shown, [[row[name] for name in shown] for row in rows]))
    else:
        write_out(as_table(rows, "\t" if args.format == "tsv" else ","))
    return 0


def apply(args: Namespace) -> int:
    """Decides again with the decisions of a person, and puts the graph of matches into the store or a file."""
    if (args.store is None) == (args.output is None):
        raise ConfigError("give either --store or -o for the graph of matches")
    report = read_report(Path(args.folder)).decided_again(read_rulings(args.decisions))
    graph, nquads = graph_of(report, load_target(report.target))
    if args.output is not None:
        write_out(nquads, args.output)
    else:
        with open_store(args.store) as store:
            digest = hashlib.sha256(nquads).hexdigest()
            store.replace_graph(graph, nquads, LedgerEntry(graph, INFERENCE, digest, report.endpoint))
            store.flush()
    counts = Counter(d.verdict for d in report.decisions)
    nl = f"{counts[Verdict.MATCH]} gekoppeld, {counts[Verdict.UNSURE]} onzeker (probleem met kandidaten): {graph}"
    en = f"{counts[Verdict.MATCH]} linked, {counts[Verdict.UNSURE]} unsure (an issue with candidates): {graph}"
    log(say(args.lang, nl, en))
    return 0


def explain(args: Namespace) -> int:
    """Why a thing was matched or not: each candidate with each comparison and its points. Exit 1 for an unknown one."""
    report = read_report(Path(args.folder)).decided_again(read_rulings(args.decisions))
    wanted = args.what.casefold()
    found = [d for d in report.decisions if wanted in (d.entity.iri.casefold(), d.target.casefold())]
    found = found or [d for d in report.decisions if any(wanted in name.casefold() for name in d.entity.names)]
    if args.format == "json":
        write_out(msgspec.json.format(msgspec.json.encode(found, order="sorted"), indent=1).decode() + "\n")
    else:
        write_out("\n".join(_block(decision, args.lang) for decision in found))
    if not found:
        log(say(args.lang, f"niet bekend: {args.what}", f"not known: {args.what}"))
    return 0 if found else 1


def _block(decision: Decision, lang: str) -> str:
    words = code_words(lang)
    to = f" → {decision.target}" if decision.target else ""
    basis = words.get(decision.basis.value, decision.basis.value)
    lines = [
        f"{decision.entity.names[0]} ({decision.entity.iri}): "
        f"{words.get(decision.verdict.value, decision.verdict.value)}{to}",
        f"  {say(lang, 'regel', 'rule')} {decision.rule}, {basis}",
        *(f"  {in_language(reason, lang)}" for reason in decision.reasons),
    ]
    for scored in decision.weighed[:SHOWN]:
        lines += _candidate(scored, lang)
    return "\n".join(lines) + "\n"


def _candidate(scored: Scored, lang: str) -> list[str]:
    points = say(lang, "punten", "points")
    out = say(lang, ", uitgesloten", ", excluded") if scored.excluded else ""
    head = f"  {scored.candidate.names[0]} ({scored.candidate.iri}): {scored.score} {points}{out}"
    return [head, *(f"    {f.points:+4d}  {in_language(f.said, lang)}" for f in scored.features)]
