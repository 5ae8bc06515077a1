import { useEffect } from 'react';

/** The window's title: what the page is about, then the product. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Atelier` : 'Atelier';
  }, [title]);
}
