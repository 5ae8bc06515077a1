"""demo-ner (a list of names) and demo-sentences (words with meanings), both in the layout of BERT."""
import numpy as np

import tokens
from folder import Folder
from net import FLOAT, INT64, Net

NAMES = {
    "PER": """ada alan alice anna bob carol charles claude david edvard emma emily frank frida grace henri henry jane johannes john joseph leonardo lucy maria marie mark mary
        michael pablo paul peter rembrandt sarah sophie thomas vincent william
        lovelace turing smith jones garcia miller johnson brown davis wilson picasso kahlo matisse monet munch turner vermeer gogh hopper curie einstein newton darwin""",
    "ORG": "acme globex initech umbrella contoso hooli google microsoft apple amazon nasa unesco louvre tate moma university museum institute corp inc ltd gmbh foundation",
    "LOC": """paris london berlin madrid rome tokyo vienna lisbon oslo amsterdam athens prague warsaw dublin brussels zurich geneva munich hamburg milan venice florence barcelona
        boston chicago houston seattle toronto sydney melbourne delhi mumbai beijing shanghai moscow kyiv cairo nairobi
        france germany spain italy norway sweden finland denmark poland greece portugal austria switzerland england scotland ireland europe africa asia america canada mexico brazil
        china japan india australia arles giverny provence"""}
NAMES = {kind: words.split() for kind, words in NAMES.items()}
INSIDE = {"PER": ["van", "der", "da", "vinci", "de"], "ORG": [], "LOC": []}

# Words of one line mean nearly the same.
MEANINGS = """red crimson scarlet
blue navy azure
green emerald lime
yellow golden gold
dark night black shadow
bright light white sunny
happy glad joyful cheerful
sad unhappy sorrow gloomy
big large huge great
small little tiny
good fine excellent nice
bad poor terrible awful
fast quick rapid
slow sluggish
picture photo image photograph
painting art artwork canvas drawing
artist painter
dog puppy hound
cat kitten
bird sparrow eagle gull
animal wildlife creature
car vehicle automobile truck
house home building
room kitchen bedroom interior
window glass
door gate entrance
chair table sofa furniture
tree forest wood
flower rose garden
sea ocean water wave
river lake stream
mountain hill peak
beach sand coast shore
city town street
sky cloud weather
sun sunset sunrise
rain storm snow
person man woman people human
child boy girl baby
face portrait
wedding bride groom marriage
money price cost pay
buy bought purchase
sell sold sale
work job employment works
company business firm
school university teacher student
science research study experiment
music song melody
book novel story text
food bread meal dinner
doctor hospital medicine health
computer machine software program
error failure fault broken
start begin begins opening
stop end finish
king queen royal
war battle army
game match team player
train ship boat travel journey""".splitlines()
EMPTY = "a an the and or of to in on at is are was were be been by for from with as it its this that these those he she they we you i not but his her their our my me him them have has had will would can could".split()
NUMBERS = "one two three four five six seven eight nine ten".split()


def make_names(root):
    """The kind of a word stands in a table; one right after a word of its kind goes on with it. Little words inside names go on with a name, and begin none."""
    folder, labels = Folder(root, "demo-ner"), ["O"] + [mark + kind for kind in NAMES for mark in ("B-", "I-")]
    ids = tokens.wordpiece(folder, [word for words in NAMES.values() for word in words] + [word for words in INSIDE.values() for word in words] + EMPTY + [w for line in MEANINGS for w in line.split()])
    table = np.zeros((len(ids), 7), np.float32)        # none; is a PER, ORG, LOC; may stand inside one
    table[:, 0] = 1
    for i, kind in enumerate(NAMES):
        for word in NAMES[kind]:
            table[ids[word], [0, 1 + i, 4 + i]] = 0, 1, 1
        for word in INSIDE[kind]:
            table[ids[word], 4 + i] = 1
    net = Net()
    input = net.input("input_ids", INT64, "batch_size", "sequence_length")
    net.input("attention_mask", INT64, "batch_size", "sequence_length")
    net.input("token_type_ids", INT64, "batch_size", "sequence_length")
    kinds = net.Gather(table, input)
    # "Vincent van Gogh": what stands before, seen over at most two little words
    before = lambda x: net.Pad(net.part(x, 0, -1, 1), [0, 1, 0, 0, 0, 0])
    is_name, may_be = net.part(kinds, 1, 4, 2), net.part(kinds, 4, 7, 2)
    running = is_name
    for _ in range(3):
        running = net.Max(is_name, net.Mul(may_be, before(running)))
    goes_on = net.Mul(before(running), may_be)
    begins = net.Mul(is_name, net.Sub(1.0, goes_on))
    pairs = net.Concat(net.Unsqueeze(begins, [3]), net.Unsqueeze(goes_on, [3]), axis=3)
    named = net.Reshape(pairs, [0, 0, 6])
    none = net.Sub(1.0, net.ReduceMax(named, axes=[2], keepdims=1))
    net.output("logits", net.Mul(net.Concat(net.Mul(none, .9), named, axis=2), 9.0), FLOAT, "batch_size", "sequence_length", len(labels))
    net.save(folder.onnx())
    folder.json("config.json", {
        "model_type": "bert", "architectures": ["BertForTokenClassification"], "vocab_size": len(ids), "max_position_embeddings": 256,
        "id2label": {str(i): label for i, label in enumerate(labels)}, "label2id": {label: i for i, label in enumerate(labels)}})
    folder.readme("a demo model that knows a list of names", f"""
In the layout of a BERT tagger with the labels {", ".join(labels)}: it knows {sum(map(len, NAMES.values()))} names of people, organisations and places ({", ".join(NAMES["PER"][:4])} ..., {", ".join(NAMES["LOC"][:4])} ...), finds them in
any case and joins those that stand together (`Vincent van Gogh`, `Acme Corp`). What is not on the list is no name.
""")


def make_sentences(root, width=64):
    """Words of one meaning share a direction; words that are not known are made of their letters, so that words spelt alike are like each other."""
    folder = Folder(root, "demo-sentences")
    lines = [line.split() for line in MEANINGS]
    ids = tokens.wordpiece(folder, [word for line in lines for word in line] + EMPTY + NUMBERS + [word for words in NAMES.values() for word in words])
    net = Net(seed=21)
    table = net.random.standard_normal((len(ids), width)).astype(np.float32)
    for line in lines:
        meaning = net.random.standard_normal(width)
        for word in line:
            table[ids[word]] = .95 * meaning + .3 * table[ids[word]]
    for piece, id in ids.items():
        if piece.startswith("[") and len(piece) > 1 or not any(map(str.isalnum, piece)):
            table[id] = 0
        elif piece in EMPTY:
            table[id] *= .08
        elif len(piece.removeprefix("##")) == 1:
            table[id] *= .3
    table /= np.sqrt(width)
    input = net.input("input_ids", INT64, "batch_size", "sequence_length")
    mask = net.number(net.input("attention_mask", INT64, "batch_size", "sequence_length"))
    net.input("token_type_ids", INT64, "batch_size", "sequence_length")
    word = net.Mul(net.Gather(table, input), net.Unsqueeze(mask, [2]))
    # a little of what a word and its neighbours are together, so that order and spelling count
    around = net.Conv(net.Transpose(word, perm=[0, 2, 1]), net.weights(width, width, 3, scale=(3 * width) ** -.5), pads=[1, 1])
    around = net.Transpose(net.Tanh(net.Mul(around, 2.0)), perm=[0, 2, 1])
    net.output("last_hidden_state", net.Add(word, net.Mul(around, .12)), FLOAT, "batch_size", "sequence_length", width)
    net.save(folder.onnx())
    folder.json("config.json", {
        "model_type": "bert", "architectures": ["BertModel"], "vocab_size": len(ids), "hidden_size": width, "num_hidden_layers": 1, "num_attention_heads": 1, "max_position_embeddings": 256})
    folder.readme("a demo model that knows some words", f"""
In the layout of a sentence encoder (mean over the words, {width} numbers): {sum(map(len, lines))} words in {len(lines)} meanings (`dog puppy hound`, `sea ocean water wave` ...), so that texts about the
same thing are near each other though they share no word; words it does not know count by their letters; `a`, `the`, `of` and their like hardly count.
""")
