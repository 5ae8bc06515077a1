"""demo-nima-technical and demo-nima-aesthetic: how ten raters would spread, from measures of the picture."""
import numpy as np

import colours
from folder import Folder, pictures
from net import FLOAT, Net

SIZE = 224
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def _mean(net, x):
    return net.Flatten(net.GlobalAveragePool(x), axis=1)


def _deviation(net, x):
    return net.Sqrt(net.Add(_mean(net, net.Mul(*2 * [net.Sub(x, net.GlobalAveragePool(x))])), 1e-8))


def _start():
    net = Net()
    return net, colours.undo(net, net.input("pixel_values", FLOAT, "batch_size", 3, SIZE, SIZE), MEAN, STD)


def _measures(net, x):
    """
    Sharpness is the strength of second differences beside first ones: about 1 for a step that is one pixel wide, 1 / (sigma sqrt 2) for one that
    was blurred by sigma pixels; contrast and the number of edges fall out.
    """
    luma = net.Conv(x, colours.LUMA)
    second = net.Conv(luma, np.array([[[[0, 1, 0], [1, -4, 1], [0, 1, 0]]]], np.float32))
    first = net.Conv(luma, np.array([[[[0, 0, 0], [-.5, 0, .5], [0, 0, 0]]], [[[0, -.5, 0], [0, 0, 0], [0, .5, 0]]]], np.float32))
    power = lambda t: net.Flatten(net.ReduceMean(net.Mul(t, t), axes=[1, 2, 3], keepdims=1), axis=1)
    edges = net.Sqrt(power(first))
    sharp = net.ramp(net.Div(net.Sqrt(power(second)), net.Add(net.Mul(edges, 1.414), .004)), .40, 1.30)
    brightness, contrast = _mean(net, luma), _deviation(net, luma)
    burnt = _mean(net, net.Add(net.Sigmoid(net.Mul(net.Sub(luma, .985), 300.0)), net.Sigmoid(net.Mul(net.Sub(.015, luma), 300.0))))
    exposure = net.Mul(net.ramp(net.Neg(net.Abs(net.Sub(brightness, .5))), -.45, -.22), net.ramp(net.Neg(burnt), -.7, -.1))
    return luma, sharp, exposure, net.ramp(contrast, .02, .18)


def _finish(root, name, net, score, measures, names, title, text):
    """The score becomes ten shares around it (a bell of width 1.2)."""
    folder = Folder(root, name)
    apart = net.Sub(np.arange(1, 11, dtype=np.float32).reshape(1, 10), score)
    net.output("scores", net.Softmax(net.Mul(net.Mul(apart, apart), -1 / (2 * 1.2 ** 2)), axis=-1), FLOAT, "batch_size", 10)
    net.output("measures", net.Concat(*measures, axis=1), FLOAT, "batch_size", len(names))
    net.save(folder.onnx())
    folder.json("config.json", {"model_type": "nima", "scores": list(range(1, 11)), "measures": names})
    folder.json("preprocessor_config.json", pictures("ImageProcessor", SIZE, MEAN, STD, resample=1))
    folder.readme(title, text)


def make_technical(root):
    net, x = _start()
    _, sharp, exposure, contrast = _measures(net, x)
    score = net.Add(net.Add(net.Mul(sharp, 4.2), net.Mul(exposure, 2.6)), net.Add(net.Mul(contrast, 1.2), 1.2))
    _finish(root, "demo-nima-technical", net, score, [sharp, exposure, contrast], ["sharpness", "exposure", "contrast"], "a demo model that measures sharpness and exposure", """
In the layout of NIMA: ten shares for the scores 1 to 10 (`scores`) and what they come from (`measures`: sharpness, exposure, contrast, each 0..1). The mean is about
1.2 + 4.2 sharpness + 2.6 exposure + 1.2 contrast: sharp and well exposed pictures get about 8 to 9, blurred ones 4 to 6, dark ones 5 to 6.
""")


def make_aesthetic(root):
    net, x = _start()
    luma, sharp, exposure, contrast = _measures(net, x)
    # colourfulness: spread and strength of the two opponent colours (Hasler and Suesstrunk 2003)
    opponents = net.Conv(x, np.array([[1, -1, 0], [.5, .5, -1]], np.float32).reshape(2, 3, 1, 1))
    spread = net.ReduceL2(_deviation(net, opponents), axes=[1], keepdims=1)
    strength = net.ReduceL2(_mean(net, opponents), axes=[1], keepdims=1)
    colourful = net.ramp(net.Add(spread, net.Mul(strength, .3)), .03, .45)
    # placement: how much of what stands out lies near the lines at a third and two thirds
    stands_out = net.Abs(net.Sub(net.AveragePool(luma, kernel_shape=[8, 8], strides=[8, 8]), net.GlobalAveragePool(luma)))
    at = (np.arange(28) + .5) / 28
    near = np.exp(-np.minimum(abs(at - 1 / 3), abs(at - 2 / 3)) ** 2 / .01).astype(np.float32)
    lines = np.maximum(near[:, None], near[None, :]).reshape(1, 1, 28, 28)
    placement = net.ramp(net.Div(_mean(net, net.Mul(stands_out, lines)), net.Add(_mean(net, stands_out), 1e-4)), .45, .85)
    score = net.Add(net.Add(net.Mul(colourful, 2.6), net.Mul(placement, 1.4)), net.Add(net.Add(net.Mul(contrast, 1.6), net.Mul(exposure, 1.2)), net.Add(net.Mul(sharp, 1.2), 1.4)))
    _finish(root, "demo-nima-aesthetic", net, score, [colourful, placement, contrast], ["colourfulness", "placement", "contrast"], "a demo model that likes colour and contrast", """
In the layout of NIMA: ten shares for the scores 1 to 10 (`scores`) and what they come from (`measures`: colourfulness, placement on the lines of thirds, contrast, each 0..1). The mean is
about 1.4 + 2.6 colourfulness + 1.4 placement + 1.6 contrast + 1.2 exposure + 1.2 sharpness. It knows no taste.
""")
