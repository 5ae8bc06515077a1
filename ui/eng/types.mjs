// Writes src/api/schema.d.ts from docs/specs/openapi.json. `--print` writes to the standard output instead.
import { readFile, writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';

const here = new URL('.', import.meta.url);
const document = new URL('../../docs/specs/openapi.json', here);
const target = new URL('../src/api/schema.d.ts', here);

const nodes = await openapi(JSON.parse(await readFile(document, 'utf8')), { alphabetize: true });
const text = `// Written by \`npm run types\` from docs/specs/openapi.json.\n\n${astToString(nodes)}`;
if (process.argv.includes('--print')) process.stdout.write(text);
else await writeFile(target, text);
