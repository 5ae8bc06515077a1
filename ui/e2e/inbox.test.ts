import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, signedIn, visit } from './harness';
import { titlesFor } from './harness/workflows';

inBrowser('the inbox', () => {
  it('asks with a form; one answer changes the value, the other takes it', async () => {
    await api.register({ text: titlesFor('titles') });
    const run = await api.start('titles');
    await api.until(run, (event) => event.waits.reduce((sum, wait) => sum + wait.count, 0) === 2);

    const page = await signedIn('olga', 'operator');
    await visit(page, `/inbox?run=${run}`, 'Inbox');
    await page.getByRole('list', { name: 'Questions' }).getByRole('button', { name: /night/ }).click();
    const question = page.getByRole('region', { name: 'Question' });
    await question.getByRole('heading', { name: 'Is this title right?' }).waitFor();
    await question.getByText('Nigth').first().waitFor();
    await question.getByRole('button', { name: 'Edit' }).click();
    await question.getByLabel('Title').fill('Night');
    await question.getByLabel('Note').fill('a slip');
    await question.getByRole('button', { name: 'Save and accept' }).click();
    await page.getByText('Accepted as you changed it.').waitFor();
    // The next question comes by itself.
    await question.getByText('Boat at dusk').first().waitFor();
    await question.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByText('Nothing waits for you').waitFor();

    const ended = await api.ended(run);
    const block = ended.blocks.find((one) => one.kind === 'for_each')?.block ?? 0;
    const items = await api.get<{ items: { value: unknown }[] }>(`/runs/${run}/blocks/${block}/items`);
    expect(items.items.map((item) => item.value)).toEqual([{ title: 'Night', verdict: 'edit' }, { title: 'Boat at dusk', verdict: 'accept' }]);
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
