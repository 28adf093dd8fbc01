"""Run a reader in a limited child process, so that no file can harm or stall the program.

A reader is a function that lives in a module only the child imports. It takes one JSON
object and returns a `Reading`: plain arrays and JSON facts. Whatever happens to the child
(crash, hang, too much memory), the parent gets one clear ReaderFailedError.
"""

from mmdesign.sandbox.host import Limits, Sandbox
from mmdesign.sandbox.transfer import Reading

__all__ = ["Limits", "Reading", "Sandbox"]
