import { Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Schema } from '@/api/types';
import { count, money, plural } from '@/format/numbers';
import { Time } from '@/format/time';
import { duration } from '@/format/times';
import { Failure } from '@/runs/run-errors';
import { IconChevronDown, IconChevronRight } from '@/theme/icons';
import { StateBadge } from '@/theme/state-badge';
import classes from './item-page.module.css';
import { shortPath, usageOf } from './item-steps';
import { JsonView } from './json-view';
import { KeyText } from './key-text';

type Step = Schema<'ItemStep'>;

/** A step of an item: its state at a glance, all that is known of it when opened. What failed is open at first. */
export function ItemStepCard({ step, block }: { step: Step; block: string }) {
  const [open, setOpen] = useState(step.failure != null || step.state === 'failed');
  const usage = usageOf(step);
  return (
    <li className={`card ${classes.step}`}>
      <button type="button" className={classes.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
        <strong><KeyText text={shortPath(step.path, block)} /></strong>
        {step.key != null && <Text size="sm" c="dimmed" component="span"><KeyText text={step.key} most={60} /></Text>}
        <StateBadge state={step.state} />
        {step.why?.reused === true && <Text size="xs" c="dimmed" component="span">reused</Text>}
        <span className={`numbers ${classes.facts}`}>
          {[step.attempt > 1 ? plural(step.attempt, 'attempt') : '', usage.tokens > 0 ? `${count(usage.tokens)} tokens` : '', usage.cost > 0 ? money(usage.cost) : '', step.milliseconds == null ? '' : duration(step.milliseconds)].filter(Boolean).join(' · ')}
        </span>
      </button>
      {open && <Body step={step} />}
    </li>
  );
}

function Body({ step }: { step: Step }) {
  // Where a start was recorded, the attempt that the outcome is of stands among them: it is told above.
  const attempts = step.attempts.filter((attempt) => attempt.state !== 'started' || attempt.attempt !== step.attempt || step.at == null);
  return (
    <div className={classes.body}>
      {step.failure && <Failure failure={step.failure} where={false} />}
      {step.reason != null && <Text size="sm"><KeyText text={step.reason} lines /></Text>}
      <div className={classes.io}>
        <Part label="Input"><JsonView value={step.input} label={`input of ${step.path}`} /></Part>
        <Part label="Output"><JsonView value={step.output} label={`output of ${step.path}`} /></Part>
      </div>
      {step.why && <Why why={step.why} />}
      {attempts.length > 0 && (
        <Part label="Attempts before">
          <ol className={classes.attempts}>
            {attempts.map((attempt) => (
              <li key={`${attempt.drive} ${attempt.attempt}`}>
                <Text size="xs" c="dimmed">Attempt {attempt.attempt}{attempt.drive > 0 && ` of drive ${attempt.drive}`} · {attempt.state.replaceAll('_', ' ')} · <Time at={attempt.at} />{attempt.due != null && <> · next one <Time at={attempt.due} /></>}</Text>
                {attempt.failure && <Failure failure={attempt.failure} where={false} />}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {step.usage.length > 0 && (
        <Part label="Usage">
          {step.usage.map((row) => (
            <Text key={row.model ?? ''} size="sm" className="numbers">{row.model != null && <><KeyText text={row.model} />: </>}{plural(row.calls, 'call')}, {count(row.input_tokens)} tokens in, {count(row.output_tokens)} out, {money(row.cost)}, {duration(row.body_seconds * 1_000)}</Text>
          ))}
        </Part>
      )}
      <Text size="xs" c="dimmed">
        {step.made_by != null && <>Made by <code className={classes.made}><KeyText text={step.made_by} /></code>. </>}
        {step.at != null && <>Ended <Time at={step.at} />. </>}Scope <code>{step.scope}</code>{step.drive > 0 && `, drive ${step.drive}`}.
      </Text>
    </div>
  );
}

function Why({ why }: { why: Schema<'WhyResponse'> }) {
  return (
    <div className={classes.why}>
      <strong>{why.reused ? 'Taken from a recorded result.' : 'It ran.'}</strong> <KeyText text={why.reason} />
      {why.differs != null && <> First part that differs: <code><KeyText text={why.differs} /></code>.</>}
      <Text size="xs" c="dimmed">Reuse class {why.class}{why.table != null && `, looked up in ${why.table}`}</Text>
    </div>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return <div style={{ minWidth: 0 }}><div className={classes.label}>{label}</div>{children}</div>;
}
