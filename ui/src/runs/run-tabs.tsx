import { Badge } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
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
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // On a narrow screen the bar scrolls: the view that is open must be seen in it.
  useEffect(() => {
    const bar = nav.current;
    const current = bar?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!bar || !current) return;
    const left = current.offsetLeft - bar.offsetLeft;
    bar.scrollLeft = left - (bar.clientWidth - current.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={nav} aria-label="Views of the run" className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} params={{ run }} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab} resetScroll={false}>
          {tab.label}
          {tab.label === 'Quarantine' && quarantined > 0 && <Badge size="sm" color="red" variant="light" c="var(--mantine-color-text)" circle={quarantined < 10} ml={6}>{count(quarantined)}</Badge>}
        </Link>
      ))}
    </nav>
  );
}
