import { Group, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import type { Schema } from '@/api/types';
import { Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { Section } from '@/shell/section';
import { IconBiohazard, IconCircleCheck, IconCircleX, IconClock, IconCoin, IconInbox, type IconProps } from '@/theme/icons';
import { stateColor } from '@/theme/states';
import classes from './home.module.css';
import { attentionTarget } from './view-model';

const signs: Record<string, { icon: ComponentType<IconProps>; color: string; label: string }> = {
  approval: { icon: IconInbox, color: stateColor('waiting'), label: 'Question' },
  quarantine: { icon: IconBiohazard, color: stateColor('failed'), label: 'Quarantine' },
  failed: { icon: IconCircleX, color: stateColor('failed'), label: 'Failed' },
  parked: { icon: IconClock, color: stateColor('parked'), label: 'Parked' },
  budget: { icon: IconCoin, color: stateColor('parked'), label: 'Budget' },
};

/** What needs somebody, most urgent first. */
export function AttentionList({ items }: { items: readonly Schema<'AttentionItem'>[] }) {
  return (
    <Section title="Needs somebody">
      {items.length === 0 && (
        <Group gap="xs" p="md">
          <IconCircleCheck style={{ color: stateColor('succeeded') }} />
          <Text size="sm" c="dimmed">Nothing waits for a person, and nothing failed lately.</Text>
        </Group>
      )}
      <ul className={classes.list}>
        {items.map((item, index) => {
          const sign = signs[item.kind];
          const Icon = sign?.icon ?? IconClock;
          return (
            <li key={index} className={classes.row}>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <span role="img" aria-label={sign?.label ?? item.kind} style={{ color: sign?.color, display: 'inline-flex', marginTop: 1 }}><Icon /></span>
                <div style={{ minWidth: 0, flex: 1 }}>
                  <AnchorLink {...attentionTarget(item)} size="sm" c="inherit" className={`${classes.cover} wrap`}>{item.text}</AnchorLink>
                  <Group gap={6} justify="space-between">
                    <Text size="xs" c="dimmed" className="wrap">{item.workflow} · {item.run}</Text>
                    {item.due && <Text size="xs" c="dimmed">due <Time at={item.due} /></Text>}
                  </Group>
                </div>
              </Group>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
