"""clip-retrieval on the same pictures with the same image tower, where it is installed."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

from safetensors.torch import save_file

from mmdesign.batch import available_cores
from mmdesign.closing import Closing
from mmdesign.encoding import Encoder
from mmdesign.encoding.clip import ClipEncoder

CONFIG_FILE = "open_clip_config.json"
DRIVER = Path(__file__).with_name("peer_driver.py")
PACKAGE = "clip_retrieval"
BATCH = 24
MISSING = (
    "not installed; install it in an environment of its own (pip install clip-retrieval "
    "'setuptools<81') and give --peer PYTHON"
)
TEXT_TOWER = {"context_length": 16, "vocab_size": 49408, "width": 64, "heads": 1, "layers": 1}
"""Texts are not embedded; clip-retrieval wants a tower for them all the same."""


class PeerMissingError(Exception):
    """There is nothing to compare with; says why."""


class Peer(Closing):
    """clip-retrieval's pipeline in a process of its own, its model loaded once."""

    def __init__(self, process: "subprocess.Popen[str]", about: str) -> None:
        self._process = process
        self.about = about
        """What it is, for people."""

    @classmethod
    def start(cls, python: Path | None, encoder: Encoder, folder: Path) -> Self:
        """Start it with the image tower of a model.

        Args:
            python: Of an environment that has it; None for this one.
            encoder: Whose tower both run.
            folder: For files that both read.

        Raises:
            PeerMissingError: If it is not there, does not start, or cannot run this model.
        """
        if python is None and find_spec(PACKAGE) is None:
            raise PeerMissingError(MISSING)
        bundle = encoder.bundle
        if not isinstance(encoder, ClipEncoder) or bundle is None or encoder.device.type != "cpu":
            message = "compared on the CPU and with a model from a folder only"
            raise PeerMissingError(message)
        config = json.loads((bundle / CONFIG_FILE).read_text("utf-8"))["model_cfg"]
        tower = {name: config[name] for name in ("embed_dim", "vision_cfg")}
        (folder / "tower.json").write_text(json.dumps({**tower, "text_cfg": TEXT_TOWER}))
        weights = {k: v.contiguous() for k, v in encoder.model.visual.state_dict().items()}
        save_file(weights, folder / "tower.safetensors")
        setup = {"folder": str(folder), "cores": available_cores(), "batch": BATCH}
        with (folder / "peer.log").open("wb") as log:
            process = subprocess.Popen(
                [str(python or sys.executable), "-I", str(DRIVER), json.dumps(setup)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip
        peer = cls(process, "")
        about = peer._answer(folder / "peer.log")
        peer.about = f"version {about['peer']}, torch {about['torch']}, its start left out"
        return peer

    def close(self) -> None:
        """End it."""
        self._process.communicate()

    def rate(self, pictures: Path) -> float:
        """Pictures per second from a folder of files to vectors on the disk."""
        if self._process.stdin is not None:
            self._process.stdin.write(f"{pictures}\n")
            self._process.stdin.flush()
        answer = self._answer(pictures.parent / "peer.log")
        return float(answer["count"] / answer["seconds"])

    def _answer(self, log: Path) -> dict[str, Any]:
        line = "" if self._process.stdout is None else self._process.stdout.readline()
        if not line:
            self._process.wait()
            said = log.read_text("utf-8", "replace").strip().splitlines() or ["no reason given"]
            message = f"clip-retrieval failed ({said[-1][:200]})"
            raise PeerMissingError(message)
        answer: dict[str, Any] = json.loads(line)
        return answer
