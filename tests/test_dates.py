"""Dates are read as machines and as readers write them, and nothing is claimed that is not written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel._dates import Reading, find, read

AT = datetime(2024, 5, 3, 15, 47, tzinfo=UTC)
DAY = date(2024, 5, 3)


def in_zone(hours, **fields):
    return AT.replace(tzinfo=timezone(timedelta(hours=hours)), **fields)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2024-05-03T15:47Z", AT),
        ("2024-05-03T15:47:00.000Z", AT),
        ("20240503T154700Z", AT),
        ("2024-05-03 15:47:00 UTC", AT),
        ("2024-05-03T15:47:42.389+0000", AT.replace(second=42, microsecond=389_000)),
        ("2024-05-03T15:47:42.1234567-03:00", in_zone(-3, second=42, microsecond=123_456)),
        ("2024-05-03T15:47:00 +0200", in_zone(2)),
        ("2024-05-03T15:47+02", in_zone(2)),
        ("2024-05-03T15:47:00+02:00[Europe/Paris]", in_zone(2)),
        ("2024-05-03T15:47:00+05:45", AT.replace(tzinfo=timezone(timedelta(hours=5, minutes=45)))),
        ("2024/05/03 15:47 +0000", AT),
        ("Fri, 03 May 2024 15:47:00 +0200", in_zone(2)),
        ("Fri, 03 May 2024 15:47:00 GMT", AT),
        ("Fri May 03 2024 15:47:00 GMT+0200 (CEST)", in_zone(2)),
        ("Fri May  3 15:47:00 UTC 2024", AT),
        ("May 3, 2024 at 3:47 p.m. EDT", in_zone(-4)),
        ("3:47 PM EDT, Fri May 3, 2024", in_zone(-4)),
        (AT.timestamp(), AT),
        (AT.timestamp() * 1000, AT),
        (str(int(AT.timestamp())), AT),
        (str(int(AT.timestamp()) * 1000), AT),
    ],
)
def test_a_moment_with_its_zone_is_read_exactly(written, moment):
    assert read(written) == Reading(moment)
    assert read(written).moment.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    "written", ["2024-05-03", "20240503", "2024-05-03T00:00:00", "2024-5-3", "3 May 2024", "2024-05-03T25:99:00Z"]
)
def test_a_bare_day_stays_a_day(written):
    assert read(written) == Reading(DAY)
    assert type(read(written).moment) is date


def test_a_time_without_a_zone_is_taken_as_utc_and_says_so():
    assert read("2024-05-03 15:47") == Reading(AT, zone_assumed=True)


@pytest.mark.parametrize(
    "written",
    [
        None, "", "today", "May 2024", "2024", "2024-13-45", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "12:30",
        "1,234 people", 0, -1, 17, float("inf"), float("-inf"), float("nan"), 1e300, "9" * 400, "31 February 2024",
    ],
)  # fmt: skip
def test_what_is_no_date_gives_none(written):
    assert read(written) is None


PRINTED = [
    ("en", "Published May 3, 2024"),
    ("en", "Friday 3rd of May, 2024"),
    ("en-GB", "03/05/2024"),
    ("en-US", "05/03/2024"),
    ("de", "3. Mai 2024"),
    ("de", "Stand: 03.05.24"),
    ("fr", "Publié le 3 mai 2024"),
    ("es", "3 de mayo de 2024"),
    ("it", "venerdì 3 maggio 2024"),
    ("pt-BR", "3 de maio de 2024"),
    ("nl", "vrijdag 3 mei 2024"),
    ("sv", "3 maj 2024"),
    ("da", "3. maj 2024"),
    ("no", "3. mai 2024"),
    ("fi", "3. toukokuuta 2024"),
    ("is", "3. maí 2024"),
    ("pl", "3 maja 2024"),
    ("cs", "3. května 2024"),
    ("sk", "3. mája 2024"),
    ("hu", "2024. május 3."),
    ("ro", "3 mai 2024"),
    ("el", "3 Μαΐου 2024"),
    ("tr", "3 Mayıs 2024"),
    ("ru", "3 мая 2024 года"),
    ("uk", "3 травня 2024"),
    ("bg", "3 май 2024"),
    ("lt", "2024 m. gegužės 3 d."),
    ("lv", "2024. gada 3. maijs"),
    ("ar", "٣ مايو ٢٠٢٤"),
    ("ar-LB", "3 أيار 2024"),
    ("he", "3 במאי 2024"),
    ("hi", "3 मई 2024"),
    ("hi", "३ मई २०२४"),
    ("bn", "৩ মে ২০২৪"),
    ("zh", "2024年5月3日"),
    ("ja", "2024年5月3日"),
    ("ja", "令和6年5月3日"),
    ("ko", "2024년 5월 3일"),
    ("th", "3 พ.ค. 2567"),
    ("vi", "ngày 3 tháng 5 năm 2024"),
    ("id", "3 Mei 2024"),
]


@pytest.mark.parametrize(("language", "written"), PRINTED)
def test_a_printed_day_is_read_in_its_language(language, written):
    assert [f.reading for f in find(written, language)] == [Reading(DAY)]


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "03.05.2024, 15.47 Uhr"),
        ("de", "3. Mai 2024 um 15:47 Uhr"),
        ("fr", "le 3 mai 2024 à 15h47"),
        ("en", "May 3, 2024 at 3:47 PM"),
        ("en", "3:47 p.m. on 3 May 2024"),
        ("zh", "2024年5月3日下午3:47"),
        ("ja", "2024年5月3日 15時47分"),
        ("ko", "2024년 5월 3일 오후 3:47"),
        ("ar", "3 مايو 2024 3:47 م"),
    ],
)
def test_the_time_beside_a_printed_day_is_read_with_it(language, written):
    assert find(written, language)[0].reading == Reading(AT, zone_assumed=True)


def test_an_offset_that_no_place_has_is_no_zone():
    assert read("2024-05-03T15:47:00+25:00") == Reading(AT, zone_assumed=True)
    assert read("2024-05-03T15:47:00 XYZ") == Reading(AT, zone_assumed=True)


@given(st.from_regex(r"(19|20)\d\d-[01]\d-[0-3]\d(T[0-2]\d:\d\d:\d\d)(\.\d{3})?(Z|[+-]\d\d:\d\d)", fullmatch=True))
def test_the_common_form_says_the_same_as_one_with_a_blank_for_its_letter(written):
    assert read(written) == read(written.replace("T", " "))


def test_the_first_of_two_languages_that_disagree_is_that_of_the_text():
    assert read("3 listopada 2024", "pl").moment.month == 11
    assert read("3 listopada 2024", "hr").moment.month == 10


def test_a_date_of_a_change_is_told_from_that_of_publication():
    first, second = find("Published 3 May 2024, 10:00 · Updated 4 May 2024, 11:00 GMT", "en")
    assert (first.updated, second.updated) == (False, True)
    assert second.reading == Reading(datetime(2024, 5, 4, 11, tzinfo=UTC))
    assert find("Aktualisiert am 3. Mai 2024", "de")[0].updated


@pytest.mark.parametrize("text", ["1 " * 400, "may " * 200, "9" * 9999, "1.1.1.1." * 90, "12:12 " * 99, "2024-" * 99])
def test_repetition_is_survived(text):
    assert find(text) == find(text)


@given(
    st.text(max_size=80) | st.text(alphabet="0123456789-/.: TZ+apmMay年月日, ", max_size=40),
    st.sampled_from([None, "de", "xx", "en-US", "é"]),
)
def test_reading_is_total_and_deterministic(text, language):
    assert read(text, language) == read(text, language)
    for found in find(text, language):
        assert 0 <= found.start < found.end <= len(text)


@given(st.datetimes(datetime(1700, 1, 1), datetime(2100, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_what_python_writes_is_read_back(moment):
    offset = moment.utcoffset()
    plain = moment.replace(tzinfo=timezone(timedelta(minutes=offset // timedelta(minutes=1))), fold=0)
    if plain.date() != date(1970, 1, 1):
        assert read(plain.isoformat()).moment == plain


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)))
def test_a_written_day_is_read_back(day):
    if day != date(1970, 1, 1):
        assert read(day.isoformat()).moment == day
        assert read(f"{day:%d.%m.%Y}", "de").moment == day
