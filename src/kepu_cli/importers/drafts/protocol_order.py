"""The customary order of departments in notices: party, offices, government, bodies run from above, mass, others."""

from __future__ import annotations

from typing import Final

from kepu_cli.common_names import equivalence_class

# Beginnings of names without region and level; of those that fit, the longest tells the place.
_ORDER: Final = (
    # party organs
    "纪委 监委 纪检 | 委办 委督查 | 组织部 公务员局 | 宣传部 文明办 新闻出版局 | 统战部 | 社会工作部 社工部 | 政法委",
    "网信办 | 编办 | 台办 | 农办 农工部 农工委 | 老干部局 老干局 | 直属机关工委 机关工委 | 巡察办",
    "保密 密码 | 党校",
    # congress, government, conference, courts
    "人大 | 政府 府办 | 政协 | 法院 | 检察院",
    # government departments
    "发改 发展 计委 物价 粮食 能源 | 教 | 科技 科学技术 科委 科信 | 工信 工业 经信 经济 经贸 经委 信息产业",
    "民宗 民族 民委 宗教 | 公安 | 民政 老龄 | 司法 | 财政 | 人社 人力 人事 人劳 劳动 | 自然资源 自规 资规 国土 规划",
    "生态 环保 环境 | 住建 住房 建设 建委 | 城管 城市 | 交通 | 水利 水务 水电 | 农 畜牧 水产 渔业 | 乡村振兴 扶贫",
    "商务 商业 | 供销 | 文 旅游 | 卫 爱卫 疾控 计生 人口 | 退役 | 应急 安监 安全 | 审计 | 国资 国有",
    "市场 市监 工商行政 工商局 质监 质量 食药 食品 药监 | 广电 广播 | 体育 | 统计 | 医保 医疗 | 林",
    "行政审批 政务 数据 大数据 | 金融 | 信访 | 外办 侨办 | 知识产权",
    # bodies run from above
    "税务 国税 地税 | 气象 | 地震 防震 | 人民银行 海关 邮政 烟草 供电 消防 通信",
    # mass organisations
    "总工会 工会 | 团委 共青团 | 妇联 妇女联合会 | 文联 | 科协 科学技术协会 | 社科联 | 侨联 | 工商联 | 残联",
    "红十字 红会 | 关工委 | 老科协",
)
_PLACES = {start: place for place, starts in enumerate("|".join(_ORDER).split("|")) for start in starts.split()}
_LAST = max(_PLACES.values()) + 1
_LONGEST = max(map(len, _PLACES))


def protocol_place(core: str) -> int:
    """Where a department's name without region and level stands; districts, schools, media and the unknown come last.

    Source: the rosters of leading groups that counties and cities publish.
    """
    for name in (core, equivalence_class(core)):
        for length in range(min(_LONGEST, len(name)), 0, -1):
            if (place := _PLACES.get(name[:length])) is not None:
                return place
    return _LAST
