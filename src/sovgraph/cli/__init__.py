"""The command line: parse, call, print, exit code. Heavy modules are imported by the command that needs them."""

import sys
from argparse import Namespace
from importlib import import_module

from sovgraph.cli.parser import make_parser

OK, FINDINGS, USAGE, NOTHING = 0, 1, 2, 3


def main(argv: list[str] | None = None) -> int:
    """Runs one command. Exit codes: 0 fine, 1 findings or some inputs refused, 2 wrong use, 3 nothing read."""
    parser = make_parser()
    args, extra = parser.parse_known_args(argv)
    if args.version:
        from importlib.metadata import version

        sys.stdout.write(f"sovgraph {version('sovgraph')}\n")
        return OK
    if not getattr(args, "target", None):
        parser.print_help(sys.stderr)
        return USAGE
    if extra and args.command != "query":
        parser.error(f"onbekend / unknown: {' '.join(extra)}")
    args.extra = extra
    args.lang_given = hasattr(args, "lang")
    args.lang = args.lang if args.lang_given else _configured_lang(args)
    args.quiet = getattr(args, "quiet", False)
    debug = getattr(args, "debug", False)
    return _run(args.target, args, debug=debug)


def _configured_lang(args: Namespace) -> str:
    """The language of the settings file; a bad file is reported by the command that needs it."""
    from sovgraph.cli.common import settings_of
    from sovgraph.errors import ConfigError

    try:
        return settings_of(args).lang
    except ConfigError:
        return "nl"


def _run(target: str, args: object, *, debug: bool) -> int:
    from sovgraph.errors import ConfigError, QueryError, ReadError, RegistryError, SovgraphError

    lang: str = getattr(args, "lang", "nl")
    module, _, function = target.partition(":")
    try:
        code: int = getattr(import_module(f"sovgraph.cli.{module}"), function)(args)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        sys.stderr.close()
        return OK
    except KeyboardInterrupt:
        sys.stderr.write("\nsovgraph: onderbroken / interrupted\n")
        return 130
    except (ConfigError, QueryError, RegistryError) as error:
        return _fail(error, USAGE, debug, lang)
    except ReadError as error:
        return _fail(error, NOTHING, debug, lang)
    except SovgraphError as error:
        return _fail(error, FINDINGS, debug, lang)
    except Exception as error:  # noqa: BLE001 - the outermost frame: never a traceback without --debug
        return _fail(error, FINDINGS, debug, lang)


def _fail(error: Exception, code: int, debug: bool, lang: str) -> int:
    if debug:
        raise error
    name = "" if type(error).__module__.startswith("sovgraph") else f"{type(error).__name__}: "
    from sovgraph.query.sentences import in_language

    sys.stderr.write(f"sovgraph: {name}{in_language(str(error), lang)}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
