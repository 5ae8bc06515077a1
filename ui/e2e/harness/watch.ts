import type { BrowserContext, ConsoleMessage } from 'playwright-core';

const seen: string[] = [];
let tolerated: RegExp[] = [];

/** Asking who is signed in before anybody is: the browser itself writes a line about each 401. */
const asked = /Failed to load resource.*401.*\/api\/v1\/session$/;

/** Notes whatever a page says that it should not: errors in the console, exceptions, refusals of the content policy, scripts of somebody else. */
export async function watch(context: BrowserContext): Promise<void> {
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => note(`exception: ${error.error().stack ?? error.error().message}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    Object.defineProperty(window, 'intruder', { value: (what: string) => console.error(`a script of a stranger ran: ${what}`) });
  });
}

function note(text: string): void {
  if (!asked.test(text)) seen.push(text);
}

/** Lines that belong to what the test does, such as a refusal that it asks for. */
export function tolerate(...patterns: RegExp[]): void {
  tolerated = patterns;
}

/** What was noted since the last time; must be nothing. */
export function complaints(): string[] {
  const all = seen.splice(0).filter((text) => !tolerated.some((pattern) => pattern.test(text)));
  tolerated = [];
  return all;
}
