import { expect, it } from 'vitest';
import { address, agree, api, complaints, inBrowser, leave, signedIn, stranger, tolerate, visit } from './harness';

inBrowser('settings', () => {
  it('make tokens whose secret is shown once and works until it is revoked', async () => {
    const page = await signedIn('root');
    agree(page);
    await visit(page, '/settings/tokens', 'Settings');
    await page.getByRole('button', { name: 'New token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('night script');
    await dialog.getByRole('button', { name: 'Make the token' }).click();
    const secret = (await page.getByRole('status').locator('pre').textContent()) ?? '';
    expect(secret).toMatch(/^atl_/);
    const asks = () => fetch(`${address}/api/v1/home`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await asks()).status).toBe(200);
    await page.reload();
    await page.getByRole('cell', { name: 'night script', exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);

    await page.getByRole('button', { name: 'Revoke night script' }).click();
    await page.getByText('revoked', { exact: true }).waitFor();
    expect((await asks()).status).toBe(401);
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('add people, who sign in with the password that is shown once, and take them away again', async () => {
    const page = await signedIn('root');
    agree(page);
    await visit(page, '/settings/users', 'Settings');
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('vera');
    await dialog.getByRole('radio', { name: /^Viewer/ }).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const password = (await page.getByRole('status').locator('pre').textContent()) ?? '';

    const theirs = await stranger();
    await theirs.goto('/');
    await theirs.getByLabel('Name').fill('vera');
    await theirs.getByLabel('Password', { exact: true }).fill(password);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'Home' }).waitFor();

    await page.getByRole('button', { name: 'More about vera' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'More about vera' }).waitFor({ state: 'detached' });
    // Removed, they are out at the next step they take.
    await theirs.getByRole('link', { name: 'Workflows' }).click();
    await theirs.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();

    // The audit log says who did it.
    await visit(page, '/settings/audit?actor=root', 'Settings');
    for (const what of ['user.create', 'user.delete']) await page.getByRole('cell', { name: what }).first().waitFor();
    tolerate(/Failed to load resource.*401/);
    expect(complaints()).toEqual([]);
    await leave(theirs);
    await leave(page);
  });

  it('keep secrets without ever showing them', async () => {
    const page = await signedIn('root');
    await visit(page, '/settings/secrets', 'Settings');
    await page.getByRole('button', { name: 'Add a secret' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('museum_key');
    await dialog.getByLabel('Value').fill('very secret words');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('cell', { name: 'museum_key', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('cell', { name: 'museum_key', exact: true }).waitFor();
    expect(await page.content()).not.toContain('very secret words');
    const audit = JSON.stringify(await api.get('/audit?action=secret.set'));
    expect(audit).toContain('museum_key');
    expect(audit).not.toContain('very secret words');
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('show models, which are pinned and unpinned', async () => {
    const page = await signedIn('root');
    await visit(page, '/models', 'Models');
    const models = await api.get<{ models: { name: string }[] }>('/models');
    const first = models.models[0];
    if (first === undefined) {
      await page.getByText('No model is registered').waitFor();
    } else {
      const row = page.getByRole('list', { name: 'Models' }).getByRole('listitem').filter({ hasText: first.name }).first();
      await row.getByRole('button', { name: 'Pin', exact: true }).click();
      await row.getByText('Pinned', { exact: true }).waitFor();
      await row.getByRole('button', { name: 'Unpin' }).click();
      await row.getByText('Pinned', { exact: true }).waitFor({ state: 'detached' });
    }
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
