"""Words, names and marks that the strategies choose from. The first of each is the simplest: examples shrink to it."""

from __future__ import annotations

PHRASES = (
    "a", "the council", "on Monday", "would rise", "said", "harbour budget", "per cent", "— Café", "€5m", "3.7",
    "O’Brien’s co-operation", "in the U.S.", "2031", "Straße", "النهر", "港口", "мост", "pay, bridges and", "the",
    "The minister of bridges told the council that pay would rise by 3.7 per cent in 2031.", "Is it?", "No!", "naïve",
)  # fmt: skip

GIVEN = ("Ann", "Bo", "Zoë", "Jean-Luc", "Mary Jo", "J. R.", "Ólafur", "Olena", "Wei", "Nadia")
FAMILY = ("Lee", "Ek", "O’Brien", "de Vries", "al-Harbi", "van den Berg", "Smith Jr.", "Núñez", "Kovač", "Tanaka")
NAMES = (*(f"{given} {family}" for family in FAMILY for given in GIVEN), "Mo", "李娜", "محمد العلي", "Олена Коваль")
WRITERS = ("Ann Lee", "Zoë de Vries", "Nadia van den Berg", "J. R. Kovač")
TITLES = ("Mayor", "Dr.", "Prime Minister", "chief executive", "spokeswoman for the harbour", "Professorin")
BODIES = (
    "Acme", "Port of Brindle", "Harbour Workers’ Union", "AT&T-Nord", "Universität Lindau", "F.C. Oster", "港湾局",
    "Ministry of Bridges",
)  # fmt: skip
SHORT_NAMES = ("PB", "HWU", "the port", "FC", "MoB")

QUOTATION_MARKS = (
    ('"', '"'), ("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("« ", " »"), ("»", "«"), ("「", "」"),
    ("「『", "』」"), ("“‘", "’”"), ("— ", ""), ("``", "''"), ('"', ""),
)  # fmt: skip
CUES = ("said", "says", "told reporters", "added", "according to", "sagte", "a déclaré", "قال", "said, laughing,")
NOBODY = ("he", "she", "a spokesman", "the 41-year-old", "er")

# What breaks naive code: odd white space, markup, what joins, turns round or changes length by case.
TRICKY = (
    "0", " ", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\u3000", "\u200b", "\u200f", "\u202e", "\u2066", "\ufeff",
    "e\u0301", "\u0301", "\u0338", "שלום", "سلام", "李", "ﬁ", "İ", "ß", "ŉ", "ǅ", "Σς",
    "😀", "👩\u200d🚀", "𝒜", "\U0010fffd",
    "<", "</p>", "&", "&amp;", "]]>", "<!--", "-->", "{", "}", '"', "'", "\\", "|", "*", "_", "`", "#", "- ", "1. ",
    "\u00ad", "> ", "[a](b)", "---", "~~", "~1", "/", "://", "\u00b4", "%", "$", "=", ":", ";", ",", ".", "…",
)  # fmt: skip
NOT_XML = ("\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\ufffe", "\uffff")

URLS = (
    "https://a.example/", "https://news.example/2031/05/04/harbour-pay?page=2&ref=top", "https://a.example/%D8%A3#live",
    "http://www.bücher.example:8080/ä/b", "https://a.example/?q=%22a%22&amp=1",
)  # fmt: skip
PROVIDERS = ("x", "youtube", "instagram", "datawrapper", "maps")
FURNITURE = ("related", "share", "newsletter", "comments", "copyright", "other")
LANGUAGES = ("en", "de", "pt-BR", "ar", "zh-Hant", "es-419")
NOTICES = ("no-body", "looks-truncated", "date-in-future-refused")
