import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeOf, reveal, rowWindow, scrollTo, spaceHeight, type RowWindow, type ScrollPlace } from './window';

/** Rows drawn above and below those in sight, so that a slow scroll never shows a gap. */
export const AROUND = 8;

export interface ScrollWindow {
  scroller: React.RefObject<HTMLDivElement | null>;
  window: RowWindow;
  /** Height of the space that the scroller moves in. */
  space: number;
  /** Where the first drawn row stands in that space. */
  offset: number;
  /** Rows that fit into the box. */
  inSight: number;
  show: (row: number) => void;
  jump: (row: number) => void;
}

/** What part of a long list is drawn. Scrolling renders only when another row comes in. */
export function useScrollWindow(rows: number, rowHeight: number, firstRow: number, list: string): ScrollWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const place = useRef<ScrollPlace>({ top: 0, base: 0 });
  const [view, setView] = useState(0);
  const [drawn, setDrawn] = useState<RowWindow & { base: number }>({ first: 0, end: Math.min(rows, 2 * AROUND), base: 0 });

  const draw = useCallback((next: ScrollPlace) => {
    place.current = next;
    const window = rowWindow(next, rows, rowHeight, view, AROUND);
    setDrawn((before) => (before.first === window.first && before.end === window.end && before.base === next.base ? before : { ...window, base: next.base }));
  }, [rows, rowHeight, view]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setView(element.clientHeight));
    observer.observe(element);
    setView(element.clientHeight);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const listen = () => draw(scrollTo(place.current, element.scrollTop, rows, rowHeight, view));
    element.addEventListener('scroll', listen, { passive: true });
    return () => element.removeEventListener('scroll', listen);
  }, [draw, rows, rowHeight, view]);

  const move = useCallback((next: ScrollPlace) => {
    draw(next);
    // The scroll event that follows finds the place as it is.
    if (scroller.current !== null) scroller.current.scrollTop = next.top;
  }, [draw]);

  // The list begins where its address says, once it is known how long it is; another list begins at its top.
  const begun = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (view === 0 || rows === 0 || begun.current === list) return;
    begun.current = list;
    move(placeOf(firstRow, rows, rowHeight, view));
  }, [view, rows, rowHeight, list, firstRow, move]);
  useLayoutEffect(() => {
    draw(place.current);
  }, [draw]);

  const show = useCallback((row: number) => {
    const next = reveal(row, place.current, rows, rowHeight, view);
    if (next !== null) move(next);
  }, [rows, rowHeight, view, move]);
  const jump = useCallback((row: number) => move(placeOf(row, rows, rowHeight, view)), [rows, rowHeight, view, move]);

  return {
    scroller,
    window: { first: Math.min(drawn.first, rows), end: Math.min(drawn.end, rows) },
    space: spaceHeight(rows, rowHeight),
    offset: drawn.first * rowHeight - drawn.base,
    inSight: Math.max(1, Math.floor(view / rowHeight)),
    show,
    jump,
  };
}
