import { Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

/** A titled card. */
export function Section({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <Group justify="space-between" px="md" py={10} style={{ borderBottom: '1px solid var(--line)' }}>
        <Title order={2} id={id}>{title}</Title>
        {beside}
      </Group>
      {children}
    </section>
  );
}
