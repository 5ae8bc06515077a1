import { HostError } from './errors.js';

/** Reads the fields of one request; a wrong one is `bad_request` with its name. */
export class Fields {
  private readonly values: Record<string, unknown>;

  constructor(
    value: unknown,
    private readonly where = '',
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new HostError('bad_request', `${where === '' ? 'the request' : where} is not an object`);
    }

    this.values = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return this.values[name] !== undefined && this.values[name] !== null;
  }

  text(name: string): string {
    return this.read(name, 'a text', (value) => typeof value === 'string' && value !== '');
  }

  textOr<T extends string | undefined>(name: string, otherwise: T): string | T {
    return this.has(name) ? this.read<string>(name, 'a text', (value) => typeof value === 'string') : otherwise;
  }

  /** One of a closed set of words. */
  word<T extends string>(name: string, words: readonly T[], otherwise: T): T {
    return this.has(name) ? this.read<T>(name, `one of ${words.join(', ')}`, (value) => words.includes(value as T)) : otherwise;
  }

  flag(name: string, otherwise: boolean): boolean {
    return this.has(name) ? this.read<boolean>(name, 'true or false', (value) => typeof value === 'boolean') : otherwise;
  }

  numberOr<T extends number | undefined>(name: string, otherwise: T, least = -Infinity, most = Infinity): number | T {
    const fits = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
    return this.has(name) ? this.read<number>(name, `a number from ${least} to ${most}`, fits) : otherwise;
  }

  number(name: string, least: number, most: number): number {
    const value = this.numberOr(name, undefined, least, most);
    if (value === undefined) {
      throw new HostError('bad_request', `${this.path(name)} is missing`);
    }

    return value;
  }

  wholeOr<T extends number | undefined>(name: string, otherwise: T, least: number, most: number): number | T {
    const value = this.numberOr(name, otherwise, least, most);
    if (value !== undefined && !Number.isInteger(value)) {
      throw new HostError('bad_request', `${this.path(name)} is not a whole number`);
    }

    return value;
  }

  part(name: string): Fields | undefined {
    return this.has(name) ? new Fields(this.values[name], this.path(name)) : undefined;
  }

  /** A part that was left out, without fields. */
  empty(name: string): Fields {
    return new Fields({}, this.path(name));
  }

  parts(name: string): Fields[] {
    const list = this.read<unknown[]>(name, 'a list', Array.isArray);
    return list.map((value, index) => new Fields(value, `${this.path(name)}[${index}]`));
  }

  list<T>(name: string, what: string, fits: (value: unknown) => value is T): T[] {
    return this.read<T[]>(name, what, (value) => Array.isArray(value) && value.every(fits));
  }

  /** The parts of an object whose names are the caller's. */
  named(name: string): Array<[string, Fields]> {
    const part = this.part(name);
    return part === undefined ? [] : Object.keys(part.values).map((key) => [key, new Fields(part.values[key], `${part.where}.${key}`)]);
  }

  private read<T>(name: string, what: string, fits: (value: unknown) => boolean): T {
    const value = this.values[name];
    if (!fits(value)) {
      throw new HostError('bad_request', value === undefined || value === null ? `${this.path(name)} is missing` : `${this.path(name)} is not ${what}`);
    }

    return value as T;
  }

  /** How messages name a field. */
  path(name: string): string {
    return this.where === '' ? name : `${this.where}.${name}`;
  }
}
