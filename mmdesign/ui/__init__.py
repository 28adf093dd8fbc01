"""The web page: Review, Library, Batch and About; gradio's only door.

from mmdesign.ui import serve

serve(reviewer)
"""

import os

# Read by gradio when it is imported, and compared with exactly this word: nothing leaves here.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

from mmdesign.ui.app import build
from mmdesign.ui.serving import serve, web_app

__all__ = ["build", "serve", "web_app"]
