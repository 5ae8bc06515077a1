import { Text } from '@mantine/core';
import type { Schema } from '@/api/types';
import { count, percent } from '@/format/numbers';
import { Elapsed } from '@/format/time';
import { duration } from '@/format/times';
import { AnchorLink } from '@/shell/links';
import { OutcomeBar, StateSign } from '@/theme/state-badge';
import { lookOf, outcomes } from '@/theme/states';
import { endedOf } from './outcomes';
import { progressOf, timeLeft } from './progress';
import { useRunLive } from './run-live';
import classes from './run-progress.module.css';

/** How far a run is: its items by outcome, how fast they end, and when it will be through. */
export function RunProgress({ run }: { run: Schema<'RunResponse'> }) {
  const { rate } = useRunLive();
  const { summary, blocks } = run;
  const progress = progressOf(summary, blocks);
  const left = summary.ended ? null : timeLeft(progress, rate);
  const hasItems = summary.known > 0 || blocks.some((block) => block.kind === 'for_each');
  return (
    <section className={`card ${classes.card}`} aria-label="Progress">
      <div className={`numbers ${classes.facts}`} data-live={!summary.ended || undefined}>
        {hasItems && progress.total !== null && <Text size="sm">{percent(progress.ended, progress.total)} of {count(progress.total)}</Text>}
        {hasItems && progress.total === null && summary.known > 0 && <Text size="sm" c="dimmed">{count(summary.known)} listed so far</Text>}
        {rate !== null && rate > 0 && !summary.ended && <Text size="sm">{rate >= 10 ? count(Math.round(rate)) : rate.toFixed(1)} items/s</Text>}
        {left !== null && <Text size="sm">about {duration(left)} left</Text>}
        <Text size="sm" c="dimmed" className={classes.time}><span className="visually-hidden">Time so far </span><Elapsed from={summary.started} until={summary.ended ? summary.changed : null} /></Text>
      </div>
      {hasItems && <OutcomeBar counts={summary.counts} open={summary.open} total={progress.total} height={10} />}
      <ul className={classes.legend}>
        {hasItems && outcomes.filter((outcome) => summary.counts[outcome] > 0).map((outcome) => (
          <li key={outcome}>
            <AnchorLink to="/runs/$run/items" params={{ run: summary.run }} search={{ outcome }} className={classes.count} underline="hover">
              <StateSign state={outcome} size={14} />
              <span className="numbers">{count(summary.counts[outcome])}</span> {lookOf(outcome).label.toLowerCase()}
            </AnchorLink>
          </li>
        ))}
        {summary.open > 0 && (
          <li>
            <AnchorLink to="/runs/$run/items" params={{ run: summary.run }} search={{ outcome: 'open' }} className={classes.count} underline="hover">
              <StateSign state="open" size={14} /><span className="numbers">{count(summary.open)}</span> open
            </AnchorLink>
          </li>
        )}
        {hasItems && endedOf(summary.counts) + summary.open === 0 && <li><Text size="sm" c="dimmed">No items yet</Text></li>}
        {!hasItems && <li><Text size="sm" c="dimmed">This workflow has no items; its steps are in the graph.</Text></li>}
      </ul>
    </section>
  );
}
