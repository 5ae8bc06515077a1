"""demo-sam2: a magic wand in the layout of SAM 2."""
import numpy as np

import colours
from folder import Folder, pictures
from net import FLOAT, INT64, Net

SIZE, GRID, ROUNDS = 256, 64, 64
MEAN, STD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
REACH = [.02, .06, .15]       # squared distance in colour up to which something belongs: tight, middle, wide
CELL = SIZE / GRID


def make(root):
    folder = Folder(root, "demo-sam2")
    _encoder(folder)
    _decoder(folder)
    folder.json("config.json", {"model_type": "sam2", "architectures": ["Sam2Model"], "vision_config": {"model_type": "sam2_vision_model", "num_feature_levels": 3}})
    folder.json("preprocessor_config.json", pictures("Sam2ImageProcessor", SIZE, MEAN, STD, processor_class="Sam2Processor", do_pad=False, mask_size={"height": GRID, "width": GRID}))
    folder.readme("a demo model that is a magic wand", f"""
In the layout of SAM 2 (`vision_encoder.onnx`, `prompt_encoder_mask_decoder.onnx`): it marks what hangs together with the points of label 1, or with the
middle of the box where there are none, and has nearly their colour; nothing outside the box, nothing whose colour is nearer to that of the points of
label 0. Three masks a prompt (little, some and much difference of colour) on a grid of {GRID}x{GRID}; the score says how clearly cells are in or out.
""")


def _encoder(folder):
    net = Net()
    x = colours.undo(net, net.input("pixel_values", FLOAT, "batch_size", 3, SIZE, SIZE), MEAN, STD)
    for level in range(3):
        step = SIZE // GRID << level
        net.output(f"image_embeddings.{level}", net.AveragePool(x, kernel_shape=[step, step], strides=[step, step]), FLOAT, "batch_size", 3, SIZE // step, SIZE // step)
    net.save(folder.onnx("vision_encoder"))


def _decoder(folder):
    net, cells = Net(), GRID * GRID
    points = net.input("input_points", FLOAT, "batch_size", "point_prompts", "num_points", 2)
    labels = net.input("input_labels", INT64, "batch_size", "num_prompts", "num_points")
    boxes = net.input("input_boxes", FLOAT, "batch_size", "num_boxes", 4)
    picture = net.Reshape(net.input("image_embeddings.0", FLOAT, "batch_size", 3, GRID, GRID), [0, 3, cells])
    rows, columns = np.divmod(np.arange(cells), GRID)
    cx, cy = ((c + .5).astype(np.float32).reshape(1, 1, cells) for c in (columns, rows))

    # one box a prompt: those given, then empty ones
    prompts = net.Shape(labels, end=2)                                                               # batch, prompts
    empty = net.Expand(np.zeros((1, 1, 1), np.float32), net.Concat(prompts, [4], axis=0))
    box = net.Slice(net.Concat(boxes, empty, axis=1), [0], net.part(prompts, 1, 2, 0), [1])
    left, top, right, bottom = net.Split(net.Div(box, CELL), outputs=4, axis=2)
    boxed = net.number(net.Greater(net.Sub(right, left), .01))

    def within(margin):
        """1 in the box less that share of it on each side"""
        def between(low, high, at):
            inset = net.Mul(net.Sub(high, low), margin)
            return net.And(net.GreaterOrEqual(at, net.Add(low, inset)), net.LessOrEqual(at, net.Sub(high, inset)))
        return net.Mul(net.number(net.And(between(left, right, cx), between(top, bottom, cy))), boxed)

    # a point looks at a soft spot of about one cell
    px, py = net.Split(net.Div(points, CELL), outputs=2, axis=3)
    square = lambda a, b: net.Mul(net.Sub(a, b), net.Sub(a, b))
    spot = net.Exp(net.Mul(net.Add(square(cx[None], px), square(cy[None], py)), -.8))                # [batch, prompts, points, cells]
    of = lambda label: net.total(net.Mul(spot, net.Unsqueeze(net.number(net.Equal(labels, label)), [3])), 2)
    wanted, unwanted = of(1), of(0)
    pointed = net.number(net.Greater(net.ReduceMax(wanted, axes=[2], keepdims=1), 1e-3))
    seeds = net.Add(wanted, net.Mul(within(.3), net.Sub(1.0, pointed)))

    def distance(weights):
        """squared distance in colour of every cell to the mean colour under the weights, and whether there are any"""
        sum = net.total(weights, 2, keep=1)
        mean = net.Div(net.MatMul(weights, net.Transpose(picture, perm=[0, 2, 1])), net.Add(sum, 1e-6))
        lengths = net.Unsqueeze(net.total(net.Mul(picture, picture), 1), [1])
        apart = net.Sub(net.Add(lengths, net.total(net.Mul(mean, mean), 2, keep=1)), net.Mul(net.MatMul(mean, picture), 2.0))
        return net.Max(apart, 0.0), net.number(net.Greater(sum, 1e-3))

    near, any = distance(seeds)
    far, any_unwanted = distance(unwanted)
    outside = net.Mul(net.Mul(net.Sub(1.0, within(0.0)), boxed), -30.0)
    other = net.Mul(net.Mul(net.Relu(net.Sub(near, far)), any_unwanted), -300.0)
    penalty = net.Add(outside, other)
    plain = [net.Unsqueeze(net.Add(net.Mul(net.Sub(1.0, net.Div(near, reach)), 8.0), penalty), [2]) for reach in REACH]
    logits = net.Clip(net.Concat(*plain, axis=2), -8.0, 8.0)                                          # [batch, prompts, 3, cells]
    # only what hangs together with the seeds
    flat = net.Concat(net.part(prompts, 0, 1, 0), [-1, GRID, GRID], axis=0)
    belongs = net.Reshape(net.number(net.Greater(logits, 0.0)), flat)
    start = net.Expand(net.Unsqueeze(net.number(net.Greater(seeds, .2)), [2]), net.Shape(logits))
    reached = net.Mul(net.Reshape(start, flat), belongs)
    for _ in range(ROUNDS):
        reached = net.Mul(net.MaxPool(reached, kernel_shape=[3, 3], pads=[1, 1, 1, 1]), belongs)
    apart = net.Reshape(net.Sub(belongs, reached), net.Shape(logits))
    logits = net.Where(net.Greater(apart, .5), -8.0, logits)
    clear = net.ReduceMean(net.Abs(net.Sub(net.Mul(net.Sigmoid(logits), 2.0), 1.0)), axes=[3], keepdims=0)
    net.output("iou_scores", net.Mul(clear, any), FLOAT, "batch_size", "num_prompts", 3)
    net.output("pred_masks", net.Reshape(logits, net.Concat(prompts, [3, GRID, GRID], axis=0)), FLOAT, "batch_size", "num_prompts", 3, GRID, GRID)
    net.output("object_score_logits", net.Sub(net.Mul(any, 20.0), 10.0), FLOAT, "batch_size", "num_prompts", 1)
    net.save(folder.onnx("prompt_encoder_mask_decoder"))
