import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, runIs, settled, signedIn, stage } from './harness';
import { crowd } from './harness/workflows';

const ITEMS = 100_000;

function report(what: string, value: string): void {
  console.log(`  figure  ${what}: ${value}`);
}

inBrowser('a run of 100,000 items', () => {
  it('opens at once, and its table draws only what is in sight', async () => {
    const file = join(stage?.files ?? '', 'crowd.jsonl');
    writeFileSync(file, Array.from({ length: ITEMS }, (_, index) => `{"id":"row-${index}","word":"word ${index % 97}"}`).join('\n'));
    await api.register({ text: crowd });
    const run = await api.start('crowd', { lines: file });
    const page = await signedIn('olga', 'operator');
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.defineProperty(window, 'longTasks', { value: tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask', buffered: false });
    });

    // Live, while thousands of items end each second.
    await page.goto(`/runs/${run}`);
    await page.getByRole('region', { name: 'Progress' }).waitFor();
    expect((await api.ended(run)).summary.counts.succeeded).toBe(ITEMS);
    await runIs(page, 'Succeeded');
    await page.getByRole('region', { name: 'Progress' }).getByText('100,000', { exact: true }).first().waitFor();

    const begun = performance.now();
    await page.goto(`/runs/${run}/items`, { waitUntil: 'commit' });
    await page.getByRole('grid', { name: 'Items' }).locator('[data-row="5"]').waitFor();
    const usable = performance.now() - begun;
    report('first rows of the run page visible', `${usable.toFixed(0)} ms`);
    expect(usable).toBeLessThan(5_000);

    await page.evaluate(() => { (window as unknown as { longTasks: number[] }).longTasks.length = 0; });
    let most = 0;
    const places = [0.5, 0.013, 0.99, 0.333, 0.75, 1, 0.08, 0.61, 0.2, 0];
    for (const place of places) {
      await page.evaluate((to) => {
        const scroller = [...document.querySelectorAll<HTMLElement>('[role="grid"] [role="presentation"]')].find((element) => element.scrollHeight > element.clientHeight + 10);
        if (scroller) scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
      }, place);
      await page.waitForFunction((to) => {
        const rows = [...document.querySelectorAll('[role="grid"] [data-row]')];
        const first = Number((rows[0] as HTMLElement | undefined)?.dataset.row ?? -1);
        return rows.length > 5 && document.querySelector('[role="grid"] [aria-busy="true"]') === null && Math.abs(first - to * 100_000) < 1_500;
      }, place);
      most = Math.max(most, await page.locator('[role="grid"] [role="row"]').count());
    }
    // By the wheel too, as a hand does it.
    await page.getByRole('grid').hover();
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 700);
      most = Math.max(most, await page.locator('[role="grid"] [role="row"]').count());
    }
    const long = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    report('row elements while scrolling', `${most} at most`);
    report('tasks over 50 ms while scrolling', `${long.length}${long.length > 0 ? ` (${long.map((task) => task.toFixed(0)).join(', ')} ms)` : ''}`);
    expect(most).toBeLessThanOrEqual(60);

    await page.getByLabel('Go to number').fill('77777');
    await page.getByLabel('Go to number').press('Enter');
    await page.getByRole('link', { name: 'row-77777', exact: true }).waitFor();
    await page.getByLabel('Find in keys').fill('row-4242');
    await page.getByRole('link', { name: 'row-42420', exact: true }).waitFor();
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('is shown by scripts that are small until more is needed', async () => {
    const page = await signedIn('olga', 'operator');
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body().then((body) => gzipSync(body).length, () => 0));
    });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
    await settled(page);
    const sizes = await Promise.all(scripts.values());
    const sum = sizes.reduce((total, size) => total + size, 0);
    report('scripts of the first route', `${(sum / 1_000).toFixed(0)} KB packed in ${sizes.length} files`);
    expect(sum).toBeLessThan(350_000);
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
