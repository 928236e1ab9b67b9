"""A text in one plain form, half-width and simplified, that still knows where each of its characters stood."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """`plain` is what the grammar reads; `origin[i]` is where its i-th character stands in `text`."""

    text: str
    plain: str
    origin: tuple[int, ...]

    def written(self, start: int, end: int) -> str:
        """The characters as typed, without pinyin and invisible ones; blanks at the edges do not count."""
        return "".join(self.text[at] for at in self.origin[start:end]).strip()

    def position(self, at: int) -> int:
        """Where the plain text's position `at` is in the text; its end is the text's end."""
        return self.origin[at] if at < len(self.origin) else len(self.text)

    def end_position(self, at: int) -> int:
        """Where a stretch that ends before `at` ends in the text."""
        return self.origin[at - 1] + 1 if at else 0


def fold(text: str) -> Folded:
    """Full width → half width, every kind of bracket → (), traditional → simplified; pinyin glosses left out."""
    plain = text.translate(_PLAIN)
    kept: list[int] = []
    at = 0
    for gap in _LEFT_OUT.finditer(plain):
        kept += range(at, gap.start())
        at = gap.end()
    kept += range(at, len(plain))
    return Folded(text, "".join(plain[index] for index in kept), tuple(kept))


# What stands in the names of departments, in role words, group words and dues, in pairs.
_TRADITIONAL = (
    "單单位位責责任任牽牵頭头領领導导會会協协聯联辦办廳厅縣县區区鄉乡鎮镇團团婦妇殘残總总業业農农財财務务"
    "稅税資资源源環环護护險险衛卫醫医療疗計计劃划發发開开改改經经濟济貿贸商商產产質质監监檢检測测驗验標标準准"
    "場场應应急急災灾氣气象象電电視视廣广報报傳传媒媒訊讯網网絡络數数據据訪访審审統统組组織织宣宣黨党"
    "機机關关編编製制記记檔档館馆圖图書书術术學学校校園园職职技技教教體体勞劳動动與与參参與与實实施施"
    "負负責责當当為为號号後后時时間间節节點点進进長长續续持持貫贯徹彻確确爭争劃划須须從从終终週周個个內内"
    "無无暫暂現现規规則则權权異异種种類类別别處处隊队員员設设備备場场優优創创導导師师範范養养鐵铁郵邮"
    "銀银錢钱證证券券華华國国際际東东廠厂礦矿鹽盐糧粮漁渔畜畜獸兽林林飛飞陸陆島岛灣湾澤泽瀋沈陽阳寧宁"
    "陝陕遼辽蘇苏贛赣魯鲁龍龙慶庆貴贵雲云漢汉滬沪築筑鳳凤麗丽蘭兰蒙蒙遠远連连運运輸输軍军轄辖轉转"
    "僑侨幹干億亿價价儲储眾众倉仓倫伦傑杰劉刘張张陳陈楊杨趙赵黃黄吳吴孫孙馬马郭郭鄭郑許许馮冯鄧邓葉叶鍾钟"
    "譚谭賈贾鄒邹蔣蒋閻阎蕭萧潘潘賴赖龔龚顧顾萬万錢钱湯汤賀贺嚴严賓宾歲岁歷历樂乐橋桥檔档殺杀決决"
    "況况淨净減减滅灭漸渐爾尔爺爷狀状獨独獎奖猶犹畢毕異异畫画癥症盡尽監监盤盘眞真碼码礎础禮礼禦御稱称"
    "窮穷競竞筆笔簡简簽签級级紀纪約约紅红納纳純纯紙纸細细給给維维綠绿縮缩縱纵繁繁繼继義义習习聖圣聞闻"
    "聲声聽听肅肃腦脑臨临興兴舉举舊旧艱艰藝艺藥药藍蓝蟲虫補补裝装製制複复見见親亲觀观訂订訓训討讨試试話话該该"
    "詳详認认語语誠诚說说課课調调談谈請请論论諮咨謀谋講讲譯译議议讀读變变讓让豐丰貧贫購购費费賽赛贊赞"
    "車车輔辅輛辆達达過过邊边適适選选還还釋释鋼钢錄录門门閉闭閱阅隊队階阶隨随雜杂難难靈灵靜静頁页項项順顺預预"
    "頒颁題题顏颜願愿類类顯显風风飯饭飲饮館馆驗验驅驱體体高高鬥斗魚鱼鮮鲜麥麦齊齐齡龄併并佈布佔占佇伫"
    "兩两減减勝胜勵励勢势協协單单圍围塊块壓压壞坏奪夺專专尋寻對对屆届屬属崗岗幣币廢废弱弱彈弹復复徵征態态慣惯"
    "慮虑憲宪懷怀戰战戶户拋抛掛挂採采揚扬換换損损擔担據据擴扩攝摄敗败斷断昇升晉晋暢畅曆历條条極极構构樓楼樣样"
    "檢检權权歡欢歸归殼壳毀毁氣气決决沒没滿满漲涨濱滨灑洒為为牆墙獲获環环療疗盜盗確确禁禁離离竄窜築筑粵粤"
)
_PLAIN = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{ord(old): new for old, new in zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True)},
    **dict.fromkeys(map(ord, "【〔［〖[{「『"), "("),
    **dict.fromkeys(map(ord, "】〕］〗]}」』"), ")"),
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n"),
    **dict.fromkeys(map(ord, "\ufe13\u2236\ufe30"), ":"),
    ord("｡"): "。",
    ord("､"): "、",
}
# 科學(xué)素質(zhì): copies from the web gloss characters; a gloss has a tone.
_TONES = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü"
_LEFT_OUT = re.compile(
    rf"\([a-zɡ]{{0,4}}[{_TONES}][a-zɡ]{{0,4}}\)|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]"
)
