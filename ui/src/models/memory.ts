import type { Schema } from '@/api/types';

type Device = Schema<'DeviceResponse'>;
type Model = Schema<'ModelResponse'>;

/** A part of a device's budget bar. */
export interface MemoryPart {
  name: string;
  bytes: number;
  /** Percent of the bar. */
  width: number;
  inUse: boolean;
  pinned: boolean;
}

/** A device's memory as it is drawn. */
export interface DeviceMemory {
  device: string;
  held: number;
  limit: number | null;
  /** More is held than is allowed. */
  over: boolean;
  parts: MemoryPart[];
}

/** Bars of the devices, the largest model first. Without a limit the bar is full: it shows shares. */
export function memoryOf(device: Device, models: readonly Model[]): DeviceMemory {
  const loaded = models.filter((model) => model.device === device.device && model.bytes > 0).sort((a, b) => b.bytes - a.bytes);
  const limit = device.limit ?? null;
  const whole = Math.max(limit ?? 0, device.held, 1);
  const parts = loaded.map((model) => ({ name: model.name, bytes: model.bytes, width: (model.bytes / whole) * 100, inUse: model.in_use > 0, pinned: model.pinned }));
  const rest = device.held - loaded.reduce((sum, model) => sum + model.bytes, 0);
  if (rest > 0) parts.push({ name: 'other', bytes: rest, width: (rest / whole) * 100, inUse: false, pinned: false });
  return { device: device.device, held: device.held, limit, over: limit !== null && device.held > limit, parts };
}

/** Whether a model fits beside what cannot leave: what is in use stays, and pinned models leave last. */
export function fitOf(model: Model, device: Device, models: readonly Model[]): 'fits' | 'evicts' | 'too_big' {
  const limit = device.limit ?? null;
  if (limit === null || device.held + model.need <= limit) return 'fits';
  const busy = models.filter((one) => one.device === device.device && one.in_use > 0).reduce((sum, one) => sum + one.bytes, 0);
  return busy + model.need <= limit ? 'evicts' : 'too_big';
}
