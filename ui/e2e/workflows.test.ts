import { expect, it } from 'vitest';
import { agree, api, atScreen, complaints, inBrowser, leave, pick, runOf, signedIn, visit } from './harness';
import { slow } from './harness/workflows';

inBrowser('workflows', () => {
  it('begin from a template', async () => {
    const page = await signedIn('ada', 'editor');
    await visit(page, '/workflows', 'Workflows');
    await page.getByRole('button', { name: 'New workflow' }).click();
    await page.getByRole('menuitem', { name: 'From a template' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^table/ }).click();
    await atScreen(page, 'table');
    expect((await api.get<{ summary: { name: string } }>('/workflows/table')).summary.name).toBe('table');
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('show mistakes in place as one types, and their differences once there is a second version', async () => {
    const page = await signedIn('ada', 'editor');
    agree(page);
    await visit(page, '/new-workflow', 'New workflow');
    const editor = page.getByRole('textbox', { name: 'Text of the workflow' });
    const write = async (text: string) => {
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    };
    await write('name: greeter\nsteps:\n  - id: greet\n    uses: core.valeu\n    with: { value: hello }\n');
    // The line is marked, the list says what and where, and nothing can be saved.
    await page.locator('.cm-lintRange-error').first().waitFor();
    const mistake = page.getByRole('list', { name: 'Mistakes' }).getByRole('listitem').first();
    await mistake.getByText('core.valeu').waitFor();
    await mistake.getByText('line 4').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);

    await write('name: greeter\nsteps:\n  - id: greet\n    uses: core.value\n    with: { value: hello }\n');
    await page.getByText('No mistakes').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await atScreen(page, 'greeter');

    await page.getByRole('link', { name: 'Source' }).click();
    await editor.waitFor();
    await write('name: greeter\nsteps:\n  - id: greet\n    uses: core.value\n    with: { value: good evening }\n');
    await page.getByText('No mistakes').waitFor();
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByRole('link', { name: 'Versions' }).click();
    await page.locator('main').getByText('good evening').first().waitFor();
    expect((await api.get<{ items: unknown[] }>('/workflows/greeter/versions')).items).toHaveLength(2);
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('start by a form, also from a file of the server that is picked', async () => {
    const page = await signedIn('ada', 'editor');
    await visit(page, '/workflows', 'Workflows');
    await page.getByRole('button', { name: 'New workflow' }).click();
    await page.getByRole('menuitem', { name: 'From a file of the server' }).click();
    await pick(page, ['hello'], 'workflow.yaml');
    await atScreen(page, 'hello');
    await page.getByRole('link', { name: 'Start', exact: true }).first().click();
    await page.getByLabel('name').fill('Ada');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const run = await runOf(page);
    const ended = await api.ended(run);
    expect(ended.summary.state).toBe('succeeded');
    await page.getByText('Succeeded', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Outputs' }).click();
    await page.getByText('Hello, Ada!').first().waitFor();
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('start by the clock, with the next times shown before', async () => {
    await api.register({ text: slow });
    const page = await signedIn('ada', 'editor');
    agree(page);
    await visit(page, '/workflows/slow/schedule', 'slow');
    await page.getByRole('button', { name: 'Add a schedule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Schedule' }).fill('30 2 * * 1-5');
    await dialog.getByRole('status').getByText(/02:30/).first().waitFor();
    expect(await dialog.getByRole('status').getByRole('listitem').count()).toBe(5);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('30 2 * * 1-5').waitFor();
    const schedules = await api.get<{ items: { cron: string; enabled: boolean }[] }>('/schedules?workflow=slow');
    expect(schedules.items).toMatchObject([{ cron: '30 2 * * 1-5', enabled: true }]);
    await page.getByRole('button', { name: 'Delete this schedule' }).click();
    await page.getByText('Nothing starts by the clock').waitFor();
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
