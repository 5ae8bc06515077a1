import { Tensor } from 'onnxruntime-node';
import { HostError } from '../errors.js';
import type { Fields } from '../fields.js';

export type Numbers = Float32Array | Float64Array | Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

/** A tensor as it goes over the socket. */
export interface WireTensor {
  readonly type: string;
  readonly shape: readonly number[];
  readonly data: string;
}

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
} as const;
type TypeName = keyof typeof arrays;
const typeNames = Object.keys(arrays) as TypeName[];

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** The numbers of a tensor; half precision as 32-bit floats, for nothing else reads it. */
export function numbersOf(tensor: Tensor): { type: string; data: Numbers } {
  if (tensor.type === 'string') {
    throw new HostError('model_broken', 'the graph gives texts, which cannot be passed on');
  }

  const data = tensor.data as Numbers;
  return tensor.type === 'float16' ? { type: 'float32', data: Float32Array.from(data as Uint16Array, halfToFloat) } : { type: tensor.type, data };
}

/** Row `index` along the first axis, or the whole tensor. */
export function toWire(tensor: Tensor, index?: number): WireTensor {
  const { type, data } = numbersOf(tensor);
  const shape = index === undefined ? tensor.dims : tensor.dims.slice(1);
  const length = sizeOf(shape);
  return encode(type, shape, index === undefined ? data : data.subarray(index * length, (index + 1) * length));
}

export function encode(type: string, shape: readonly number[], data: Numbers): WireTensor {
  return { type, shape, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') };
}

export function fromWire(fields: Fields, where: string): { shape: number[]; data: Numbers } {
  const type = fields.word('type', typeNames, 'float32');
  const shape = fields.list('shape', 'a list of sizes', (side): side is number => typeof side === 'number' && Number.isInteger(side) && side >= 0);
  const bytes = Buffer.from(fields.textOr('data', ''), 'base64');
  const kind = arrays[type];
  if (bytes.length !== sizeOf(shape) * kind.BYTES_PER_ELEMENT) {
    throw new HostError('bad_request', `${where} has ${bytes.length} bytes; ${type} [${shape.join(',')}] is ${sizeOf(shape) * kind.BYTES_PER_ELEMENT}`);
  }

  // A copy of its own: the pool that small buffers live in is not aligned.
  return { shape, data: new kind(new Uint8Array(bytes).buffer) };
}

/** A tensor of the type a graph declares for an input. */
export function tensorFor(type: string, data: Numbers | number[], shape: readonly number[]): Tensor {
  if (type === 'float16') {
    return new Tensor('float16', Uint16Array.from(data as ArrayLike<number>, floatToHalf), shape);
  }

  const kind = arrays[type as TypeName];
  if (kind === undefined) {
    throw new HostError('model_broken', `the graph wants ${type}, which cannot be given`);
  }

  if (data instanceof kind && (type !== 'bool' || data instanceof Uint8Array)) {
    return new Tensor(type as 'float32', data as Float32Array, shape);
  }

  const wide = kind === BigInt64Array || kind === BigUint64Array;
  const values = Array.from(data as ArrayLike<number | bigint>, (value) => (wide ? BigInt(value) : Number(value)));
  return new Tensor(type as 'float32', (kind as unknown as { from(values: ArrayLike<unknown>): Float32Array }).from(values), shape);
}

function halfToFloat(half: number): number {
  const sign = (half & 0x8000) === 0 ? 1 : -1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0x1f) {
    return fraction === 0 ? sign * Infinity : NaN;
  }

  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

function floatToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) {
    return 0x7e00;
  }

  if (size >= 65520) {
    return sign | 0x7c00;
  }

  if (size < 2 ** -14) {
    return sign | Math.round(size * 2 ** 24);
  }

  const exponent = Math.floor(Math.log2(size));
  return sign | (((exponent + 15) << 10) + Math.round((size / 2 ** exponent - 1) * 1024));
}
