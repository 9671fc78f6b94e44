"""Bylines of East Asia: names without capitals, told by what a reporter is called beside them.

Chinese says it before the name, with the place behind it: "山海日報 記者邱以安／海端報導". Korean and
Japanese say it after the name: "[남해=하연주 기자]", "中西弥生記者".
"""

from __future__ import annotations

import re
from functools import cache

from newsmodel._byline.words import world

__all__ = ["is_eastern", "is_eastern_name", "reporters", "signs"]

_FIRST = "\u2e80"  # the first letter of the scripts of East Asia
_LONGEST = 120  # characters in which reporters are looked for
# Its wide ranges are dear to compile, and most pages need none.
_CALLED = (
    r"(?:记者|記者|通讯员|通訊員|特派員|特派员|作者(?=\s?[:：]))(?![会會团團招站协協节節证證])[\s:：]{0,2}([\u4e00-\u9fff·、，,\s]{2,40})"
    r"|(?<![\uac00-\ud7a3])([\uac00-\ud7a3]{2,4}) ?(?:기자|특파원|인턴기자|선임기자|논설위원|앵커)(?![\uac00-\ud7a3])"
    r"|(?<![\u3040-\u30ff\u4e00-\u9fff々])([\u3040-\u30ff\u4e00-\u9fff々]{3,6})(?:記者|編集委員|特派員|論説委員)(?=\W|$)"
)
_BETWEEN = re.compile(r"[、，,\s]+")
# Where it was reported from, and what the next one is called: "宋雅琪 台北报道", "宋雅琪 通讯员 李冬".
_REPORTED = ("报道", "報導", "报导", "報道", "电", "電", "讯", "訊", "摄", "攝", "摄影", "攝影")
_NEXT = re.compile(r"(?=摄影|攝影|编辑|編輯|责编|責編)")
_WRITERS = re.compile(r"(?:实习|實習)?(?:记者|記者|通讯员|通訊員|特约|特約|实习生|實習生)")
# "...水曜休館。（三崎志帆）" ends a Japanese text; what else stands so is in the words of Japanese.
_SIGNED = re.compile(r"[。」』！？][（〔［]([\u4e00-\u9fff々\u3040-\u30ffー・\s]{3,12})[）〕］]$")
# The surnames that four of five people of China and of Korea bear.
_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余"
    "杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范廖贾賈夏韦韋付邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢"
    "严嚴覃武戴莫孔汤湯賴赖洪柯簡简游詹施温溫庄莊倪翁涂凌阮傅殷翟聂聶牛焦裴祁耿牟樊兰蘭岳辛管祝左柳甄"
)
_KOREAN = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염추도석선설마길연위표명기반라나왕금옥육인맹제모탁국여어은편"
)
_FULL = 3  # letters of most names of Chinese and Korean people, surname and all
_SYLLABLES = 2, 4  # of a Chinese name; one in another's letters has a dot and may be longer


def is_eastern(text: str) -> bool:
    """Tell whether a text has a letter of East Asia among its first and last."""
    return any(char >= _FIRST for char in (text[:2] + text[-2:]))


@cache
def _called() -> re.Pattern[str]:
    return re.compile(_CALLED)


def reporters(text: str) -> list[str]:
    """Return the names in a text that stand beside a word for a reporter, in order; none in a long one."""
    if len(text) > _LONGEST:
        return []
    found: list[str] = []
    for match in _called().finditer(text):
        chinese, korean, japanese = match.groups()
        found += _names(_without_label(chinese, text[match.end() :])) if chinese else [korean or japanese]
    return [name for name in dict.fromkeys(found) if name]


def is_eastern_name(text: str) -> bool:
    """Tell whether a text has three letters, the first of which is a frequent surname."""
    return len(text) == _FULL and text.isalpha() and (text[0] in _CHINESE or text[0] in _KOREAN)


def signs(text: str) -> str | None:
    """Return the name in brackets that a Japanese text ends with; None when it is a word for something else."""
    found = _SIGNED.search(text[-20:])
    if found is None:
        return None
    name = "".join(found[1].split())
    known = world()
    meant = name in known.staff or name in known.roles or name in known.agencies or name.endswith(known.remarks)
    return None if meant or any(name.endswith(word) for word in known.organizations if word > _FIRST) else name


def _without_label(said: str, rest: str) -> str:
    """Return what stands behind a word for a reporter without the next label: "作者：陆文澜 点击数：31"."""
    names, blank, _ = said.rstrip().rpartition(" ")
    return names if blank and rest.lstrip()[:1] in tuple(":：") else said


def _names(said: str) -> list[str]:
    """Return the Chinese names behind a word for a reporter, without the place that the last may stand at."""
    found: list[str] = []
    for part in _WRITERS.split(_NEXT.split(said, maxsplit=1)[0]):
        words = _BETWEEN.split(part.strip())
        if words[-1].endswith(_REPORTED):
            words.pop()
        found += filter(_is_name, words)
    return found


def _is_name(word: str) -> bool:
    return _SYLLABLES[0] <= len(word) <= _SYLLABLES[1] or "·" in word
