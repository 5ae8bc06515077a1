import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schema } from '@/api/types';
import { shortCount } from '@/format/numbers';
import classes from './home.module.css';
import { figures } from './view-model';

/** What there is at a glance; each figure leads to what it counts. */
export function FigureRow({ home }: { home: Schema<'HomeOverview'> | undefined }) {
  if (!home) return <div className={classes.figures}>{Array.from({ length: 6 }, (_, index) => <Skeleton key={index} height={68} radius={8} />)}</div>;
  return (
    <ul className={classes.figures} aria-label="At a glance">
      {figures(home).map((figure) => (
        <li key={figure.label}>
          <Link to={figure.to} className={`card ${classes.figure}`} data-tone={figure.tone}>
            <span className={classes.value}>{shortCount(figure.value)}</span>
            <span className={classes.label}>{figure.label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
