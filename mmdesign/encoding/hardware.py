"""What forward passes run on, for those who plan or time many of them."""

from collections.abc import Callable, Sequence

import torch
from PIL import Image

from mmdesign.domain import ByteArray
from mmdesign.encoding.clip import ClipEncoder, pick_device


def on_gpu(device: str) -> bool:
    """Whether a device setting means a GPU on this machine.

    Raises:
        ModelError: If CUDA is asked for and not there.
    """
    return pick_device(device).type == "cuda"


def limit_threads(count: int) -> int:
    """Set the number of threads for passes that begin from now on; return what it was before.

    Who runs several passes side by side, one per core, wants one thread in each.
    """
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    return before


def forward_only(encoder: ClipEncoder, pictures: Sequence[ByteArray]) -> Callable[[], None]:
    """Make the bare forward pass over square pictures, with everything else done beforehand.

    It is the limit of what an encoder can reach.
    """
    dtype = next(encoder.model.parameters()).dtype
    pixels = torch.stack([encoder.preprocess(Image.fromarray(picture)) for picture in pictures])
    pixels = pixels.to(encoder.device, dtype)

    def forward() -> None:
        with torch.inference_mode():
            encoder.model.encode_image(pixels).float().cpu()

    return forward
