"""The command line: what each command prints, what it does with bad input, and its exit codes."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsmodel
from newsmodel._cli.app import cli
from tests.batch.archives import packed, response

EXAMPLES = Path(__file__).parent.parent / "examples"
TRAM = str(EXAMPLES / "tram-line.html")
STRIKE = str(EXAMPLES / "harbour-strike.txt")


def run(*args, stdin=None, env=None):
    """Run a command in this process; stdout and stderr apart."""
    return CliRunner().invoke(cli, args, input=stdin, env=env)


def process(*args, stdin=b"", **env):
    """Run a command as a user would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "newsmodel", *args],
        input=stdin,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )


class TestShow:
    def test_it_shows_headline_text_and_what_was_left_out(self):
        shown = run("show", TRAM)
        assert shown.exit_code == 0
        for words in (
            "Council approves second tram line",
            "Doubts about the cost",
            "driving licences",
            "Bus fares to rise",
        ):
            assert words in " ".join(shown.stdout.split())

    def test_it_joins_quotes_to_their_speakers(self):
        assert re.search(r"❝ Oskar Lindqvist +\d+ words", run("show", TRAM).stdout)

    def test_standard_input_is_a_dash(self):
        assert "PORT WORKERS" in run("show", "-", stdin=Path(STRIKE).read_bytes()).stdout

    def test_without_a_terminal_there_is_no_colour(self):
        assert "\x1b[" not in run("show", TRAM).stdout

    @pytest.mark.parametrize(("env", "colour"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False)])
    def test_colour_can_be_asked_for_and_refused(self, env, colour):
        assert (b"\x1b[3" in process("show", TRAM, **env).stdout) is colour

    def test_every_block_of_an_article_is_shown(self):
        shown = " ".join(run("show", str(EXAMPLES / "night-market.html")).stdout.split())
        for words in (
            "Jon Akello",
            "1. The market opens at six",
            "• up to three metres",
            "Planned",
            "Inscription on the",
        ):
            assert words in shown

    def test_no_text_of_a_page_is_a_command_to_the_terminal(self, tmp_path):
        text = "It\x1b[2J \x9b31m\rrained\x07, said Ann Lee."
        blocks = (newsmodel.Paragraph(text), newsmodel.Table(header=("\x1b",), rows=(("\x1b",),), caption="\x1b"))
        section = newsmodel.Section(blocks=blocks, heading="\x1b[0m", level=2)
        said = newsmodel.annotate(newsmodel.Article(headline=text, byline=text, sections=(section,)))
        newsmodel.dump(said, tmp_path / "a.json")
        shown = process("show", str(tmp_path / "a.json")).stdout.decode()
        assert not set(shown) & {chr(c) for c in (*range(32), *range(127, 160)) if c != 10}
        assert "It\ufffd[2J \ufffd31m rained\ufffd, said Ann Lee." in shown

    def test_a_terminal_that_is_not_utf_8_shows_what_it_can(self):
        shown = process("show", TRAM, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert shown.returncode == 0
        assert b"Council approves" in shown.stdout


class TestParse:
    def test_each_article_is_a_line_that_loads_reads(self):
        said = run("parse", TRAM, STRIKE)
        assert [newsmodel.loads(x) for x in said.stdout.splitlines()] == [
            newsmodel.parse(Path(TRAM)),
            newsmodel.parse(Path(STRIKE)),
        ]

    def test_structure_only_leaves_people_and_quotes_out(self):
        article = newsmodel.loads(run("parse", TRAM, "--structure-only").stdout)
        assert article == newsmodel.parse(Path(TRAM), annotate=False)

    @pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
    def test_many_files_go_to_one_in_their_order(self, tmp_path, name):
        files = sorted(str(p) for p in (EXAMPLES / "articles").iterdir())[:4]
        said = process("parse", *files, "-o", str(tmp_path / name), "-j", "1")
        assert said.returncode == 0, said.stderr
        assert b"4 pages: 4 articles" in said.stderr
        got = [a.headline for a in newsmodel.load_all(tmp_path / name)]
        assert got == [newsmodel.parse(Path(f), annotate=False).headline for f in files]
        assert [p.name for p in tmp_path.iterdir()] == [name]

    def test_a_job_with_structure_only(self, tmp_path):
        said = process("parse", TRAM, STRIKE, "-o", str(tmp_path / "o.jsonl"), "-j", "1", "--structure-only")
        assert said.returncode == 0, said.stderr
        assert not any(a.quotes for a in newsmodel.load_all(tmp_path / "o.jsonl"))

    def test_a_page_that_fails_is_a_record_and_the_exit_code_is_one(self, tmp_path):
        (tmp_path / "big.html").write_bytes(b"<p>" + b"x" * (65 << 20))
        said = process("parse", TRAM, str(tmp_path / "big.html"), "-o", str(tmp_path / "o.jsonl"), "-j", "1")
        assert said.returncode == 1
        rows = [json.loads(x) for x in (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [("article" in r, "error" in r) for r in rows] == [(True, False), (False, True)]

    def test_a_source_that_is_not_there_is_an_error(self, tmp_path):
        said = run("parse", str(tmp_path / "none.html"), "-o", str(tmp_path / "o.jsonl"))
        assert said.exit_code == 1
        assert "none.html" in said.stderr
        assert not (tmp_path / "o.jsonl").exists()

    def test_standard_input_cannot_be_a_job(self, tmp_path):
        assert run("parse", "-", "-o", str(tmp_path / "o.jsonl")).exit_code == 2


class TestArchives:
    @pytest.fixture
    def archive(self, tmp_path):
        bodies = (f"<h1>Tide {n}</h1><p>The sea is calm.</p><p>Nobody was hurt by wave {n}.</p>" for n in (1, 2, 3))
        pages = (response(f"https://a.test/{n}", body.encode()) for n, body in enumerate(bodies, 1))
        (tmp_path / "a.warc.gz").write_bytes(packed(*pages))
        return tmp_path / "a.warc.gz"

    def test_pages_of_an_archive_are_parsed_without_an_output_too(self, archive):
        articles = [newsmodel.loads(x) for x in run("parse", str(archive)).stdout.splitlines()]
        assert [a.url for a in articles] == [f"https://a.test/{n}" for n in (1, 2, 3)]
        assert "Nobody was hurt by wave 2." in run("show", str(archive)).stdout

    @pytest.mark.parametrize("name", ["o.jsonl", "o.parquet"])
    def test_what_parse_wrote_is_read_by_the_other_commands(self, tmp_path, name):
        assert process("parse", TRAM, STRIKE, "-o", str(tmp_path / name), "--engine", "loop").returncode == 0
        said = run("quotes", str(tmp_path / name)).stdout.splitlines()
        assert len(said) == sum(len(newsmodel.parse(Path(f)).quotes) for f in (TRAM, STRIKE))

    def test_rows_of_pages_are_parsed_and_bad_ones_named(self, tmp_path):
        rows = [
            {"url": "https://a.test/1", "html": "<h1>Tide</h1><p>Nobody was hurt by the waves."},
            {"html": 5},
        ]
        (tmp_path / "p.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        said = run("parse", "--structure-only", str(tmp_path / "p.jsonl"))
        assert [newsmodel.loads(x).text for x in said.stdout.splitlines()] == ["Nobody was hurt by the waves."]
        assert "p.jsonl, record 1: expected text or bytes in the column html, got int" in said.stderr
        assert said.exit_code == 1

    def test_a_page_over_the_size_cap_is_named(self, archive):
        with archive.open("ab") as file:
            file.write(packed(response("https://a.test/big", b"<p>" + os.urandom(1 << 10).hex().encode() * 33_000)))
        said = run("parse", str(archive))
        assert len(said.stdout.splitlines()) == 3
        assert "a.warc.gz, record 3: " in said.stderr
        assert said.exit_code == 1

    @pytest.mark.parametrize("command", ["view", "convert"])
    def test_commands_for_one_article_say_that_an_archive_holds_many(self, archive, command):
        said = run(command, str(archive), *(["-"] if command == "convert" else []))
        assert said.exit_code == 1
        assert "holds many pages" in said.stderr


class TestQuotes:
    def test_each_quote_is_a_json_line(self):
        rows = [json.loads(x) for x in run("quotes", TRAM).stdout.splitlines()]
        assert {"file", "speaker", "kind", "text", "as_written", "pointer"} == rows[0].keys()
        article = newsmodel.parse(Path(TRAM))
        assert [r["text"] for r in rows] == [q.text for q in article.quotes]
        assert newsmodel.at_pointer(article, rows[0]["pointer"]) == article.quotes[0]

    def test_by_keeps_one_speaker(self):
        rows = [json.loads(x) for x in run("quotes", TRAM, "--by", "Nasser").stdout.splitlines()]
        assert rows
        assert {r["speaker"] for r in rows} == {"Farah Nasser"}

    def test_csv_has_a_header(self):
        rows = list(csv.DictReader(io.StringIO(run("quotes", TRAM, "--csv").stdout)))
        assert len(rows) == len(newsmodel.parse(Path(TRAM)).quotes)


class TestPeople:
    def test_each_person_is_a_json_line_with_counts(self):
        rows = {r["name"]: r for r in map(json.loads, run("people", TRAM).stdout.splitlines())}
        mayor = rows["Oskar Lindqvist"]
        assert mayor["title"] == "Mayor"
        assert mayor["quotes"] >= 1
        assert mayor["words_quoted"] > 5
        assert all(r["type"] == "person" for r in rows.values())

    def test_organizations_come_on_request(self):
        rows = [json.loads(x) for x in run("people", TRAM, "--organizations").stdout.splitlines()]
        assert "Lindow Transit" in {r["name"] for r in rows if r["type"] == "organization"}


class TestView:
    def test_the_picture_goes_to_a_file_or_to_standard_output(self, tmp_path):
        out = tmp_path / "p.html"
        assert run("view", TRAM, "-o", str(out)).exit_code == 0
        assert out.read_bytes().strip() == run("view", TRAM).stdout_bytes.strip()
        assert list(tmp_path.iterdir()) == [out]

    def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(self, tmp_path):
        said = run("view", TRAM, "-o", str(tmp_path / "none" / "p.html"))
        assert said.exit_code == 1
        assert "cannot write" in said.stderr

    def test_a_dash_is_standard_output(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert run("view", TRAM, "-o", "-").stdout_bytes == run("view", TRAM).stdout_bytes
        assert list(tmp_path.iterdir()) == []


class TestConvert:
    def test_an_output_that_cannot_be_written_is_named(self, tmp_path):
        for out in (tmp_path / "none" / "a.json", Path(TRAM) / "a.json"):
            said = run("convert", TRAM, str(out))
            assert said.exit_code == 1
            assert f"cannot write {out}" in said.stderr

    def test_an_input_that_is_not_there_is_named(self):
        said = run("convert", "none.json", "-", "--from", "json")
        assert said.exit_code == 1
        assert "cannot read none.json" in said.stderr

    @pytest.mark.parametrize("suffix", ["json", "html", "md", "txt"])
    def test_the_format_goes_by_the_suffix(self, tmp_path, suffix):
        out = tmp_path / f"a.{suffix}"
        assert run("convert", TRAM, str(out)).exit_code == 0
        assert newsmodel.load(out).headline == "Council approves second tram line despite cost fears"

    def test_json_in_and_out_loses_nothing(self, tmp_path):
        article = newsmodel.parse(Path(TRAM))
        newsmodel.dump(article, tmp_path / "a.json")
        assert run("convert", str(tmp_path / "a.json"), str(tmp_path / "b.html")).exit_code == 0
        assert newsmodel.load(tmp_path / "b.html") == article

    def test_dashes_are_standard_input_and_output(self):
        article = newsmodel.parse(Path(TRAM))
        said = run("convert", "-", "-", "--from", "json", "--to", "html", stdin=newsmodel.dumps(article, format="json"))
        assert newsmodel.loads(said.stdout_bytes, format="html") == article

    def test_an_unknown_format_is_named_with_those_there_are(self, tmp_path):
        said = run("convert", TRAM, str(tmp_path / "a.docx"))
        assert said.exit_code == 1
        assert "docx" in said.stderr
        assert "nitf" in said.stderr

    def test_a_broken_document_is_an_error_of_one_line(self, tmp_path):
        bad = tmp_path / "a.json"
        bad.write_text('{"headline": 5}', encoding="utf-8")
        said = run("convert", str(bad), str(tmp_path / "b.html"))
        assert said.exit_code == 1
        assert "Traceback" not in said.stderr
        assert not (tmp_path / "b.html").exists()


class TestFormats:
    def test_it_lists_each_format_once(self):
        said = run("formats").stdout
        for f in newsmodel.formats():
            assert re.search(rf"^{f.name} ", said, re.MULTILINE)


class TestFailures:
    def test_good_files_are_shown_and_bad_ones_named(self, tmp_path):
        said = run("quotes", str(tmp_path / "none.html"), TRAM)
        assert said.exit_code == 1
        assert "none.html" in said.stderr
        assert len(said.stdout.splitlines()) > 3

    def test_wrong_use_exits_with_two(self):
        assert run("show").exit_code == 2
        assert run("nothing").exit_code == 2

    def test_every_command_has_help_with_the_exit_codes(self):
        for name in cli.commands:
            said = run(name, "--help")
            assert said.exit_code == 0
            assert "Exit codes" in said.stdout

    def test_a_reader_that_hangs_up_is_no_error(self):
        shell = f'"{sys.executable}" -m newsmodel quotes {TRAM} {TRAM} {TRAM} | head -n 1; exit ${{PIPESTATUS[0]}}'
        said = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)
        assert b"Traceback" not in said.stderr

    @pytest.mark.parametrize("name", ["none.json", "loop.json", "file.txt/a.json", "n" * 300 + ".nitf", ""])
    @pytest.mark.parametrize("command", ["show", "parse", "quotes", "people", "view", "convert"])
    def test_a_name_that_cannot_be_read_is_an_error_of_its_own(self, tmp_path, command, name):
        (tmp_path / "file.txt").write_text("A text.", encoding="utf-8")
        (tmp_path / "loop.json").symlink_to("loop.json")
        said = run(command, name and str(tmp_path / name), *(["-"] if command == "convert" else []))
        assert said.exit_code == (1 if name else 2)
        assert isinstance(said.exception, SystemExit)
        assert ("cannot read" if name else "empty") in said.stderr

    def test_a_folder_stands_for_its_files_but_not_for_its_pipes(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.html")
        (tmp_path / "gone.html").symlink_to("nowhere")
        (tmp_path / "good.txt").write_bytes(Path(STRIKE).read_bytes())
        said = run("show", str(tmp_path))
        assert "PORT WORKERS" in said.stdout
        assert "gone.html" in said.stderr
        assert said.exit_code == 1

    def test_a_name_that_is_not_utf_8_stands_in_the_rows_as_it_is(self, tmp_path):
        name = os.fsencode(tmp_path) + b"/caf\xe9.html"
        Path(os.fsdecode(name)).write_bytes(Path(TRAM).read_bytes())
        for command in ("quotes", "people"):
            said = process(command, name)
            assert said.returncode == 0, said.stderr
            assert os.fsencode(json.loads(said.stdout.splitlines()[0])["file"]) == name
        assert process("quotes", "--csv", name).returncode == 0

    @pytest.mark.parametrize("command", [["quotes", "--csv"], ["parse"], ["show"]])
    def test_a_full_disk_is_told_in_a_line(self, command):
        with Path("/dev/full").open("wb") as full:
            said = subprocess.run(
                [sys.executable, "-m", "newsmodel", *command, TRAM], stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert said.returncode == 1
        assert said.stderr == b"newsmodel: standard output: No space left on device\n"

    def test_streams_that_the_caller_has_closed_are_no_error(self):
        shell = f'"{sys.executable}" -m newsmodel parse {TRAM} <&- >&- && "{sys.executable}" -m newsmodel show - <&-'
        said = subprocess.run(["bash", "-c", shell], capture_output=True, check=False)
        assert (said.returncode, said.stderr) == (0, b"")

    def test_without_click_it_says_how_to_get_it(self):
        code = "import sys; sys.modules['click'] = None; from newsmodel._cli import main; main()"
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
        assert said.returncode == 2
        assert b"newsmodel[cli]" in said.stderr
