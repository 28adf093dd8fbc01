"""What forward passes run on, for those who plan or time many of them."""

from collections.abc import Callable, Sequence

import torch

from mmdesign.domain import ByteArray
from mmdesign.encoding.clip import ClipEncoder, pick_device
from mmdesign.encoding.preparing import preparation


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


def prepared(encoder: ClipEncoder, pictures: Sequence[ByteArray]) -> torch.Tensor:
    """Scale square pictures as an encoder does before its forward pass."""
    dtype = next(encoder.model.parameters()).dtype
    return preparation(encoder.preprocess)(pictures).to(encoder.device, dtype)


def forward_only(encoder: ClipEncoder, pictures: Sequence[ByteArray]) -> Callable[[], None]:
    """Make the bare forward pass over square pictures, with everything else done beforehand.

    It is the limit of what an encoder can reach.
    """
    pixels = prepared(encoder, pictures)

    def forward() -> None:
        with torch.inference_mode():
            encoder.model.encode_image(pixels).float().cpu()

    return forward
