"""`sovgraph complete`: what is silent about a dossier that is declared complete, didn't happen."""

from argparse import Namespace
from datetime import date

from sovgraph.build import declare_complete, withdraw_declaration
from sovgraph.cli.common import log, say, settings_of
from sovgraph.errors import QueryError
from sovgraph.pipeline import load_environment
from sovgraph.query.corrected import remembered
from sovgraph.store import open_store


def complete(args: Namespace) -> int:
    """Declares a dossier complete over a period, or takes that back (1: there was nothing to take back)."""
    with open_store(args.store) as store:
        env = load_environment(remembered(store, settings_of(args)).settings)
        if args.withdraw:
            gone = withdraw_declaration(store, env, args.dossier)
            word = (
                say(args.lang, "ingetrokken", "withdrawn") if gone else say(args.lang, "was er niet", "there was none")
            )
            log(f"dossier {args.dossier}: {word}")
            return 0 if gone else 1
        period = (_day("--from", args.start), _day("--until", args.end))
        papers = declare_complete(store, env, args.dossier, period, args.by)
        log(
            say(
                args.lang,
                f"dossier {args.dossier}: volledig verklaard, {len(papers)} stukken",
                f"dossier {args.dossier}: declared complete, {len(papers)} papers",
            )
        )
    return 0


def _day(option: str, text: str | None) -> date:
    try:
        return date.fromisoformat(text or "")
    except ValueError as error:
        raise QueryError(
            f"{option} is {text!r}; expected a day as YYYY-MM-DD, for example: {option} 2026-01-31"
        ) from error
