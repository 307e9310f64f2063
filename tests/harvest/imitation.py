"""Papers, metadata and SRU records in the official formats; every word of them is ours ("nagebootst")."""

from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST = date(2024, 1, 9)


@dataclass
class Paper:
    identifier: str
    dossier: str
    number: str
    issued: date
    rubric: str
    creator: str
    formats: tuple[str, ...] = ("xml", "html", "pdf")
    series: str = "Kamerstuk"
    modified: date = date(2026, 1, 5)
    words: str = "Nagebootst."

    @property
    def folder(self) -> str:
        return f"/frbr/officielepublicaties/kst/{self.dossier}/{self.identifier}/1"

    @property
    def title(self) -> str:
        return f"Nagebootst dossier; {self.rubric}; Stuk {self.number}"


@dataclass
class Imitation:
    """`files` by path. Paper numbers count up; every third is a motion."""

    count: int
    base: str
    papers: list[Paper] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number in range(1, self.count + 1):
            rubric = "Motie" if number % 3 == 0 else "Brief"
            day = FIRST + timedelta(days=number * 7 % 400)
            creator = "Tweede Kamer der Staten-Generaal"
            self.add(Paper(f"kst-39500-{number}", "39500", str(number), day, rubric, creator))

    def add(self, paper: Paper) -> None:
        self.papers.append(paper)
        makers = {"xml": paper_xml, "html": paper_html, "pdf": paper_pdf}
        for form in paper.formats:
            self.files[f"{paper.folder}/{form}/{paper.identifier}.{form}"] = makers[form](paper)
        self.files[f"{paper.folder}/metadata/metadata.xml"] = paper_metadata(paper)

    def drop(self, identifier: str, form: str) -> None:
        """The file is gone, though the record still names it."""
        for path in [p for p in self.files if f"/{identifier}.{form}" in p]:
            del self.files[path]


def paper_xml(paper: Paper) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata><meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{paper.identifier}"/>
<meta name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="{paper.rubric}"/></metadata>
<kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel>
<tekstregel inhoud="kameraanduiding">{paper.creator}</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>39 500</dossiernr></dossiernummer><titel>Nagebootst dossier</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">{paper.number}</ondernummer></stuknr><titel>{paper.rubric.upper()}</titel>
<datumtekst>Voorgesteld <datum isodatum="{paper.issued}">{paper.issued}</datum></datumtekst>
<algemeen><vrije-tekst><tekst status="goed"><al>{paper.words} Stuk {paper.number} is door ons geschreven.</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
""".encode()


def paper_html(paper: Paper) -> bytes:
    return f"<!DOCTYPE html>\n<html><body><p>{paper.words} Stuk {paper.number}.</p></body></html>\n".encode()


def paper_pdf(paper: Paper) -> bytes:
    return f"%PDF-1.4\n% {paper.words} {paper.number}\ntrailer <<>>\n%%EOF\n".encode()


def paper_metadata(paper: Paper) -> bytes:
    return f"""<metadata_gegevens>
  <metadata name="DC.identifier" scheme="OVERHEIDop.ParlID" content="{paper.identifier}" />
  <metadata name="DC.title" scheme="" content="{paper.title}" />
  <metadata name="DCTERMS.issued" scheme="DCTERMS.W3CDTF" content="{paper.issued}" />
  <metadata name="OVERHEIDop.dossiernummer" scheme="" content="{paper.dossier}" />
</metadata_gegevens>
""".encode()
