import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, signedIn, stage, visit } from './harness';
import { patients, slow, titlesFor } from './harness/workflows';

inBrowser('a viewer', () => {
  it('sees why a button is not for them, and nothing that they press changes anything', async () => {
    for (const text of [slow, titlesFor('titles-to-look-at'), patients]) await api.register({ text });
    const cures = join(stage?.files ?? '', 'no-cures');
    mkdirSync(cures, { recursive: true });
    const [running, failed, asking] = await Promise.all([api.start('slow'), api.start('patients', { cures }), api.start('titles-to-look-at')]);
    await api.ended(failed);
    await api.until(asking, (event) => event.waits.length > 0);

    const page = await signedIn('victor', 'viewer');
    const changes: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && !/\/workflows\/validate$/.test(request.url())) changes.push(`${request.method()} ${request.url()}`);
    });
    const refused = async (path: string, heading: string, ...names: (string | RegExp)[]) => {
      await visit(page, path, heading);
      for (const name of names) {
        const button = page.locator('main').getByRole('button', { name }).or(page.locator('main').getByRole('link', { name })).first();
        await button.waitFor();
        expect(await button.getAttribute('aria-disabled'), `${String(name)} at ${path}`).toBe('true');
        await button.focus();
        await page.getByRole('tooltip').filter({ hasText: /role|admins/ }).first().waitFor();
        await page.keyboard.press('Enter');
        await button.click({ force: true });
        await button.blur();
      }
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    };
    await refused('/workflows', 'Workflows', 'New workflow');
    await refused('/workflows/slow', 'slow', 'Start');
    await refused('/workflows/slow/schedule', 'slow', 'Add a schedule');
    await refused(`/runs/${running}`, running, 'Pause', 'Cancel');
    await refused(`/runs/${failed}`, failed, /^Re-drive/, 'Delete');
    await refused(`/runs/${failed}/quarantine`, failed, 'Try on one', /^Re-drive \d+ items$/, 'Accept as is');
    await refused(`/inbox?run=${asking}`, 'Inbox', 'Accept', 'Reject', 'Edit');
    const models = await api.get<{ models: unknown[] }>('/models');
    if (models.models.length > 0) await refused('/models', 'Models', 'Pin');

    // What is an admin's alone is not even offered.
    await visit(page, '/settings', 'Settings');
    for (const name of ['Users', 'Audit', 'Secrets']) expect(await page.getByRole('link', { name }).count(), name).toBe(0);
    await visit(page, '/settings/tokens', 'Settings');
    await page.getByRole('button', { name: 'New token' }).click();
    expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(1);
    expect(changes).toEqual([]);
    expect(complaints()).toEqual([]);
    await api.send('POST', `/runs/${running}/cancel`);
    await api.send('POST', `/runs/${asking}/cancel`);
    await leave(page);
  });
});
