import { StateSign } from '@/theme/state-badge';
import classes from './state-filter.module.css';

interface Props {
  label: string;
  states: readonly string[];
  /** Comma-separated; undefined: all. */
  value: string | undefined;
  wordOf: (state: string) => string;
  /** How many there are of a state, where that is known. */
  countOf?: (state: string) => string | null;
  onChange: (value: string | undefined) => void;
}

/** States as buttons that are in or out. None pressed means all. */
export function StateFilter({ label, states, value, wordOf, countOf, onChange }: Props) {
  const chosen = new Set(value?.split(',') ?? []);
  const toggle = (state: string) => {
    const next = new Set(chosen);
    if (!next.delete(state)) next.add(state);
    const kept = states.filter((one) => next.has(one));
    onChange(kept.length === 0 ? undefined : kept.join(','));
  };
  return (
    <div role="group" aria-label={label} className={classes.group}>
      {states.map((state) => {
        const count = countOf?.(state) ?? null;
        return (
          <button key={state} type="button" aria-pressed={chosen.has(state)} className={classes.state} onClick={() => toggle(state)}>
            <span aria-hidden="true" className={classes.sign}><StateSign state={state} size={13} /></span>{wordOf(state)}{count !== null && <span className="numbers"> {count}</span>}
          </button>
        );
      })}
    </div>
  );
}
