"""Writes docs/commands.md from the command tree; `--check` fails when it isn't current."""

import argparse
import sys
from pathlib import Path

from sovgraph.cli.parser import COMMANDS, make_parser

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"


def subparser(name: str) -> argparse.ArgumentParser:
    """The parser of one command ("export rdf" goes two levels down)."""
    parser = make_parser()
    for word in name.split():
        actions = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
        parser = actions[0].choices[word]
    return parser


def row(action: argparse.Action) -> str:
    """One option or argument as a table row; not argparse's own help, which differs between Pythons."""
    name = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    value = str(action.metavar) if action.option_strings and action.metavar else ""
    if action.choices:
        value = " ".join(str(choice) for choice in action.choices)
    default = action.default if isinstance(action.default, str | int) and not isinstance(action.default, bool) else ""
    default = "" if default == argparse.SUPPRESS else default
    return f"| `{name}` | {f'`{value}`' if value else ''} | {default} | {(action.help or '').replace('|', ',')} |"


def page() -> str:
    lines = [
        "# Commands",
        "",
        "Generated from the command tree by `tools/build_cli_docs.py`. Data goes to stdout, messages and progress",
        "to stderr. Exit codes: 0 fine, 1 findings or some inputs refused, 2 wrong use, 3 nothing could be read.",
    ]
    for command in COMMANDS:
        actions = [a for a in subparser(command.name)._actions if not isinstance(a, argparse._HelpAction)]
        words = [a.metavar or a.dest for a in actions if not a.option_strings]
        needed = [f"{a.option_strings[-1]} {a.metavar}" for a in actions if a.option_strings and a.required]
        usage = " ".join(["sovgraph", command.name, *map(str, words), *needed, "[options]"])
        lines += ["", f"## sovgraph {command.name}", "", f"{command.en}. ({command.nl}.)", "", f"    {usage}", ""]
        lines += ["| option | value | default | meaning |", "|---|---|---|---|", *map(row, actions)]
    return "\n".join(lines) + "\n"


def main() -> int:
    text = page()
    if "--check" in sys.argv[1:]:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
            sys.stderr.write(f"{PAGE.name} isn't current: run python tools/build_cli_docs.py\n")
            return 1
        return 0
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
