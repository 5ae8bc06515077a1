"""A model's folder in Hugging Face layout."""
import json


class Folder:
    def __init__(self, root, name):
        self.path = root / name
        self.name = name

    def json(self, file, value):
        self._write(file, json.dumps(value, ensure_ascii=False, indent=1) + "\n")

    def readme(self, title, text):
        self._write("README.md", f"# {self.name}: {title}\n\n{text.strip()}\n\n"
                    "Written by `eng/models/make.py`; its numbers were set by hand, nothing was trained and nothing was taken from elsewhere.\n"
                    "It stands in where no real model is configured, so that demos and tests run anywhere. Replace it by real weights of the same kind.\n")

    def onnx(self, name="model"):
        return self.path / "onnx" / f"{name}.onnx"

    def _write(self, file, text):
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, encoding="utf-8")


def pictures(processor, size, mean=None, std=None, crop=False, resample=2, **more):
    """preprocessor_config.json: resized to a square (or its shorter side and cut to the middle), 0..1, then (x - mean) / std."""
    config = {"image_processor_type": processor, "do_convert_rgb": True, "do_resize": True, "resample": resample, "do_rescale": True, "rescale_factor": 1 / 255,
              "size": {"shortest_edge": size} if crop else {"height": size, "width": size}, "do_normalize": mean is not None}
    if crop:
        config |= {"do_center_crop": True, "crop_size": {"height": size, "width": size}}
    if mean is not None:
        config |= {"image_mean": mean, "image_std": std}
    return config | more
