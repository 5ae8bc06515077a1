import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, runIs, signedIn, stage, visit } from './harness';
import { patients } from './harness/workflows';

inBrowser('quarantine', () => {
  it('groups what failed by its cause; one is tried, the group driven again, the rest accepted as it is', async () => {
    const cures = join(stage?.files ?? '', 'cures');
    mkdirSync(cures, { recursive: true });
    await api.register({ text: patients });
    const run = await api.start('patients', { cures });
    await api.ended(run);

    const page = await signedIn('olga', 'operator');
    await visit(page, `/runs/${run}/quarantine`, run);
    const group = page.getByRole('article').filter({ hasText: 'ATL5402' }).or(page.getByRole('article').filter({ hasText: '4 items' })).first();
    const other = page.getByRole('article').filter({ hasText: 'there is no bed left' });
    expect(await page.getByRole('article').count()).toBe(2);
    await group.getByRole('heading', { name: /^4 items/ }).waitFor();

    // Nothing has changed: the one fails again.
    await group.getByRole('button', { name: 'Try on one' }).click();
    await group.getByText(/It failed again/).waitFor();
    for (const name of ['bert', 'carl', 'dora', 'emil']) writeFileSync(join(cures, name), '');
    await group.getByRole('button', { name: 'Try on one' }).click();
    await group.getByText('It goes now').waitFor();
    await page.getByRole('heading', { name: /^3 items/ }).waitFor();
    await page.getByRole('button', { name: 'Re-drive 3 items' }).click();
    await page.waitForFunction(() => document.querySelectorAll('article').length === 1);

    await other.getByRole('button', { name: 'Accept as is' }).click();
    await page.getByRole('dialog').getByLabel('Note').fill('She was sent home.');
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await other.getByText('She was sent home.').waitFor();
    await other.getByText('olga').waitFor();

    const ended = await api.ended(run);
    expect(ended.summary.counts).toMatchObject({ succeeded: 5, failed: 1 });
    expect(ended.quarantined).toBe(0);
    await runIs(page, 'Succeeded');
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
