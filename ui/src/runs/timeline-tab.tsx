import { Skeleton, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { count } from '@/format/numbers';
import { duration, exactTime } from '@/format/times';
import { KeyText } from '@/items/key-text';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconChartBar } from '@/theme/icons';
import { StateSign } from '@/theme/state-badge';
import { lookOf, stateColor } from '@/theme/states';
import { runQueries } from './queries';
import { useRunChange, useRunLive } from './run-live';
import { barsOf, ticksOf, type TimelineBar } from './timeline-model';
import classes from './timeline-tab.module.css';

const CALM_MS = 2_000;

/** When each step began and ended: a row a step, or a step of a map over all its items. */
export function TimelineTab() {
  const { run } = useRunLive();
  const timeline = useQuery(runQueries.timeline(run));
  const { ref, width } = useElementSize();
  const { refetch } = timeline;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useRunChange(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refetch();
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const drawn = useMemo(() => (timeline.data ? { bars: barsOf(timeline.data), ticks: ticksOf(timeline.data, Math.max(2, Math.floor(width / 110))) } : null), [timeline.data, width]);
  if (timeline.isError) return <ProblemAlert error={timeline.error} onRetry={() => void refetch()} />;
  if (drawn === null || !timeline.data) return <Skeleton height={260} />;
  if (drawn.bars.length === 0) {
    return <div className="card"><EmptyState icon={IconChartBar} title="Nothing has begun yet">Each step gets a bar from its first start to its last end.</EmptyState></div>;
  }
  return (
    <Stack gap="xs">
      <div className={`card ${classes.timeline}`}>
        <div className={classes.axis} aria-hidden="true">
          <span className={classes.label} />
          <div className={classes.track} ref={ref}>{drawn.ticks.map((tick) => <span key={tick.at} className={classes.tick} style={{ left: `${tick.left * 100}%` }}>{tick.label}</span>)}</div>
        </div>
        <ul className={classes.rows}>
          {drawn.bars.map((bar) => (
            <Row key={`${bar.span.path} ${bar.span.key ?? ''} ${bar.span.from}`} bar={bar} ticks={drawn.ticks.map((tick) => tick.left)} />
          ))}
        </ul>
      </div>
      {timeline.data.truncated && <Text size="xs" c="dimmed">Only the first {count(drawn.bars.length)} spans are drawn.</Text>}
    </Stack>
  );
}

function Row({ bar, ticks }: { bar: TimelineBar; ticks: number[] }) {
  const { span } = bar;
  const took = bar.duration === null ? 'goes on' : duration(bar.duration);
  const many = span.count > 1 ? ` · ${count(span.count)} times` : '';
  return (
    <li className={classes.row}>
      <span className={classes.label} style={{ paddingLeft: Math.min(bar.depth, 6) * 14 }}>
        <StateSign state={span.state} size={14} />
        <span className={classes.name}><KeyText text={span.path.slice(span.path.lastIndexOf('/') + 1)} />{span.key != null && <> <KeyText text={span.key} most={40} /></>}</span>
      </span>
      <div className={classes.track} title={`${span.path}: ${lookOf(span.state).label}, ${exactTime(span.from)}, ${took}${many}`}>
        {ticks.map((left) => <span key={left} className={classes.line} style={{ left: `${left * 100}%` }} />)}
        <span className={classes.bar} data-open={bar.duration === null || undefined} style={{ left: `${bar.left * 100}%`, width: `${bar.width * 100}%`, background: stateColor(span.state) }} />
      </div>
      <span className={`numbers ${classes.took}`}>{took}{span.count > 1 && <span className={classes.many}> × {count(span.count)}</span>}</span>
    </li>
  );
}
