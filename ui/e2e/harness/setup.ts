import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium, flags } from './chromium';
import { serve } from './served';

/** What the test files know of the one server and the one browser; null: there is no browser, and they are skipped. */
export interface Stage {
  browser: string;
  address: string;
  firstPassword: string;
  token: string;
  files: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stage: Stage | null;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log('[SKIP] The tests in a browser need Chromium: install `chromium`, or name one in ATELIER_CHROMIUM.');
    project.provide('stage', null);
    return undefined;
  }
  const profile = mkdtempSync(join(tmpdir(), 'atelier-chromium-'));
  const [browser, server] = await Promise.all([chromium.launchServer({ executablePath, args: flags, env: { ...process.env, HOME: profile } }), serve()]);
  project.provide('stage', { browser: browser.wsEndpoint(), address: server.address, firstPassword: server.firstPassword, token: server.token, files: server.files });
  return async () => {
    await browser.close();
    await server.stop();
    rmSync(profile, { recursive: true, force: true });
  };
}
