"""The graph of one register file: facts, each with an assertion that points to the field it was read from."""

from sovgraph import vocab as v
from sovgraph.graph.base import assertion_key
from sovgraph.graph.writer import term
from sovgraph.ids import Ids, short_hash
from sovgraph.model import Iri, Issue, Literal, Node, Statement
from sovgraph.record import Field

JSON_POINTER = "http://tools.ietf.org/rfc/rfc6901"
"""What defines the fragment of a JSON file, as the Web Annotation model names it."""


class RegisterGraph:
    """Collects the quads of one register file. `graph` names the graph and the file itself."""

    def __init__(self, graph: str, ids: Ids, *, is_json: bool) -> None:
        self.graph = graph
        self.ids = ids
        self.facts = 0
        self._is_json = is_json
        self._lines: set[str] = set()
        self._tail = f" <{graph}> ."
        self._asserted: set[str] = set()
        self._quotes: dict[str, str] = {}
        self._rules: set[str] = set()

    def add(self, subject: str, predicate: str, value: str) -> None:
        """One quad; `value` is a term in N-Triples form."""
        self._lines.add(f"<{subject}> <{predicate}> {value}{self._tail}")

    def fact(self, subject: str, predicate: str, node: Node, field: Field, rule: str, confidence: int = 100) -> None:
        """A fact with its evidence; one that the file says twice rests on the first place."""
        key = assertion_key(Statement(subject, predicate, node, ()))
        if key in self._asserted:
            return
        self._asserted.add(key)
        self.facts += 1
        value, made = term(node), f"{self.graph}/a/{key}"
        self.add(subject, predicate, value)
        self.add(made, v.RDF_type, f"<{v.Assertion}>")
        self.add(made, v.RDF_subject, f"<{subject}>")
        self.add(made, v.RDF_predicate, f"<{predicate}>")
        self.add(made, v.RDF_object, value)
        self.add(made, v.basis, f"<{v.BasisRegister}>")
        self.add(made, v.rule, f"<{self._rule(rule)}>")
        self.add(made, v.confidence, term(Literal(str(confidence), v.XSD_integer)))
        self.add(made, v.PROV_wasDerivedFrom, f"<{self._quote(field)}>")

    def _rule(self, rule: str) -> str:
        iri = self.ids.rule(rule)
        if rule not in self._rules:
            self._rules.add(rule)
            name, _, version = rule.partition("/")
            self.add(iri, v.RDF_type, f"<{v.Rule}>")
            self.add(iri, v.RDFS_label, term(Literal(name)))
            self.add(iri, v.version, term(Literal(version)))
        return iri

    def _quote(self, field: Field) -> str:
        """The IRI of a field's value in the file, with the path to it and the value as it stands there."""
        known = self._quotes.get(field.path)
        if known is not None:
            return known
        iri = self._quotes[field.path] = f"{self.graph}/q/{short_hash(field.path, 16)}"
        selector = f"{iri}/sel"
        self.add(iri, v.RDF_type, f"<{v.Quote}>")
        self.add(iri, v.OA_hasSource, f"<{self.graph}>")
        self.add(iri, v.OA_hasSelector, f"<{selector}>")
        self.add(selector, v.RDF_type, f"<{v.OA_TextQuoteSelector}>")
        self.add(selector, v.RDF_value, term(Literal(field.path)))
        self.add(selector, v.OA_exact, term(Literal(field.value)))
        if self._is_json:
            self.add(selector, v.RDF_type, f"<{v.OA_FragmentSelector}>")
            self.add(selector, v.DCTERMS_conformsTo, f"<{JSON_POINTER}>")
        else:
            self.add(selector, v.RDF_type, f"<{v.OA_XPathSelector}>")
        return iri

    def issue(self, number: int, issue: Issue) -> None:
        iri = f"{self.graph}/probleem/{number}"
        self.add(iri, v.RDF_type, f"<{v.Issue}>")
        self.add(iri, v.issueCode, term(Literal(issue.code)))
        self.add(iri, v.severity, term(Literal(issue.severity.value)))
        self.add(iri, v.RDFS_comment, term(Literal(issue.message)))
        self.add(iri, v.documentedIn, term(Iri(self.graph)))

    def nquads(self) -> bytes:
        return "".join(f"{line}\n" for line in sorted(self._lines)).encode("utf-8")
