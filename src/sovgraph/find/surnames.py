"""The shape of Dutch names in print: particles, double names, initials, titles; and words that look like names."""

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŠŽČĆĐİĞ][^\W\d_]+(?:'[A-Za-z][^\W\d_]*)?)"
LOW = r"(?:van|de|den|der|het|ten|ter|te|'t|op|in|el|al|ben|bin|von|zu|di|da|du|la|le|los)"
_HIGH = r"(?:Van|De|Den|Der|Het|Ten|Ter|Te|'t|Op|In|E[lI]|A[lI]|Ben|Bin|Von|Di|Da|Du|La|Le)"
"""With "EI" and "AI", as print from scans writes "El" and "Al"."""
_DOUBLE = rf"(?:\s?-\s?(?:{LOW}\s+){{0,3}}{_CAP})*"

CAPITALISED = rf"(?:{_CAP}{_DOUBLE})"
"""A word with a capital, or two joined by a hyphen."""

SURNAME = rf"(?:(?:{_HIGH}\s+(?:{LOW}\s+){{0,2}})?{_CAP}{_DOUBLE})"
"""A surname that stands without initials, so its particle has a capital: "Van der Plas", "Kostić",
"Faber - van de Klashorst"."""

WITH_PARTICLES = rf"(?:(?:(?:{_HIGH}|{LOW})\s+){{0,3}}{_CAP}{_DOUBLE})"
"""A surname behind initials or a given name: "van Hattem", "de Bruijn-Wezeman"."""

SMALL_PARTICLES = rf"(?:(?:van|de|den|der|ten|ter|'t)\s+(?:(?:de|den|der|het|'t)\s+)?{_CAP}{_DOUBLE})"
"""A surname whose particle lacks its capital though no given name stands before: "de heer van Buren"."""

TITLE = r"(?:mr|dr|drs|ir|ing|prof|em|ds|jhr|jkvr|bc|gen|lgen|bgen|Mr|Dr|Drs|Ir|Ing|Prof|Ds)"
TITLES = rf"(?:(?:{TITLE}\.\s?){{1,4}})"
INITIALS = r"(?:(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.\s?){1,7})"
CALLED = r"(?:\([A-ZÀ-Þ][^\W\d_]{1,20}\)\s+)"
"""The given name in brackets behind initials: "A.B. (Anna) de Wit"."""
GIVEN = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"

PARTICLES = frozenset([*_HIGH.strip("(?:)").split("|"), "El", "EI", "Al", "AI"])

NOT_NAMES = frozenset(
    "Kamer Eerste Tweede Staten Staten-Generaal Minister Ministers Staatssecretaris Regering Kabinet Raad Rijk "
    "Voorzitter Griffier Nederland Nederlandse Europese Commissie Unie EU Motie Moties Kamerstuk Kamerstukken "
    "President Algemene Vaste Fractie Bij Dit Deze Die Dat Een Voor Met Aan Als Zo Ja Nee Ik U Uw Wat Wie Hoe "
    "Wel Niet Ook Vraag Antwoord Toelichting Bijlage Brief Datum Ons Onze Wij Januari Februari Maart April Mei "
    "Juni Juli Augustus September Oktober November December Zie Artikel Wet Er Maar Ter Kamerleden Koning Koningin "
    "Daar Hij Zij Zijn Dan Hier Nu Verder Ten Tot Uit Over Onder Omdat Volgens Hun Kamerlid Generaal Alzo Algemeen "
    "Inleiding Artikelsgewijs Aanleiding Amendement Amendementen Vragen Antwoorden Dank Want Toen Toch Dus Mevrouw "
    "Meneer Mijnheer Heer Lid Leden Directeur Secretaris Secretaris-generaal Secretaris-Generaal Directeur-Generaal "
    "Hoofd Wethouder Burgemeester Hoogleraar Professor Senator Rapporteur Partij Onderwerp Betreft Geachte Hoogachtend "
    "Alle Allen Veel Mijn Mij Waarom Waar Welke Wanneer Indien Echter Immers Hoewel Sommige Beide Anders Tegen Tijdens "
    "Sinds Vanaf Vanuit Namens Door Om Of En Na Naar Van Het De Is Heeft Was Goed Helaas Natuurlijk "
    "Dames Heren Collega Handelingen Besluit Verslag Nota Rapport Debat Overleg Stemming Stemmingen Agenda Aanhangsel "
    "Europa Amsterdam Rotterdam Utrecht Brussel Ministerie Departement Hoofdstuk Paragraaf Titel Afdeling Onderdeel".split()
)
"""Capitalised words that stand where a name could and are none."""

COMMON_WORDS = frozenset(
    "Bakker Bal Beek Berg Bergen Blauw Bloem Blok Boer Bok Boom Boon Borst Bos Bosch Bot Brand Brink Broek Brood Bruin "
    "Burg Das Dijk Draad Duin Engel Engels Geluk Gevers Goud Graaf Gras Groen Groot Haag Haan Hamer Hand Hart Heer "
    "Held Hof Hoop Huis Jager Jong Kaart Kamp Kant Kat Keizer Kerk Klei Klein Klaver Klos Kok Koning Koopman Kop Kort "
    "Kraan Krol Kroon Krul Kuik Kuil Kuiper Laan Lang Leeuw Maan Man Meer Meester Molen Mulder Nagel Palm Paul Post "
    "Pool Prins Ram Recht Rep Ring Roos Roosters Sap Schaap Schipper Schouw Slot Smid Smit Snel Steen Stoffer Ster "
    "Strijd Strik Tak Tang Valk Veld Visser Vlag Vogel Vos Vrede Vries Vrij Waal Water Wal Weg Werf West Wijn Winter "
    "Wit Wolf Zaal Zalm Zee Zomer Zon Zwaan Zwart Maij Oost Noord Zuid Leiden Delft Breda Bergen Houten Haarlem "
    "Leeuwarden Groningen Drenthe Limburg Zeeland Holland Vlaanderen Rhodes Lelystad Almere Zwolle Arnhem Nijmegen".split()
)
"""Surnames that are ordinary words or places: a capital alone doesn't make a name of them."""
