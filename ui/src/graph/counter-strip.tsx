import type { StepCounts } from '@/api/types';
import { shortCount } from '@/format/numbers';
import { OutcomeBar } from '@/theme/state-badge';
import { lookOf, outcomes, stateColor } from '@/theme/states';
import classes from './graph.module.css';

/** A bar and a figure for each outcome that occurred. */
export function CounterStrip({ counts }: { counts: StepCounts }) {
  const shown = outcomes.filter((name) => counts.counts[name] > 0);
  return (
    <div className={classes.counters}>
      <OutcomeBar counts={counts.counts} open={counts.active} height={5} />
      <div className={classes.figures}>
        {shown.map((name) => (
          <span key={name} title={lookOf(name).label} className={classes.figure}>
            <i style={{ background: stateColor(name) }} aria-hidden="true" />
            {shortCount(counts.counts[name])}
            <span className="visually-hidden"> {name}</span>
          </span>
        ))}
        {counts.active > 0 && (
          <span className={classes.figure} title="Open">
            <i style={{ background: stateColor('open') }} aria-hidden="true" />
            {shortCount(counts.active)}<span className="visually-hidden"> open</span>
          </span>
        )}
        {counts.reused > 0 && <span className={classes.reused} title="Taken from recorded results">{shortCount(counts.reused)} reused</span>}
      </div>
    </div>
  );
}
