import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { count } from '@/format/numbers';
import classes from './run-tabs.module.css';

const tabs = [
  { to: '/runs/$run', label: 'Graph' },
  { to: '/runs/$run/items', label: 'Items' },
  { to: '/runs/$run/timeline', label: 'Timeline' },
  { to: '/runs/$run/outputs', label: 'Outputs' },
  { to: '/runs/$run/usage', label: 'Usage' },
  { to: '/runs/$run/log', label: 'Log' },
  { to: '/runs/$run/quarantine', label: 'Quarantine' },
] as const;

/** The views of a run, each with an address of its own. */
export function RunTabs({ run, quarantined }: { run: string; quarantined: number }) {
  return (
    <nav aria-label="Views of the run" className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} params={{ run }} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab} resetScroll={false}>
          {tab.label}
          {tab.label === 'Quarantine' && quarantined > 0 && <Badge size="sm" color="red" variant="light" c="var(--mantine-color-text)" circle={quarantined < 10} ml={6}>{count(quarantined)}</Badge>}
        </Link>
      ))}
    </nav>
  );
}
