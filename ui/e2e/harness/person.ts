import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, describe, inject } from 'vitest';
import { Api } from './api';
import { repository } from './served';
import { complaints, watch } from './watch';

export type { Page } from 'playwright-core';

/** The password of everybody that these tests add. */
export const password = 'correct horse battery';
/** How long a state may take to come on a busy machine. */
export const PATIENCE_MS = 40_000;

/** Where pictures of the screens are kept, which git leaves out. */
export const screenshots = join(repository, '.build', 'screenshots');

export const stage = inject('stage');

/** A group of tests in a browser; skipped where there is none, which the setup says once. */
export const inBrowser = describe.skipIf(stage === null);

export const address = stage?.address ?? '';
export const api = new Api(address, stage?.token ?? '');

let connection: Promise<Browser> | null = null;
const open = new Set<BrowserContext>();

// What failed is shown as it was.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const line of complaints()) console.log(`  ${line}`);
  let number = 0;
  for (const context of open) {
    for (const page of context.pages()) {
      const path = join(screenshots, 'failed', `${task.name.replace(/\W+/g, '-').slice(0, 60)}-${(number += 1)}.png`);
      await page.screenshot({ path }).then(() => console.log(`  ${page.url()}\n  ${path}`), () => undefined);
    }
  }
});

afterAll(async () => {
  await Promise.all([...open].map(leaveContext));
  await (await connection)?.close();
});

interface Look {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
}

/** A browser window of a person who has never been here. */
export async function stranger(look: Look = {}): Promise<Page> {
  connection ??= chromium.connect(stage?.browser ?? '');
  const context = await (await connection).newContext({
    baseURL: address,
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.scheme ?? 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  open.add(context);
  context.setDefaultTimeout(PATIENCE_MS);
  await watch(context);
  return context.newPage();
}

/** A window of somebody who is signed in; who is not known yet is added. */
export async function signedIn(name: string, role = 'admin', look: Look = {}): Promise<Page> {
  await api.user(name, role, password);
  const page = await stranger(look);
  const answer = await page.context().request.post('/api/v1/session', { data: { name, password }, headers: { origin: address } });
  if (!answer.ok()) throw new Error(`${name} cannot sign in: ${answer.status()} ${await answer.text()}`);
  return page;
}

/** Closes a window and all that belongs to it. */
export async function leave(page: Page): Promise<void> {
  await leaveContext(page.context());
}

async function leaveContext(context: BrowserContext): Promise<void> {
  open.delete(context);
  await context.close();
}
