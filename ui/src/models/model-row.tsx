import { Badge, Button, Group, Text } from '@mantine/core';
import type { Schema } from '@/api/types';
import { bytes, plural, shortDigest } from '@/format/numbers';
import { KeyText } from '@/items/key-text';
import { Allowed } from '@/session/allowed';
import { IconHourglass, IconPin, IconPinned, IconPinnedOff } from '@/theme/icons';
import { fitOf } from './memory';
import { ModelState } from './model-state';
import classes from './models.module.css';

type Model = Schema<'ModelResponse'>;

interface Props {
  model: Model;
  device: Schema<'DeviceResponse'> | null;
  models: readonly Model[];
  busy: boolean;
  onChange: (what: 'load' | 'unload' | 'pin' | 'unpin') => void;
}

const fits = { fits: null, evicts: 'others leave when it is loaded', too_big: 'no room beside what is in use' } as const;

export function ModelRow({ model, device, models, busy, onChange }: Props) {
  const loaded = model.state === 'ready';
  const absent = model.state === 'absent';
  const room = absent && device !== null ? fits[fitOf(model, device, models)] : null;
  return (
    <li className={classes.model}>
      <div className={classes.about}>
        <Group gap="xs">
          <Text fw={600} size="sm" className="wrap"><KeyText text={model.name} /></Text>
          <ModelState state={model.state} />
          {model.pinned && <Badge variant="light" color="indigo" radius="sm" tt="none" c="var(--mantine-color-text)" leftSection={<IconPinned size={12} />}>Pinned</Badge>}
          {model.in_use > 0 && <Badge variant="light" color="blue" radius="sm" tt="none" c="var(--mantine-color-text)">{plural(model.in_use, 'question')} at work</Badge>}
          {model.waiting > 0 && <Badge variant="light" color="yellow" radius="sm" tt="none" c="var(--mantine-color-text)" leftSection={<IconHourglass size={12} />}>{plural(model.waiting, 'question')} waiting</Badge>}
        </Group>
        <Text size="xs" c="dimmed" className="wrap">
          {model.kind} · <KeyText text={model.source} most={90} />{model.digest != null && <> · <code title={model.digest}>{shortDigest(model.digest)}</code></>} · {model.device}
        </Text>
        {model.reason != null && <Text size="sm">Waits: <KeyText text={model.reason} /></Text>}
      </div>
      <Text size="sm" className={`numbers ${classes.memory}`}>{model.bytes > 0 ? bytes(model.bytes) : `needs ${bytes(model.need)}`}{room !== null && <Text size="xs" c="dimmed">{room}</Text>}</Text>
      <Group gap={6} className={classes.actions}>
        {absent && <Allowed scope="run"><Button variant="default" loading={busy} onClick={() => onChange('load')}>Load</Button></Allowed>}
        {loaded && <Allowed scope="run"><Button variant="default" loading={busy} onClick={() => onChange('unload')}>Unload</Button></Allowed>}
        {!absent && !loaded && <Button variant="default" loading aria-label={`${model.name} is ${model.state}`}>Unload</Button>}
        <Allowed scope="run">
          <Button variant="subtle" loading={busy} leftSection={model.pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />} onClick={() => onChange(model.pinned ? 'unpin' : 'pin')}>{model.pinned ? 'Unpin' : 'Pin'}</Button>
        </Allowed>
      </Group>
    </li>
  );
}
