import { HostError } from '../../errors.js';
import type { Model } from '../model.js';
import type { Source } from '../options.js';
import { clip, loadClip, siglip } from './clip.js';
import { loadFeatureExtraction } from './feature-extraction.js';
import { loadGeneration } from './generation.js';
import { loadNima } from './nima.js';
import { loadOnnx } from './onnx.js';
import { loadRtDetr } from './rt-detr.js';
import { loadSam2 } from './sam2.js';
import { loadTokenClassification } from './token-classification.js';

const kinds: Readonly<Record<string, (source: Source) => Promise<Model>>> = {
  clip: (source) => loadClip(source, clip),
  siglip: (source) => loadClip(source, siglip),
  'rt-detr': loadRtDetr,
  sam2: loadSam2,
  nima: loadNima,
  'token-classification': loadTokenClassification,
  'feature-extraction': loadFeatureExtraction,
  vlm: (source) => loadGeneration(source, true),
  'text-generation': (source) => loadGeneration(source, false),
  onnx: loadOnnx,
};

export function loadModel(kind: string, source: Source): Promise<Model> {
  const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (load === undefined) {
    throw new HostError('bad_request', `there is no kind ${kind}; there are: ${Object.keys(kinds).join(', ')}`);
  }

  return load(source);
}
