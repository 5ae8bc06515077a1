import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  impact: string | null;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * What axe finds serious or critical. The debugger's own evaluation puts it into the page, which the content policy
 * does not concern; so the page is checked as it is served.
 */
export async function grave(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const findings = await page.evaluate(async (rules): Promise<Finding[]> => {
    const axe = (window as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: Finding[] }> } }).axe;
    const answer = await axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) });
    return answer.violations;
  }, only);
  return findings
    .filter((finding) => finding.impact === 'serious' || finding.impact === 'critical')
    .map((finding) => `${finding.id}: ${finding.help}: ${finding.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
}
