"""
Models of real size with random weights, for measuring; they mean nothing and are kept out of the repository:
`python3 eng/models/make_bench.py FOLDER` writes bench-clip-vit-b32 (CLIP ViT-B/32: 605 MB in two halves) and bench-350mb (a picture encoder of 350 MB).
"""
import pathlib
import sys

import numpy as np

import similarity
import tokens
from folder import Folder, pictures
from net import FLOAT, INT64, Net


def _layer(net, x, width, heads, mask=None):
    """One pre-norm transformer layer with CLIP's quick GELU (x sigmoid(1.702 x))."""
    norm = lambda t: net.LayerNormalization(t, np.ones(width, np.float32), np.zeros(width, np.float32), axis=-1, epsilon=1e-5)
    dense = lambda t, a, b: net.Add(net.MatMul(t, net.weights(a, b)), np.zeros(b, np.float32))
    split = lambda t: net.Transpose(net.Reshape(t, [0, 0, heads, width // heads]), perm=[0, 2, 1, 3])
    y = norm(x)
    query, key, value = (split(dense(y, width, width)) for _ in range(3))
    scores = net.Mul(net.MatMul(query, net.Transpose(key, perm=[0, 1, 3, 2])), (width // heads) ** -.5)
    mixed = net.MatMul(net.Softmax(net.Add(scores, mask) if mask else scores, axis=-1), value)
    x = net.Add(x, dense(net.Reshape(net.Transpose(mixed, perm=[0, 2, 1, 3]), [0, 0, width]), width, width))
    y = dense(norm(x), width, 4 * width)
    return net.Add(x, dense(net.Mul(y, net.Sigmoid(net.Mul(y, 1.702))), 4 * width, width))


def vision(net, layers=12, width=768, heads=12, patch=32, size=224, out=512):
    pixels = net.input("pixel_values", FLOAT, "image_batch_size", 3, size, size)
    count = (size // patch) ** 2
    x = net.Conv(pixels, net.weights(width, 3, patch, patch), strides=[patch, patch])
    x = net.Transpose(net.Reshape(x, [0, width, count]), perm=[0, 2, 1])
    first = net.Expand(net.weights(1, 1, width), net.Concat(net.Shape(pixels, end=1), [1, width], axis=0))
    x = net.Add(net.Concat(first, x, axis=1), net.weights(1, count + 1, width))
    for _ in range(layers):
        x = _layer(net, x, width, heads)
    return net.MatMul(net.Squeeze(net.part(x, 0, 1, 1), [1]), net.weights(width, out))


def text(net, layers=12, width=512, heads=8, vocabulary=49408, length=77, out=512):
    ids = net.input("input_ids", INT64, "text_batch_size", "sequence_length")
    count = net.Shape(ids, start=1)
    x = net.Add(net.Gather(net.weights(vocabulary, width), ids), net.Slice(net.weights(1, length, width), [0], count, [1]))
    later = np.triu(np.full((1, 1, length, length), -1e9, np.float32), 1)
    mask = net.Slice(later, [0, 0], net.Concat(count, count, axis=0), [2, 3])
    for _ in range(layers):
        x = _layer(net, x, width, heads, mask)
    # the word of the largest id ends the text
    last = net.Unsqueeze(net.ArgMax(ids, axis=1, keepdims=1), [2])
    end = net.GatherElements(x, net.Expand(last, net.Concat(net.Shape(ids, end=1), [1, width], axis=0)), axis=1)
    return net.MatMul(net.Squeeze(end, [1]), net.weights(width, out))


def make_clip(root):
    folder, net = Folder(root, "bench-clip-vit-b32"), Net(seed=1)
    net.output("image_embeds", vision(net), FLOAT, "image_batch_size", 512)
    net.save(folder.onnx("vision_model"), check=False)
    net = Net(seed=2)
    net.output("text_embeds", text(net), FLOAT, "text_batch_size", 512)
    net.save(folder.onnx("text_model"), check=False)
    tokens.clip(folder, similarity.vocabulary())
    folder.json("config.json", {
        "model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": 512, "logit_scale_init_value": 4.6052,
        "text_config": {"model_type": "clip_text_model", "vocab_size": 49408, "max_position_embeddings": 77},
        "vision_config": {"model_type": "clip_vision_model", "image_size": 224, "patch_size": 32}})
    folder.json("preprocessor_config.json", pictures("CLIPImageProcessor", 224, similarity.MEAN, similarity.STD, crop=True, resample=3, feature_extractor_type="CLIPFeatureExtractor"))


def make_350(root):
    """ViT-B/32's picture half as a `nima` model with ten scores: one file of 350 MB that loads, runs and is put away again."""
    folder, net = Folder(root, "bench-350mb"), Net(seed=3)
    net.output("scores", net.Softmax(vision(net, out=10), axis=-1), FLOAT, "image_batch_size", 10)
    net.save(folder.onnx(), check=False)
    folder.json("config.json", {"model_type": "nima", "scores": list(range(1, 11))})
    folder.json("preprocessor_config.json", pictures("ImageProcessor", 224, similarity.MEAN, similarity.STD, resample=1))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    make_clip(root)
    make_350(root)


if __name__ == "__main__":
    main()
