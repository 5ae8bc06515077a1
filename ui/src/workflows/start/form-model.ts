import type { Mistake, WorkflowInput } from '@/api/types';

/** What a field holds while one types: texts, except for switches and lists of words. */
export type Raw = string | boolean | string[];
export type RawForm = Record<string, Raw>;

export type FieldKind = 'text' | 'integer' | 'number' | 'boolean' | 'path' | 'secret' | 'enum' | 'words' | 'json';

/** Which field an input gets. */
export function fieldKind(input: WorkflowInput): FieldKind {
  switch (input.type) {
    case 'integer': case 'number': case 'boolean': case 'path': case 'secret': case 'enum':
      return input.type;
    case 'string':
      return 'text';
    case 'list':
      return isTextSchema(input.schema) ? 'words' : 'json';
    default:
      return 'json';
  }
}

function isTextSchema(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'string';
}

/** What a field shows of a value. */
export function toRaw(input: WorkflowInput, value: unknown): Raw {
  const kind = fieldKind(input);
  if (kind === 'boolean') return value === true;
  if (kind === 'words') return Array.isArray(value) ? value.map(String) : [];
  if (value === null || value === undefined) return '';
  return kind === 'json' ? JSON.stringify(value, null, 2) : String(value);
}

/** The form as it opens: the inputs of another run where they are given, else the defaults. */
export function initialForm(inputs: readonly WorkflowInput[], given: Readonly<Record<string, unknown>> = {}): RawForm {
  return Object.fromEntries(inputs.map((input) => [input.name, toRaw(input, input.name in given ? given[input.name] : input.default)]));
}

export interface ReadForm {
  values: Record<string, unknown>;
  errors: Record<string, string>;
}

/**
 * What is sent. A field that still shows its default is left out: the server fills it in itself, and a path that is a default is relative to the
 * workflow's folder, while a given one is not.
 */
export function readForm(inputs: readonly WorkflowInput[], form: RawForm): ReadForm {
  const read: ReadForm = { values: {}, errors: {} };
  for (const input of inputs) {
    const raw = form[input.name];
    if (raw === undefined || (!input.required && sameRaw(raw, toRaw(input, input.default)))) continue;
    const value = readField(input, raw);
    if ('error' in value) read.errors[input.name] = value.error;
    else if (value.value !== undefined) read.values[input.name] = value.value;
  }
  return read;
}

function sameRaw(a: Raw, b: Raw): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((entry, index) => entry === b[index]) : a === b;
}

function readField(input: WorkflowInput, raw: Raw): { value: unknown } | { error: string } {
  if (typeof raw === 'boolean') return { value: raw };
  if (Array.isArray(raw)) return raw.length === 0 && input.required ? { error: 'Give at least one.' } : { value: raw };
  const text = raw.trim();
  if (text === '') return input.required ? { error: 'This needs a value.' } : { value: undefined };
  switch (fieldKind(input)) {
    case 'integer':
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? { value: Number(text) } : { error: 'A whole number, such as 12.' };
    case 'number':
      return Number.isFinite(Number(text)) ? { value: Number(text) } : { error: 'A number, such as 0.5.' };
    case 'json':
      return readJson(text);
    case 'text':
      return { value: raw };
    default:
      return { value: text };
  }
}

function readJson(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: `This is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.` };
  }
}

/** The server's mistakes at the fields that they are about: each names the line where its input is declared. */
export function placeMistakes(inputs: readonly WorkflowInput[], mistakes: readonly Mistake[]): { errors: Record<string, string>; rest: Mistake[] } {
  const errors: Record<string, string> = {};
  const rest: Mistake[] = [];
  for (const mistake of mistakes) {
    const input = mistake.line ? inputs.find((entry) => entry.line === mistake.line) : undefined;
    if (input) errors[input.name] = [errors[input.name], mistake.message].filter(Boolean).join(' ');
    else rest.push(mistake);
  }
  return { errors, rest };
}

/** What a value must be, in words; empty: anything of its type. */
export function constraintText(input: WorkflowInput): string {
  const { min, max } = input;
  const unit = input.type === 'string' ? ' characters' : input.type === 'list' ? ' entries' : '';
  const range = min != null && max != null ? `${min} to ${max}${unit}` : min != null ? `at least ${min}${unit}` : max != null ? `at most ${max}${unit}` : '';
  return [range, input.pattern ? `matches ${input.pattern}` : ''].filter(Boolean).join(', ');
}
