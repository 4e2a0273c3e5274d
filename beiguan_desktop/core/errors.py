"""The two kinds of failure: what the surroundings or the input did, and bugs.

A UserError is expected and shown to the user word for word; everything else is a bug.
"""


class UserError(Exception):
    """The input or the environment is at fault.

    Its message is one or two Chinese sentences: what happened, and what to do next.
    """


class ConflictError(UserError):
    """A record is no longer what a Change says it was; nothing was written."""


class NoReportError(UserError):
    """A file can be read, but looks like no report; as plain paragraphs it can be taken in."""


class DamagedTextError(UserError):
    """The text of a report is damaged in the library; its source may be whole."""


class CancelledError(UserError):
    """The user wanted it no longer; nothing failed and nothing was changed."""
