/** A field of the form of a value. */
export interface Field {
  /** Name of the member; empty: the value itself. */
  name: string;
  label: string;
  kind: 'text' | 'long' | 'number' | 'integer' | 'boolean' | 'choice' | 'list' | 'json';
  description: string | null;
  required: boolean;
  choices: string[];
  min: number | null;
  max: number | null;
}

type Json = Record<string, unknown>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields of a value: by its schema where there is one, else by what it holds. */
export function fieldsOf(schema: unknown, value: unknown): Field[] {
  const root = isRecord(schema) ? schema : null;
  const properties = root !== null && isRecord(root['properties']) ? root['properties'] : null;
  if (properties !== null) {
    const required = Array.isArray(root?.['required']) ? root['required'] : [];
    const known = isRecord(value) ? value : {};
    return Object.entries(properties).map(([name, one]) => fieldOf(name, one, known[name], required.includes(name)));
  }
  if (root !== null && root['type'] !== undefined && root['type'] !== 'object') return [fieldOf('', root, value, true)];
  if (isRecord(value)) return Object.entries(value).map(([name, one]) => fieldOf(name, null, one, false));
  return value === null || value === undefined ? [] : [fieldOf('', null, value, true)];
}

function fieldOf(name: string, schema: unknown, value: unknown, required: boolean): Field {
  const rules = isRecord(schema) ? schema : {};
  const choices = Array.isArray(rules['enum']) ? rules['enum'].filter((one) => typeof one === 'string') : [];
  return {
    name,
    label: typeof rules['title'] === 'string' ? rules['title'] : labelOf(name),
    kind: choices.length > 0 ? 'choice' : kindOf(rules, value),
    description: typeof rules['description'] === 'string' ? rules['description'] : null,
    required,
    choices,
    min: numberOf(rules['minimum']),
    max: numberOf(rules['maximum']),
  };
}

function kindOf(rules: Json, value: unknown): Field['kind'] {
  const types = [rules['type']].flat().filter((one) => one !== 'null' && one !== undefined);
  const type = types.length === 1 ? types[0] : types.length === 0 ? typeOf(value) : 'mixed';
  switch (type) {
    case 'string':
      return typeof value === 'string' && (value.length > 80 || value.includes('\n')) ? 'long' : 'text';
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return isListOfTexts(rules, value) ? 'list' : 'json';
    default:
      return 'json';
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'mixed' : typeof value;
}

function isListOfTexts(rules: Json, value: unknown): boolean {
  const items = rules['items'];
  if (isRecord(items)) return items['type'] === 'string';
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** `technical_score` and `technicalScore` read as `Technical score`. */
export function labelOf(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').replaceAll(/(\p{Ll})(\p{Lu})/gu, (_all, low: string, up: string) => `${low} ${up.toLowerCase()}`).trim();
  return words === '' ? 'Value' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the form holds of a value: text for JSON fields, so that half-written JSON can stand there. */
export function draftOf(fields: readonly Field[], value: unknown): Json {
  const record = isRecord(value) ? value : {};
  const draft: Json = {};
  for (const field of fields) {
    const own = field.name === '' ? value : record[field.name];
    draft[field.name] = field.kind === 'json' ? (own === undefined ? '' : JSON.stringify(own, null, 2)) : own;
  }
  return draft;
}

/** Why a field cannot be sent as it stands; null: it can. */
export function mistakeOf(field: Field, draft: unknown): string | null {
  const empty = draft === undefined || draft === null || draft === '';
  if (empty) return field.required ? 'A value is needed.' : null;
  if (field.kind === 'json') {
    try {
      JSON.parse(String(draft));
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : 'This is not JSON.';
    }
  }
  if (field.kind !== 'number' && field.kind !== 'integer') return null;
  if (typeof draft !== 'number' || !Number.isFinite(draft)) return 'A number is needed.';
  if (field.kind === 'integer' && !Number.isInteger(draft)) return 'A whole number is needed.';
  if (field.min !== null && draft < field.min) return `At least ${field.min}.`;
  return field.max !== null && draft > field.max ? `At most ${field.max}.` : null;
}

/** The change from a value to what the form holds, as a merge patch (RFC 7396); undefined: nothing changed. */
export function patchOf(fields: readonly Field[], value: unknown, draft: Json): unknown {
  const record = isRecord(value) ? value : {};
  const patch: Json = {};
  for (const field of fields) {
    const before = field.name === '' ? value : record[field.name];
    const after = valueOf(field, draft[field.name]);
    if (same(before, after)) continue;
    if (field.name === '') return after ?? null;
    const member = after === undefined ? null : memberPatch(before, after);
    patch[field.name] = member;
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}

function valueOf(field: Field, draft: unknown): unknown {
  if (draft === undefined || draft === null) return draft === null ? null : undefined;
  if (field.kind === 'json') return draft === '' ? undefined : JSON.parse(String(draft));
  if (draft === '' && (field.kind === 'number' || field.kind === 'integer' || field.kind === 'choice')) return undefined;
  return draft;
}

function memberPatch(before: unknown, after: unknown): unknown {
  if (!isRecord(before) || !isRecord(after)) return after;
  const patch: Json = {};
  for (const name of Object.keys(before)) if (!(name in after)) patch[name] = null;
  for (const [name, one] of Object.entries(after)) if (!same(before[name], one)) patch[name] = memberPatch(before[name], one);
  return patch;
}

function same(one: unknown, other: unknown): boolean {
  return (one ?? null) === (other ?? null) || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
