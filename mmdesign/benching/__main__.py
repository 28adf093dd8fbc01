"""A process of its own for what has to be measured alone; see library_sizes."""

import json
import sys
from dataclasses import replace

from mmdesign.benching.library_sizes import score_seen
from mmdesign.settings import Settings

if __name__ == "__main__":
    request = json.loads(sys.argv[1])
    settings = replace(Settings.from_env(), model=request["model"])
    sys.stdout.write(json.dumps(score_seen(settings, request["count"])))
