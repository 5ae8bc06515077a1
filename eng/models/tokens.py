"""Tokenizers as tokenizer.json: WordPiece (BERT), byte pair encoding with word ends (CLIP) or leading spaces (GPT, Qwen), Unigram (SigLIP)."""
import string
from collections import Counter


def _entry(id, text):
    return {"id": id, "content": text, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}


def _file(added, normalizer, pre, post, decoder, model):
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": normalizer, "pre_tokenizer": pre, "post_processor": post,
            "decoder": decoder, "model": model}


def _byte_letters():
    """The letter that stands for each byte in byte-level vocabularies (GPT-2): itself where it can be seen, else one from 256 on."""
    seen = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    unseen = [byte for byte in range(256) if byte not in seen]
    return {**{byte: chr(byte) for byte in seen}, **{byte: chr(256 + i) for i, byte in enumerate(unseen)}}


BYTES = _byte_letters()


def _merges(words):
    """Pairs in the order of their learning (Sennrich et al. 2016), until every word, given as a list of symbols, is one symbol."""
    words, merges = [list(word) for word in words], []
    while counts := Counter(pair for word in words for pair in zip(word, word[1:])):
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        for word in words:
            at = 0
            while at < len(word) - 1:
                if (word[at], word[at + 1]) == best:
                    word[at:at + 2] = ["".join(best)]
                at += 1
    return merges


def _pair_model(vocabulary, merges, unknown=None, end=""):
    return {"type": "BPE", "dropout": None, "unk_token": unknown, "continuing_subword_prefix": "", "end_of_word_suffix": end, "fuse_unk": False,
            "vocab": vocabulary, "merges": [" ".join(pair) for pair in merges]}


BYTE_DECODER = {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True}
BYTE_SPLIT = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}


def clip(folder, words, length=77):
    """Lower case, words end in </w>, <|startoftext|> before and <|endoftext|> after. Gives word -> id."""
    merges = _merges([*word[:-1], word[-1] + "</w>"] for word in words)
    pieces = [*BYTES.values(), *(letter + "</w>" for letter in BYTES.values()), *("".join(pair) for pair in merges), "<|startoftext|>", "<|endoftext|>"]
    ids = {piece: id for id, piece in enumerate(dict.fromkeys(pieces))}
    start, end = ids["<|startoftext|>"], ids["<|endoftext|>"]
    split = {"type": "Split", "behavior": "Removed", "invert": True, "pattern": {"Regex": r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"}}
    spaces = {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "}
    folder.json("tokenizer.json", _file(
        [_entry(start, "<|startoftext|>"), _entry(end, "<|endoftext|>")],
        {"type": "Sequence", "normalizers": [{"type": "NFC"}, spaces, {"type": "Lowercase"}]},
        {"type": "Sequence", "pretokenizers": [split, BYTE_SPLIT]},
        {"type": "RobertaProcessing", "sep": ["<|endoftext|>", end], "cls": ["<|startoftext|>", start], "trim_offsets": False, "add_prefix_space": False},
        BYTE_DECODER, _pair_model(ids, merges, "<|endoftext|>", "</w>")))
    folder.json("tokenizer_config.json", {
        "tokenizer_class": "CLIPTokenizer", "do_lower_case": True, "model_max_length": length, "bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>",
        "pad_token": "<|endoftext|>", "unk_token": "<|endoftext|>"})
    return {word: ids[word + "</w>"] for word in words}, len(ids)


def bytes_with_spaces(folder, words, marks, template, length):
    """A word carries the space before it. The first of the marks ends a text and pads. Gives text -> id and how many there are."""
    spelt = {word: [BYTES[byte] for byte in word.encode()] for word in words}
    merges = _merges(spelt.values())
    ids = {piece: id for id, piece in enumerate(dict.fromkeys([*marks, *BYTES.values(), *("".join(pair) for pair in merges)]))}
    folder.json("tokenizer.json", _file([_entry(ids[mark], mark) for mark in marks], None, BYTE_SPLIT, None, BYTE_DECODER, _pair_model(ids, merges)))
    folder.json("tokenizer_config.json", {
        "tokenizer_class": "PreTrainedTokenizer", "model_max_length": length, "padding_side": "left", "bos_token": None, "eos_token": marks[0], "pad_token": marks[0],
        "clean_up_tokenization_spaces": False, "chat_template": template})
    return {**{mark: ids[mark] for mark in marks}, **{word: ids["".join(letters)] for word, letters in spelt.items()}}, len(ids)


def wordpiece(folder, words, length=256):
    """BERT without case. Every letter and sign is a piece, so that no word is unknown. Gives piece -> id."""
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    signs = [chr(code) for code in range(33, 127) if not chr(code).isupper()]
    pieces = dict.fromkeys([*marks, *signs, *("##" + sign for sign in string.ascii_lowercase + string.digits), *words])
    ids = {piece: id for id, piece in enumerate(pieces)}
    mark = lambda text, type: {"SpecialToken": {"id": text, "type_id": type}}
    text = lambda id, type: {"Sequence": {"id": id, "type_id": type}}
    folder.json("tokenizer.json", _file(
        [_entry(ids[mark], mark) for mark in marks],
        {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        {"type": "BertPreTokenizer"},
        {"type": "TemplateProcessing", "single": [mark("[CLS]", 0), text("A", 0), mark("[SEP]", 0)],
         "pair": [mark("[CLS]", 0), text("A", 0), mark("[SEP]", 0), text("B", 1), mark("[SEP]", 1)],
         "special_tokens": {name: {"id": name, "ids": [ids[name]], "tokens": [name]} for name in ("[CLS]", "[SEP]")}},
        {"type": "WordPiece", "prefix": "##", "cleanup": True},
        {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": ids}))
    folder.json("tokenizer_config.json", {
        "tokenizer_class": "BertTokenizer", "do_lower_case": True, "model_max_length": length, "cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]",
        "unk_token": "[UNK]", "mask_token": "[MASK]"})
    return ids


def unigram(folder, words, length=64):
    """SentencePiece Unigram in lower case, padded with </s> to its full length as SigLIP's. Gives word -> id."""
    space = "\u2581"
    signs = string.ascii_lowercase + string.digits + string.punctuation
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), *((space + word, -4.0) for word in words), (space, -6.0), *((sign, -9.0) for sign in signs)]
    metaspace = {"type": "Metaspace", "replacement": space, "add_prefix_space": True, "prepend_scheme": "always"}
    end = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    text = lambda id: {"Sequence": {"id": id, "type_id": 0}}
    folder.json("tokenizer.json", _file(
        [_entry(id, pieces[id][0]) for id in range(3)], {"type": "Lowercase"}, metaspace,
        {"type": "TemplateProcessing", "single": [text("A"), end], "pair": [text("A"), end, text("B"), end],
         "special_tokens": {"</s>": {"id": "</s>", "ids": [1], "tokens": ["</s>"]}}},
        metaspace, {"type": "Unigram", "unk_id": 2, "vocab": [list(piece) for piece in pieces]}))
    folder.json("tokenizer_config.json", {
        "tokenizer_class": "SiglipTokenizer", "model_max_length": length, "eos_token": "</s>", "pad_token": "</s>", "unk_token": "<unk>"})
    return {word: 3 + i for i, word in enumerate(words)}, len(pieces)
