"""The MCP server: eight tools over one store. Only this module needs the `mcp` package."""

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from sovgraph.errors import ConfigError, SovgraphError
from sovgraph.mcp import answers, motions, papers, people, questions
from sovgraph.mcp.corpus import Corpus

Answer = TypeVar("Answer")
Lang = Literal["nl", "en"]
Kind = Literal["", "letter", "question", "motion", "commitment"]

INSTRUCTIONS = (
    "Dutch parliamentary papers (Kamerstukken, Kamervragen, Handelingen) as a knowledge graph in which every fact has "
    "its words. Cite the quote, the paper and the link (`web`, else `iri`) of what you use. `not_in_corpus` means that "
    "these papers don't tell; say so, don't guess, and call `coverage` for what there is. Texts are Dutch."
)


def make_server(corpus: Corpus) -> Any:
    """The server with its tools. Raises ConfigError when the `mcp` package isn't there."""
    try:
        from mcp.server.mcpserver import MCPServer
    except ImportError as error:
        raise ConfigError(
            "the MCP server needs a package that isn't installed; run: pip install 'sovgraph[mcp]'"
        ) from error
    server = MCPServer(
        "sovgraph", title="sovgraph", instructions=INSTRUCTIONS, version=corpus.version, log_level="WARNING"
    )
    for make in (_paper_tools, _question_tools, _other_tools):
        for tool, told in make(corpus):
            server.tool(description=told, structured_output=True)(tool)
    return server


Tools = tuple[tuple[Callable[..., Any], str], ...]


def _paper_tools(corpus: Corpus) -> Tools:
    def resolve_reference(text: str, context: str = "", lang: Lang = "nl") -> answers.References:
        return _told(lambda: papers.resolve_reference(corpus, text, context, lang))

    def get_paper(paper: str, offset: int = 0, limit: int = 6000, lang: Lang = "nl") -> answers.Paper:
        return _told(lambda: papers.get_paper(corpus, paper, offset, limit, lang))

    def passages(
        words: str, paper: str = "", dossier: str = "", limit: int = 10, offset: int = 0, lang: Lang = "nl"
    ) -> answers.Passages:
        return _told(lambda: papers.passages(corpus, words, paper, dossier, limit, offset, lang))

    return (
        (
            resolve_reference,
            "What a printed reference means: Kamerstuk, dossier, Handelingen, Aanhangsel, motie, wet, EU act. "
            "`text` may be a citation or a paragraph; `context`: what stands before it. Gives id, link, status.",
        ),
        (
            get_paper,
            "One paper (stuk) by number ('32317-QC', '36 704, nr. 63'), citation or IRI: title, day, headings, "
            "and its text from `offset` on; offsets are code points.",
        ),
        (
            passages,
            'Passages of papers that hold all `words` (Dutch stems; "phrase", begin*, -without), with places; '
            "in one paper or dossier if given.",
        ),
    )


def _question_tools(corpus: Corpus) -> Tools:
    def get_exchange(
        paper: str = "",
        dossier: str = "",
        asked_by: str = "",
        words: str = "",
        number: str = "",
        limit: int = 10,
        offset: int = 0,
        lang: Lang = "nl",
    ) -> answers.Exchanges:
        return _told(
            lambda: questions.get_exchange(corpus, paper, dossier, asked_by, words, number, limit, offset, lang)
        )

    def open_items(
        dossier: str = "", kind: Kind = "", limit: int = 20, offset: int = 0, lang: Lang = "nl"
    ) -> answers.OpenItems:
        return _told(lambda: questions.open_items(corpus, dossier, kind, limit, offset, lang))

    return (
        (
            get_exchange,
            "Questions (vragen) with their answers (antwoorden), word for word: by whom, when, how late. "
            "Narrow by paper, dossier, asked_by (lid or fractie), words, or number of the question.",
        ),
        (
            open_items,
            "What is known to be open still: letters without answer, questions, motions (moties), promises "
            "(toezeggingen). Items of which it can't be told are only counted.",
        ),
    )


def _other_tools(corpus: Corpus) -> Tools:
    def who(name: str, on: str = "", lang: Lang = "nl") -> answers.Who:
        return _told(lambda: people.who(corpus, name, on, lang))

    def motion_history(motion: str, limit: int = 30, offset: int = 0, lang: Lang = "nl") -> answers.MotionHistory:
        return _told(lambda: motions.motion_history(corpus, motion, limit, offset, lang))

    def coverage(lang: Lang = "nl") -> answers.Coverage:
        return _told(lambda: papers.coverage(corpus, lang))

    return (
        (
            who,
            "A member (lid), party (fractie), committee (commissie), post, body or country by name, with parties "
            "in time (`on`: a day, YYYY-MM-DD) and where papers name it. Several found: ask, don't choose.",
        ),
        (
            motion_history,
            "What happened to a motion (motie): moved, changed, held over, voted on, appraised, reported on; each "
            "with its words and source, and the votes.",
        ),
        (coverage, "What this corpus holds: papers, dossiers, days, what is complete, and what it can't tell."),
    )


def _told(ask: Callable[[], Answer]) -> Answer:
    """The answer; what was asked wrongly is told to the model in our words."""
    try:
        return ask()
    except SovgraphError as error:
        from mcp.server.mcpserver.exceptions import ToolError

        raise ToolError(str(error)) from error
