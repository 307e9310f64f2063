"""An imitation of written questions, as the appendix to the proceedings prints them."""

ANSWERED = "Antwoord van Minister Veldkamp (Buitenlandse Zaken) (ontvangen 18 november 2024)."
NAME = "stuk/ah-tk-20242025-9583"


def inquiry(exchanges: str, head: str = ANSWERED) -> str:
    """The paper with these questions and answers; `head` says who answers, and when."""
    return f"""Nagebootst.
Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2024–2025 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
9583
Vragen van het lid Ellian (VVD) aan de Minister van
Buitenlandse Zaken over kokkels (ingezonden 6 november 2024).
{head}
{exchanges}"""
