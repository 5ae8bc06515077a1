"""
Writes the demo models of this repository: `python3 eng/models/make.py [FOLDER]` (default: models/). Needs Debian's python3-onnx and python3-numpy. The same
script gives the same bytes.
"""
import pathlib
import sys

import detector
import quality
import similarity
import wand
import words
import writers

MAKERS = [similarity.make_clip, similarity.make_siglip, detector.make, wand.make, quality.make_technical, quality.make_aesthetic, words.make_names, words.make_sentences, writers.make_text,
          writers.make_vlm]


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "models"
    for make in MAKERS:
        make(root)
    size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file())
    print(f"{len(MAKERS)} models in {root}, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
