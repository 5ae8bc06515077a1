"""
Graphs with the names, types and shapes of public exports and with random weights, so that loading, preparing and reading are tried on what people will bring.
What lies between input and output is as small as it can be.
"""
import numpy as np

import similarity
import tokens
import writers
from folder import Folder, pictures
from layers import cached, dense, dense_in_bytes, first_place, last_word, patches, text, vision
from net import FLOAT, INT64, Net

COCO = 80
IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])


def clip_config(folder):
    _, count = tokens.clip(folder, similarity.vocabulary())
    folder.json("config.json", {
        "model_type": "clip", "architectures": ["CLIPModel"], "projection_dim": 512, "logit_scale_init_value": 4.6052,
        "text_config": {"model_type": "clip_text_model", "max_position_embeddings": 77}, "vision_config": {"model_type": "clip_vision_model", "image_size": 224, "patch_size": 32}})
    folder.json("preprocessor_config.json", pictures("CLIPImageProcessor", 224, similarity.MEAN, similarity.STD, crop=True, resample=3, feature_extractor_type="CLIPFeatureExtractor"))
    return count


def clip_halves(folder, net, layers=1, vocabulary=None, linear=dense, ending="", outside=False):
    """CLIP ViT-B/32: pixel_values -> image_embeds [batch, 512]; input_ids -> text_embeds [batch, 512]."""
    count = vocabulary or clip_config(folder)
    seen = net(seed=1)
    seen.output("image_embeds", seen.MatMul(first_place(seen, vision(seen, layers, linear=linear)), seen.weights(768, 512)), FLOAT, "image_batch_size", 512)
    seen.save(folder.onnx("vision_model" + ending), check=False, outside=outside)
    said = net(seed=2)
    x, ids = text(said, layers, vocabulary=count, linear=linear)
    said.output("text_embeds", said.MatMul(last_word(said, x, ids, 512), said.weights(512, 512)), FLOAT, "text_batch_size", 512)
    said.save(folder.onnx("text_model" + ending), check=False, outside=outside)


def clip_joined(folder, net):
    """One graph for both halves: logits_per_image and logits_per_text beside the vectors."""
    count = clip_config(folder)
    both = net(seed=1)
    x, ids = text(both, 1, vocabulary=count)
    said = both.unit(both.MatMul(last_word(both, x, ids, 512), both.weights(512, 512)))
    seen = both.unit(both.MatMul(first_place(both, vision(both, 1)), both.weights(768, 512)))
    both.input("attention_mask", INT64, "text_batch_size", "sequence_length")
    logits = both.Mul(both.MatMul(seen, both.Transpose(said, perm=[1, 0])), 100.0)
    both.output("logits_per_image", logits, FLOAT, "image_batch_size", "text_batch_size")
    both.output("logits_per_text", both.Transpose(logits, perm=[1, 0]), FLOAT, "text_batch_size", "image_batch_size")
    both.output("text_embeds", said, FLOAT, "text_batch_size", 512)
    both.output("image_embeds", seen, FLOAT, "image_batch_size", 512)
    both.save(folder.onnx(), check=False)


def siglip(folder, net):
    """SigLIP base, patch 16: pooler_output [batch, 768] of both halves; texts are always 64 pieces long."""
    _, count = tokens.unigram(folder, similarity.vocabulary())
    for name in ("vision_model", "text_model"):
        half = net(seed=3)
        batch = "image_batch_size" if name == "vision_model" else "text_batch_size"
        x = vision(half, 1, patch=16) if name == "vision_model" else text(half, 1, 768, 12, count, 64, causal=False)[0]
        half.output("last_hidden_state", x, FLOAT, batch, "sequence", 768)
        half.output("pooler_output", half.MatMul(half.ReduceMean(x, axes=[1], keepdims=0), half.weights(768, 768)), FLOAT, batch, 768)
        half.save(folder.onnx(name), check=False)
    folder.json("config.json", {
        "model_type": "siglip", "architectures": ["SiglipModel"], "text_config": {"model_type": "siglip_text_model"},
        "vision_config": {"model_type": "siglip_vision_model", "image_size": 224, "patch_size": 16}})
    folder.json("preprocessor_config.json", pictures("SiglipImageProcessor", 224, [0.5] * 3, [0.5] * 3, resample=3))


def rt_detr(folder, net):
    """RT-DETR: 640 x 640 -> logits [batch, 300, 80] and pred_boxes [batch, 300, 4]."""
    graph = net(seed=4)
    x, _ = patches(graph, graph.input("pixel_values", FLOAT, "batch_size", 3, 640, 640), 64, 32, 640)
    x = graph.part(x, 0, 300, 1)
    graph.output("logits", dense(graph, x, 64, COCO), FLOAT, "batch_size", 300, COCO)
    graph.output("pred_boxes", graph.Sigmoid(dense(graph, x, 64, 4)), FLOAT, "batch_size", 300, 4)
    graph.save(folder.onnx(), check=False)
    rt_detr_config(folder, 640)


def rt_detr_config(folder, size):
    labels = {str(id): f"thing {id}" for id in range(COCO)}
    folder.json("config.json", {"model_type": "rt_detr", "architectures": ["RTDetrForObjectDetection"], "num_queries": 300, "id2label": labels})
    folder.json("preprocessor_config.json", pictures("RTDetrImageProcessor", size))


def sam2(folder, net):
    """SAM 2.1 Hiera tiny: 1024 x 1024 -> three levels of embeddings; points and boxes, each of which may be none -> three masks of 256 x 256 a prompt."""
    levels = [(32, 256), (64, 128), (256, 64)]
    encoder = net(seed=5)
    pixels = encoder.input("pixel_values", FLOAT, "batch_size", 3, 1024, 1024)
    for level, (channels, side) in enumerate(levels):
        step = 1024 // side
        encoder.output(f"image_embeddings.{level}", encoder.Conv(pixels, encoder.weights(channels, 3, step, step), strides=[step, step]), FLOAT, "batch_size", channels, side, side)
    encoder.save(folder.onnx("vision_encoder"), check=False)
    decoder = net(seed=6)
    points = decoder.input("input_points", FLOAT, "batch_size", "num_boxes_or_points", "num_points", 2)
    labels = decoder.input("input_labels", INT64, "batch_size", "num_boxes_or_points", "num_points")
    boxes = decoder.input("input_boxes", FLOAT, "batch_size", "num_boxes", 4)
    seen = [decoder.input(f"image_embeddings.{level}", FLOAT, "batch_size", channels, side, side) for level, (channels, side) in enumerate(levels)]
    whole = lambda x: decoder.ReduceMean(x, keepdims=0)
    places = decoder.Mul(decoder.Add(decoder.ReduceSum(points, keepdims=0), decoder.ReduceSum(boxes, keepdims=0)), 1e-6)
    drift = decoder.Add(places, decoder.Add(whole(seen[1]), whole(seen[2])))
    prompts = decoder.Shape(labels, end=2)
    spread = lambda x, *shape: decoder.Expand(x, decoder.Concat(prompts, list(shape), axis=0))
    decoder.output("iou_scores", spread(decoder.Sigmoid(drift), 3), FLOAT, "batch_size", "num_boxes_or_points", 3)
    masks = decoder.Add(decoder.Conv(seen[0], decoder.weights(3, 32, 1, 1)), drift)
    decoder.output("pred_masks", spread(decoder.Unsqueeze(masks, [1]), 3, 256, 256), FLOAT, "batch_size", "num_boxes_or_points", 3, 256, 256)
    decoder.output("object_score_logits", spread(drift, 1), FLOAT, "batch_size", "num_boxes_or_points", 1)
    decoder.save(folder.onnx("prompt_encoder_mask_decoder"), check=False)
    folder.json("config.json", {"model_type": "sam2", "architectures": ["Sam2Model"], "vision_config": {"num_feature_levels": 3}})
    folder.json("preprocessor_config.json", pictures("Sam2ImageProcessorFast", 1024, *IMAGENET, processor_class="Sam2Processor"))


def nima(folder, net):
    """NIMA on MobileNet: 224 x 224 -> the shares of ten scores."""
    graph = net(seed=7)
    x, channels = graph.input("pixel_values", FLOAT, "batch_size", 3, 224, 224), 3
    for width in (32, 64, 128, 256):
        x = graph.Conv(x, graph.weights(channels, 1, 3, 3), group=channels, strides=[2, 2], pads=[1, 1, 1, 1])
        x, channels = graph.clip(graph.Conv(x, graph.weights(width, channels, 1, 1)), 0, 6), width
    graph.output("scores", graph.Softmax(dense(graph, graph.Flatten(graph.GlobalAveragePool(x), axis=1), channels, 10), axis=-1), FLOAT, "batch_size", 10)
    graph.save(folder.onnx(), check=False)
    nima_config(folder)


def nima_config(folder):
    folder.json("config.json", {"model_type": "nima", "scores": list(range(1, 11))})
    folder.json("preprocessor_config.json", pictures("ImageProcessor", 224, [0.5] * 3, [0.5] * 3, resample=2))


def bert(folder, net, output, width, last, architecture, **config):
    """BERT: three inputs of word pieces; logits a piece, or last_hidden_state."""
    ids = tokens.wordpiece(folder, similarity.vocabulary())
    graph = net(seed=8)
    x, _ = text(graph, 1, width, 12, len(ids), 512, causal=False, inputs=("input_ids", "attention_mask", "token_type_ids"))
    graph.output(output, dense(graph, x, width, last) if last else x, FLOAT, "text_batch_size", "sequence_length", last or width)
    graph.save(folder.onnx(), check=False)
    folder.json("config.json", {"model_type": "bert", "architectures": [architecture], "max_position_embeddings": 512, **config})


def _speech(folder, length):
    ids, count = tokens.bytes_with_spaces(folder, writers.both(writers.NOUNS), writers.MARKS, writers.TEMPLATE, length)
    folder.json("generation_config.json", {"eos_token_id": ids[writers.END], "pad_token_id": ids[writers.END], "do_sample": False})
    return ids, count


def llama(folder, net):
    """SmolLM2 135M: 30 layers with 3 heads of 64 in the cache."""
    (layers, width, heads, shared, size), (ids, count) = (30, 576, 9, 3, 64), _speech(folder, 8192)
    graph = net(seed=9)
    x = graph.Gather(graph.weights(count, width, scale=1), graph.input("input_ids", INT64, "batch_size", "sequence_length"))
    graph.input("position_ids", INT64, "batch_size", "sequence_length")
    x = cached(graph, x, layers, width, heads, shared, size)
    graph.output("logits", graph.MatMul(x, graph.weights(width, count, scale=1)), FLOAT, "batch_size", "sequence_length", count)
    graph.save(folder.onnx(), check=False)
    folder.json("config.json", {
        "model_type": "llama", "architectures": ["LlamaForCausalLM"], "vocab_size": count, "hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads,
        "num_key_value_heads": shared, "max_position_embeddings": 8192, "bos_token_id": None, "eos_token_id": ids[writers.END], "pad_token_id": ids[writers.END]})


def qwen_vl(folder, net):
    """Qwen2.5-VL 3B: vectors of 2,048 numbers, 36 layers with 2 heads of 128 in the cache, pictures as patches of 1,176 numbers, four to a token."""
    (layers, width, heads, shared, size), (ids, count) = (36, 2048, 16, 2, 128), _speech(folder, 8192)
    words = net(seed=10)
    words.output("inputs_embeds", words.Gather(words.weights(count, width, scale=1), words.input("input_ids", INT64, "batch_size", "sequence_length")), FLOAT, "batch_size", "sequence_length", width)
    words.save(folder.onnx("embed_tokens"), check=False)
    eyes = net(seed=11)
    seen = eyes.ReduceMean(eyes.Reshape(eyes.input("pixel_values", FLOAT, "num_patches", 1176), [-1, 4, 1176]), axes=[1], keepdims=0)
    eyes.input("image_grid_thw", INT64, "num_images", 3)
    eyes.output("image_features", eyes.MatMul(seen, eyes.weights(1176, width)), FLOAT, "num_image_tokens", width)
    eyes.save(folder.onnx("vision_encoder"), check=False)
    graph = net(seed=12)
    x = graph.input("inputs_embeds", FLOAT, "batch_size", "sequence_length", width)
    graph.input("position_ids", INT64, 3, "batch_size", "sequence_length")
    x = cached(graph, x, layers, width, heads, shared, size)
    graph.output("logits", graph.MatMul(x, graph.weights(width, count, scale=1)), FLOAT, "batch_size", "sequence_length", count)
    graph.save(folder.onnx("decoder_model_merged"), check=False)
    folder.json("config.json", {
        "model_type": "qwen2_5_vl", "architectures": ["Qwen2_5_VLForConditionalGeneration"], "eos_token_id": ids[writers.END], "image_token_id": ids["<|image_pad|>"],
        "video_token_id": ids["<|video_pad|>"], "vision_start_token_id": ids["<|vision_start|>"], "vision_end_token_id": ids["<|vision_end|>"],
        "text_config": {"model_type": "qwen2_5_vl_text", "hidden_size": width, "num_hidden_layers": layers, "num_attention_heads": heads, "num_key_value_heads": shared, "vocab_size": count},
        "vision_config": {"model_type": "qwen2_5_vl", "spatial_merge_size": 2, "patch_size": 14, "temporal_patch_size": 2}})
    folder.json("preprocessor_config.json", pictures(
        "Qwen2VLImageProcessor", 224, similarity.MEAN, similarity.STD, resample=3, processor_class="Qwen2_5_VLProcessor", patch_size=14, temporal_patch_size=2, merge_size=2,
        min_pixels=3136, max_pixels=12845056) | {"size": {"shortest_edge": 3136, "longest_edge": 12845056}})


NER = ["O", "B-MISC", "I-MISC", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]

MAKERS = {
    "export-clip": clip_halves,
    "export-clip-joined": clip_joined,
    "export-clip-quantised": lambda folder, net: clip_halves(folder, net, linear=dense_in_bytes, ending="_quantized"),
    "export-clip-outside": lambda folder, net: clip_halves(folder, net, outside=True),
    "export-siglip": siglip,
    "export-rt-detr": rt_detr,
    "export-sam2": sam2,
    "export-nima": nima,
    "export-ner": lambda folder, net: bert(folder, net, "logits", 768, len(NER), "BertForTokenClassification", id2label={str(id): label for id, label in enumerate(NER)}),
    "export-sentences": lambda folder, net: bert(folder, net, "last_hidden_state", 384, None, "BertModel"),
    "export-llama": llama,
    "export-qwen-vl": qwen_vl,
}


def maker(name, rename):
    """Writes the model of this name below a folder; tensors in `rename` get the other name."""
    return lambda root: MAKERS[name](Folder(root, name), lambda seed: Net(seed, rename))
