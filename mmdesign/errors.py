"""Every error that a user can cause. Its message is one sentence for people, shown as it is.

MMDesignError
├── DesignError               a file that cannot become a design
│   ├── UnsupportedFormatError    not a format that is read here
│   ├── EmptyGeometryError        readable, but with nothing in it
│   └── ReaderFailedError         the reader crashed, hung or wanted too much memory
├── SpecError                 a spec that holds nothing to check
├── ModelError                a model that is not there or may not be loaded
├── LibraryError              a library that cannot be opened, searched or changed
├── SettingsError             a setting with an impossible value
└── CancelledError            the user stopped the work
Programmer mistakes are ValueError and TypeError as everywhere.
"""


class MMDesignError(Exception):
    """A problem that the user can understand and mend."""


class DesignError(MMDesignError):
    """A file that cannot become a design; the message names the file and what to do."""


class UnsupportedFormatError(DesignError):
    """Not a format that is read here."""


class EmptyGeometryError(DesignError):
    """The file was read, but there is no surface or picture in it."""


class ReaderFailedError(DesignError):
    """The reader crashed, ran out of time or wanted more memory than allowed."""


class SpecError(MMDesignError):
    """A spec that holds nothing to check, or is too long to be one."""


class ModelError(MMDesignError):
    """A model that is not there, cannot be loaded here, or may not be loaded at all."""


class LibraryError(MMDesignError):
    """A library that cannot be opened, searched or changed as asked."""


class SettingsError(MMDesignError):
    """A setting whose value makes no sense; the message names the setting."""


class CancelledError(MMDesignError):
    """The user stopped the work; nothing was half-written."""
