import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '@/api/types';
import { plural } from '@/format/numbers';
import { Time } from '@/format/time';
import { KeyText } from '@/items/key-text';
import { Allowed } from '@/session/allowed';
import { ButtonLink } from '@/shell/links';
import { StateSign } from '@/theme/state-badge';
import { adviceOf } from './wait-advice';
import { BudgetModal, ResolveModal, SignalModal } from './wait-modals';
import classes from './run-waits.module.css';

type Wait = Schema<'WaitResponse'>;

/** What a person must act on comes first; the rest is one press away, so that the views below stay in sight. */
const FEW = 2;

/** What a run waits for, and what to do about each. */
export function RunWaits({ run }: { run: Schema<'RunResponse'> }) {
  const [all, setAll] = useState(false);
  const [deed, setDeed] = useState<Wait | null>(null);
  if (run.waits.length === 0) return null;
  const waits = [...run.waits].sort((a, b) => Number(adviceOf(b.kind).urgent) - Number(adviceOf(a.kind).urgent));
  const name = run.summary.run;
  const kind = deed === null ? null : adviceOf(deed.kind).deed;
  return (
    <section aria-label="What it waits for" className={`card ${classes.card}`}>
      <ul className={classes.list}>
        {(all ? waits : waits.slice(0, FEW)).map((wait, index) => <WaitRow key={index} run={name} wait={wait} onDeed={() => setDeed(wait)} />)}
      </ul>
      {waits.length > FEW && <Button variant="subtle" size="compact-xs" ml="sm" mb={6} onClick={() => setAll(!all)}>{all ? 'Show fewer' : `Show all ${waits.length}`}</Button>}
      {deed !== null && kind === 'signal' && <SignalModal run={name} wait={deed} onClose={() => setDeed(null)} />}
      {deed !== null && kind === 'budget' && <BudgetModal run={name} onClose={() => setDeed(null)} />}
      {deed !== null && kind === 'resolve' && <ResolveModal run={name} wait={deed} onClose={() => setDeed(null)} />}
    </section>
  );
}

const labels = { signal: 'Send signal', budget: 'Change budget', resolve: 'Say what became of it' } as const;

function WaitRow({ run, wait, onDeed }: { run: string; wait: Wait; onDeed: () => void }) {
  const advice = adviceOf(wait.kind);
  return (
    <li className={classes.row} data-urgent={advice.urgent || undefined}>
      <StateSign state={advice.urgent ? 'parked' : 'waiting'} />
      <Stack gap={1} className={classes.text}>
        <Text size="sm"><strong>{advice.title}</strong>{wait.count > 1 && ` · ${plural(wait.count, 'item')}`} · <KeyText text={wait.text} /></Text>
        <Text size="xs" c="dimmed">
          <KeyText text={wait.step} />{wait.key != null && <> of <KeyText text={wait.key} most={60} /></>} · {advice.text}
          {wait.due != null && <> Due <Time at={wait.due} />.</>}
        </Text>
      </Stack>
      <Group gap={6}>
        {advice.deed === 'inbox' && <ButtonLink to="/inbox" search={{ run }} variant="default">Open inbox</ButtonLink>}
        {advice.deed !== null && advice.deed !== 'inbox' && <Allowed scope="run"><Button variant="default" onClick={onDeed}>{labels[advice.deed]}</Button></Allowed>}
      </Group>
    </li>
  );
}
