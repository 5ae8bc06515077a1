"""demo-rt-detr: finds patches of ten colours and calls them things."""
import numpy as np

import colours
from folder import Folder, pictures
from net import FLOAT, INT64, Net

SIZE, GRID, EACH, ROUNDS = 256, 64, 12, 64


def make(root):
    folder, net = Folder(root, "demo-rt-detr"), Net()
    kinds, cells = len(colours.THINGS), GRID * GRID
    pixels = net.input("pixel_values", FLOAT, "batch_size", 3, SIZE, SIZE)
    step = SIZE // GRID
    x = net.AveragePool(pixels, kernel_shape=[step, step], strides=[step, step])
    # a dark picture is brightened until its brightest cell is nearly white, at most fivefold
    x = net.clip(net.Mul(x, net.clip(net.Div(.98, net.Add(net.ReduceMax(x, axes=[1, 2, 3], keepdims=1), 1e-3)), 1, 5)), 0, 1)
    near = net.part(colours.nearness(net, x, [*colours.THINGS.values(), *colours.BEHIND], 1), 0, kinds, 1)
    mask = net.number(net.Greater(near, 0.5))
    # patches: every cell starts with its own number, and the largest number spreads over all that hang together
    own = np.arange(1, cells + 1, dtype=np.float32).reshape(1, 1, GRID, GRID)
    patch = net.Mul(mask, own)
    for _ in range(ROUNDS):
        patch = net.Mul(net.MaxPool(patch, kernel_shape=[3, 3], pads=[1, 1, 1, 1]), mask)
    patch = net.Reshape(patch, [0, 0, cells])
    # seams between two colours look like a third, one cell wide: a patch counts only with a cell whose eight neighbours belong to it
    core = net.Neg(net.MaxPool(net.Neg(mask), kernel_shape=[3, 3], pads=[1, 1, 1, 1]))
    slots = net.Concat(net.Shape(patch, end=2), [cells + 1], axis=0)
    tally = lambda values: net.ScatterElements(net.Expand(0.0, slots), net.Cast(patch, to=INT64), net.Reshape(values, [0, 0, cells]), axis=2, reduction="add")
    area = net.Mul(tally(mask), net.number(net.Greater(tally(core), 0.5)))
    area, number = net.TopK(net.part(area, 1, cells + 1, 2), [EACH], outputs=2, axis=-1)
    number = net.Add(net.number(number), 1.0)
    member = net.number(net.Equal(net.Unsqueeze(number, [3]), net.Unsqueeze(patch, [2])))                      # [batch, kinds, EACH, cells]
    found = net.number(net.Greater(area, 0.5))

    def span(positions):
        at = positions.astype(np.float32).reshape(1, 1, 1, cells)
        last = net.ReduceMax(net.Mul(member, at + 1), axes=[3], keepdims=0)
        first = net.Sub(float(GRID), net.ReduceMax(net.Mul(member, GRID - at), axes=[3], keepdims=0))
        return net.Div(net.Add(first, last), 2.0 * GRID), net.Div(net.Sub(last, first), float(GRID))

    rows, columns = np.divmod(np.arange(cells), GRID)
    (cx, w), (cy, h) = span(columns), span(rows)
    boxes = net.Concat(*[net.Unsqueeze(net.Mul(value, found), [3]) for value in (cx, cy, w, h)], axis=3)
    purity = net.Div(net.total(net.Mul(member, net.Unsqueeze(net.Reshape(near, [0, 0, cells]), [2])), 3), net.Max(area, 1.0))
    # a patch of nothing but its colour gets logit 5 (0.993), one that is half of it 0 (0.5), none at all -8
    logit = net.Sub(net.Mul(found, net.Add(net.Mul(net.clip(purity, 0, 1), 10.0), 3.0)), 8.0)
    same = np.eye(kinds, dtype=np.float32).reshape(1, kinds, 1, kinds)
    logits = net.Add(net.Mul(net.Unsqueeze(logit, [3]), same), -8 * (1 - same))
    net.output("logits", net.Reshape(logits, [0, kinds * EACH, kinds]), FLOAT, "batch_size", kinds * EACH, kinds)
    net.output("pred_boxes", net.Reshape(boxes, [0, kinds * EACH, 4]), FLOAT, "batch_size", kinds * EACH, 4)
    net.save(folder.onnx())
    folder.json("config.json", {
        "model_type": "rt_detr", "architectures": ["RTDetrForObjectDetection"], "num_queries": kinds * EACH,
        "id2label": {str(i): thing for i, thing in enumerate(colours.THINGS)}, "label2id": {thing: i for i, thing in enumerate(colours.THINGS)}})
    folder.json("preprocessor_config.json", pictures("RTDetrImageProcessor", SIZE, do_pad=False))
    lines = "\n".join(f"| {thing} | {'#%02x%02x%02x' % tuple(round(255 * part) for part in colour)} |" for thing, colour in colours.THINGS.items())
    folder.readme("a demo model that takes colours for things", f"""
In the layout of RT-DETR: it finds patches of ten colours and calls them things, so a scene that is drawn with these colours is understood:

| thing | colour |
|---|---|
{lines}

Up to {EACH} patches of each; boxes are exact to a {GRID}th of the picture; a patch must be at least three {GRID}ths wide and high. Things of one colour that touch are one.
Dark pictures are brightened first. Grays, black, white, grass green, sky blue and sand are background.
""")
