import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import classes from '@/theme/layout.module.css';

export interface LinkTab {
  label: string;
  /** Made by `linkOptions`, which checks it. */
  link: LinkProps;
  /** The path at which it is the current one. */
  path: string;
}

/** Tabs that are addresses of their own: links, and the current one says so. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const path = useRouterState({ select: (state) => state.location.pathname.replace(/\/$/, '') });
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const active = list.current?.querySelector<HTMLElement>('[data-active]');
    if (list.current && active) list.current.scrollLeft = active.offsetLeft + active.offsetWidth / 2 - list.current.clientWidth / 2;
  }, [path]);
  return (
    <nav ref={list} aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => {
        const active = path === tab.path;
        return <Link key={tab.path} {...tab.link} className={classes.tab} data-active={active || undefined} aria-current={active ? 'page' : undefined}>{tab.label}</Link>;
      })}
    </nav>
  );
}
