import { SegmentedControl, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { artifactUrl } from '@/api/client';
import { bytes } from '@/format/numbers';
import { ArtifactLink } from './artifact-link';
import classes from './before-after.module.css';
import type { BeforeAfter } from './item-steps';
import type { ArtifactValue } from './json-model';
import { LargePicture } from './large-picture';
import { visibleText } from './visible-text';

type View = 'side' | 'slider';

/** Pictures that steps made, each beside what it was made from. */
export function BeforeAfterPictures({ pairs, original }: { pairs: readonly BeforeAfter[]; original: ArtifactValue | null }) {
  const [index, setIndex] = useState(0);
  const [view, setView] = useState<View>('side');
  const pair = pairs[Math.min(index, pairs.length - 1)];
  if (pair === undefined) {
    return original === null ? null : <section aria-label="Picture" className={classes.panes}><Pane artifact={original} label="Picture" /></section>;
  }
  const before = pair.before ?? original;
  const two = before !== null && before.digest !== pair.after.digest;
  return (
    <section aria-label="Pictures">
      <Group justify="space-between" mb={8} gap="xs">
        {pairs.length > 1
          ? <Select aria-label="Picture made by" size="xs" w={240} allowDeselect={false} value={String(index)} data={pairs.map((one, at) => ({ value: String(at), label: `made by ${one.step.slice(one.step.lastIndexOf('/') + 1)}${pairs.filter((other) => other.step === one.step).length > 1 ? ` (${at + 1})` : ''}` }))} onChange={(value) => setIndex(Number(value ?? 0))} />
          : <Text size="sm" c="dimmed">Made by {visibleText(pair.step.slice(pair.step.lastIndexOf('/') + 1))}</Text>}
        {two && <SegmentedControl size="xs" aria-label="How pictures are compared" value={view} onChange={(value) => setView(value as View)} data={[{ value: 'side', label: 'Side by side' }, { value: 'slider', label: 'Slider' }]} />}
      </Group>
      {two && view === 'slider'
        ? <Slider before={before} after={pair.after} />
        : <div className={classes.panes}>{two && <Pane artifact={before} label="Before" />}<Pane artifact={pair.after} label={two ? 'After' : 'Picture'} /></div>}
    </section>
  );
}

function Pane({ artifact, label }: { artifact: ArtifactValue; label: string }) {
  return (
    <figure className={classes.pane}>
      <LargePicture digest={artifact.digest} name={artifact.name} label={label} />
      <figcaption className={classes.caption}><strong>{label}</strong> <ArtifactLink artifact={artifact} /></figcaption>
    </figure>
  );
}

/** Both pictures in one frame; the divider is a range, so keys move it too. */
function Slider({ before, after }: { before: ArtifactValue; after: ArtifactValue }) {
  const [share, setShare] = useState(50);
  return (
    <div>
      <div className={classes.slider}>
        <img src={artifactUrl(after.digest, { size: 1024 })} alt="After" decoding="async" />
        <img src={artifactUrl(before.digest, { size: 1024 })} alt="Before" decoding="async" style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }} />
        <span className={classes.divider} style={{ left: `${share}%` }} aria-hidden="true" />
        <input type="range" min={0} max={100} value={share} aria-label="How much of the picture before is shown, in percent" onChange={(event) => setShare(Number(event.currentTarget.value))} />
      </div>
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">Before{before.size !== null && ` · ${bytes(before.size)}`}</Text>
        <Text size="xs" c="dimmed">After{after.size !== null && ` · ${bytes(after.size)}`}</Text>
      </Group>
    </div>
  );
}
