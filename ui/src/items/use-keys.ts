import { useEffect, useRef } from 'react';

/** `g` and then a letter leads to another screen (the shell listens to that): the letter is none of a screen's own keys. */
const PREFIX_MS = 1_200;

/** Single keys of a screen. Keys typed into something, pressed with a modifier or in a dialog are none. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    let prefixed = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const follows = event.timeStamp - prefixed < PREFIX_MS;
      prefixed = event.key === 'g' && !follows ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const action = newest.current[event.key];
      if (follows || action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
