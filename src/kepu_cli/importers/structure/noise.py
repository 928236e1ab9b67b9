"""What web pages and document sites put around a text: where one is, what it costs, what else there is to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.names import normal
from kepu_cli.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kepu_cli.importers.structure.line import Line


def is_noise(text: str) -> bool:
    """A line of the page, not of the text: 当前位置, 浏览次数, 上传人, 版权所有."""
    if not any(char.isalnum() for char in text):
        return True
    return len(text) <= _LONGEST and bool(_NOISE.search(normal(text)))


def opens_tail(text: str) -> bool:
    """A line after which nothing of the text follows: 相关文章, 推荐阅读."""
    return len(text) <= _LONGEST and bool(_TAIL.fullmatch(normal(text).strip(":。.")))


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """The `at` of a table of contents: below 目录 until the numbers begin again, and lines with a page number."""
    found = {line.at for line in lines if _LEADER.search(line.text)}
    for index, line in enumerate(lines):
        if line.text[:1] in _CONTENTS_FIRST and _CONTENTS.match(normal(line.text)):
            found.update(each.at for each in _below(line, lines[index + 1 : index + _MOST]))
            break
    return found


_LONGEST = 200
_NOISE = pattern(
    r"^(?:您(?:现在)?的|当前|所在)?位置[:>]|^您好,欢迎|^首页|浏览(?:次数|量)|点击(?:次数|数|量|率)|阅读(?:次数|量)|访问量"
    r"|^上传(?:人|时间)|文档编号|^下载(?:相关|文档|地址|此文|全文)|^收藏(?:分享)?|^分享|^举报|^[^。]{0,60}(?:https?://|www\.)"
    r"|copyright|版权所有|icp备|许可证编号|^第\d+页|_第\d+页$|免费预览|正式会员|展开阅读|^资源描述$|^关键词"
    r"|^(?:作者|来源|标签|编辑|责任编辑|信息来源|字号|字体|打印):|^(?:发布|发表|更新)?(?:时间|日期):\d{4}[-/年]\d"
    r"|小编(?!制)|仅供参考|producedby|^打印本?页|^关闭(?:窗口)?|^\[?(?:打印|关闭|字体)|^上一[篇页]|^下一[篇页]|文章搜索"
    r"|^相关(?:搜索|资源|文章|链接|附件)|下面是.{0,40}(?:范文|供大家|整理)|想了解更多|下载文档|^扫一扫|^登录|^注册会员|^\.{3,}|^……"
)
_TAIL = pattern(
    r"(?:相关|推荐|更多|热门|猜你喜欢|延伸|延展|拓展)(?:的)?(?:范文|文章|阅读|资源|推荐|内容|搜索|链接|新闻){0,2}(?:推荐)?"
    r"|推荐阅读|延伸阅读|猜你喜欢|展开阅读全文|看过.{0,60}的人还看了.{0,12}|文章搜索|上一[篇页]:?.{0,60}|下一[篇页]:?.{0,60}"
)
_CONTENTS = pattern(r"(?:目录|目次|提纲|contents)(?:/(?:提纲|目录))?[:.…]*$|目录/提纲")
_CONTENTS_FIRST = frozenset("目提Cc")
_LEADER = pattern(r"(?:[.．·…]{4,}|…{2,})\s*[-—]?\s*\d{1,3}\s*[-—]?\s*$")
_MOST = 300
_ENTRY = 50


def _below(title: Line, lines: Sequence[Line]) -> Iterable[Line]:
    """The entries and their heading. A title that stands above the text itself is none of them."""
    first = next((line.form for line in lines if line.form), "")
    entries = [title]
    seen = False
    for line in lines:
        begins_again = seen and line.marker is not None and line.form == first and line.marker.value == 1
        if begins_again or len(line.text) > _ENTRY:
            break
        seen = seen or line.form == first != ""
        entries.append(line)
    else:
        return ()  # nothing follows, so that these lines are the text
    while len(entries) > 1 and not entries[-1].form and any(map(str.isalnum, entries[-1].text)):
        entries.pop()
    return entries if any(line.form for line in entries) else ()
