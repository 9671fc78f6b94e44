"""Two invented articles: one that has something of everything, one that has nothing but text."""

import datetime as dt

from newsmodel import (
    Access,
    Article,
    BlockQuote,
    Embed,
    Figure,
    Furniture,
    Link,
    ListBlock,
    Mention,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    Table,
)

PORT = Organization(name="Port Authority of Sund", aliases=("Port Authority",))
MARTA = Person(name="Marta Ilves", title="Harbour master", affiliation=PORT, aliases=("Ilves",))

_SAID = Paragraph(
    '"The ice came early," Marta Ilves said, "and it stays."',
    quotes=(
        Quote(
            text="The ice came early, and it stays.",
            spans=(Span(1, 20), Span(41, 54)),
            speaker=MARTA,
            speaker_span=Span(22, 33),
            cue_span=Span(34, 38),
        ),
    ),
    mentions=(Mention(Span(22, 33), MARTA),),
)
_MORE = Paragraph("We wait.", quotes=(Quote(text="We wait.", spans=(Span(0, 8),), speaker=MARTA, continues=True),))

HARBOUR = Article(
    headline="Harbour of Sund shut by ice",
    kicker="Shipping",
    standfirst="Ships wait outside.",
    byline="By Lena Okt",
    authors=(Person(name="Lena Okt"), PORT),
    publisher=Organization(name="The Sund Courier"),
    published=dt.datetime(2026, 2, 3, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5))),
    modified=dt.date(2026, 2, 4),
    dateline="SUND",
    language="en",
    url="https://courier.test/ice",
    tags=("ice", "ships"),
    access=Access.FREE,
    sections=(
        Section((Paragraph("The harbour is shut.", links=(Link(Span(4, 11), "https://courier.test/h"),)), _SAID)),
        Section(
            (
                _MORE,
                ListBlock((Paragraph("tugs"), ListBlock((Paragraph("two"),), ordered=True))),
                BlockQuote((Paragraph("Ice is ice."),), attribution="A sailor"),
                Figure(url="https://courier.test/i.jpg", alt="Ice", caption=Paragraph("Ice at Sund"), credit="L. Okt"),
                Table(rows=(("Mon", "-4"), ("Tue", "")), header=("Day", "°C"), caption="Cold"),
                Embed(provider="youtube", url="https://v.test/1"),
            ),
            "What now",
            3,
        ),
    ),
    people=(MARTA,),
    organizations=(PORT,),
    furniture=(Furniture("share", "Share this"),),
    notices=(Notice("looks-truncated", "The text ends within a sentence."),),
)

SPARSE = Article(headline="Nothing happened", sections=(Section((Paragraph("Nothing at all."),)),))
