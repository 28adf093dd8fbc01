"""A process of its own for what has to be measured, or killed, alone."""

import json
import sys
from dataclasses import replace

from mmdesign.benching.library_sizes import score_seen
from mmdesign.benching.resuming import score_folder
from mmdesign.settings import Settings

if __name__ == "__main__":
    request = json.loads(sys.argv[1])
    settings = replace(Settings.from_env(), model=request["model"])
    if "folder" in request:
        score_folder(settings, request)
    else:
        sys.stdout.write(json.dumps(score_seen(settings, request["count"])))
