import { Checkbox, MultiSelect, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import type { OptionsForm } from './options';

interface Props {
  value: OptionsForm;
  steps: readonly string[];
  onChange: (value: OptionsForm) => void;
}

/** How this one run differs from what its workflow says. */
export function OptionsFields({ value, steps, onChange }: Props) {
  const set = (change: Partial<OptionsForm>) => onChange({ ...value, ...change });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput label="Only the first" description="Items of each outermost block." placeholder="all" min={1} allowDecimal={false} value={value.limit} onChange={(limit) => set({ limit })} />
        <NumberInput label="A sample of" description="So many items, the same ones each time." placeholder="all" min={1} allowDecimal={false} value={value.sample} onChange={(sample) => set({ sample })} />
        <NumberInput label="Priority" description="100 goes first, -100 last." placeholder="0" min={-100} max={100} allowDecimal={false} value={value.priority} onChange={(priority) => set({ priority })} />
        <NumberInput label="May cost at most" description="Parks when models have cost that much." placeholder="no limit" min={0} value={value.costLimit} onChange={(costLimit) => set({ costLimit })} />
      </SimpleGrid>
      <Checkbox label="Run everything again" description="Takes no recorded result, even where nothing changed." checked={value.fresh} onChange={(event) => set({ fresh: event.currentTarget.checked })} />
      {!value.fresh && steps.length > 0 && (
        <MultiSelect
          label="Run these steps again" description="The others take recorded results where nothing changed." data={[...steps]} value={value.freshSteps} searchable clearable
          placeholder={value.freshSteps.length > 0 ? undefined : 'none'} onChange={(freshSteps) => set({ freshSteps })}
        />
      )}
    </Stack>
  );
}
