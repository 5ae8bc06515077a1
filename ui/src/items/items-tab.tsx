import { Skeleton } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useRun } from '@/runs/run-live';
import { EmptyState } from '@/shell/empty-state';
import { IconStack2 } from '@/theme/icons';
import { ItemsView } from './items-view';

/** The items of a run: of the map that the address names, else of its first one. */
export function ItemsTab() {
  const { run: name } = useParams({ from: '/app/runs/$run' });
  const filters = useSearch({ from: '/app/runs/$run/items' });
  const { run } = useRun();
  const blocks = run?.blocks;
  const maps = useMemo(() => blocks?.filter((block) => block.kind === 'for_each') ?? [], [blocks]);
  if (!run) return <Skeleton height={400} />;
  const number = filters.block ?? maps[0]?.block;
  if (number === undefined) {
    return (
      <div className="card">
        <EmptyState icon={IconStack2} title={run.summary.ended ? 'This run has no items' : 'No items yet'}>
          Items come from a <code>for_each</code> step: one for each element of a list, of a folder or of another source. They are listed here as soon as the first page of the source is read.
        </EmptyState>
      </div>
    );
  }
  return <ItemsView key={number} run={name} block={number} known={maps.find((block) => block.block === number) ?? null} maps={maps} filters={filters} />;
}
