"""Written questions of members (Kamervragen) as their head tells them: who asks whom about what, and who answers."""

from dataclasses import dataclass

from sovgraph.model.base import Span


@dataclass(frozen=True, slots=True)
class Asker:
    """A member who asks, with the party that the head gives; "(beiden X)" gives one party to several."""

    name: Span
    party: Span | None = None


@dataclass(frozen=True, slots=True)
class Responder:
    """Who answers or asks for delay: "Minister", the name, and the portfolio in brackets; without a name `post` is the
    whole post."""

    title: Span
    name: Span | None
    post: Span | None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What stands above the questions of members, and below them.

    `addressees` are posts or stretches that name posts; `subject` is what stands behind "over". `cases` are numbers of
    the questions ("2024Z16988"), as printed in the head, in the letter that answers, or in the notice of delay.
    `responders` answer or ask for delay, `also_for` are the posts behind "mede namens". `notice` is the body of the
    notice that the answer comes later or elsewhere, `delay` the words in it that say so. `earlier` are references to
    earlier notices and answers ("Zie ook Aanhangsel ..."), `supplements` the words that these questions follow up on
    earlier ones.
    """

    span: Span
    askers: tuple[Asker, ...] = ()
    addressees: tuple[Span, ...] = ()
    subject: Span | None = None
    cases: tuple[Span, ...] = ()
    responders: tuple[Responder, ...] = ()
    also_for: tuple[Span, ...] = ()
    notice: Span | None = None
    delay: Span | None = None
    earlier: tuple[Span, ...] = ()
    supplements: tuple[Span, ...] = ()
