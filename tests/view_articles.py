"""Articles that the tests of the picture share."""

from newsmodel import (
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
    QuoteKind,
    Section,
    Span,
    Table,
)

UNION = Organization(name="Harbour Workers' Union")
AUTHORITY = Organization(name="Port Authority of Valmere", aliases=("PAV",))
MARTA = Person(name="Marta Ilves", affiliation=UNION, aliases=("Ilves",))
SOLANO = Person(name="Henrik Solano", title="director", affiliation=AUTHORITY)
OKONJO = Person(name="Paul Okonjo", title="Transport Minister")


def span(text, words):
    """Return where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(text, speaker, *pieces, as_written=None, kind=QuoteKind.DIRECT):
    """Return a quote of these pieces of a text."""
    place = span(text, as_written) if as_written else None
    spans = tuple(span(text, p) for p in pieces)
    return Quote(text=" ".join(pieces), spans=spans, kind=kind, speaker=speaker, speaker_span=place)


def paragraph(text, *quotes, names=(), links=()):
    """Return a paragraph with quotes, names and links."""
    mentions = tuple(Mention(span(text, words), entity) for words, entity in names)
    return Paragraph(text, quotes, mentions, tuple(Link(span(text, w), u) for w, u in links))


FIRST = '"This was never only about money," said Marta Ilves of the Harbour Workers\' Union. "We will be asked."'
SECOND = (
    'Henrik Solano called the agreement "expensive but fair" and said that the authority (PAV) would not raise fees.'
)
THIRD = '"A harbour run by soldiers is a barracks," he said.'

STRIKE = Article(
    kicker="Northern Coast",
    headline="Port workers in Valmere end strike",
    standfirst="Three weeks without grain",
    byline="By Ines Calloway",
    authors=(Person(name="Ines Calloway"),),
    language="en",
    canonical_url="https://northwire.example/strike",
    tags=("harbour", "pay"),
    lead_image=Figure(alt="Cranes at dusk", credit="Jon Akello"),
    sections=(
        Section(
            (
                paragraph(
                    FIRST,
                    said(
                        FIRST, MARTA, "This was never only about money,", "We will be asked.", as_written="Marta Ilves"
                    ),
                    names=[("Marta Ilves", MARTA), ("Harbour Workers' Union", UNION)],
                ),
                paragraph(
                    SECOND,
                    said(SECOND, SOLANO, "expensive but fair", as_written="Henrik Solano", kind=QuoteKind.MIXED),
                    said(SECOND, SOLANO, "that the authority (PAV) would not raise fees", kind=QuoteKind.INDIRECT),
                    names=[("Henrik Solano", SOLANO), ("PAV", AUTHORITY)],
                ),
            )
        ),
        Section(
            heading="What was agreed",
            blocks=(
                paragraph(THIRD, said(THIRD, OKONJO, "A harbour run by soldiers is a barracks,", as_written="he")),
                ListBlock(
                    (Paragraph("More pay"), ListBlock((Paragraph("nine per cent"),)), Paragraph("No dismissals")), True
                ),
                Table(header=("Ship", "Days"), rows=(("Aurelia", "21"), ("Bo", "")), caption="Waiting ships"),
                BlockQuote((Paragraph("The sea does not wait."),), attribution="Inscription"),
                BlockQuote((Paragraph("This was never only about money"),), pull=True),
                Figure(
                    url="https://northwire.example/a.jpg", caption=Paragraph("Ships at anchor"), credit="Jon Akello"
                ),
                Embed(provider="youtube", url="https://video.example/x"),
            ),
        ),
    ),
    people=(MARTA, SOLANO, OKONJO),
    organizations=(UNION, AUTHORITY),
    furniture=(Furniture("related", "Read more about harbours"),),
    notices=(Notice("time-zone-assumed", "The page gives a time without a zone."),),
)

_EVIL = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
_EVIL_WHO = Person(name=f'"><b onmouseover=alert(1)>{_EVIL}', aliases=(_EVIL,), title=_EVIL)
_EVIL_TEXT = f'"{_EVIL}" said somebody'

HOSTILE = Article(
    headline=f"</title></style>{_EVIL}",
    kicker=_EVIL,
    byline=_EVIL,
    language='en"><script>document.title="owned"</script>',
    url="javascript:document.title='owned'",
    lead_image=Figure(url="javascript:alert(1)", alt=_EVIL),
    sections=(
        Section(
            heading=_EVIL,
            blocks=(
                paragraph(_EVIL_TEXT, said(_EVIL_TEXT, _EVIL_WHO, _EVIL), names=[("somebody", _EVIL_WHO)]),
                Table(header=(_EVIL,), rows=((_EVIL,),), caption=_EVIL),
                Embed(provider=_EVIL, url="data:text/html,<script>alert(1)</script>", text=_EVIL),
            ),
        ),
    ),
    people=(_EVIL_WHO,),
    furniture=(Furniture("share", _EVIL),),
    notices=(Notice("x", _EVIL),),
)
