"""
Models with random weights; they mean nothing and are kept out of the repository:

    python3 eng/models/make_bench.py FOLDER                      # those of real size, for measuring
    python3 eng/models/make_bench.py FOLDER NAME ...             # some
    python3 eng/models/make_bench.py FOLDER exports              # small ones with the names and shapes of public exports
    python3 eng/models/make_bench.py FOLDER NAME --rename A=B    # a tensor under another name

bench-clip-vit-b32 (CLIP ViT-B/32: 605 MB in two halves), bench-350mb (a picture encoder of 350 MB that answers as NIMA does), bench-detector (one of 240 MB that
answers as RT-DETR does), and the exports of exports.py. Needs Debian's python3-onnx and python3-numpy.
"""
import argparse
import pathlib

import exports
from folder import Folder
from layers import dense, first_place, vision
from net import FLOAT, Net


def make_clip(root):
    folder = Folder(root, "bench-clip-vit-b32")
    exports.clip_config(folder)
    exports.clip_halves(folder, Net, layers=12, vocabulary=49408)


def make_350(root):
    folder, net = Folder(root, "bench-350mb"), Net(seed=3)
    net.output("scores", net.Softmax(dense(net, first_place(net, vision(net)), 768, 10), axis=-1), FLOAT, "image_batch_size", 10)
    net.save(folder.onnx(), check=False)
    exports.nima_config(folder)


def make_detector(root):
    folder, net = Folder(root, "bench-detector"), Net(seed=4)
    x = net.part(vision(net, layers=8), 1, 50, 1)
    net.output("logits", dense(net, x, 768, exports.COCO), FLOAT, "image_batch_size", 49, exports.COCO)
    net.output("pred_boxes", net.Sigmoid(dense(net, x, 768, 4)), FLOAT, "image_batch_size", 49, 4)
    net.save(folder.onnx(), check=False)
    exports.rt_detr_config(folder, 224)


LARGE = {"bench-clip-vit-b32": make_clip, "bench-350mb": make_350, "bench-detector": make_detector}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], "exports", *LARGE, *exports.MAKERS])
    parser.add_argument("--rename", action="append", default=[], metavar="A=B")
    arguments = parser.parse_args()
    rename = dict(pair.split("=", 1) for pair in arguments.rename)
    for name in arguments.names or LARGE:
        for one in exports.MAKERS if name == "exports" else [name]:
            (LARGE.get(one) or exports.maker(one, rename))(arguments.folder)


if __name__ == "__main__":
    main()
