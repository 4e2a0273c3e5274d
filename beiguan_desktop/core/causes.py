"""Why the file system refused, in Chinese: what the operating system says is English."""

import errno

OTHER_FILE = "“{name}”已经有别的文件了，没有覆盖它。请换一个文件名。"
"""What is said of a target that is not ours to take the place of: a pipe, a device."""

_WORDS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "那是一个文件夹",
    errno.EEXIST: "那里已经有同名的文件",
    errno.ENOTEMPTY: "那个文件夹不是空的",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "快捷方式绕成了圈",
    errno.EINVAL: "这个名字在那里不能用",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "那里是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘已满",
    errno.EFBIG: "磁盘已满，或者文件太大",
    errno.EIO: "磁盘出错",
    errno.ENXIO: "磁盘没有插好",
    errno.ENODEV: "磁盘没有插好",
    errno.ESTALE: "网络盘断开了",
    errno.ETIMEDOUT: "网络盘没有回应",
    errno.EBUSY: "正被别的程序占用",
    errno.EAGAIN: "正被别的程序占用",
    errno.ENOLCK: "那里不能加锁",
    errno.EOPNOTSUPP: "那里不支持这样做",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
}


def in_chinese(error: OSError | ValueError) -> str:
    """Return the cause of a failure of the file system: a phrase, without a full stop.

    A ValueError is what Python says of a path that no system takes (NUL, half a character).
    """
    if not isinstance(error, OSError):
        return "路径里有不能用的字符"
    if error.errno is None:
        return "原因不明"
    return _WORDS.get(error.errno, f"系统错误{error.errno}")
