import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, settled, signedIn, stage, visit } from './harness';
import { hostile } from './harness/workflows';

const script = '<img src=x onerror="intruder(\'img\')"><script>intruder("script")</script>';

/** Keys and texts as somebody would send them who wants to do harm, or who only has long names. */
const rows = [
  { id: '<img src=x onerror=intruder(1)>', text: script, fails: false },
  { id: '"><script>intruder(2)</script>', text: `javascript:intruder('link')`, fails: true },
  { id: "');intruder(3);//", text: '<svg/onload=intruder(4)>', fails: true },
  { id: '\u202egnp.exe\u202c', text: 'a \u202eright to left\u202c \u2066isolate\u2069 \u200bnothing\u200b', fails: true },
  { id: 'x'.repeat(255), text: 'y'.repeat(5_000), fails: true },
  { id: 'ﷺ'.repeat(85), text: '\u0301'.repeat(3_000), fails: false },
  { id: '../../etc/passwd', text: '{{constructor.constructor("intruder(5)")()}}', fails: false },
  { id: 'large', text: `${script}${'lorem ipsum '.repeat(17_000)}`, fails: false },
  { id: 'one\nline', text: '\u0000\u0007\u001b[31mred', fails: false },
];

inBrowser('keys and outputs of strangers', () => {
  it('run nothing, and break no layout', async () => {
    const file = join(stage?.files ?? '', 'strangers.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    await api.register({ text: hostile });
    const run = await api.start('hostile', { rows: file });
    await api.until(run, (event) => event.run.ended || event.waits.length > 0);
    const detail = await api.get<{ blocks: { block: number; kind: string; known: number }[] }>(`/runs/${run}`);
    const block = detail.blocks.find((one) => one.kind === 'for_each');
    expect(block?.known).toBe(rows.length);

    const page = await signedIn('olga', 'operator', { width: 390, height: 800 });
    const inspect = async (where: string) => {
      await settled(page);
      const found = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        strange: document.querySelectorAll('main script, main img[src="x"], main svg[onload], main [onerror], a[href^="javascript"]').length,
      }));
      expect(found, where).toEqual({ wide: 0, strange: 0 });
    };
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ['', '/items', '/quarantine', '/log', '/outputs']) {
        await visit(page, `/runs/${run}${path}`, run);
        if (path === '/items') await page.getByRole('grid').locator('[data-row="8"]').waitFor();
        await inspect(`${path} at ${width}`);
      }
      for (let ordinal = 0; ordinal < rows.length; ordinal += 1) {
        await page.goto(`/runs/${run}/items/${block?.block}/${ordinal}`);
        await page.getByRole('region', { name: 'Steps' }).getByText('said').first().waitFor();
        await inspect(`item ${ordinal} at ${width}`);
      }
      for (const path of [`/inbox?run=${run}`, '/quarantine', '/runs', '/']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await inspect(`${path} at ${width}`);
      }
    }
    // What turns the reading direction is shown as a sign, so that a name cannot pretend to be another.
    await visit(page, `/runs/${run}/items`, run);
    await page.getByRole('grid').locator('[data-row="3"]').waitFor();
    expect(await page.getByRole('grid').locator('[data-row="3"]').textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(complaints()).toEqual([]);
    await api.send('POST', `/runs/${run}/cancel`).catch(() => undefined);
    await leave(page);
  });
});
