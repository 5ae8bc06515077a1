import { SimpleGrid, Skeleton, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { JsonView } from '@/items/json-view';
import { EmptyState } from '@/shell/empty-state';
import { IconFile } from '@/theme/icons';
import { useRun } from './run-live';

export function OutputsTab() {
  const { run } = useRun();
  if (!run) return <Skeleton height={200} />;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Part title="Outputs">
        {run.outputs != null ? <JsonView value={run.outputs} label="the outputs" open={3} /> : (
          <div className="card">
            <EmptyState icon={IconFile} title={run.summary.ended ? 'No outputs' : 'No outputs yet'}>
              {run.summary.ended ? 'The workflow names no outputs, or the run did not end well.' : <>What the workflow names under <code>outputs:</code> stands here once the run has ended well.</>}
            </EmptyState>
          </div>
        )}
      </Part>
      <Stack gap="md">
        <Part title="Inputs"><JsonView value={run.inputs} label="the inputs" open={3} /></Part>
        {run.options != null && <Part title="Options of this run"><JsonView value={run.options} label="the options" open={3} /></Part>}
      </Stack>
    </SimpleGrid>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={6} style={{ minWidth: 0 }}>
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
