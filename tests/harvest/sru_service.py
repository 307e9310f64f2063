"""SRU 2.0 over the imitated papers: a subset of CQL, pages, diagnostics, and no record from the wall on."""

import re
from xml.sax.saxutils import escape

from tests.harvest.imitation import Imitation, Paper

CLAUSE = re.compile(r'\s*([\w.-]+)\s*(==|>=|<=|=|<|>)\s*("(?:[^"\\]|\\.)*"|[^\s()]+)\s*')
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><{p}:searchRetrieveResponse xmlns:w="http://standaarden.overheid.nl/wetgeving/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:{p}="http://docs.oasis-open.org/ns/search-ws/sruResponse"'
    ' xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:diag="http://docs.oasis-open.org/ns/search-ws/diagnostic"'
    ' xmlns:c="http://standaarden.overheid.nl/collectie/"><{p}:version>2.0</{p}:version>'
)


class Sru:
    """`renamed` is an index that the service no longer has; `prefix` that of its namespace."""

    def __init__(self, imitation: Imitation, wall: int = 10_000, size: int = 1000) -> None:
        self.imitation, self.wall, self.size = imitation, wall, size
        self.prefix, self.renamed, self.without = "sru", "", ""

    def answer(self, words: dict[str, str]) -> tuple[int, bytes]:
        start, size = int(words["startRecord"]), min(int(words["maximumRecords"]), self.size)
        found = self.imitation.papers
        text, _, without = words["query"].partition(" NOT ")
        for negative, part in ((False, text), (True, without)):
            for index, relation, value in CLAUSE.findall(part.replace("(c.", " c.")):
                if index not in self.indexes():
                    return 200, self.diagnostic(index)
                found = [p for p in found if holds(p, index, relation, unquoted(value)) is not negative]
        if start + size > self.wall and min(start + size, len(found) + 1) > self.wall:
            return 504, b""
        shown = found[start - 1 : start - 1 + size]
        records = "".join(self.record(paper, start + n) for n, paper in enumerate(shown))
        p = self.prefix
        number = f"<{p}:numberOfRecords>{len(found)}</{p}:numberOfRecords>"
        body = f"{self.head()}{number}<{p}:records>{records}</{p}:records></{p}:searchRetrieveResponse>"
        if self.without:
            body = body.replace(f"{p}:{self.without}>", f"{p}:x>")
        return 200, body.encode()

    def indexes(self) -> set[str]:
        known = {"c.product-area", "w.publicatienaam", "w.dossiernummer", "dt.identifier", "dt.creator"}
        return {*known, "dt.date", "dt.modified"} - {self.renamed}

    def head(self) -> str:
        return HEAD.replace("{p}", self.prefix)

    def diagnostic(self, index: str) -> bytes:
        p = self.prefix
        return (
            f"{self.head()}<{p}:numberOfRecords>0</{p}:numberOfRecords><{p}:diagnostics><diag:diagnostic>"
            f"<diag:uri>info:srw/diagnostic/1/16</diag:uri><diag:details>{escape(index)}</diag:details>"
            f"<diag:message>Unsupported index</diag:message></diag:diagnostic></{p}:diagnostics>"
            f"</{p}:searchRetrieveResponse>"
        ).encode()

    def record(self, paper: Paper, position: int) -> str:
        p, at = self.prefix, f"{self.imitation.base}{paper.folder}"
        items = "".join(
            f'<gzd:itemUrl manifestation="{form}">{at}/{form}/{paper.identifier}.{form}</gzd:itemUrl>'
            for form in paper.formats
        )
        return (
            f"<{p}:record><{p}:recordSchema>http://standaarden.overheid.nl/sru/</{p}:recordSchema>"
            f"<{p}:recordPacking>xml</{p}:recordPacking><{p}:recordData><gzd:gzd><gzd:originalData><w:meta><w:owmskern>"
            f"<dcterms:identifier>{paper.identifier}</dcterms:identifier><dcterms:title>{paper.title}</dcterms:title>"
            f"<dcterms:creator>{paper.creator}</dcterms:creator><dcterms:modified>{paper.modified}</dcterms:modified>"
            f"</w:owmskern><w:owmsmantel><dcterms:date>{paper.issued}</dcterms:date></w:owmsmantel><w:tpmeta>"
            f"<c:product-area>officielepublicaties</c:product-area><w:dossiernummer>{paper.dossier}</w:dossiernummer>"
            f"<w:publicatienaam>{paper.series}</w:publicatienaam><w:subrubriek>{paper.rubric}</w:subrubriek></w:tpmeta>"
            f"</w:meta></gzd:originalData><gzd:enrichedData>{items}"
            f'<gzd:itemUrl manifestation="metadata">{at}/metadata/metadata.xml</gzd:itemUrl>'
            f"</gzd:enrichedData></gzd:gzd>"
            f"</{p}:recordData><{p}:recordPosition>{position}</{p}:recordPosition></{p}:record>"
        )


def unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


def holds(paper: Paper, index: str, relation: str, value: str) -> bool:
    mine = {
        "c.product-area": "officielepublicaties",
        "w.publicatienaam": paper.series,
        "w.dossiernummer": paper.dossier,
        "dt.identifier": paper.identifier,
        "dt.creator": paper.creator,
        "dt.date": str(paper.issued),
        "dt.modified": str(paper.modified),
    }[index]
    if relation in ("=", "=="):
        return mine == value
    if mine == "None":
        return False
    return {">=": mine >= value, "<=": mine <= value, ">": mine > value, "<": mine < value}[relation]
