import { Group, Text, Title } from '@mantine/core';
import { bytes, percent } from '@/format/numbers';
import { KeyText } from '@/items/key-text';
import { IconAlertTriangle, IconPinned } from '@/theme/icons';
import type { DeviceMemory } from './memory';
import classes from './models.module.css';

/** The memory of a device and who holds it. */
export function DeviceCard({ memory }: { memory: DeviceMemory }) {
  const text = memory.limit === null ? `${bytes(memory.held)} held, no limit` : `${bytes(memory.held)} of ${bytes(memory.limit)} (${percent(memory.held, memory.limit)})`;
  return (
    <div className={`card ${classes.device}`}>
      <Group justify="space-between" gap="xs">
        <Title order={2}>{memory.device}</Title>
        <Text size="sm" className="numbers">{memory.over && <IconAlertTriangle size={14} />} {text}</Text>
      </Group>
      <div className={classes.bar} role="img" aria-label={`${memory.device}: ${text}`} data-over={memory.over || undefined}>
        {memory.parts.map((part) => <span key={part.name} className={classes.part} data-busy={part.inUse || undefined} style={{ width: `${part.width}%` }} title={`${part.name}: ${bytes(part.bytes)}${part.inUse ? ', in use' : ''}${part.pinned ? ', pinned' : ''}`} />)}
      </div>
      <ul className={classes.legend}>
        {memory.parts.map((part) => (
          <li key={part.name}><span className={classes.dot} data-busy={part.inUse || undefined} aria-hidden="true" /><KeyText text={part.name} most={40} /> {bytes(part.bytes)}{part.inUse && ', in use'}{part.pinned && <IconPinned size={13} aria-label="pinned" aria-hidden={false} role="img" />}</li>
        ))}
        {memory.parts.length === 0 && <li>No model is in memory.</li>}
      </ul>
    </div>
  );
}
