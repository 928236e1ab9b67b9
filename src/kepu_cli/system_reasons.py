"""Why the operating system refused, in words: its own are English."""

from __future__ import annotations

import errno

from kepu_cli.findings import Words


def reason_of(problem: OSError) -> Words:
    """The system's own words in English, ours in Chinese; an error that has neither by its number or its kind."""
    kind = type(problem).__name__ if problem.errno is None else f"{problem.errno}"
    name = errno.errorcode.get(problem.errno or 0, "")
    return Words(_CHINESE.get(name, f"系统错误 {kind}"), problem.strerror or f"system error {kind}")


_DENIED = "没有权限"
_DISK = "磁盘读写出错，可能是磁盘、U 盘坏了或者没有插好"
_IN_USE = "正被别的程序占用"
_MANY = "同时打开的文件太多"
_GONE = "网络或共享文件夹断开了"

# By name: not every system has all of them.
_CHINESE = {
    "EACCES": _DENIED,
    "EPERM": _DENIED,
    "ENOENT": "文件或文件夹不存在",
    "ENOTDIR": "路径当中有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "EEXIST": "那里已经有同名的文件",
    "ENOTEMPTY": "文件夹里还有东西",
    "ENOSPC": "磁盘空间不够",
    "EDQUOT": "分给您的磁盘空间用完了",
    "EFBIG": "文件太大，这个磁盘放不下",
    "EROFS": "磁盘是只读的",
    "EIO": _DISK,
    "ENXIO": _DISK,
    "ENODEV": _DISK,
    "EBUSY": _IN_USE,
    "ETXTBSY": _IN_USE,
    "EAGAIN": _IN_USE,
    "EMFILE": _MANY,
    "ENFILE": _MANY,
    "ENOMEM": "内存不够",
    "ENAMETOOLONG": "名称太长",
    "EILSEQ": "名称里有不能用的字符",
    "EINVAL": "名称里有不能用的字符",
    "ELOOP": "链接绕成了圈",
    "EMLINK": "链接太多",
    "EXDEV": "不在同一个磁盘上",
    "EPIPE": "接收输出的程序已经关了",
    "EBADF": "输入或输出已经关了",
    "ESTALE": _GONE,
    "ENOTCONN": _GONE,
    "ECONNRESET": _GONE,
    "ECONNABORTED": _GONE,
    "ETIMEDOUT": _GONE,
    "EHOSTDOWN": _GONE,
    "EHOSTUNREACH": _GONE,
    "ENETUNREACH": _GONE,
    "EREMOTEIO": _GONE,
}
