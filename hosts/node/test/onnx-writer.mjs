import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// The few parts of ONNX's protocol buffers that test graphs need.
const varint = (value) => {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(bytes);
};
const number = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field, value) => {
  const data = Buffer.from(value);
  return Buffer.concat([varint(field * 8 + 2), varint(data.length), data]);
};
const message = (...parts) => Buffer.concat(parts.flat());

const types = { float32: 1, uint8: 2, int8: 3, int64: 7, bool: 9, float16: 10 };

/** A named input or output; a text among the sides is a free one. */
function value(field, [name, type, shape]) {
  const sides = shape.map((side) => bytes(1, typeof side === 'number' ? number(1, side) : bytes(2, side)));
  return bytes(field, message(bytes(1, name), bytes(2, bytes(1, message(number(1, types[type]), bytes(2, message(sides)))))));
}

function attribute(name, value) {
  if (Array.isArray(value)) {
    return bytes(5, message(bytes(1, name), ...value.map((one) => number(8, one)), number(20, 7)));
  }

  return bytes(5, message(bytes(1, name), number(3, value), number(20, 2)));
}

/** `[kind, inputs, outputs, attributes]` */
function node([kind, inputs, outputs, attributes = {}]) {
  const parts = [...inputs.map((name) => bytes(1, name)), ...outputs.map((name) => bytes(2, name)), bytes(4, kind)];
  return bytes(1, message(parts, ...Object.entries(attributes).map(([name, given]) => attribute(name, given))));
}

/** `{type, shape, data}`; with `file` the numbers lie in a file of that name beside the graph. */
function constant([name, { type, shape, data, file }], folder) {
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const head = [...shape.map((side) => number(1, side)), number(2, types[type]), bytes(8, name)];
  if (file === undefined) {
    return bytes(5, message(head, bytes(9, raw)));
  }

  writeFileSync(join(folder, file), raw);
  return bytes(5, message(head, bytes(13, message(bytes(1, 'location'), bytes(2, file))), number(14, 1)));
}

/** Writes a graph: `{inputs: [[name, type, shape]], outputs, nodes: [[kind, inputs, outputs, attributes]], constants: {name: {type, shape, data}}}`. */
export function writeGraph(path, { inputs, outputs, nodes, constants = {} }) {
  mkdirSync(dirname(path), { recursive: true });
  const graph = message(
    ...nodes.map(node),
    bytes(2, 'test'),
    ...Object.entries(constants).map((one) => constant(one, dirname(path))),
    ...inputs.map((one) => value(11, one)),
    ...outputs.map((one) => value(12, one)),
  );
  writeFileSync(path, message(number(1, 8), bytes(7, graph), bytes(8, message(bytes(1, ''), number(2, 17)))));
}

export const floats = (shape, make) => ({ type: 'float32', shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, index) => make(index)) });
export const wholes = (...values) => ({ type: 'int64', shape: [values.length], data: BigInt64Array.from(values, BigInt) });
