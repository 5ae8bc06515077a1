import { join } from 'node:path';
import { expect, it } from 'vitest';
import { api, complaints, inBrowser, leave, pick, runIs, runOf, settled, signedIn, stage, tolerate, visit } from './harness';
import { slow } from './harness/workflows';

inBrowser('runs', () => {
  it('are watched live to their end, and every picture is seen beside what it was made from', async () => {
    await api.register({ file: join(stage?.files ?? '', 'wikiart-enrichment/workflow.yaml') });
    const page = await signedIn('olga', 'operator');
    await visit(page, '/workflows/wikiart-enrichment/start', 'wikiart-enrichment');
    await page.getByRole('button', { name: 'Choose folder on the server' }).click();
    await pick(page, ['wikiart-enrichment', 'paintings']);
    expect(await page.getByLabel('folder', { exact: false }).first().inputValue()).toMatch(/wikiart-enrichment\/paintings$/);
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    // From here on the page is never loaded again: what it shows came by its stream.
    const run = await runOf(page);
    const ended = await api.ended(run);
    expect(ended.summary.counts).toMatchObject({ rejected: 1, failed: 0 });
    await runIs(page, 'Succeeded');
    await page.getByRole('region', { name: 'Progress' }).getByText(`${ended.summary.counts.succeeded}`, { exact: true }).waitFor();

    await page.getByRole('link', { name: 'Items', exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Items' });
    await grid.locator('[data-row]').first().waitFor();
    expect(await grid.locator('[data-row]').count()).toBeGreaterThan(5);
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('[role="grid"] img')].filter((image) => image.naturalWidth > 0).length >= 5);
    await page.getByRole('button', { name: /Rejected/ }).or(page.getByRole('checkbox', { name: /Rejected/ })).or(page.getByText(/^Rejected/)).first().click();
    await page.waitForFunction(() => document.querySelectorAll('[role="grid"] [data-row]').length === 1);
    await page.goBack();

    await visit(page, `/runs/${run}/items`, run);
    await grid.locator('[data-row] a').first().click();
    await page.waitForURL(/\/items\/\d+\/0$/);
    await settled(page);
    await page.getByRole('region', { name: 'Steps' }).getByText('palette').first().waitFor();
    const figures = page.getByRole('figure');
    expect(await figures.count()).toBe(2);
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('figure img')].every((image) => image.naturalWidth > 0));
    await page.getByText('Slider', { exact: true }).click();
    await page.getByRole('slider', { name: /How much of the picture before/ }).press('ArrowRight');
    await page.getByRole('link', { name: /Next item/ }).click();
    await page.waitForURL(/\/items\/\d+\/1$/);
    for (const tab of ['timeline', 'outputs', 'usage', 'log']) {
      await visit(page, `/runs/${run}/${tab}`, run);
    }
    // One of the paintings is half a file: there is no small picture of it, and a sign stands in its place.
    tolerate(/Failed to load resource.*422.*\/artifacts\//);
    expect(complaints()).toEqual([]);
    await leave(page);
  });

  it('are paused, go on and are cancelled', async () => {
    await api.register({ text: slow });
    const run = await api.start('slow');
    const page = await signedIn('olga', 'operator');
    await visit(page, `/runs/${run}`, run);
    await page.getByRole('button', { name: 'Pause' }).click();
    await runIs(page, 'Paused');
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
    await runIs(page, 'Cancelled');
    expect((await api.ended(run)).summary.state).toBe('cancelled');

    // Home tells of it without being asked again.
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('link', { name: run, exact: true }).waitFor();
    expect(complaints()).toEqual([]);
    await leave(page);
  });
});
