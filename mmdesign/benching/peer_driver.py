"""Times clip-retrieval's own pipeline, in the environment where it is installed.

Nothing of mmdesign is imported here: that environment has other versions of everything. One JSON
object as the argument says how to set up; each line of the input names a folder of pictures, and
each line of the answer says how many vectors were made in how many seconds. The first batch of each
of its reading processes, which waits for their start, is left out, and so is their end.
"""

import json
import os
import sys
import time
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

TOWER = "tower"


def main(setup: Mapping[str, Any]) -> None:
    """Answer until the input ends."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # the pipeline tells its progress on stdout
    torch = import_module("torch")
    torch.set_num_threads(setup["cores"])
    model = _model(Path(setup["folder"]), torch)
    pipeline = import_module("clip_retrieval.clip_inference.worker").worker
    about = {"peer": version("clip-retrieval"), "torch": torch.__version__}
    answers.write(json.dumps(about) + "\n")
    answers.flush()
    batches = _watched(import_module("clip_retrieval.clip_inference.mapper").ClipMapper)
    for number, line in enumerate(sys.stdin):
        out = Path(setup["folder"]) / f"vectors-{number}"
        batches.clear()
        pipeline(
            tasks=[0], input_dataset=line.strip(), output_folder=str(out),
            output_partition_count=1, batch_size=setup["batch"],
            num_prepro_workers=setup["cores"], enable_text=False, enable_metadata=False,
            clip_model=f"open_clip:{TOWER}/{model}", use_jit=False,
        )  # fmt: skip
        vectors = import_module("numpy").load(next((out / "img_emb").glob("*.npy")))
        first = sum(size for _, size in batches[: setup["cores"]])
        seconds, count = batches[-1][0] - batches[setup["cores"] - 1][0], len(vectors) - first
        answers.write(json.dumps({"seconds": seconds, "count": count}) + "\n")
        answers.flush()


def _watched(mapper: Any) -> list[tuple[float, int]]:  # noqa: ANN401
    """Note when each batch was embedded, and its size."""
    batches: list[tuple[float, int]] = []
    embed = mapper.__call__

    def timed(self: object, item: Mapping[str, Any]) -> Any:  # noqa: ANN401
        vectors = embed(self, item)
        batches.append((time.perf_counter(), len(item["image_tensor"])))
        return vectors

    mapper.__call__ = timed
    return batches


def _model(folder: Path, torch: Any) -> Path:  # noqa: ANN401  the module is of another environment
    """Write the tower to compare with as a checkpoint that clip-retrieval opens."""
    open_clip = import_module("open_clip")
    open_clip.add_model_config(folder / f"{TOWER}.json")
    model = open_clip.create_model(TOWER)
    weights = import_module("safetensors.torch").load_file(folder / f"{TOWER}.safetensors")
    model.visual.load_state_dict(weights)
    path = folder / f"{TOWER}.pt"
    torch.save(model.state_dict(), path)
    return path


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
