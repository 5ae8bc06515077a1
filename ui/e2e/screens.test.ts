import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { complaints, inBrowser, leave, screenshots, settled, signedIn, stranger, tolerate, type Page } from './harness';
import { api } from './harness';
import { grave } from './harness/axe';
import { arrange, type Exhibits } from './harness/exhibits';

interface Screen {
  name: string;
  path: (of: Exhibits) => string;
  /** What must be there before it is looked at. */
  shows?: (page: Page) => Promise<void>;
}

const graph = (page: Page) => page.locator('.react-flow__node').first().waitFor();
const rows = (page: Page) => page.getByRole('grid').locator('[data-row]').first().waitFor();

const screens: Screen[] = [
  { name: 'home', path: () => '/' },
  { name: 'workflows', path: () => '/workflows' },
  { name: 'workflow-template', path: () => '/workflows?new=template', shows: (page) => page.getByRole('dialog').getByRole('button', { name: /^hello/ }).waitFor() },
  { name: 'workflow-new', path: () => '/new-workflow', shows: (page) => page.getByText('No mistakes').waitFor() },
  { name: 'workflow-overview', path: () => '/workflows/wikiart-enrichment', shows: graph },
  { name: 'workflow-source', path: () => '/workflows/wikiart-enrichment/source', shows: (page) => page.getByText('No mistakes').waitFor() },
  { name: 'workflow-versions', path: () => '/workflows/patients/versions' },
  { name: 'workflow-start', path: () => '/workflows/wikiart-enrichment/start' },
  { name: 'workflow-schedule', path: () => '/workflows/hello/schedule' },
  { name: 'runs', path: () => '/runs' },
  { name: 'run-graph', path: (of) => `/runs/${of.paintings}`, shows: graph },
  { name: 'run-step', path: (of) => `/runs/${of.paintings}?step=enrich%2Fpalette`, shows: graph },
  { name: 'run-items', path: (of) => `/runs/${of.paintings}/items`, shows: rows },
  { name: 'run-timeline', path: (of) => `/runs/${of.paintings}/timeline` },
  { name: 'run-outputs', path: (of) => `/runs/${of.paintings}/outputs` },
  { name: 'run-usage', path: (of) => `/runs/${of.paintings}/usage` },
  { name: 'run-log', path: (of) => `/runs/${of.paintings}/log` },
  { name: 'item', path: (of) => `/runs/${of.paintings}/items/1/3`, shows: (page) => page.getByRole('region', { name: 'Steps' }).waitFor() },
  { name: 'photos-graph', path: (of) => `/runs/${of.photos}`, shows: graph },
  { name: 'photos-items', path: (of) => `/runs/${of.photos}/items`, shows: rows },
  { name: 'photos-item', path: (of) => `/runs/${of.photos}/items/1/2`, shows: (page) => page.getByRole('region', { name: 'Steps' }).waitFor() },
  { name: 'photos-outputs', path: (of) => `/runs/${of.photos}/outputs` },
  { name: 'run-running', path: (of) => `/runs/${of.running}`, shows: graph },
  { name: 'run-quarantine', path: (of) => `/runs/${of.failed}/quarantine`, shows: (page) => page.getByRole('article').first().waitFor() },
  { name: 'item-failed', path: (of) => `/runs/${of.failed}/items/1/1`, shows: (page) => page.getByRole('alert').first().waitFor() },
  { name: 'quarantine', path: () => '/quarantine' },
  { name: 'inbox', path: () => '/inbox' },
  { name: 'inbox-photo', path: (of) => `/inbox?run=${of.review}` },
  { name: 'models', path: () => '/models' },
  { name: 'settings-profile', path: () => '/settings' },
  { name: 'settings-tokens', path: () => '/settings/tokens' },
  { name: 'settings-users', path: () => '/settings/users' },
  { name: 'settings-secrets', path: () => '/settings/secrets' },
  { name: 'settings-storage', path: () => '/settings/storage' },
  { name: 'settings-about', path: () => '/settings/about' },
  { name: 'settings-audit', path: () => '/settings/audit' },
  { name: 'nothing-here', path: () => '/runs/r999999' },
];

const looks = [
  { name: 'light-1280', scheme: 'light', width: 1280, height: 900, rules: undefined },
  { name: 'dark-1280', scheme: 'dark', width: 1280, height: 900, rules: ['color-contrast'] },
  { name: 'dark-390', scheme: 'dark', width: 390, height: 844, rules: undefined },
  { name: 'light-390', scheme: 'light', width: 390, height: 844, rules: ['color-contrast'] },
] as const;

/** Takes a picture of what is shown in each theme and width, and collects what is wrong with it. */
async function inspect(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.waitForFunction((scheme) => document.documentElement.getAttribute('data-mantine-color-scheme') === scheme, look.scheme);
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${look.name}: ${wide} px wider than the window`);
    await page.screenshot({ path: join(screenshots, look.name, `${name}.png`), fullPage: true });
    wrong.push(...(await grave(page, look.rules)).map((finding) => `${look.name}: ${finding}`));
  }
  return wrong;
}

inBrowser('each screen, light and dark, wide and narrow', () => {
  let page: Page;
  let exhibits: Exhibits;

  beforeAll(async () => {
    for (const look of looks) mkdirSync(join(screenshots, look.name), { recursive: true });
    exhibits = await arrange();
    page = await signedIn('root');
  });
  afterAll(async () => {
    for (const run of [exhibits.running, exhibits.asking, exhibits.review]) await api.send('POST', `/runs/${run}/cancel`).catch(() => undefined);
    await leave(page);
  });

  it('sign-in is readable, fits, and says nothing in the console', async () => {
    const other = await stranger();
    await other.goto('/');
    await other.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();
    expect([...(await inspect(other, 'sign-in')), ...complaints()]).toEqual([]);
    await leave(other);
  });

  for (const screen of screens) {
    it(`${screen.name} is readable, fits, and says nothing in the console`, async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(screen.path(exhibits));
      await page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).first().waitFor();
      await screen.shows?.(page);
      // What is not there is said by the browser too, and one of the paintings is half a file.
      tolerate(...(screen.name === 'nothing-here' ? [/Failed to load resource.*404/] : []), /Failed to load resource.*422.*\/artifacts\//);
      expect([...(await inspect(page, screen.name)), ...complaints()]).toEqual([]);
    });
  }
});
