"""What tests put in the place of the parser: pages whose address tells how they go wrong."""

import os
import resource
import signal
import time

from newsmodel import Article, Paragraph, Section
from newsmodel.batch import Page


def light(page: Page) -> Article:
    """Cheap: the bytes of the page are its one paragraph."""
    text = page.data.decode("utf-8", "replace").strip()
    return Article(url=page.url, headline=text[:40], sections=(Section((Paragraph(text),)),))


def poisonous(page: Page) -> Article:
    """Like `light`, but a page goes wrong as its address says."""
    url = page.url or ""
    if "raises" in url:
        raise LookupError("no such thing\ud800")
    if "exits hard" in url:
        os._exit(7)
    if "exits" in url:
        raise SystemExit(3)
    if "hangs" in url:
        time.sleep(600)
    if "eats" in url:
        held = []
        while True:
            held.append(bytearray(64 << 20))
    if "kills" in url:
        os.kill(os.getpid(), signal.SIGKILL)
    if "aborts" in url:
        os.abort()
    if "prints" in url:
        print("this must not go into the answers")  # noqa: T201
        os.write(1, b"nor this")
    return light(page)


def killed_once(page: Page) -> Article:
    """Like `light`, but the first process that comes to the page named in the environment is killed there."""
    flag = os.environ["NEWSMODEL_TEST_FLAG"]
    if (page.url or "").endswith("/5"):
        try:
            os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    return light(page)


def slow(page: Page) -> Article:
    """Like `light`, but takes a while."""
    time.sleep(0.02)
    return light(page)


def full_disk(page: Page) -> Article:
    """Like `light`, but the process may write only files of the size named in the environment."""
    size = int(os.environ["NEWSMODEL_TEST_SIZE"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    return light(page)
