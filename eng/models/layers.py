"""Transformers with random weights, for graphs whose shape counts and whose answers do not."""
import numpy as np

from net import FLOAT, INT64


def dense(net, x, wide, out):
    return net.Add(net.MatMul(x, net.weights(wide, out)), np.zeros(out, np.float32))


def dense_in_bytes(net, x, wide, out):
    """As ONNX Runtime's dynamic quantisation writes it: numbers of x become bytes while the graph runs, weights are bytes."""
    scale = 0.02 / 40
    weights = np.clip(np.rint(net.random.standard_normal((wide, out)) * 40), -127, 127).astype(np.int8)
    bytes_of_x, scale_of_x, zero_of_x = net.DynamicQuantizeLinear(x, outputs=3)
    sums = net.MatMulInteger(bytes_of_x, weights, zero_of_x, np.int8(0))
    return net.Add(net.Mul(net.Cast(sums, to=FLOAT), net.Mul(scale_of_x, scale)), np.zeros(out, np.float32))


def layer(net, x, width, heads, mask=None, linear=dense):
    """One pre-norm transformer layer with CLIP's quick GELU (x sigmoid(1.702 x))."""
    norm = lambda t: net.LayerNormalization(t, np.ones(width, np.float32), np.zeros(width, np.float32), axis=-1, epsilon=1e-5)
    split = lambda t: net.Transpose(net.Reshape(t, [0, 0, heads, width // heads]), perm=[0, 2, 1, 3])
    y = norm(x)
    query, key, value = (split(linear(net, y, width, width)) for _ in range(3))
    scores = net.Mul(net.MatMul(query, net.Transpose(key, perm=[0, 1, 3, 2])), (width // heads) ** -.5)
    mixed = net.MatMul(net.Softmax(net.Add(scores, mask) if mask else scores, axis=-1), value)
    x = net.Add(x, linear(net, net.Reshape(net.Transpose(mixed, perm=[0, 2, 1, 3]), [0, 0, width]), width, width))
    y = linear(net, norm(x), width, 4 * width)
    return net.Add(x, linear(net, net.Mul(y, net.Sigmoid(net.Mul(y, 1.702))), 4 * width, width))


def patches(net, pixels, width, patch, size):
    """[batch, 3, size, size] -> [batch, cells, width]"""
    cells = (size // patch) ** 2
    x = net.Conv(pixels, net.weights(width, 3, patch, patch), strides=[patch, patch])
    return net.Transpose(net.Reshape(x, [0, width, cells]), perm=[0, 2, 1]), cells


def vision(net, layers=12, width=768, heads=12, patch=32, size=224, linear=dense, batch="image_batch_size"):
    """A ViT: [batch, 3, size, size] -> [batch, 1 + cells, width]; the first place stands for the picture."""
    pixels = net.input("pixel_values", FLOAT, batch, 3, size, size)
    x, cells = patches(net, pixels, width, patch, size)
    first = net.Expand(net.weights(1, 1, width), net.Concat(net.Shape(pixels, end=1), [1, width], axis=0))
    x = net.Add(net.Concat(first, x, axis=1), net.weights(1, cells + 1, width))
    for _ in range(layers):
        x = layer(net, x, width, heads, linear=linear)
    return x


def text(net, layers=12, width=512, heads=8, vocabulary=49408, length=77, linear=dense, causal=True, inputs=("input_ids",)):
    """Word ids -> [batch, length, width], and the ids."""
    ids = [net.input(name, INT64, "text_batch_size", "sequence_length") for name in inputs][0]
    count = net.Shape(ids, start=1)
    x = net.Add(net.Gather(net.weights(vocabulary, width), ids), net.Slice(net.weights(1, length, width), [0], count, [1]))
    later = np.triu(np.full((1, 1, length, length), -1e9, np.float32), 1)
    mask = net.Slice(later, [0, 0], net.Concat(count, count, axis=0), [2, 3]) if causal else None
    for _ in range(layers):
        x = layer(net, x, width, heads, mask, linear)
    return x, ids


def first_place(net, x):
    return net.Squeeze(net.part(x, 0, 1, 1), [1])


def last_word(net, x, ids, width):
    """CLIP: the word of the largest id ends the text and stands for it."""
    last = net.Unsqueeze(net.ArgMax(ids, axis=1, keepdims=1), [2])
    return net.Squeeze(net.GatherElements(x, net.Expand(last, net.Concat(net.Shape(ids, end=1), [1, width], axis=0)), axis=1), [1])


def cached(net, x, layers, width, heads, shared, size):
    """
    Layers with a key-value cache of `shared` heads, as decoders are exported; all have the same weights. Declares attention_mask, past_key_values and present.
    """
    mask = net.input("attention_mask", INT64, "batch_size", "total_sequence_length")
    length, total = net.part(net.Shape(x), 1, 2, 0), net.part(net.Shape(mask), 1, 2, 0)
    places = net.Range(np.int64(0), net.Squeeze(total, [0]), np.int64(1))
    own = net.Unsqueeze(net.Slice(places, net.Sub(total, length), total, [0]), [1])
    hidden = net.Add(net.Mul(net.number(net.Greater(places, own)), -1e9),                                    # later words
                     net.Mul(net.Sub(1.0, net.number(net.Unsqueeze(mask, [1, 2]))), -1e9))                   # words that fill up a batch
    weights = {name: net.weights(width, out) for name, out in {"query": heads * size, "key": shared * size, "value": shared * size}.items()}
    back = net.weights(heads * size, width)
    split = lambda t, count: net.Transpose(net.Reshape(t, [0, 0, count, size]), perm=[0, 2, 1, 3])
    spread = lambda t: net.Reshape(net.Expand(net.Unsqueeze(t, [2]), np.array([1, 1, heads // shared, 1, 1])), [0, heads, -1, size])
    for number in range(layers):
        norm = net.LayerNormalization(x, np.ones(width, np.float32), np.zeros(width, np.float32), axis=-1, epsilon=1e-5)
        present = {}
        for half in ("key", "value"):
            past = net.input(f"past_key_values.{number}.{half}", FLOAT, "batch_size", shared, "past_sequence_length", size)
            present[half] = net.Concat(past, split(net.MatMul(norm, weights[half]), shared), axis=2)
            net.output(f"present.{number}.{half}", present[half], FLOAT, "batch_size", shared, "total_sequence_length", size)
        query = split(net.MatMul(norm, weights["query"]), heads)
        scores = net.Mul(net.MatMul(query, net.Transpose(spread(present["key"]), perm=[0, 1, 3, 2])), size ** -.5)
        mixed = net.MatMul(net.Softmax(net.Add(scores, hidden), axis=-1), spread(present["value"]))
        x = net.Add(x, net.MatMul(net.Reshape(net.Transpose(mixed, perm=[0, 2, 1, 3]), [0, 0, heads * size]), back))
    return x
