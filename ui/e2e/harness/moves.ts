import type { Page } from 'playwright-core';

/** Waits for a screen by its heading. */
export async function atScreen(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: typeof heading === 'string' }).waitFor();
}

/** Goes to an address and waits until nothing of it is still being read. */
export async function visit(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await atScreen(page, heading);
  await settled(page);
}

/** Nothing is a placeholder any more, nothing moves, and every picture in sight is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    if (main === null || main.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') !== null) return false;
    const moves = document.getAnimations().some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity);
    if (moves) return false;
    return [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight);
  });
}

/** Waits for what the heading of a run says about its state. */
export async function runIs(page: Page, state: string): Promise<void> {
  await page.locator('main .mantine-Badge-root').first().getByText(state, { exact: true }).waitFor();
}

/** The name of the run whose page is shown. */
export async function runOf(page: Page): Promise<string> {
  await page.waitForURL(/\/runs\/r\d+/);
  return /\/runs\/(r\d+)/.exec(page.url())?.[1] ?? '';
}

/** Answers the questions that the browser itself asks. */
export function agree(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept());
}

/** Goes down from a root of the server's files in the dialog that is open, and takes a file; without one, the folder itself. */
export async function pick(page: Page, folders: readonly string[], file?: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const above = dialog.getByRole('button', { name: 'The folder above' });
  const here = dialog.getByText('Folders of this server');
  const entry = (name: string | RegExp) => dialog.getByRole('list', { name: 'Files and folders' }).getByRole('button', { name });
  await entry(/./).first().waitFor();
  while (!(await here.isVisible())) {
    await above.click();
    await dialog.getByLabel('Reading').waitFor({ state: 'detached' });
  }
  await entry(/files/).click();
  for (const folder of folders) await entry(folder).click();
  if (file !== undefined) await entry(file).click();
  else {
    await dialog.getByText(new RegExp(`/${folders.at(-1) ?? 'files'}$`)).waitFor();
    await dialog.getByRole('button', { name: 'Choose this folder' }).click();
  }
}
