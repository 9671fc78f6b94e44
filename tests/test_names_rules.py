"""Each rule on what the tagger found, alone: a text, names with their kinds, and what is left of them."""

from __future__ import annotations

import pytest

from newsmodel._names._bodies import link_bodies
from newsmodel._names._called import called, committees, known, lettered, possessive
from newsmodel._names._clubs import clubs
from newsmodel._names._doubt import like_short, no_demonyms, of_the, storms
from newsmodel._names._firms import by_head, incorporated, listed, owners, partners, shops
from newsmodel._names._found import Found
from newsmodel._names._initials import bracketed, spelled_out, spelled_small
from newsmodel._names._matches import tables, teams
from newsmodel._names._people import link_people
from newsmodel._names._posts import posts, ranks, starters
from newsmodel._names._repair import same_kind
from newsmodel._names._seams import and_more, apart
from newsmodel._names._short import short_forms
from newsmodel._names._tokens import Lines, lines
from newsmodel._names._widen import known_as, widen
from newsmodel._names._works import works

CASES = [
    (by_head, "The Spanish Partido Unido lost.", "MISC Spanish Partido Unido", "ORG Partido Unido"),
    (by_head, "The Tahrir Front lost.", "LOC Tahrir Front", "ORG Tahrir Front"),
    (by_head, "Quorvane's board met.", "LOC Quorvane", "ORG Quorvane"),
    (by_head, "Quorvane's chief executive left.", "PER Quorvane", "ORG Quorvane"),
    (by_head, "Ida Quorvane left. Quorvane's board met.", "PER Ida Quorvane; PER Quorvane",
     "PER Ida Quorvane; PER Quorvane"),
    (owners, "Quorvane's chief economist and Quorvane's wife", "", "ORG Quorvane"),
    (by_head, "Quorvane is wet.", "LOC Quorvane", "LOC Quorvane"),
    (by_head, "Ayala president Ida Moor left.", "PER Ayala; PER Ida Moor", "ORG Ayala; PER Ida Moor"),
    (by_head, "Ann Ayala president Ida Moor", "PER Ann Ayala; PER Ida Moor", "PER Ann Ayala; PER Ida Moor"),
    (by_head, "Ayala president of Peru", "PER Ayala", "PER Ayala"),
    (by_head, "It bought PT Batu Sela.", "PER PT Batu Sela", "ORG PT Batu Sela"),
    (by_head, "They met AJ Batu.", "PER AJ Batu", "PER AJ Batu"),
    (apart, "The Alphabet Inc's Google unit.", "ORG Alphabet Inc's Google", "ORG Alphabet Inc; ORG Google"),
    (apart, "Hamas and Fatah met.", "ORG Hamas and Fatah", "ORG Hamas; ORG Fatah"),
    (apart, "Trade and Industry Bank", "ORG Trade and Industry Bank", "ORG Trade and Industry Bank"),
    (and_more, "The Ministry of Trade and Ports met.", "ORG Ministry of Trade", "ORG Ministry of Trade and Ports"),
    (and_more, "Ministry of Trade and Hamas", "ORG Ministry of Trade; ORG Hamas", "ORG Ministry of Trade; ORG Hamas"),
    (and_more, "Ministry of Trade and Ports", "ORG Ministry of Trade; LOC Ports", "ORG Ministry of Trade and Ports"),
    (listed, "Ambrevia, Quorvane and Orlux rose.", "LOC Ambrevia; ORG Quorvane", "ORG Ambrevia; ORG Quorvane"),
    (incorporated, "Ann Lee of Ashlar Freight, Inc. left.", "PER Ann Lee", "PER Ann Lee; ORG Ashlar Freight, Inc."),
    (incorporated, "Quorvane, LLC fell.", "PER Quorvane", "ORG Quorvane, LLC"),
    (incorporated, "In May, Inc. magazine said so.", "", ""),
    (incorporated, "It sold, Inc. said.", "", ""),
    (shops, "He runs Gilligan's Bakery.", "PER Gilligan", "ORG Gilligan's Bakery"),
    (shops, "Gilligan's Bakery", "PER Gilligan; ORG Bakery", "ORG Gilligan's Bakery"),
    (spelled_out, "The Alianza Verde (AV) lost.", "ORG AV", "ORG Alianza Verde; ORG AV"),
    (spelled_out, "The Grand Alianza Verde (XQ) lost.", "ORG XQ", "ORG XQ"),
    (same_kind, "Ida Quorvan, now the Senate leader", "PER Ida Quorvan; ORG Senate", "PER Ida Quorvan; ORG Senate"),
    (same_kind, "The Road Board, or Darb Hurr, met.", "ORG Road Board; PER Darb Hurr", "ORG Road Board; ORG Darb Hurr"),
    (known_as, "Ramiro Paz, known as Mirito, won.", "PER Ramiro Paz", "PER Ramiro Paz; PER Mirito"),
    (known_as, "The Road Board, or Darb Hurr, met.", "ORG Road Board", "ORG Road Board; ORG Darb Hurr"),
    (widen, "María Ortega y Ruiz left.", "PER María Ortega; PER Ruiz", "PER María Ortega y Ruiz"),
    (widen, "María Ortega y Ruiz left.", "PER María Ortega", "PER María Ortega y Ruiz"),
    (widen, "Then Piet de Wit left.", "PER Piet de", "PER Piet de Wit"),
    (widen, "Es half Ilse Wirth von der TU Graz.", "PER Ilse Wirth von der", "PER Ilse Wirth von der"),
    (widen, "Then K T Rama Quorvan left.", "PER Rama Quorvan", "PER K T Rama Quorvan"),
    (widen, "Then A K Quorvan left.", "PER Quorvan", "PER A K Quorvan"),
    (widen, "Y Ana Quorvan left.", "PER Ana Quorvan", "PER Ana Quorvan"),
    (widen, "From Hobbs, Trent & Co. came.", "PER Hobbs; ORG Trent & Co.", "ORG Hobbs, Trent & Co."),
    (widen, "From Hobbs, Trent & Co. came.", "ORG Trent & Co.", "ORG Hobbs, Trent & Co."),
    (widen, "The U.S. Bureau of Roads met.", "ORG Bureau of Roads", "ORG U.S. Bureau of Roads"),
    (widen, "It was on BBC Radio 4 and left.", "ORG BBC Radio", "ORG BBC Radio 4"),
    (widen, "The Port Council 2014 plan", "ORG Port Council", "ORG Port Council"),
    (widen, "Then Mi-ok Kim spoke.", "PER Kim", "PER Mi-ok Kim"),
    (widen, "Then Co-pilot Kim spoke.", "PER Kim", "PER Kim"),
    (widen, "Then Abu Hamid spoke.", "PER Hamid", "PER Abu Hamid"),
    (no_demonyms, "Rep. Lee (R-Utah)", "ORG R-Utah", ""),
    (no_demonyms, "He joined the Liberals.", "ORG Liberals", "ORG Liberals"),
    (no_demonyms, "He met Liberals.", "PER Liberals", ""),
    (no_demonyms, "The Middle East", "ORG Middle East", ""),
    (no_demonyms, "Die Vorsitzende des Vereins kam.", "ORG Vorsitzende des Vereins", ""),
    (no_demonyms, "Die Stadtsprecherin für Kultur kam.", "PER Stadtsprecherin für Kultur", ""),
    (no_demonyms, "Die Kammer der Technik tagte.", "ORG Kammer der Technik", "ORG Kammer der Technik"),
    (no_demonyms, "The Cleveland Indians lost.", "ORG Cleveland Indians", "ORG Cleveland Indians"),
    (no_demonyms, "It is based in Orva Vale, Utah.", "ORG Orva Vale", ""),
    (no_demonyms, "based in Orva University", "ORG Orva University", "ORG Orva University"),
    (like_short, "Jeong-su Park left.", "LOC Jeong-su Park", "PER Jeong-su Park"),
    (like_short, "They left Orva-la Vale.", "LOC Orva-la Vale", "LOC Orva-la Vale"),
    (like_short, "Con O'Quorvan left.", "MISC Con O'Quorvan", "PER Con O'Quorvan"),
    (like_short, "Ida Maria de Quor left. De Quor wept.", "PER Ida Maria de Quor; ORG De Quor",
     "PER Ida Maria de Quor; PER De Quor"),
    (lettered, "QUORVA said no.", "PER QUORVA", "ORG QUORVA"),
    (lettered, "Ida QUORVA left. QUORVA wept.", "PER Ida QUORVA; PER QUORVA", "PER Ida QUORVA; PER QUORVA"),
    (lettered, "KEVIN said no.", "PER KEVIN", "PER KEVIN"),
    (works, "in “The Trial of Ida Moor”, a film", "PER Ida Moor", ""),
    (works, "She sang “Ida Moor” and wept.", "PER Ida Moor", ""),
    (works, "Ida Moor saw “The Trial of Ida Moor”.", "PER Ida Moor; PER Ida Moor", "PER Ida Moor; PER Ida Moor"),
    (works, "a man known as “Ida Moor” left", "PER Ida Moor", "PER Ida Moor"),
    (works, "Vito “Moor” Quorvan left", "PER Moor", "PER Moor"),
    (works, "“Ida Moor,” he said.", "PER Ida Moor", "PER Ida Moor"),
    (works, "He said: “Ida Moor is ill.”", "PER Ida Moor", "PER Ida Moor"),
    (no_demonyms, "FLINT, Mich.", "ORG FLINT", ""),
    (no_demonyms, "They fled to Jordan.", "PER Jordan", ""),
    (no_demonyms, "Lena Jordan left. Jordan wept.", "PER Lena Jordan; PER Jordan", "PER Lena Jordan; PER Jordan"),
    (no_demonyms, "Ports in UAE waters.", "ORG UAE", ""),
    (of_the, "The West's policies failed.", "PER West", ""),
    (of_the, "The Quorvans said no.", "PER Quorvans", "ORG Quorvans"),
    (of_the, "The Tarrant campaign won.", "PER Tarrant", "PER Tarrant"),
    (of_the, "Ida Tarrant won. The Tarrant said no.", "PER Ida Tarrant; PER Tarrant", "PER Ida Tarrant; PER Tarrant"),
    (storms, "Hurricane Ida came. Ida grew.", "PER Ida", ""),
    (storms, "Typhoon Ida came. Ida grew.", "PER Typhoon Ida; PER Ida", ""),
    (storms, "Hurricane Ida came. Ida Moor left. Ida wept.", "PER Ida Moor; PER Ida", "PER Ida Moor; PER Ida"),
    (storms, "The hurricane Obama saw. Obama left.", "PER Obama; PER Obama", "PER Obama; PER Obama"),
    (posts, "Then Senate Leader Ann Lee spoke.", "ORG Senate Leader; PER Ann Lee", "ORG Senate; PER Ann Lee"),
    (posts, "NPP Communications Director", "ORG NPP Communications Director", "ORG NPP"),
    (posts, "House of Elders Speaker", "ORG House of Elders Speaker", "ORG House of Elders"),
    (posts, "the Office of the President", "ORG Office of the President", "ORG Office of the President"),
    (posts, "the Minister of Trade", "ORG Minister of Trade", ""),
    (posts, "the Minister of Trade", "ORG Trade", ""),
    (posts, "the Inspector-General of Police", "ORG Inspector-General of Police", ""),
    (posts, "the Swedish Minister", "ORG Swedish Minister", ""),
    (posts, "the Harbour Treaty", "ORG Harbour Treaty", ""),
    (posts, "Home Secretary Ann Lee", "PER Home Secretary Ann Lee", "PER Ann Lee"),
    (posts, "elected Ann Lee President", "PER Ann Lee President", "PER Ann Lee"),
    (posts, "King Rathavong sent three sons.", "ORG King Rathavong", "PER Rathavong"),
    (posts, "Senate Republican leader", "ORG Senate Republican", "ORG Senate"),
    (posts, "the Senate Republicans", "ORG Senate Republicans", "ORG Senate Republicans"),
    (posts, "the Harbour Republicans", "ORG Harbour Republicans", "ORG Harbour Republicans"),
    (posts, "King Power sent three sons.", "ORG King Power", "ORG King Power"),
    (posts, "Analist Rita Moor van ING", "PER Rita Moor van ING", "PER Rita Moor"),
    (posts, "como dijo Rita Moor de la CGT", "PER Rita Moor de la CGT", "PER Rita Moor"),
    (posts, "RITA MOOR van LEYDEN", "PER RITA MOOR van LEYDEN", "PER RITA MOOR van LEYDEN"),
    (posts, "Billie Jean King", "PER Billie Jean King", "PER Billie Jean King"),
    (ranks, "Then the Chief Justice spoke.", "PER Justice", ""),
    (ranks, "said Chief Justice.", "PER Justice", ""),
    (ranks, "said Justice King.", "PER King", "PER King"),
    (ranks, "The Reverend King spoke.", "PER King", "PER King"),
    (ranks, "The Lord Judge, Ann Judge, spoke.", "PER Judge; PER Ann Judge", "PER Judge; PER Ann Judge"),
    (ranks, "The Senior Advocate spoke.", "ORG Senior Advocate", ""),
    (ranks, "The Lady Mayoress spoke.", "ORG Lady Mayoress", ""),
    (ranks, "Sued by Justice First again.", "ORG Justice First", "ORG Justice First"),
    (ranks, "The Chief Star spoke.", "ORG Chief Star", "ORG Chief Star"),
    (starters, "Although Tarrant lost. Tarrant wept.", "PER Although Tarrant; PER Tarrant", "PER Tarrant; PER Tarrant"),
    (starters, "Although Tarrant lost.", "PER Although Tarrant", "PER Although Tarrant"),
    (starters, "She beat Republican Linda Quorvan.", "ORG Republican Linda Quorvan", "PER Linda Quorvan"),
    (starters, "the Republican Chad Front", "ORG Republican Chad Front", "ORG Republican Chad Front"),
    (starters, "Microbiologist Ann Quorvan left.", "PER Microbiologist Ann Quorvan", "PER Ann Quorvan"),
    (starters, "Airline Quorvane left.", "ORG Airline Quorvane", "ORG Quorvane"),
    (starters, "Bookmaker William Hill left.", "PER Bookmaker William Hill", "ORG William Hill"),
    (starters, "Airline Pilots Union", "ORG Airline Pilots Union", "ORG Airline Pilots Union"),
    (starters, "European NATO members", "ORG European NATO", "ORG NATO"),
    (starters, "The Italian Socialist Party", "ORG Italian Socialist Party", "ORG Italian Socialist Party"),
    (apart, "Lakeport Hawks of Major League Baseball", "ORG Lakeport Hawks of Major League Baseball",
     "ORG Lakeport Hawks; ORG Major League Baseball"),
    (apart, "the Council of the European Union", "ORG Council of the European Union",
     "ORG Council of the European Union"),
    (apart, "TUC and NUMW agreed.", "ORG TUC and NUMW", "ORG TUC; ORG NUMW"),
    (apart, "Alder Bank and Quorvane paid.", "ORG Alder Bank and Quorvane", "ORG Alder Bank; ORG Quorvane"),
    (apart, "the Ministry of Trade and Ports", "ORG Ministry of Trade and Ports", "ORG Ministry of Trade and Ports"),
    (apart, "University of Alder and Moor College", "ORG University of Alder and Moor College",
     "ORG University of Alder and Moor College"),
    (apart, "New People's Army men", "ORG New People's Army", "ORG New People's Army"),
    (apart, "Alder Institute of Trade's Policy Centre", "ORG Alder Institute of Trade's Policy Centre",
     "ORG Alder Institute of Trade; ORG Policy Centre"),
    (apart, "the Dawn Party of Saad Hassan", "ORG Dawn Party of Saad Hassan", "ORG Dawn Party; PER Saad Hassan"),
    (apart, "the Dawn Party of Qwarno Zibbel", "ORG Dawn Party of Qwarno Zibbel", "ORG Dawn Party; PER Qwarno Zibbel"),
    (apart, "the Law Offices of Peter Jones", "ORG Law Offices of Peter Jones", "ORG Law Offices of Peter Jones"),
    (apart, "the Union of Young Farmers", "ORG Union of Young Farmers", "ORG Union of Young Farmers"),
    (partners, "It sued Tuttle & Lowery.", "PER Lowery", "ORG Tuttle & Lowery"),
    (partners, "It sued Mary & Susan.", "PER Mary; PER Susan", "PER Mary; PER Susan"),
    (partners, "in sums (Tuttle & Lowery, 2014)", "PER Lowery", "PER Lowery"),
    (partners, "as Ann Tuttle & Lowery", "PER Ann Tuttle; PER Lowery", "PER Ann Tuttle; PER Lowery"),
    (partners, "from Tuttle & Lowery", "ORG Tuttle & Lowery", "ORG Tuttle & Lowery"),
    (bracketed, "The Peat League (BB) met.", "ORG Peat League", "ORG Peat League; ORG BB"),
    (bracketed, "The Peat League (UK) met.", "ORG Peat League", "ORG Peat League"),
    (bracketed, "The Peat League (BB) met.", "ORG Peat League; MISC BB", "ORG Peat League; ORG BB"),
    (shops, "He left Gilligan's Bakery.", "LOC Gilligan", "ORG Gilligan's Bakery"),
    (shops, "He left Berlin's Market.", "LOC Berlin", "LOC Berlin"),
    (widen, "Then Jan Petrus Hoek left.", "PER Petrus Hoek", "PER Jan Petrus Hoek"),
    (spelled_small, "the exclusive fishing zone (EFZ) and EFZ", "ORG EFZ; ORG EFZ", ""),
    (spelled_small, "the national road union (NRU)", "ORG NRU", "ORG NRU"),
    (spelled_small, "the Grand Alianza (GA)", "ORG GA", "ORG GA"),
]  # fmt: skip


def names(text: str, told: str) -> list[Found]:
    found, at = [], 0
    for one in filter(None, told.split("; ")):
        kind, _, name = one.partition(" ")
        at = text.index(name, at)
        found.append(Found(at, at + len(name), kind, name))
        at += len(name)
    return found


@pytest.mark.parametrize(("rule", "text", "before", "after"), CASES, ids=[f"{c[0].__name__}: {c[2]}" for c in CASES])
def test_a_rule_gives(rule, text, before, after):
    left = rule(text, Lines(), names(text, before))
    assert "; ".join(f"{f.kind} {f.text}" for f in left) == after
    assert [text[f.start : f.end] for f in left] == [f.text for f in left]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("CRICKET - DRAW.\nKenya met Fiji in Nadi.", "LOC Kenya; LOC Fiji; LOC Nadi", "ORG Kenya; ORG Fiji; LOC Nadi"),
        ("CRICKET - DRAW.\nKenya lost in Fiji.", "LOC Kenya; LOC Fiji", "ORG Kenya; LOC Fiji"),
        ("CRICKET - DRAW.\nKenya\nIt lost.", "LOC Kenya", "ORG Kenya"),
        ("CRICKET - DRAW.\nA day between Fiji and Guam", "LOC Fiji; LOC Guam", "ORG Fiji; ORG Guam"),
        ("TALKS - DRAW.\nKenya met Fiji.", "LOC Kenya; LOC Fiji", "LOC Kenya; LOC Fiji"),
        ("SOCCER - DRAW.\nOn Sunday:\nNorvik 2 Hallan 1 (halftime 0-1)", "PER Hallan", "ORG Norvik; ORG Hallan"),
        ("SOCCER - TABLE.\nOn Sunday:\nNorvik 9 7 1 1 24 8 22", "LOC Norvik", "ORG Norvik"),
        ("GOLF - SCORES.\nOn Sunday:\nMary Tuttle 67 66 70", "PER Mary Tuttle", "PER Mary Tuttle"),
        ("SNOW - DEPTHS.\nOn Sunday:\nNorvik 9 7 1 1 24 8 22", "LOC Norvik", "LOC Norvik"),
    ],
)
def test_in_match_reports_alone_places_are_teams(text, before, after):
    cut = lines(text)
    left = tables(text, cut, teams(text, cut, names(text, before)))
    assert "; ".join(f"{f.kind} {f.text}" for f in left) == after


@pytest.mark.parametrize(
    ("rule", "text", "before", "after"),
    [
        (called, "The airline Quorvane fell.", "", "ORG Quorvane"),
        (called, "The airline Quorvane fell.", "MISC Quorvane", "ORG Quorvane"),
        (called, "The company Ida Moor runs fell.", "PER Ida Moor", "PER Ida Moor"),
        (called, "The company Paris likes fell.", "LOC Paris", "LOC Paris"),
        (called, "The company I run fell.", "", ""),
        (committees, "the Senate Health, Roads and Ports Committee", "ORG Senate Health; ORG Roads and Ports Committee",
         "ORG Senate Health, Roads and Ports Committee"),
        (committees, "The Culture, Roads and Ports Committee", "ORG Roads and Ports Committee",
         "ORG Culture, Roads and Ports Committee"),
        (committees, "shares of Orva, Roads and Ports Committee", "ORG Orva; ORG Roads and Ports Committee",
         "ORG Orva; ORG Roads and Ports Committee"),
        (known, "They ate at Burger King.", "PER Burger King", "ORG Burger King"),
        (known, "They left the White House.", "LOC White House", "LOC White House"),
        (known, "They met John Lewis.", "PER John Lewis", "PER John Lewis"),
        (known, "They live in Port Vale.", "LOC Port Vale", "LOC Port Vale"),
        (possessive, "It was sold at Sotheby's.", "LOC Sotheby", "ORG Sotheby's"),
        (possessive, "It was sold at Quorvan's.", "PER Quorvan", "PER Quorvan"),
        (possessive, "Ida Sotheby left. Sotheby's son wept.", "PER Ida Sotheby; PER Sotheby",
         "PER Ida Sotheby; PER Sotheby"),
        (clubs, "The striker scored twice at half-time to sink Norvik. Norvik have lost.", "LOC Norvik; LOC Norvik",
         "ORG Norvik; ORG Norvik"),
        (clubs, "The striker lives in Norvik. By half-time Norvik coach Ida Moor left.", "LOC Norvik; LOC Norvik",
         "LOC Norvik; ORG Norvik"),
        (clubs, "By half-time they drew 1-1 at Norvik. The striker left.", "LOC Norvik", "ORG Norvik"),
        (clubs, "By half-time the Tanners led. The striker left.", "", "ORG Tanners"),
        (clubs, "The striker likes the Championships. Half-time.", "", ""),
        (clubs, "Norvik have lost the striker.", "LOC Norvik", "LOC Norvik"),
        (short_forms, "In May it ate in Mamborda. The Mamborda Taxi Union left. It hit Mamborda.",
         "ORG Mamborda Taxi Union", "ORG Mamborda Taxi Union; ORG Mamborda"),
        (short_forms, "It bought shares in Mamborda. The Mamborda Taxi Union left.",
         "ORG Mamborda Taxi Union", "ORG Mamborda; ORG Mamborda Taxi Union"),
        (short_forms, "Labour group leaders left.", "", "ORG Labour"),
        (short_forms, "Labour costs rose.", "", ""),
    ],
)  # fmt: skip
def test_a_rule_that_looks_at_lines_gives(rule, text, before, after):
    left = rule(text, lines(text), names(text, before))
    assert "; ".join(f"{f.kind} {f.text}" for f in left) == after
    assert [text[f.start : f.end] for f in left] == [f.text for f in left]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Ritika wept for Ritika Quorvan.", "ORG Ritika; PER Ritika Quorvan", "PER Ritika; PER Ritika Quorvan"),
        ("Ritika and Ritika Ida Quorvan", "ORG Ritika; PER Ritika Ida Quorvan", "ORG Ritika; PER Ritika Ida Quorvan"),
        ("Chelsea and Chelsea Quorvan", "ORG Chelsea; PER Chelsea Quorvan", "ORG Chelsea; PER Chelsea Quorvan"),
        ("Ritika sued Ritika Foods and Ritika Quorvan.", "ORG Ritika; ORG Ritika Foods; PER Ritika Quorvan",
         "ORG Ritika; ORG Ritika Foods; PER Ritika Quorvan"),
    ],
)  # fmt: skip
def test_the_first_word_of_two_of_a_person_alone_is_the_person(text, before, after):
    left = short_forms(text, lines(text), names(text, before))
    assert "; ".join(f"{f.kind} {f.text}" for f in left) == after


@pytest.mark.parametrize(
    ("link", "kind", "name"), [(link_people, "PER", "{} Quill"), (link_bodies, "ORG", "Quarry {} Board")]
)
def test_thousands_who_share_a_word_stay_apart(link, kind, name):
    names = [
        name.format(f"{a}{b}{c}ov") for a in "BDFGKLMNPR" for b in "aeiou" for c in "bdgklmnprstvz" for _ in range(2)
    ]
    groups = link([Found(0, 1, kind, each) for each in names])
    assert groups[::2] == groups[1::2]
    assert len(set(groups)) == len(set(names)) == 650
