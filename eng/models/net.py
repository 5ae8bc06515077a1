"""ONNX graphs written as calls: net.Add(x, 1.0) adds a node and gives the name of what it makes. Opset 17, IR 8: what Debian's python3-onnx can check."""
import numpy as np
from onnx import TensorProto, checker, external_data_helper, helper, numpy_helper

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


class Net:
    def __init__(self, seed=0, rename=None):
        """`rename`: inputs and outputs that get another name than the one they are written with."""
        self.random = np.random.default_rng(seed)
        self._rename = rename or {}
        self._nodes, self._constants, self._inputs, self._outputs, self._known = [], [], [], [], {}

    def __getattr__(self, operator):
        def call(*inputs, outputs=1, **attributes):
            names = [f"{operator.lower()}{len(self._nodes)}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
            self._nodes.append(helper.make_node(operator, [self.name(x) for x in inputs], names, **attributes))
            return names[0] if outputs == 1 else names
        if operator[0].isupper():
            return call
        raise AttributeError(operator)

    def name(self, value):
        """A tensor's name; a number or array becomes a constant (floats as float32, whole numbers as int64, bytes as they are). Equal ones are shared."""
        if isinstance(value, str):
            return value
        array = np.asarray(value)
        array = array.astype(np.float32) if array.dtype.kind == "f" else array.astype(np.int64) if array.dtype.kind in "iu" and array.dtype.itemsize > 1 else array
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self._known:
            self._known[key] = f"c{len(self._constants)}"
            self._constants.append(numpy_helper.from_array(array, self._known[key]))
        return self._known[key]

    def input(self, name, kind, *shape):
        name = self._rename.get(name, name)
        self._inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def output(self, name, value, kind, *shape):
        name = self._rename.get(name, name)
        self._nodes.append(helper.make_node("Identity", [self.name(value)], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, kind, list(shape)))

    # Words for what the graphs need often.
    def clip(self, x, low, high):
        return self.Clip(x, float(low), float(high))

    def ramp(self, x, low, high):
        """0 up to low, 1 from high on, straight between."""
        return self.clip(self.Div(self.Sub(x, float(low)), float(high - low)), 0, 1)

    def number(self, x):
        return self.Cast(x, to=FLOAT)

    def total(self, x, *axes, keep=0):
        return self.ReduceSum(x, list(axes), keepdims=keep)

    def part(self, x, start, end, axis):
        return self.Slice(x, [start], [end], [axis])

    def unit(self, x):
        """Length 1 along the last axis."""
        return self.Div(x, self.Add(self.ReduceL2(x, axes=[-1], keepdims=1), 1e-8))

    def weights(self, *shape, scale=0.02):
        return self.name((self.random.standard_normal(shape) * scale).astype(np.float32))

    def save(self, path, check=True, outside=False):
        """`outside`: numbers lie in NAME.onnx_data beside the graph."""
        graph = helper.make_graph(self._nodes, "graph", self._inputs, self._outputs, self._constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="atelier")
        model.ir_version = 8
        if check:
            checker.check_model(model)
        path.parent.mkdir(parents=True, exist_ok=True)
        if outside:
            external_data_helper.convert_model_to_external_data(model, location=path.name + "_data")
            external_data_helper.write_external_data_tensors(model, str(path.parent))
        path.write_bytes(model.SerializeToString(deterministic=True))
