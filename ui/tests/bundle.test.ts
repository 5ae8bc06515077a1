import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

interface Chunk {
  file: string;
  imports?: string[];
}

const dist = new URL('../dist/', import.meta.url);
const manifestFile = new URL('.vite/manifest.json', dist);
const built = existsSync(manifestFile);
const manifest: Record<string, Chunk> = built ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};

/** Scripts that are there once these chunks are: themselves and all that they import at once. */
function scriptsOf(...names: string[]): Set<string> {
  const files = new Set<string>();
  const walk = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(walk);
  };
  names.forEach(walk);
  return files;
}

function read(file: string): string {
  return readFileSync(new URL(file, dist), 'utf8');
}

const scripts = Object.values(manifest).map((chunk) => chunk.file).filter((file) => file.endsWith('.js'));

// `eng/build-ui` builds; ./test does so before this runs.
describe.skipIf(!built)('the built screens', () => {
  const first = scriptsOf('index.html', 'src/shell/app-layout.tsx', 'src/home/home-page.tsx');

  it('open with less than 350 KB of script, packed', () => {
    expect(first.size).toBeGreaterThan(3);
    expect([...first].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)).toBeLessThan(350_000);
  });

  it('fetch the graph, its layout, the editor and the chart only where they are shown', () => {
    for (const [what, mark] of [['the graph', 'react-flow__'], ['the layout', 'elk.algorithm'], ['the editor', 'cm-scroller'], ['the chart', 'chartArea']] as const) {
      expect([...first].some((file) => read(file).includes(mark)), `${what} is in the first scripts`).toBe(false);
      expect(scripts.some((file) => read(file).includes(mark)), `${what} is nowhere`).toBe(true);
    }
  });

  it('hold no inline script: the content policy allows scripts of the site alone', () => {
    const page = read('index.html');
    for (const tag of page.match(/<script[^>]*>/g) ?? []) expect(tag).toContain('src="/');
    expect(page).not.toMatch(/ on[a-z]+="/);
  });

  it('hold no eval', () => {
    for (const file of scripts) expect(read(file), file).not.toMatch(/\bnew Function\(|[^.\w$]eval\(/);
  });
});
