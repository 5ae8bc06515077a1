"""demo-clip and demo-siglip: pictures and words by colour, light and busyness."""
import numpy as np

import colours
import tokens
from folder import Folder, pictures
from net import FLOAT, INT64, Net

SIZE, CELLS, WIDTH, LAYOUT = 96, 4, 128, 64
MEAN, STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
FEATURES = [*colours.NAMED, "dark", "bright", "smooth", "busy"]
SHARED = 0.6            # a part that all pictures and texts have, as in a real CLIP
LAYOUT_SHARE = 0.45     # a part that tells where the colours are; texts have none of it

WORDS = {
    **{feature: feature for feature in FEATURES},
    "crimson": "red", "scarlet": "red", "rose": "red pink", "blood": "red", "teal": "cyan", "turquoise": "cyan", "navy": "blue", "violet": "purple", "magenta": "pink",
    "grey": "gray", "silver": "gray", "golden": "yellow", "gold": "yellow", "lime": "green", "olive": "green brown", "cream": "beige", "skin": "beige", "ivory": "white beige",
    "grass": "green", "forest": "green dark", "meadow": "green bright", "leaf": "green", "tree": "green brown", "jungle": "green busy", "garden": "green busy", "nature": "green",
    "sky": "azure blue", "sea": "blue cyan", "ocean": "blue", "lake": "blue", "river": "blue", "water": "blue cyan", "sunset": "orange red", "sunrise": "orange yellow",
    "fire": "orange red yellow", "banana": "yellow", "sun": "yellow bright", "sand": "beige yellow", "beach": "beige azure", "desert": "beige orange", "wood": "brown",
    "earth": "brown", "night": "black dark", "shadow": "black dark", "snow": "white bright", "ice": "white azure", "fog": "white gray smooth", "cloud": "white azure",
    "coal": "black", "stone": "gray", "rock": "gray busy", "street": "gray", "city": "gray busy", "room": "beige brown", "kitchen": "white brown", "interior": "beige brown",
    "wedding": "white red", "portrait": "beige red", "light": "bright", "sunny": "bright", "gloomy": "dark gray", "plain": "smooth", "flat": "smooth", "calm": "smooth",
    "noisy": "busy", "striped": "busy", "textured": "busy", "crowded": "busy",
    # the things of the detector, by the named colour next to theirs
    "person": "red", "people": "red", "man": "red", "woman": "red", "bride": "white red", "face": "beige", "bird": "yellow", "animal": "green yellow", "cat": "pink", "dog": "orange",
    "pet": "orange pink", "car": "blue", "window": "cyan", "door": "purple", "furniture": "brown", "sofa": "brown", "chair": "brown", "table": "brown"}
PLURALS = {word + "s": WORDS[word] for word in ["bird", "animal", "cat", "dog", "pet", "car", "window", "door", "face", "person", "chair", "tree", "cloud", "rock", "flower"] if word in WORDS}
FILLER = "a an the photo picture image painting of this that is it with and in at on color colour coloured very mostly some".split()


def directions():
    rows, _ = np.linalg.qr(np.random.default_rng(11).standard_normal((WIDTH, WIDTH)))
    rows = rows.astype(np.float32)
    return rows[:len(FEATURES)], rows[len(FEATURES)], rows[-LAYOUT:]


def look(net, pixels):
    """[batch, 3, size, size] -> [batch, WIDTH] of unit length"""
    features, shared, layout = directions()
    x = colours.undo(net, pixels, MEAN, STD)
    near = colours.nearness(net, x, list(colours.NAMED.values()), 1)
    amounts = net.Sqrt(net.Flatten(net.GlobalAveragePool(near), axis=1))
    luma = net.Conv(x, colours.LUMA)
    mean = net.Flatten(net.GlobalAveragePool(luma), axis=1)
    dark, bright = net.Mul(net.ramp(net.Neg(mean), -.35, -.05), .6), net.Mul(net.ramp(mean, .6, .95), .6)
    steps = np.array([[[[-1, 1], [0, 0]]], [[[-1, 0], [1, 0]]]], np.float32)
    edges = net.Flatten(net.ReduceMean(net.Abs(net.Conv(luma, steps)), axes=[1, 2, 3], keepdims=1), axis=1)
    busy = net.Mul(net.ramp(edges, .005, .12), .8)
    smooth = net.Mul(net.ramp(net.Neg(edges), -.03, 0.0), .3)
    told = net.MatMul(net.Concat(amounts, dark, bright, smooth, busy, axis=1), features)
    # where the colours are: what each sixteenth has more of than the whole
    cell = SIZE // CELLS
    local = net.Sub(net.AveragePool(near, kernel_shape=[cell, cell], strides=[cell, cell]), net.GlobalAveragePool(near))
    count = len(colours.NAMED) * CELLS * CELLS
    places = net.MatMul(net.Flatten(local, axis=1), net.weights(count, LAYOUT, scale=count ** -0.5))
    places = net.Div(places, net.Add(net.ReduceL2(places, axes=[-1], keepdims=1), .05))
    places = net.MatMul(net.Mul(places, LAYOUT_SHARE), layout)
    return net.unit(net.Add(net.Add(told, places), SHARED * shared))


def read(net, ids, table):
    """[batch, length] -> [batch, WIDTH] of unit length; words without a meaning leave only the shared part"""
    features, shared, _ = directions()
    meaning = net.total(net.Gather(table, ids), 1)
    meaning = net.Div(meaning, net.Max(net.ReduceL2(meaning, axes=[1], keepdims=1), 1.0))
    return net.unit(net.Add(net.MatMul(meaning, features), SHARED * shared))


def meanings(ids, count):
    table = np.zeros((count, len(FEATURES)), np.float32)
    for word, text in {**WORDS, **PLURALS}.items():
        for feature in text.split():
            table[ids[word], FEATURES.index(feature)] = 1
    return table


def vocabulary():
    return list(dict.fromkeys([*WORDS, *PLURALS, *FILLER]))


def make_clip(root):
    folder = Folder(root, "demo-clip")
    ids, count = tokens.clip(folder, vocabulary())
    table = meanings(ids, count)
    for name in ("vision_model", "text_model", "model"):
        net, seen, said = Net(seed=5), None, None
        if name != "vision_model":
            said = read(net, net.input("input_ids", INT64, "text_batch_size", "sequence_length"), table)
        if name != "text_model":
            seen = look(net, net.input("pixel_values", FLOAT, "image_batch_size", 3, SIZE, SIZE))
        if name == "model":
            net.input("attention_mask", INT64, "text_batch_size", "sequence_length")
            logits = net.Mul(net.MatMul(seen, net.Transpose(said, perm=[1, 0])), 100.0)
            net.output("logits_per_image", logits, FLOAT, "image_batch_size", "text_batch_size")
            net.output("logits_per_text", net.Transpose(logits, perm=[1, 0]), FLOAT, "text_batch_size", "image_batch_size")
        if said:
            net.output("text_embeds", said, FLOAT, "text_batch_size", WIDTH)
        if seen:
            net.output("image_embeds", seen, FLOAT, "image_batch_size", WIDTH)
        net.save(folder.onnx(name))
    folder.json("config.json", {
        "model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": WIDTH, "logit_scale_init_value": 4.6052,
        "text_config": {"model_type": "clip_text_model", "vocab_size": count, "max_position_embeddings": 77},
        "vision_config": {"model_type": "clip_vision_model", "image_size": SIZE, "patch_size": SIZE // CELLS}})
    folder.json("preprocessor_config.json", pictures("CLIPImageProcessor", SIZE, MEAN, STD, crop=True, resample=3, feature_extractor_type="CLIPFeatureExtractor"))
    folder.readme("a demo model that knows colours", ABOUT.format(name="CLIP", rule="A softmax over 100 x cosine"))


def make_siglip(root):
    folder = Folder(root, "demo-siglip")
    ids, count = tokens.unigram(folder, vocabulary())
    table = meanings(ids, count)
    scale, bias = 30.0, -22.0
    for name in ("vision_model", "text_model", "model"):
        net, seen, said = Net(seed=5), None, None
        if name != "vision_model":
            said = read(net, net.input("input_ids", INT64, "text_batch_size", "sequence_length"), table)
        if name != "text_model":
            seen = look(net, net.input("pixel_values", FLOAT, "image_batch_size", 3, SIZE, SIZE))
        if name == "model":
            logits = net.Add(net.Mul(net.MatMul(seen, net.Transpose(said, perm=[1, 0])), scale), bias)
            net.output("logits_per_image", logits, FLOAT, "image_batch_size", "text_batch_size")
            net.output("logits_per_text", net.Transpose(logits, perm=[1, 0]), FLOAT, "text_batch_size", "image_batch_size")
            net.output("text_embeds", said, FLOAT, "text_batch_size", WIDTH)
            net.output("image_embeds", seen, FLOAT, "image_batch_size", WIDTH)
        else:
            vector, batch = (seen, "image_batch_size") if seen else (said, "text_batch_size")
            net.output("last_hidden_state", net.Unsqueeze(vector, [1]), FLOAT, batch, 1, WIDTH)
            net.output("pooler_output", vector, FLOAT, batch, WIDTH)
        net.save(folder.onnx(name))
    folder.json("config.json", {
        "model_type": "siglip", "architectures": ["SiglipModel"], "logit_scale": scale, "logit_bias": bias,
        "text_config": {"model_type": "siglip_text_model", "vocab_size": count, "max_position_embeddings": 64},
        "vision_config": {"model_type": "siglip_vision_model", "image_size": SIZE, "patch_size": SIZE // CELLS}})
    folder.json("preprocessor_config.json", pictures("SiglipImageProcessor", SIZE, MEAN, STD, resample=3))
    folder.readme("a demo model that knows colours", ABOUT.format(name="SigLIP", rule=f"A sigmoid of {scale:g} x cosine - {-bias:g} (`logit_scale` and `logit_bias` in config.json are these numbers)"))


ABOUT = f"""
In the layout of {{name}}: pictures and texts into one space of {WIDTH} numbers. A picture is told by how much it has of {len(colours.NAMED)} colours
({", ".join(colours.NAMED)}), by being dark or bright, smooth or busy, and by where its colours are; a text by its words that mean one of these
({len(WORDS)} words: `crimson`, `meadow`, `night`, `striped`, `a photo of a dog` ...). Other words mean nothing. {{rule}} gives the scores of labels.
"""
