import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, password, stage, stranger, tolerate } from './harness';

inBrowser('the first sign-in', () => {
  it('takes the password that the server printed, asks for an own one, and leads on to where one wanted to go', async () => {
    const page = await stranger();
    // A deep link of somebody who is not signed in.
    await page.goto('/settings/audit?action=session.create');
    await page.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();
    await page.getByLabel('Name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill('a wrong password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('That did not work').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(stage?.firstPassword ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/settings\/audit\?action=session\.create/);
    await page.getByRole('cell', { name: 'session.create' }).first().waitFor();

    // Until it is changed, every screen says so.
    const banner = page.getByText('Your password is one that the server made and printed.');
    await banner.waitFor();
    await page.getByRole('link', { name: 'Choose your own' }).click();
    await page.getByLabel('Password until now').fill(stage?.firstPassword ?? '');
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByLabel('New password again').fill('short');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('At least 12 characters', { exact: false }).first().waitFor();
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('New password again').fill(password);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed.', { exact: false }).waitFor();
    await banner.waitFor({ state: 'detached' });

    // It is the new one from now on, also after signing out.
    await page.getByRole('button', { name: /account and theme/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();
    await page.getByLabel('Name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();

    tolerate(/401.*\/api\/v1\/session/);
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('comes again when a session has ended, and leads back to the same screen', async () => {
    await api.user('sessions', 'viewer', password);
    const page = await stranger();
    await page.goto('/models');
    await page.getByLabel('Name').fill('sessions');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();

    // The session ends elsewhere; the next thing that this page asks is refused.
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Workflows' }).click();
    await page.getByRole('heading', { name: 'Sign in to Atelier' }).waitFor();
    await page.getByLabel('Name').fill('sessions');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Workflows' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/workflows');

    tolerate(/Failed to load resource.*401/);
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
