import { memo } from 'react';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { exactTime, relativeTime } from '@/format/times';
import { StateSign } from '@/theme/state-badge';
import { lookOf } from '@/theme/states';
import { previewOf } from './json-model';
import { KeyText } from './key-text';
import { Picture } from './picture';
import { visibleText } from './visible-text';
import classes from './items-grid.module.css';

interface Props {
  row: number;
  id: string;
  item: Schema<'ItemRow'> | undefined;
  /** Address of the item's page. */
  href: string;
  chosen: boolean;
  active: boolean;
  /** When the table was drawn: the time that "ended" is relative to. */
  now: number;
}

function rest(item: Schema<'ItemRow'>): string {
  if (item.failure) return `${item.failure.code} ${item.failure.message}`;
  return item.reason ?? previewOf(item.value);
}

/**
 * A row of the table; while it is read, a row of the same height. Plain elements alone: a dozen rows come in with each notch of a wheel,
 * and components with tooltips, links of the router and clocks of their own cost more than a frame has.
 */
export const ItemRow = memo(function ItemRow({ row, id, item, href, chosen, active, now }: Props) {
  if (item === undefined) {
    return (
      <div role="row" id={id} aria-rowindex={row + 2} className={classes.row} data-active={active || undefined} aria-busy="true">
        <div role="gridcell" className={classes.skeleton}><span className="visually-hidden">Reading</span><i /></div>
      </div>
    );
  }
  const ended = item.at ?? null;
  return (
    <div role="row" id={id} aria-rowindex={row + 2} aria-selected={chosen} className={classes.row} data-row={row} data-active={active || undefined} data-chosen={chosen || undefined}>
      <div role="gridcell" className={classes.check}><input type="checkbox" tabIndex={-1} readOnly checked={chosen} aria-label={`Choose ${visibleText(item.key)}`} /></div>
      <div role="gridcell" className={`numbers ${classes.ordinal}`}>{count(item.ordinal)}</div>
      <div role="gridcell" className={classes.picture}><Picture digest={item.picture} box={36} /></div>
      <div role="gridcell" className={classes.key}><a href={href} tabIndex={-1} className={classes.keyText}><KeyText text={item.key} most={96} /></a></div>
      <div role="gridcell" className={classes.outcome}><StateSign state={item.outcome} size={15} /><span className={classes.word}>{lookOf(item.outcome).label}</span></div>
      <div role="gridcell" className={classes.rest}><KeyText text={rest(item)} /></div>
      <div role="gridcell" className={classes.time}>{ended !== null && <time dateTime={ended} title={exactTime(ended)}>{relativeTime(ended, now)}</time>}</div>
    </div>
  );
});
