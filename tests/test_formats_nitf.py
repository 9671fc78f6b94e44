"""NITF: whole when newsmodel wrote it, read for what it says when an agency did, and safe to read from anybody."""

import pytest
from lxml import etree

import newsmodel
from newsmodel import BlockQuote, Embed, Figure, FormatError, ListBlock, Paragraph, Person, Table
from tests.formats.sample import ARTICLE

NAMESPACE = {"n": "http://iptc.org/std/NITF/2006-10-18/"}


def wire(body="", head="", body_head="", attributes=""):
    return (
        f"<nitf {attributes}><head>{head}</head>"
        f"<body><body.head>{body_head}</body.head><body.content>{body}</body.content></body></nitf>"
    )


def read(*args, **kwargs):
    return newsmodel.loads(wire(*args, **kwargs), "nitf")


def test_the_standard_part_says_what_the_standard_has_elements_for():
    root = etree.fromstring(newsmodel.dumps(ARTICLE, "nitf").encode())

    def at(path):
        return ["".join(e.itertext()) for e in root.findall(path, NAMESPACE)]

    assert at(".//n:hl1") == [ARTICLE.headline]
    assert at(".//n:block/n:hl2") == ["What it costs", "When"]
    assert at(".//n:byline/n:person") == ["Lena Fisk", "Tom O'Hare"]
    assert root.find(".//n:date.issue", NAMESPACE).get("norm") == "2026-03-04T05:06:07+02:00"
    assert at(".//n:body.content//n:person") == ["Ada Brandt"]
    assert root.find(".//n:body.content//n:q", NAMESPACE).get("quote-source") == "Ada Brandt"
    assert at(".//n:bq/n:credit") == ["Tom O'Hare"]
    assert root.find(".//n:identified-content/n:person/n:function", NAMESPACE).text == "Minister"


def test_without_the_part_of_our_own_what_the_standard_holds_is_still_read():
    text = newsmodel.dumps(ARTICLE, "nitf")
    found = newsmodel.loads(text[: text.index("<rest")] + "</nitf>", "nitf")
    for name in ("headline", "kicker", "standfirst", "byline", "published", "dateline", "tags", "language", "access"):
        assert getattr(found, name) == getattr(ARTICLE, name), name
    assert found.text == ARTICLE.text
    assert [p.name for p in found.people] == ["Ada Brandt", "Tom O'Hare"]
    assert found.people[0].title == "Minister"
    assert found.quotes[0].text == "The pier is too short,"
    assert found.quotes[0].speaker == found.people[0]
    assert found.mentions[0].entity is found.people[0]


def test_a_document_that_others_changed_since_is_read_for_what_it_says_now():
    text = newsmodel.dumps(ARTICLE, "nitf")
    changed = text.replace("The pier is too short,", "The pier is far too short,")
    assert newsmodel.loads(changed, "nitf").quotes[0].text == "The pier is far too short,"
    other = text.replace('{"newsmodel":1,', '{"newsmodel":9,')
    assert newsmodel.loads(other, "nitf").headline == ARTICLE.headline


@pytest.mark.parametrize(
    "attributes", ["", 'xmlns="http://iptc.org/std/NITF/2006-10-18/"', 'version="-//IPTC//DTD NITF 3.2//EN"']
)
def test_namespace_and_version_do_not_matter(attributes):
    assert read("<p>a</p>", attributes=attributes).paragraphs == (Paragraph("a"),)


def test_prefixes_that_are_not_declared_are_forgiven():
    found = read("<x:p>a</x:p><p x:y='1'>b</p>", attributes='xsi:schemaLocation="a b"')
    assert [p.text for p in found.paragraphs] == ["a", "b"]
    with pytest.raises(FormatError, match="not XML"):
        read("<x:p>a</p>")


def test_an_item_inside_an_envelope_is_found():
    text = f"<newsItem><contentSet><inlineXML>{wire('<p>a</p>')}</inlineXML></contentSet></newsItem>"
    assert newsmodel.loads(text, "nitf").paragraphs == (Paragraph("a"),)


@pytest.mark.parametrize(
    ("norm", "moment"),
    [
        ("20240506T070809+0200", "2024-05-06T07:08:09+02:00"),
        ("20240506T070809Z", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06 07:08:09+00:00", "2024-05-06T07:08:09+00:00"),
        ("2024-05-06", "2024-05-06"),
    ],
)
def test_dates_are_read_in_the_forms_that_agencies_use(norm, moment):
    assert read(head=f'<docdata><date.issue norm="{norm}"/></docdata>').published.isoformat() == moment


def test_a_time_without_a_zone_is_taken_as_utc_and_says_so():
    found = read(head='<docdata><date.issue norm="20240506T070809"/></docdata>')
    assert found.published.isoformat() == "2024-05-06T07:08:09+00:00"
    assert [n.code for n in found.notices] == ["time-zone-assumed"]


def test_a_template_left_in_a_date_is_no_date():
    head = '<docdata><date.issue norm="YYYYMMDD000000-HHMM"/><date.release norm="20240506T000000Z"/></docdata>'
    assert read(head=head).published.isoformat() == "2024-05-06T00:00:00+00:00"


def test_the_line_of_authors_is_read_with_what_follows_each():
    found = read(body_head="<byline><person>Ida Moe</person>\n <byttl>Kelmar News</byttl></byline>")
    assert found.byline == "Ida Moe, Kelmar News"
    assert [a.name for a in found.authors][:1] == ["Ida Moe"]


def test_a_dateline_is_its_places_without_the_date():
    where = (
        "<location><city>Kelmar</city>\n<country>Norland</country></location><story.date norm='20240506'>x</story.date>"
    )
    found = read(body_head=f"<dateline>{where}</dateline>")
    assert found.dateline == "Kelmar, Norland"
    assert found.published.isoformat() == "2024-05-06"


def test_a_byline_and_a_dateline_may_stand_in_the_copy_and_there_may_be_several():
    found = read("<block><byline>Ida Moe</byline><dateline>Kelmar</dateline><p>a</p></block>")
    assert (found.byline, found.dateline, found.text) == ("Ida Moe", "Kelmar", "a")
    assert read(body_head="<byline>Ida Moe</byline><byline>Bo Lund</byline>").byline == "Ida Moe, Bo Lund"


def test_sloppy_copy_is_read_too():
    assert read("One.\n\nTwo\nlines.").text == "One.\n\nTwo lines."
    assert read(body_head="<hedline>Pier</hedline>").headline == "Pier"
    assert newsmodel.loads("<nitf><body><block><p>a</p></block></body></nitf>", "nitf").text == "a"


def test_what_agencies_print_twice_is_read_once():
    found = read("<hl2>Pier</hl2><p>It is too short.</p>", body_head="<hedline><hl1>Pier</hl1></hedline>")
    assert [s.heading for s in found.sections] == [None]
    found = read("<p>It is too short.</p>", body_head="<abstract><p>It is</p></abstract>")
    assert found.standfirst is None
    found = read("<p>It is too short.</p>", body_head="<abstract><p>A longer pier.</p></abstract>")
    assert found.standfirst == "A longer pier."


def test_names_are_mentions_without_their_endings():
    found = read("<p>It was <person>Ida Moe's</person> idea, <person>Ida Moe</person> told <org>NRD</org>.</p>")
    assert [m.entity.name for m in found.mentions] == ["Ida Moe", "Ida Moe", "NRD"]
    assert [(m.span.start, m.span.end) for m in found.mentions] == [(7, 14), (23, 30), (36, 39)]
    assert [p.name for p in found.people] == ["Ida Moe"]


def test_one_name_of_a_person_and_an_organization_makes_two_ids():
    found = read("<p><person>Moe</person> of <org>Moe</org></p>")
    assert [e.id for e in (*found.people, *found.organizations)] == ["moe", "moe-2"]


def test_quotes_are_read_without_their_marks_and_with_a_speaker_who_is_named():
    found = read('<p><person>Ida Moe</person> said <q quote-source="Ida Moe">“Yes,\n we do.”</q> <q>"</q></p>')
    (quote,) = found.quotes
    assert quote.text == "Yes, we do."
    assert quote.speaker == Person(name="Ida Moe")


def test_all_kinds_of_blocks_are_read():
    found = read(
        """<block id="Main"><p>One<br/>two.</p></block>
        <ul><li>a<ol><li>b</li></ol></li><li><p>c</p></li><li/></ul>
        <bq><block><p>said</p></block><credit>Ida Moe</credit></bq> <bq quote-source="Bo"/>
        <media media-type="image"><media-reference source="a.jpg" alternate-text="alt"/>
          <media-caption><p>One.</p><p>Two.</p></media-caption><media-producer>Bo</media-producer></media>
        <media media-type="video"><media-reference source="v.mp4" name="tube"/><media-caption>V</media-caption></media>
        <table><caption>T</caption><thead><tr><th>h</th></tr></thead><tr><td>1</td><td/></tr></table>
        <nitf-table><table><tr><td>2</td></tr></table></nitf-table>
        <pre>line  one\nline two\n\nnext</pre> <note><body.content><p>noted</p></body.content></note> <hr/>"""
    )
    assert found.sections[0].blocks == (
        Paragraph("One\ntwo."),
        ListBlock((Paragraph("a"), ListBlock((Paragraph("b"),), ordered=True), Paragraph("c"))),
        BlockQuote((Paragraph("said"),), attribution="Ida Moe"),
        Figure(url="a.jpg", alt="alt", caption=Paragraph("One. Two."), credit="Bo"),
        Embed(url="v.mp4", provider="tube", text="V"),
        Table(rows=(("1", ""),), header=("h",), caption="T"),
        Table(rows=(("2",),)),
        Paragraph("line one\nline two"),
        Paragraph("next"),
        Paragraph("noted"),
    )


def test_a_quotation_without_paragraphs_is_its_words():
    assert read("<bq>Yes.<credit>Bo</credit></bq>").sections[0].blocks[0].paragraphs[0].text.startswith("Yes.")


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + wire("<p>&x;</p>"), "declares entities"),
        ('<!DOCTYPE nitf [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + wire("<p>&c;</p>"), "declares entities"),
        ("<p>" * 300, "not XML: "),
        ("<nitf><body>", "not XML: "),
        ("", "not XML: "),
        ("<html><body/></html>", "not NITF: the root element is <html>"),
        (b'<?xml version="1.0" encoding="klingon"?><nitf/>', "not XML: "),
        (b"<nitf>\xff</nitf>", "not XML: "),
        ("<nitf>\x01</nitf>", "not XML: "),
    ],
)
def test_what_is_no_nitf_or_not_safe_is_refused(document, message):
    with pytest.raises(FormatError, match=message):
        newsmodel.loads(document, "nitf")


def test_an_external_document_type_is_neither_fetched_nor_read_from_a_file(tmp_path):
    dtd = tmp_path / "nitf.dtd"
    dtd.write_text('<!ENTITY x "read">')
    for place in ("http://127.0.0.1:9/nitf.dtd", dtd.as_uri(), str(dtd)):
        found = newsmodel.loads(f'<!DOCTYPE nitf SYSTEM "{place}">' + wire("<p>a</p>"), "nitf")
        assert found.paragraphs == (Paragraph("a"),)
        try:
            found = newsmodel.loads(f'<!DOCTYPE nitf SYSTEM "{place}">' + wire("<p>a &x; b</p>"), "nitf")
        except FormatError:
            continue
        assert "read" not in found.text


def test_a_document_over_the_size_that_is_read_is_refused(monkeypatch):
    from newsmodel._formats import _xml

    monkeypatch.setattr(_xml, "_MAX_SIZE", 10)
    with pytest.raises(FormatError, match="longer than 10 bytes"):
        newsmodel.loads(wire(), "nitf")


def test_an_encoding_that_is_declared_is_believed_of_bytes_alone():
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + wire("<p>é</p>")
    assert newsmodel.loads(text, "nitf").text == "é"
    assert newsmodel.loads(text.encode("iso-8859-1"), "nitf").text == "é"
