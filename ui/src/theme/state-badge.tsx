import { Badge, Text, Tooltip } from '@mantine/core';
import type { OutcomeCounts } from '@/api/types';
import { count, plural } from '@/format/numbers';
import { lookOf, outcomes, stateColor } from './states';

/** A state with its sign and word. */
export function StateBadge({ state, size = 'sm' }: { state: string; size?: 'xs' | 'sm' | 'md' }) {
  const look = lookOf(state);
  const Icon = look.icon;
  return (
    <Badge
      variant="light" color={look.color} size={size} radius="sm" tt="none" style={{ flexShrink: 0 }} c="var(--mantine-color-text)"
      leftSection={<Icon size={13} className={look.busy ? 'busy' : undefined} style={{ color: stateColor(state) }} />}
    >
      {look.label}
    </Badge>
  );
}

/** The sign alone, for dense lists; its word is read out. */
export function StateSign({ state, size = 16 }: { state: string; size?: number }) {
  const look = lookOf(state);
  const Icon = look.icon;
  return (
    <span role="img" aria-label={look.label} title={look.label} style={{ display: 'inline-flex', color: stateColor(state), flexShrink: 0 }}>
      <Icon size={size} className={look.busy ? 'busy' : undefined} />
    </span>
  );
}

interface BarProps {
  counts: OutcomeCounts;
  /** Not ended. */
  open: number;
  /** In all, where it is known: the rest is still to come. */
  total?: number | null;
  height?: number;
}

/** How many ended how, as one bar; the figures are on hover and for readers. */
export function OutcomeBar({ counts, open, total, height = 8 }: BarProps) {
  const ended = outcomes.reduce((sum, name) => sum + counts[name], 0);
  const whole = Math.max(total ?? 0, ended + open, 1);
  const parts = outcomes.filter((name) => counts[name] > 0);
  const text = [...parts.map((name) => `${count(counts[name])} ${name}`), open > 0 ? `${count(open)} open` : ''].filter(Boolean).join(', ');
  return (
    <Tooltip label={text || 'No items yet'} openDelay={100}>
      <div
        role="img" aria-label={`${plural(ended + open, 'item')}: ${text || 'none yet'}`}
        style={{ display: 'flex', height, borderRadius: height / 2, overflow: 'hidden', background: 'var(--line)', width: '100%' }}
      >
        {parts.map((name) => (
          <div key={name} style={{ width: `${(counts[name] / whole) * 100}%`, minWidth: 2, background: stateColor(name), transition: 'width .3s' }} />
        ))}
        {open > 0 && <div style={{ width: `${(open / whole) * 100}%`, minWidth: 2, background: stateColor('open'), opacity: 0.5 }} />}
      </div>
    </Tooltip>
  );
}

/** The same as words: `1,234 succeeded · 5 failed`. */
export function OutcomeWords({ counts, open }: { counts: OutcomeCounts; open: number }) {
  const parts = outcomes.filter((name) => counts[name] > 0).map((name) => `${count(counts[name])} ${name}`);
  if (open > 0) parts.push(`${count(open)} open`);
  return <Text size="xs" c="dimmed" className="numbers" component="span">{parts.join(' · ') || 'No items yet'}</Text>;
}
