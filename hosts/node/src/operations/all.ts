import { explain } from '../errors.js';
import type { Fields } from '../fields.js';
import { decodeWhole } from '../picture.js';
import type { Operation } from '../server.js';
import { contactSheet } from './contact-sheet.js';
import { info } from './info.js';
import { pixels } from './pixels.js';
import { render } from './render.js';

/** What the media host does. */
export const mediaOperations: ReadonlyMap<string, Operation> = new Map<string, Operation>(
  Object.entries({ info, render, pixels, contact_sheet: contactSheet }).map(([name, operation]) => [name, (request) => perform(operation, request)]),
);

async function perform(operation: (request: Fields) => Promise<object>, request: Fields): Promise<object> {
  try {
    return await operation(request);
  } catch (error) {
    throw await explain(error, { input: request.textOr('input', undefined), output: request.textOr('output', undefined), decode: () => decodeWhole(request) });
  }
}
