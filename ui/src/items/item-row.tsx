import { Checkbox, Text } from '@mantine/core';
import { memo } from 'react';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { Time } from '@/format/time';
import { AnchorLink } from '@/shell/links';
import { StateSign } from '@/theme/state-badge';
import { lookOf } from '@/theme/states';
import { previewOf } from './json-model';
import { KeyText } from './key-text';
import { Picture } from './picture';
import { visibleText } from './visible-text';
import classes from './items-grid.module.css';

interface Props {
  run: string;
  block: number;
  row: number;
  id: string;
  item: Schema<'ItemRow'> | undefined;
  chosen: boolean;
  active: boolean;
}

function rest(item: Schema<'ItemRow'>): string {
  if (item.failure) return `${item.failure.code} ${item.failure.message}`;
  return item.reason ?? previewOf(item.value);
}

/** A row of the table; while it is read, a row of the same height. */
export const ItemRow = memo(function ItemRow({ run, block, row, id, item, chosen, active }: Props) {
  if (item === undefined) {
    return (
      <div role="row" id={id} aria-rowindex={row + 2} className={classes.row} data-active={active || undefined} aria-busy="true">
        <div role="gridcell" className={classes.skeleton}><span className="visually-hidden">Reading</span><i /></div>
      </div>
    );
  }
  return (
    <div role="row" id={id} aria-rowindex={row + 2} aria-selected={chosen} className={classes.row} data-row={row} data-active={active || undefined} data-chosen={chosen || undefined}>
      <div role="gridcell" className={classes.check}><Checkbox size="xs" tabIndex={-1} readOnly checked={chosen} aria-label={`Choose ${visibleText(item.key)}`} /></div>
      <div role="gridcell" className={`numbers ${classes.ordinal}`}>{count(item.ordinal)}</div>
      <div role="gridcell" className={classes.picture}><Picture digest={item.picture} box={36} /></div>
      <div role="gridcell" className={classes.key}>
        <AnchorLink to="/runs/$run/items/$block/$ordinal" params={{ run, block: String(block), ordinal: String(item.ordinal) }} tabIndex={-1} size="sm" className={classes.keyText}>
          <KeyText text={item.key} most={96} />
        </AnchorLink>
      </div>
      <div role="gridcell" className={classes.outcome}><StateSign state={item.outcome} size={15} /><span className={classes.word}>{lookOf(item.outcome).label}</span></div>
      <div role="gridcell" className={classes.rest}><Text size="xs" c="dimmed" lineClamp={2} component="div"><KeyText text={rest(item)} /></Text></div>
      <div role="gridcell" className={classes.time}>{item.at != null && <Text size="xs" c="dimmed" component="span"><Time at={item.at} /></Text>}</div>
    </div>
  );
});
