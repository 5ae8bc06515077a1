import { useEffect, useRef } from 'react';

export type Shortcut = { kind: 'go'; key: string } | { kind: 'search' } | { kind: 'help' };

/** What a key means after another: `g` begins, the next one names the place. Null: nothing yet, or nothing at all. */
export function readKey(previous: string | null, key: string): { shortcut: Shortcut | null; pending: string | null } {
  if (previous === 'g') return { shortcut: /^[a-z]$/.test(key) ? { kind: 'go', key } : null, pending: null };
  if (key === 'g') return { shortcut: null, pending: 'g' };
  if (key === '/') return { shortcut: { kind: 'search' }, pending: null };
  if (key === '?') return { shortcut: { kind: 'help' }, pending: null };
  return { shortcut: null, pending: null };
}

/** Keys that are typed into something are text, not shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Listens to the keys of the whole window. `/` goes to the element marked `data-search`, where the screen has one. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const newest = useRef(onShortcut);
  useEffect(() => {
    newest.current = onShortcut;
  });
  useEffect(() => {
    let pending: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const read = readKey(pending, event.key);
      clearTimeout(timer);
      pending = read.pending;
      if (pending) timer = setTimeout(() => { pending = null; }, 1_200);
      if (!read.shortcut) return;
      if (read.shortcut.kind === 'search') {
        const field = document.querySelector<HTMLElement>('[data-search]');
        if (!field) return;
        event.preventDefault();
        field.focus();
        return;
      }
      event.preventDefault();
      newest.current(read.shortcut);
    };
    window.addEventListener('keydown', listen);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
