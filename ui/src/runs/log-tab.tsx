import { Button, Code, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { EmptyState } from '@/shell/empty-state';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconLogs } from '@/theme/icons';
import { LogLine } from './log-line';
import { LOG_LEVELS, type LogFilters } from './log-model';
import classes from './log-tab.module.css';
import { runQueries } from './queries';
import { useRun, useRunLive } from './run-live';
import { useLog } from './use-log';

/** The log of a run: its end, live; earlier pages on demand; by level and step. */
export function LogTab() {
  const { run: name } = useParams({ from: '/app/runs/$run' });
  const filters = useSearch({ from: '/app/runs/$run/log' });
  const navigate = useNavigate({ from: '/runs/$run/log' });
  const live = useRunLive();
  const { run } = useRun();
  const graph = useQuery(runQueries.graph(name));
  const ended = run?.summary.ended ?? false;
  const log = useLog(name, filters, live.newest?.log_lines ?? null, !ended);
  const set = (change: LogFilters) => void navigate({ search: clean({ ...filters, ...change }), replace: true, resetScroll: false });
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          label="At least" w={130} size="xs" clearable placeholder="Any level" value={filters.level ?? null} data={[...LOG_LEVELS]}
          onChange={(level) => set({ level: level ?? undefined })}
        />
        <Select
          label="Step" w={240} size="xs" clearable searchable placeholder="Any step" value={filters.step ?? null} nothingFoundMessage="No such step"
          data={[...new Set([...(graph.data?.nodes.map((node) => node.path) ?? []), ...(filters.step === undefined ? [] : [filters.step])])]}
          onChange={(step) => set({ step: step ?? undefined })}
        />
        {live.newest !== null && <Text size="xs" c="dimmed" pb={6} className="numbers">{count(live.newest.log_lines)} lines in all</Text>}
      </Group>
      {log.error !== null && <ProblemAlert error={log.error} onRetry={log.again} />}
      {log.loading && log.lines.length === 0 && <Skeleton height={360} />}
      {!log.loading && log.error === null && log.lines.length === 0 && (
        <div className="card"><EmptyState icon={IconLogs} title={filters.level !== undefined || filters.step !== undefined ? 'No line fits' : 'The log is empty'}>Steps write here with their logger; processes and containers with what they print. See also <Code>atelier logs {name} --follow</Code>.</EmptyState></div>
      )}
      {log.lines.length > 0 && <Lines lines={log.lines} earlier={log.earlier} more={log.more} follow={log.more === null && (filters.level === undefined && filters.step === undefined || !ended)} />}
    </Stack>
  );
}

interface LinesProps {
  lines: readonly Schema<'LogLineResponse'>[];
  earlier: (() => Promise<void>) | null;
  more: (() => Promise<void>) | null;
  follow: boolean;
}

/** Lines in a box of their own: at its end it follows, scrolled up it stays where it is. */
function Lines({ lines, earlier, more, follow }: LinesProps) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const first = useRef({ number: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const begin = lines[0]?.number ?? 0;
    // Earlier lines came in above: what was read stays where it was.
    if (begin < first.current.number) element.scrollTop += element.scrollHeight - first.current.height;
    else if (follow && atEnd.current) element.scrollTop = element.scrollHeight;
    first.current = { number: begin, height: element.scrollHeight };
  }, [lines, follow]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const listen = () => { atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40; };
    element.addEventListener('scroll', listen, { passive: true });
    return () => element.removeEventListener('scroll', listen);
  }, []);
  return (
    // The box scrolls, so the keyboard must reach it.
    <div ref={box} className={`card ${classes.lines}`} tabIndex={0} role="log" aria-label="Log" aria-live="off">
      {earlier !== null && <div className={classes.around}><Button variant="default" size="compact-xs" onClick={() => void earlier()}>Earlier lines</Button></div>}
      {lines.map((line) => <LogLine key={line.number} line={line} />)}
      {more !== null && <div className={classes.around}><Button variant="default" size="compact-xs" onClick={() => void more()}>More lines</Button></div>}
    </div>
  );
}

function clean(filters: LogFilters): LogFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as LogFilters;
}
