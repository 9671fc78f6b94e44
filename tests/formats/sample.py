"""One article that has at least one of everything."""

from datetime import UTC, date, datetime

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
    QuoteKind,
    Section,
    Span,
    Table,
)

BOARD = Organization(name="Harbour Board of Kelmar", aliases=("Harbour Board", "HBK"))
PAPER = Organization(name="The Kelmar Gazette")
ADA = Person(name="Ada Brandt", title="Minister", affiliation=BOARD, aliases=("Brandt",))
TOM = Person(name="Tom O'Hare")
WRITER = Person(name="Lena Fisk")


def span(text: str, part: str, start: int = 0) -> Span:
    at = text.index(part, start)
    return Span(at, at + len(part))


FIRST = "“The pier is too short,” said Ada Brandt, “and the winter is too long.”"
SECOND = "The Harbour Board, she said, would pay <half> & borrow *the rest*."

ARTICLE = Article(
    headline="The pier at Kelmar is too short",
    kicker="Ports",
    standfirst="A minister wants a longer pier before winter.",
    byline="By Lena Fisk and Tom O'Hare",
    authors=(WRITER, TOM),
    publisher=PAPER,
    published=datetime.fromisoformat("2026-03-04T05:06:07+02:00"),
    modified=date(2026, 3, 5),
    dateline="KELMAR",
    description="What the minister said about the pier.",
    section_label="Region",
    language="en",
    url="https://gazette.example/pier?a=1&b=2",
    canonical_url="https://gazette.example/pier",
    tags=("ports", "winter"),
    access=Access.FREE,
    lead_image=Figure(
        url="https://gazette.example/pier.jpg", alt="The pier", caption=Paragraph("The pier in June."), credit="L. Fisk"
    ),
    sections=(
        Section(
            (
                Paragraph(
                    FIRST,
                    quotes=(
                        Quote(
                            text="The pier is too short, and the winter is too long.",
                            spans=(span(FIRST, "The pier is too short,"), span(FIRST, "and the winter is too long.")),
                            speaker=ADA,
                            speaker_span=span(FIRST, "Ada Brandt"),
                            cue_span=span(FIRST, "said"),
                        ),
                    ),
                    mentions=(Mention(span(FIRST, "Ada Brandt"), ADA),),
                ),
                Paragraph(
                    SECOND,
                    quotes=(
                        Quote(
                            text="would pay <half> & borrow *the rest*.",
                            spans=(span(SECOND, "would pay <half> & borrow *the rest*."),),
                            kind=QuoteKind.INDIRECT,
                            speaker=ADA,
                            speaker_span=span(SECOND, "she"),
                            continues=True,
                        ),
                    ),
                    mentions=(Mention(span(SECOND, "Harbour Board"), BOARD),),
                    links=(Link(span(SECOND, "would pay"), "https://gazette.example/plan"),),
                ),
            )
        ),
        Section(
            (
                ListBlock(
                    (Paragraph("First the piles"), ListBlock((Paragraph("of oak"),)), Paragraph("then the planks")),
                    ordered=True,
                ),
                BlockQuote((Paragraph("We shall see."),), attribution="Tom O'Hare"),
                BlockQuote((Paragraph("The winter is too long"),), pull=True),
                Figure(url="https://gazette.example/plan.png", caption=Paragraph("The plan.")),
                Table(rows=(("2024", "80 m"), ("2026", "")), header=("Year", "Length"), caption="The pier so far"),
                Embed(provider="kelmartube", url="https://tube.example/v/1", author="Tom", text="Waves"),
            ),
            heading="What it costs",
        ),
        Section((Paragraph("No date is set."),), heading="When", level=3),
    ),
    people=(ADA, TOM),
    organizations=(BOARD,),
    furniture=(Furniture("related", "More from the harbour"),),
    notices=(Notice("looks-truncated", "The text ends early."),),
)  # fmt: skip

EMPTY = Article()
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
