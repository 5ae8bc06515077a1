/** An artifact inside a value, as actions write it. */
export interface ArtifactValue {
  digest: string;
  mediaType: string;
  name: string | null;
  size: number | null;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads an artifact; null: the value is something else. */
export function artifactOf(value: unknown): ArtifactValue | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = value as Record<string, unknown>;
  const digest = record['$artifact'];
  if (typeof digest !== 'string' || !DIGEST.test(digest)) return null;
  const type = record['mediaType'];
  const name = record['name'];
  const size = record['size'];
  return { digest, mediaType: typeof type === 'string' ? type : 'application/octet-stream', name: typeof name === 'string' ? name : null, size: typeof size === 'number' ? size : null };
}

/** Pictures that browsers show and the server makes small ones of. */
export function isPicture(artifact: ArtifactValue): boolean {
  return artifact.mediaType.startsWith('image/');
}

/** Every artifact in a value, in reading order, each once; at most `most`. */
export function artifactsIn(value: unknown, most = 50): ArtifactValue[] {
  const found = new Map<string, ArtifactValue>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && found.size < most) {
    const next = waiting.shift();
    const artifact = artifactOf(next);
    if (artifact !== null) found.set(artifact.digest, artifact);
    else if (typeof next === 'object' && next !== null) waiting.unshift(...Object.values(next));
  }
  return [...found.values()];
}

/** What stands beside the name of a value that is folded. */
export function summaryOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? '1 element' : `${value.length} elements`;
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    if (names.length === 0) return '{}';
    return names.length <= 3 ? `{ ${names.join(', ')} }` : `{ ${names.slice(0, 3).join(', ')}, … ${names.length - 3} more }`;
  }
  return String(value);
}

/** One line that stands for a value in a table cell. */
export function previewOf(value: unknown, most = 120): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.length > most ? `${value.slice(0, most)}…` : value;
  const artifact = artifactOf(value);
  if (artifact !== null) return artifact.name ?? artifact.digest.slice(0, 19);
  if (Array.isArray(value)) return `[${joined(value.slice(0, 8).map((one) => previewOf(one, 30)), most)}${value.length > 8 ? ', …' : ''}]`;
  if (typeof value === 'object') return joined(membersOf(value).slice(0, 8), most);
  return String(value);
}

/** Members as a line: what can be read there comes first, what holds more is only named. */
function membersOf(value: object): string[] {
  const deep = (one: unknown) => typeof one === 'object' && one !== null && artifactOf(one) === null;
  const entries = Object.entries(value).filter(([, one]) => one !== null);
  return [...entries.filter(([, one]) => !deep(one)).map(([name, one]) => `${name}: ${previewOf(one, 60)}`), ...entries.filter(([, one]) => deep(one)).map(([name, one]) => `${name}: ${summaryOf(one)}`)];
}

function joined(parts: readonly string[], most: number): string {
  const text = parts.join(', ');
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
