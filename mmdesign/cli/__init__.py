"""Doors for the command line: arguments become domain objects, results become text.

Exit codes: 0 done, 1 the input was bad (one line on stderr), 2 wrong usage.
"""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence

from mmdesign.cli.options import parser
from mmdesign.errors import MMDesignError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except MMDesignError as error:
        sys.stderr.write(f"mmdesign: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("mmdesign: stopped.\n")
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has seen enough
    return 1
