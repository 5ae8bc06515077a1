import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { IconSortAscending, IconSortDescending } from '@/theme/icons';
import type { ItemFilters, ItemSort } from './item-filters';
import type { ItemRows } from './item-rows';
import { ItemRow } from './item-row';
import { click, moveOf, moveTo, toggle, type Selection } from './selection';
import type { ScrollWindow } from './use-scroll-window';
import classes from './items-grid.module.css';

/** Height of a row in pixels; the style sheet draws rows of exactly this. */
export const ROW_HEIGHT = 44;

interface Props {
  run: string;
  block: number;
  filters: ItemFilters;
  rows: ItemRows;
  scroll: ScrollWindow;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onSort: (sort: ItemSort) => void;
}

const columns: readonly { name: string; className: keyof typeof classes; sort: ItemSort | null; hidden?: boolean }[] = [
  { name: 'Chosen', className: 'check', sort: null, hidden: true },
  { name: '#', className: 'ordinal', sort: 'ordinal' },
  { name: 'Picture', className: 'picture', sort: null, hidden: true },
  { name: 'Key', className: 'key', sort: 'key' },
  { name: 'Outcome', className: 'outcome', sort: 'outcome' },
  { name: 'Result', className: 'rest', sort: null },
  { name: 'Ended', className: 'time', sort: 'time' },
];

/** A table of any number of items: only rows in sight are drawn, and the keyboard reaches all of them. */
export function ItemsGrid({ run, block, filters, rows, scroll, selection, onSelect, onSort }: Props) {
  const id = useId();
  const navigate = useNavigate();
  const [focused, setFocused] = useState(false);
  const { window } = scroll;
  const drawn = Array.from({ length: window.end - window.first }, (_, index) => window.first + index);
  const folder = `/runs/${encodeURIComponent(run)}/items/${block}/`;
  const now = useMinute();
  const activeDrawn = selection.active >= window.first && selection.active < window.end;

  const open = (row: number) => {
    const item = rows.rowAt(row);
    if (item) void navigate({ to: '/runs/$run/items/$block/$ordinal', params: { run, block: String(block), ordinal: String(item.ordinal) } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || rows.rows === 0) return;
    const to = event.ctrlKey || event.metaKey ? null : moveOf(event, selection.active, rows.rows, scroll.inSight);
    if (to !== null) {
      onSelect(moveTo(selection, to, event.shiftKey));
      scroll.show(to);
    } else if (event.key === ' ') onSelect(toggle(selection, selection.active));
    else if (event.key === 'Enter') open(selection.active);
    else if (event.key === 'Escape' && selection.chosen.size > 0) onSelect({ ...selection, chosen: new Set() });
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const element = target.closest<HTMLElement>('[data-row]');
    if (element === null) return;
    const row = Number(element.dataset.row);
    if (target.closest('a') !== null) {
      // With a modifier the browser opens it elsewhere, as with any link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(row);
      return;
    }
    if (event.shiftKey || target.closest(`.${classes.check}`) !== null) onSelect(click(selection, row, event.shiftKey));
    else onSelect(moveTo(selection, row, false));
  };
  // What follows a shift-click must not be a selection of text.
  const onMouseDown = (event: MouseEvent) => { if (event.shiftKey) event.preventDefault(); };

  useEffect(() => {
    if (selection.active >= rows.rows && rows.rows > 0) onSelect({ ...selection, active: rows.rows - 1, anchor: rows.rows - 1 });
  }, [rows.rows, selection, onSelect]);

  return (
    <div className={`card ${classes.table}`}>
      <div
        role="grid" aria-label="Items" aria-rowcount={rows.rows + 1} aria-colcount={columns.length} aria-multiselectable="true" tabIndex={0} className={classes.grid}
        aria-activedescendant={focused && activeDrawn ? `${id}-${selection.active}` : undefined}
        onKeyDown={onKeyDown} onClick={onClick} onMouseDown={onMouseDown} onDoubleClick={(event) => { const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]'); if (row) open(Number(row.dataset.row)); }}
        onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}
      >
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={classes.head}>
            {columns.map((column) => <Head key={column.name} column={column} filters={filters} onSort={onSort} />)}
          </div>
        </div>
        <div role="presentation" ref={scroll.scroller} className={classes.scroller} style={{ maxHeight: Math.max(scroll.space, ROW_HEIGHT) }}>
          <div role="presentation" style={{ height: scroll.space }}>
            <div role="rowgroup" style={{ transform: `translateY(${scroll.offset}px)` }} data-focused={focused || undefined}>
              {drawn.map((row) => (
                <ItemRow key={row} row={row} id={`${id}-${row}`} item={rows.rowAt(row)} href={`${folder}${rows.rowAt(row)?.ordinal ?? ''}`} now={now} chosen={selection.chosen.has(row)} active={focused && selection.active === row} />
              ))}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The time, renewed once a minute: relative times of a table are no finer. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Head({ column, filters, onSort }: { column: (typeof columns)[number]; filters: ItemFilters; onSort: (sort: ItemSort) => void }) {
  const sorted = column.sort !== null && (filters.sort ?? 'ordinal') === column.sort;
  const Sign = filters.desc === true ? IconSortDescending : IconSortAscending;
  return (
    <div role="columnheader" className={classes[column.className]} aria-sort={column.sort === null ? undefined : sorted ? (filters.desc === true ? 'descending' : 'ascending') : 'none'}>
      {column.sort === null
        ? <span className={column.hidden ? 'visually-hidden' : undefined}>{column.name}</span>
        : <button type="button" className={classes.sort} onClick={() => column.sort && onSort(column.sort)}>{column.name}{sorted && <Sign size={13} />}</button>}
    </div>
  );
}
