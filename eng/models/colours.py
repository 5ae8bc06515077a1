"""The colours that the demo models know, and what stands for what. Values are red, green, blue from 0 to 1."""
import numpy as np

NAMED = {
    "red": (.86, .10, .12), "orange": (.96, .52, .06), "yellow": (.98, .88, .12), "green": (.16, .58, .18), "cyan": (.10, .82, .84), "azure": (.60, .80, .95), "blue": (.10, .22, .86),
    "purple": (.48, .12, .62), "pink": (.98, .55, .74), "brown": (.45, .26, .10), "beige": (.94, .82, .68), "black": (.03, .03, .03), "gray": (.50, .50, .50), "white": (.98, .98, .98)}

# What the detector calls a patch of that colour. A scene that is drawn with these is understood by the detector and, through the words, by CLIP.
THINGS = {
    "person": (.86, .10, .12), "face": (1.0, .74, .56), "bird": (.98, .88, .12), "animal": (.60, .92, .15), "cat": (.90, .12, .82), "dog": (.96, .52, .06),
    "car": (.10, .22, .86), "window": (.10, .82, .84), "door": (.48, .12, .62), "furniture": (.45, .26, .10)}

# What may lie behind and between them.
BEHIND = [(1, 1, 1), (0, 0, 0), (.2, .2, .2), (.4, .4, .4), (.6, .6, .6), (.8, .8, .8), (.16, .58, .18), (.35, .65, .30), (.08, .30, .10), (.60, .80, .95), (.35, .60, .85),
          (.94, .90, .80), (.80, .74, .66), (.22, .40, .55), (.20, .12, .06)]

SHARPNESS = 40.0


def nearness(net, pixels, colours, axis):
    """
    softmax over colours a of -s |x - a|^2 for every pixel x: how much it is each colour. |x|^2 is the same for all a and falls out, so that a
    1x1 convolution with weights 2 s a and bias -s |a|^2 does it; for pixels in rows a matrix product.
    """
    a = np.array(colours, np.float32)
    bias = -SHARPNESS * (a ** 2).sum(1)
    scores = net.Conv(pixels, (2 * SHARPNESS * a).reshape(-1, 3, 1, 1), bias) if axis == 1 else net.Add(net.MatMul(pixels, 2 * SHARPNESS * a.T), bias)
    return net.Softmax(scores, axis=axis)


def undo(net, pixels, mean, std):
    """Back from (x - mean) / std to 0..1, for [batch, 3, height, width]."""
    shaped = lambda values: np.array(values, np.float32).reshape(1, 3, 1, 1)
    return net.Add(net.Mul(pixels, shaped(std)), shaped(mean))


LUMA = np.array([.299, .587, .114], np.float32).reshape(1, 3, 1, 1)
