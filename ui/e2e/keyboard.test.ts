import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, atScreen, complaints, inBrowser, leave, password, runIs, runOf, stage, stranger, type Page } from './harness';
import { patients } from './harness/workflows';

const MOST_TABS = 60;

/** Presses Tab until what has the focus has this name: reachable, in sight and named is all that a keyboard needs. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent) : [];
      return [element?.getAttribute('aria-label'), ...labels, element?.textContent].filter(Boolean).join(' ').trim();
    });
    if (!name.test(at)) continue;
    const outlined = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement as Element);
      const box = (document.activeElement as Element).getBoundingClientRect();
      return (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || document.activeElement?.tagName === 'INPUT') && box.bottom > 0 && box.top < innerHeight;
    });
    expect(outlined, `${at} shows that it has the focus`).toBe(true);
    return;
  }
  throw new Error(`No ${String(name)} within ${MOST_TABS} tabs`);
}

inBrowser('the keyboard alone', () => {
  it('signs in, starts a run, and drives again what failed', async () => {
    const cures = join(stage?.files ?? '', 'keyboard-cures');
    mkdirSync(cures, { recursive: true });
    await api.register({ text: patients });
    await api.user('kim', 'operator', password);
    const page = await stranger();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();
    await page.keyboard.type('kim');
    await tabTo(page, /^Password/);
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await atScreen(page, 'Home');

    // `g w` leads to the workflows, `/` to their search.
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await atScreen(page, 'Workflows');
    await page.keyboard.press('/');
    await page.keyboard.type('patients');
    await page.waitForURL(/text=patients/);
    await page.getByRole('link', { name: 'patients', exact: true }).waitFor();
    await tabTo(page, /^Start patients/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/workflows\/patients\/start/);
    await page.getByLabel('cures').first().waitFor();
    await tabTo(page, /^cures/);
    await page.keyboard.type(cures);
    await tabTo(page, /^Start$/);
    await page.keyboard.press('Enter');
    const run = await runOf(page);
    await api.ended(run);
    await runIs(page, 'Succeeded');

    for (const name of ['bert', 'carl', 'dora', 'emil']) writeFileSync(join(cures, name), '');
    await tabTo(page, /^Quarantine ?5$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/quarantine$/);
    await page.getByRole('heading', { name: /^4 items/ }).waitFor();
    await tabTo(page, /^Re-drive 4 items$/);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('article').length === 1);
    expect((await api.ended(run)).summary.counts).toMatchObject({ succeeded: 5, failed: 1 });

    // The items are one stop of the tab order; inside, arrows move and Enter opens.
    await tabTo(page, /^Items$/);
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Items' }).locator('[data-row="5"]').waitFor();
    await tabTo(page, /^Items/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await atScreen(page, 'carl');
    await page.keyboard.press('j');
    await atScreen(page, 'dora');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
