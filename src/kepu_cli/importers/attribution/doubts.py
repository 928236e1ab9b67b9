"""What a person has to look at in an attribution that was read."""

from __future__ import annotations

from kepu_cli.findings import Words

STRANGE = Words("“{name}”不像单位名称，请核对", "“{name}” does not look like a department, please check")
NO_ROLE = Words(
    "没有写明{names}是牵头、责任还是配合，暂按责任单位", "It is not said what {names} do: taken as responsible for now"
)
LEVEL = Words(
    "“{written}”没有写级别，读作“{name}”，请核对", "“{written}” has no level, it was read as “{name}”, please check"
)
NO_LEVEL = Words(
    "“{written}”没有写级别，别的单位写了，请核对", "“{written}” has no level although others have one, please check"
)
UNREAD = Words("“{text}”没有读懂，没有算作分工", "“{text}” was not understood and is in no role")
BY_POSITION = Words(
    "这一行没有表头，各栏按先后读作牵头、责任、配合，请核对",
    "This row has no headings: its columns were read by their order, please check",
)
PERSON = Words("“{name}”像是人名，没有算作单位", "“{name}” looks like a person and was not taken as a department")
LEADS_ANEW = Words(
    "责任单位之后又写了一次牵头单位，可能是漏了标题的另一项任务，请核对",
    "A lead is named again behind the others: perhaps another action without its title, please check",
)
GUIDES = Words(
    "{names}写的是指导、监督，暂按配合单位", "{names} are said to guide or supervise: taken as supporting for now"
)
BOTH = Words(
    "{names}在“会同”之后，后面又写牵头，暂按配合单位",
    "{names} stand behind 会同 and before 牵头: taken as supporting for now",
)
BEFORE_COMMA = Words(
    "{names}后面没有单独写角色，按逗号后面那几家一样读，请核对",
    "{names} have no role word of their own before the comma: read like those behind it, please check",
)
