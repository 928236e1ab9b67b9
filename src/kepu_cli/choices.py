"""The closed choices of the language: what a field such as `kind` may say, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kepu_cli.findings import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

# The words that a field with a closed choice accepts: value in the model, then what may be written.
CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "action": ("行动", "action"),
        "programme": ("工程", "programme", "program"),
        "safeguard": ("保障", "safeguard"),
    },
    "sector": {
        "party": ("党委", "party"),
        "government": ("政府", "government"),
        "mass": ("群团", "mass"),
        "township": ("镇街", "township"),
        "other": ("其他", "other"),
    },
    "how": {
        "renamed": ("更名", "renamed"),
        "merged": ("合并", "merged"),
        "split": ("拆分", "split"),
        "abolished": ("撤销", "abolished"),
    },
    "severity": {
        "error": ("错误", "error"),
        "warning": ("警告", "warning"),
        "info": ("提示", "info"),
        "off": ("关闭", "off"),
    },
    "optional": {"yes": ("是", "yes", "true"), "no": ("否", "no", "false")},
}


def choice_words(choice: str, value: str) -> Words:
    """A closed choice's value in both languages: `choice_words("kind", "action").zh == "行动"`."""
    zh, en, *_ = CHOICES[choice][value]
    return Words(zh, en)
