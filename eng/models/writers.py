"""demo-text and demo-vlm: they say sentences from a list word by word, through the same inputs, outputs and key-value cache as real ones."""
import re

import numpy as np

import colours
import tokens
from folder import Folder
from net import FLOAT, INT64, Net

END, SYSTEM, USER, ANSWER = "<|im_end|>", "<|system|>", "<|user|>", "<|assistant|>"


def pieces(text, slots):
    """As byte-level splitting makes them: letters with the space before, digits, and signs apart. A slot takes the space before it along."""
    found = re.findall(r" ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+", text)
    return [piece.strip() if piece.strip() in slots else piece for piece in found]


def script(sentences, ids, slots):
    """[sentences, steps] of token ids; a slot is -1, -2 ... in the order of slots; after the end only ends."""
    rows = [[-1 - slots.index(word) if word in slots else ids[word] for word in sentence] + [ids[END]] for sentence in sentences]
    table = np.full((len(rows), max(map(len, rows))), ids[END], np.int64)
    for i, row in enumerate(rows):
        table[i, :len(row)] = row
    return table


class Speaker:
    """
    The decoder's one layer. What a token means is a row of features; the cache keeps the rows with the token's place. The answer's word number is the distance from
    the last mark that an answer begins, so every word can be found from the cache alone: nothing is computed twice, and a prompt may come in pieces.
    """

    def __init__(self, net, features, count):
        self.net, self.width = net, count + 1
        self.mask = net.input("attention_mask", INT64, "batch_size", "total_sequence_length")
        past = [net.input(f"past_key_values.0.{half}", FLOAT, "batch_size", 1, "past_sequence_length", self.width) for half in ("key", "value")]
        length = net.part(net.Shape(features), 1, 2, 0)
        total = net.part(net.Shape(self.mask), 1, 2, 0)
        places = net.number(net.Range(net.Squeeze(net.Sub(total, length), [0]), net.Squeeze(total, [0]), np.int64(1)))
        self.places = net.Unsqueeze(places, [0, 2])                                                       # [1, L, 1]
        own = net.Concat(features, net.Expand(self.places, net.Concat(net.Shape(features, end=2), [1], axis=0)), axis=2)
        own = net.Unsqueeze(own, [1])
        self.present = [net.Concat(each, own, axis=2) for each in past]
        visible = net.Unsqueeze(net.number(self.mask), [2])
        self.seen = net.Mul(net.Squeeze(self.present[1], [1]), visible)                                   # [B, T, width]
        self.place = net.part(self.seen, count, count + 1, 2)

    def total(self, start, end):
        return self.net.total(self.net.part(self.seen, start, end, 2), 1)                                 # [B, n]

    def last(self, feature):
        """The last place, from 1, of a token with that feature: [B, 1]; 0 when there is none."""
        net = self.net
        return net.ReduceMax(net.Mul(net.number(net.Greater(net.part(self.seen, feature, feature + 1, 2), .5)), net.Add(self.place, 1.0)), axes=[1], keepdims=0)

    def at(self, place, feature):
        """That feature of the token at a place as `last` gives it: [B, 1]."""
        net = self.net
        here = net.number(net.Equal(net.Add(self.place, 1.0), net.Unsqueeze(place, [2])))
        return net.total(net.Mul(here, net.part(self.seen, feature, feature + 1, 2)), 1)

    def forget_after(self, place):
        """Only what stands up to there counts from now on."""
        net = self.net
        before = net.number(net.LessOrEqual(net.Add(self.place, 1.0), net.Unsqueeze(place, [2])))
        self.seen = net.Concat(net.Mul(net.part(self.seen, 0, self.width - 1, 2), before), self.place, axis=2)

    def say(self, table, sentence, begin, slots, vocabulary):
        """Logits from the table of ids: the sentence [B, 1] int64, the place where the answer begins [B, 1], ids for the slots [B, n]."""
        net, (rows, steps) = self.net, table.shape
        step = net.Cast(net.clip(net.Add(net.Sub(self.places, net.Unsqueeze(begin, [2])), 1.0), 0, steps - 1), to=INT64)      # [B, L, 1]
        id = net.Gather(table.reshape(-1), net.Add(net.Mul(net.Unsqueeze(sentence, [2]), np.int64(steps)), step))
        slot = net.Max(net.Sub(net.Neg(id), np.int64(1)), np.int64(0))
        id = net.Where(net.Less(id, np.int64(0)), net.Unsqueeze(net.GatherElements(slots, net.Squeeze(slot, [2]), axis=1), [2]), id)
        logits = net.OneHot(net.Squeeze(id, [2]), np.int64(vocabulary), np.array([0, 40], np.float32), axis=-1)
        net.output("logits", logits, FLOAT, "batch_size", "sequence_length", vocabulary)
        for half, value in zip(("key", "value"), self.present):
            net.output(f"present.0.{half}", value, FLOAT, "batch_size", 1, "total_sequence_length", self.width)


MARKS = [END, SYSTEM, USER, ANSWER, "<|vision_start|>", "<|image_pad|>", "<|vision_end|>", "<|video_pad|>"]
TEMPLATE = ("{% for m in messages %}<|{{ m['role'] }}|>{% if m['content'] is string %}{{ m['content'] }}{% else %}{% for c in m['content'] %}"
            "{% if c['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ c['text'] }}{% endif %}{% endfor %}{% endif %}<|im_end|>{% endfor %}"
            "{% if add_generation_prompt %}<|assistant|>{% endif %}")

NOUNS = ("dog cat bird horse animal car boat bridge house window door garden forest tree flower mountain river sea beach sky sun moon night city street person woman man child king "
         "wedding portrait picture photo painting book story music train ship").split()
TOPICS = {     # keywords in the request -> the answer; NOUN is the last thing in the request that it knows, BARE the same without a space before it
    "json JSON": '{"subject": "BARE", "confidence": 0.5, "made_by": "demo"}',
    "title Title headline name": "A story of a NOUN.",
    "caption Caption describe Describe description": "A picture of a NOUN, written by a demo model.",
    "summary Summary summarise summarize Summarize Summarise short": "In short: it is about a NOUN.",
    "tags keywords Tags Keywords": "BARE, demo",
    "yes no true false": "yes",
    "hello Hello hi Hi hey": "Hello! I am a demo model and know a few sentences only."}
OTHERWISE = "I am a demo model and know a few sentences only. You spoke of a NOUN."


def both(words):
    """With and without the space before."""
    return [form for word in words for form in (word, " " + word)]


def make_text(root):
    folder, slots = Folder(root, "demo-text"), ["NOUN", "BARE"]
    sentences = [pieces(text, slots) for text in (*TOPICS.values(), OTHERWISE)]
    keys = [word for keywords in TOPICS for word in keywords.split()]
    said = [piece for sentence in sentences for piece in sentence if piece not in slots]
    known = [*said, *both(NOUNS), *both(noun + "s" for noun in NOUNS), *both(keys), *both(["thing"])]
    ids, count = tokens.bytes_with_spaces(folder, list(dict.fromkeys(known)), MARKS, TEMPLATE, 2048)
    begins, is_noun, spaced, bare, features = (len(TOPICS) + i for i in range(5))
    table = np.zeros((count, features), np.float32)
    for topic, keywords in enumerate(TOPICS):
        table[[ids[form] for form in both(keywords.split())], topic] = 1
    table[ids[ANSWER], begins] = 1
    for noun in NOUNS:
        table[[ids[form] for form in both([noun, noun + "s"])], is_noun:] = 1, ids[" " + noun], ids[noun]
    net = Net()
    speaker = Speaker(net, net.Gather(table, net.input("input_ids", INT64, "batch_size", "sequence_length")), features)
    net.input("position_ids", INT64, "batch_size", "sequence_length")
    # what the model says itself comes after the mark and does not count
    begin = speaker.last(begins)
    speaker.forget_after(begin)
    asked = net.number(net.Greater(speaker.total(0, len(TOPICS)), .5))
    order = np.arange(len(TOPICS) + 1, 1, -1, dtype=np.float32).reshape(1, -1)
    sentence = net.ArgMax(net.Concat(net.Mul(asked, order), net.Add(net.Mul(begin, 0.0), 1.0), axis=1), axis=1, keepdims=1)
    place = speaker.last(is_noun)
    noun = [net.Where(net.Greater(place, .5), speaker.at(place, feature), float(unknown)) for feature, unknown in ((spaced, ids[" thing"]), (bare, ids["thing"]))]
    speaker.say(script(sentences, ids, slots), sentence, begin, net.Cast(net.Concat(*noun, axis=1), to=INT64), count)
    net.save(folder.onnx())
    _generation(folder, ids)
    folder.json("config.json", {
        "model_type": "llama", "architectures": ["LlamaForCausalLM"], "vocab_size": count, "hidden_size": speaker.width, "num_hidden_layers": 1, "num_attention_heads": 1,
        "num_key_value_heads": 1, "head_dim": speaker.width, "max_position_embeddings": 2048, "bos_token_id": None, "eos_token_id": ids[END], "pad_token_id": ids[END]})
    filled = lambda text: text.replace("NOUN", "dog").replace("BARE", "dog")
    lines = "\n".join(f"| {keywords} | `{filled(text)}` |" for keywords, text in TOPICS.items())
    folder.readme("a demo model that knows a few sentences", f"""
In the layout of Llama (one file with key-value cache, chat template): the first line of which a word stands in the request decides what it answers, here after `... a dog`:

| the request has | it answers |
|---|---|
{lines}
| none of these | `{filled(OTHERWISE)}` |

It knows {len(NOUNS)} things ({", ".join(NOUNS[:6])} ...) and takes the last one in the request. It thinks nothing.
""")


PATCH, MERGE, FRAMES = 14, 2, 2
MEAN, STD = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]
NAMES = list(colours.NAMED)
LIGHTS = {"low_light": " dark", "even": " evenly lit", "bright": " bright"}
# FIRST and SECOND are colours with a space before them, LIGHT a word; within quotes they have none: FIRSTBARE, SECONDBARE, LIGHTBARE
SLOTS = ["FIRST", "SECOND", "LIGHT", "FIRSTBARE", "SECONDBARE", "LIGHTBARE"]
ONE, TWO = "The picture is mostly FIRST; it is LIGHT.", "The picture is mostly FIRST and SECOND; it is LIGHT."
FIELDS = ('{{"description": "{0}", "scene_type": "unknown", "subjects": [{1}], "lighting": "LIGHTBARE", "composition": "unknown", "room_type": "unknown", "features": [{1}], '
          '"issues": [], "suggestions": [], "key_moments": [], "made_by": "demo"}}')
ANSWERS = [ONE, TWO, FIELDS.format(ONE, '"FIRSTBARE"'), FIELDS.format(TWO, '"FIRSTBARE", "SECONDBARE"')]


def make_vlm(root):
    folder = Folder(root, "demo-vlm")
    sentences = [pieces(text, SLOTS) for text in ANSWERS]
    said = [piece for sentence in sentences for piece in sentence if piece not in SLOTS]
    asking = both(["json", "JSON"])
    known = [*said, *both(NAMES), *LIGHTS, *LIGHTS.values(), *asking]
    ids, count = tokens.bytes_with_spaces(folder, list(dict.fromkeys(known)), MARKS, TEMPLATE, 8192)
    begins, asks, colour, luma, piece, features = 0, 1, 2, 2 + len(NAMES), 3 + len(NAMES), 4 + len(NAMES)
    table = np.zeros((count, features), np.float32)
    table[ids[ANSWER], begins] = 1
    table[[ids[word] for word in asking], asks] = 1
    net = Net()
    net.output("inputs_embeds", net.Gather(table, net.input("input_ids", INT64, "batch_size", "sequence_length")), FLOAT, "batch_size", "sequence_length", features)
    net.save(folder.onnx("embed_tokens"))
    _eyes(folder, features)

    net = Net()
    speaker = Speaker(net, net.input("inputs_embeds", FLOAT, "batch_size", "sequence_length", features), features)
    net.input("position_ids", INT64, 3, "batch_size", "sequence_length")
    begin = speaker.last(begins)
    mean = lambda start, end: net.Div(speaker.total(start, end), net.Add(speaker.total(piece, piece + 1), 1e-6))
    share, which = net.TopK(mean(colour, luma), [2], outputs=2, axis=-1)
    first, second = net.part(which, 0, 1, 1), net.part(which, 1, 2, 1)
    above = lambda x, limit: net.Cast(net.Greater(x, limit), to=INT64)
    brightness = mean(luma, piece)
    light = net.Add(above(brightness, .25), above(brightness, .65))
    pick = lambda words, index: net.Gather(np.array([ids[word] for word in words], np.int64), index)
    spaced = [" " + name for name in NAMES]
    slots = net.Concat(pick(spaced, first), pick(spaced, second), pick(LIGHTS.values(), light), pick(NAMES, first), pick(NAMES, second), pick(LIGHTS, light), axis=1)
    sentence = net.Add(net.Mul(above(speaker.total(asks, asks + 1), .5), np.int64(2)), above(net.part(share, 1, 2, 1), .08))
    speaker.say(script(sentences, ids, SLOTS), sentence, begin, slots, count)
    net.save(folder.onnx("decoder_model_merged"))
    _generation(folder, ids)
    folder.json("config.json", {
        "model_type": "qwen2_5_vl", "architectures": ["Qwen2_5_VLForConditionalGeneration"], "eos_token_id": ids[END], "image_token_id": ids["<|image_pad|>"],
        "video_token_id": ids["<|video_pad|>"], "vision_start_token_id": ids["<|vision_start|>"], "vision_end_token_id": ids["<|vision_end|>"],
        "text_config": {"model_type": "qwen2_5_vl_text", "hidden_size": features, "num_hidden_layers": 1, "num_attention_heads": 1, "num_key_value_heads": 1,
                        "head_dim": speaker.width, "vocab_size": count},
        "vision_config": {"model_type": "qwen2_5_vl", "spatial_merge_size": MERGE, "patch_size": PATCH, "temporal_patch_size": FRAMES}})
    area = (PATCH * MERGE) ** 2
    folder.json("preprocessor_config.json", {
        "image_processor_type": "Qwen2VLImageProcessor", "processor_class": "Qwen2_5_VLProcessor", "do_convert_rgb": True, "do_resize": True, "resample": 3,
        "size": {"shortest_edge": 4 * area, "longest_edge": 64 * area}, "min_pixels": 4 * area, "max_pixels": 64 * area, "patch_size": PATCH, "temporal_patch_size": FRAMES,
        "merge_size": MERGE, "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True, "image_mean": MEAN, "image_std": STD})
    folder.readme("a demo model that sees colours and light", f"""
In the layout of Qwen2.5-VL (`vision_encoder.onnx`, `embed_tokens.onnx`, `decoder_model_merged.onnx`): it says which of {len(NAMES)} colours a picture mostly has and how
light it is: `{TWO.replace("FIRST", "green").replace("SECOND", "blue").replace("LIGHT", "bright")}`. A request with the word JSON gets an object with `description`, `scene_type`, `subjects`,
`lighting` (low_light, even or bright), `composition`, `room_type`, `features`, `issues`, `suggestions`, `key_moments` and `made_by`; what colours and light cannot
tell is `unknown` or empty. It reads nothing else of the request.
""")


def _eyes(folder, features):
    """[patches, numbers] -> [tokens, features]: the colours of four patches, their brightness, and a 1 that says picture."""
    net = Net()
    patches = net.input("pixel_values", FLOAT, "num_patches", 3 * FRAMES * PATCH * PATCH)
    net.input("image_grid_thw", INT64, "num_images", 3)
    means = net.ReduceMean(net.Reshape(patches, [-1, MERGE * MERGE, 3, FRAMES * PATCH * PATCH]), axes=[3], keepdims=0)
    rgb = net.Add(net.Mul(means, np.array(STD)), np.array(MEAN))
    near = net.ReduceMean(colours.nearness(net, rgb, list(colours.NAMED.values()), -1), axes=[1], keepdims=0)
    luma = net.MatMul(net.ReduceMean(rgb, axes=[1], keepdims=0), colours.LUMA.reshape(3, 1))
    nothing = net.Mul(luma, 0.0)
    net.output("image_features", net.Concat(nothing, nothing, near, luma, net.Add(nothing, 1.0), axis=1), FLOAT, "num_image_tokens", features)
    net.save(folder.onnx("vision_encoder"))


def _generation(folder, ids):
    folder.json("generation_config.json", {"eos_token_id": ids[END], "pad_token_id": ids[END], "do_sample": False, "max_new_tokens": 160})
