import { HostError } from '../../errors.js';
import type { Model } from '../model.js';
import type { Source } from '../options.js';
import { clip, loadClip, siglip } from './clip.js';
import { loadNima } from './nima.js';
import { loadRtDetr } from './rt-detr.js';

const kinds: Readonly<Record<string, (source: Source) => Promise<Model>>> = {
  clip: (source) => loadClip(source, clip),
  siglip: (source) => loadClip(source, siglip),
  'rt-detr': loadRtDetr,
  nima: loadNima,
};

export function loadModel(kind: string, source: Source): Promise<Model> {
  const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (load === undefined) {
    throw new HostError('bad_request', `there is no kind ${kind}; there are: ${Object.keys(kinds).join(', ')}`);
  }

  return load(source);
}
