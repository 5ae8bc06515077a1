import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { api, password, stage } from './person';
import { patients, slow, titlesFor } from './workflows';

/** What the screens are shown with: runs of the two example collections, failures, questions, and everything that people add. */
export interface Exhibits {
  paintings: string;
  photos: string;
  failed: string;
  running: string;
  asking: string;
  review: string;
}

/** Arranges all of it and waits until it stands still. */
export async function arrange(): Promise<Exhibits> {
  const files = stage?.files ?? '';
  const cures = join(files, 'empty-cures');
  mkdirSync(cures, { recursive: true });
  for (const file of ['wikiart-enrichment/workflow.yaml', 'photo-recipes/culling.yaml', 'photo-recipes/review.yaml', 'hello/workflow.yaml']) await api.register({ file: join(files, file) });
  for (const text of [slow, titlesFor('titles-on-show'), patients, patients.replace('Cures those', 'Heals those')]) await api.register({ text });
  const names = (await api.get<{ items: { name: string }[] }>('/workflows?limit=100')).items.map((one) => one.name);
  const name = (part: string) => names.find((one) => one.toLowerCase().includes(part)) ?? part;
  const [paintings, photos, review, failed, running, asking] = await Promise.all([
    api.start('wikiart-enrichment'), api.start(name('cull')), api.start(name('doubt')), api.start('patients', { cures }), api.start('slow'), api.start('titles-on-show'),
  ]);
  await api.send('POST', '/schedules', { workflow: 'hello', cron: '15 3 * * *', zone: 'Europe/Berlin', inputs: { name: 'night' }, overlap: 'skip', catch_up: 'last', enabled: true });
  await api.send('PUT', '/secrets/museum', { value: 'not shown' });
  for (const [user, role] of [['olga', 'operator'], ['victor', 'viewer'], ['edith', 'editor']] as const) await api.user(user, role, password);
  await Promise.all([paintings, photos, failed].map((run) => api.ended(run)));
  await api.until(asking, (event) => event.waits.length > 0);
  await api.until(review, (event) => event.run.ended || event.run.state === 'waiting');
  return { paintings, photos, failed, running, asking, review };
}
