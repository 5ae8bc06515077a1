import { Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { Schema } from '@/api/types';
import { shortCount } from '@/format/numbers';
import { runQueries } from '@/runs/queries';
import { StateFilter } from '@/runs/state-filter';
import { IconSearch } from '@/theme/icons';
import { lookOf, type OutcomeName } from '@/theme/states';
import { ITEM_OUTCOMES, type ItemFilters } from './item-filters';
import { shortPath } from './item-steps';

interface Props {
  run: string;
  block: number;
  known: Schema<'BlockResponse'> | null;
  maps: readonly Schema<'BlockResponse'>[];
  filters: ItemFilters;
  onChange: (change: Partial<ItemFilters>) => void;
  /** Null: only the list of all items can jump. */
  onJump: ((ordinal: number) => void) | null;
}

/** Drawn anew only when its own matters change: scrolling renders the table many times a second. */
export const ItemsToolbar = memo(function ItemsToolbar({ run, block, known, maps, filters, onChange, onJump }: Props) {
  const graph = useQuery(runQueries.graph(run));
  const [text, setText] = useState(filters.text ?? '');
  const send = useDebouncedCallback((value: string) => onChange({ text: value === '' ? undefined : value }), 300);
  const [ordinal, setOrdinal] = useState<number | string>('');
  const path = known?.path ?? null;
  const steps = (graph.data?.nodes ?? []).filter((node) => node.kind === 'action' && path !== null && node.path.startsWith(`${path}/`));
  const countOf = (state: string) => {
    if (known === null) return null;
    return shortCount(state === 'open' ? known.open : known.counts[state as OutcomeName]);
  };
  // Items that failed at a step have one outcome.
  const present = filters.step !== undefined ? [] : ITEM_OUTCOMES.filter((state) => known === null || (filters.outcome?.split(',') ?? []).includes(state) || (state === 'open' ? known.open : known.counts[state]) > 0);
  return (
    <Group gap="sm">
      {maps.length > 1 && (
        <Select
          aria-label="Items of" size="xs" w={200} allowDeselect={false} value={String(block)} data={maps.map((one) => ({ value: String(one.block), label: one.path }))}
          onChange={(value) => value !== null && onChange({ block: Number(value), step: undefined, outcome: undefined })}
        />
      )}
      <TextInput
        aria-label="Find in keys and values" placeholder="Find in keys and values" size="xs" w={{ base: '100%', xs: 200 }} leftSection={<IconSearch size={14} />} data-search value={text}
        onChange={(event) => { setText(event.currentTarget.value); send(event.currentTarget.value); }}
      />
      <Select
        aria-label="Failed at step" placeholder="Failed at any step" size="xs" w={{ base: '100%', xs: 190 }} clearable searchable value={filters.step ?? null}
        data={[...steps.map((step) => ({ value: step.path, label: shortPath(step.path, path ?? '') })), ...(filters.step !== undefined && !steps.some((step) => step.path === filters.step) ? [{ value: filters.step, label: filters.step }] : [])]}
        onChange={(step) => onChange({ step: step ?? undefined, outcome: undefined })}
      />
      {present.length > 0 && <StateFilter label="Outcome" states={present} value={filters.outcome} wordOf={(state) => lookOf(state).label} countOf={countOf} onChange={(outcome) => onChange({ outcome })} />}
      {onJump !== null && (
        <form onSubmit={(event) => { event.preventDefault(); if (typeof ordinal === 'number') onJump(ordinal); }} style={{ marginLeft: 'auto' }}>
          <NumberInput aria-label="Go to number" placeholder="Go to #" size="xs" w={110} min={0} allowDecimal={false} allowNegative={false} hideControls value={ordinal} onChange={setOrdinal} />
        </form>
      )}
    </Group>
  );
});
