/** Smaller than this nothing can be read; larger than life nothing is drawn. */
const LEAST = 0.65;
const MOST = 1;
const ALONG = 0.85;
const EDGE = 16;

interface View {
  x: number;
  y: number;
  zoom: number;
}

/** How a graph is first seen: whole and in the middle where that can be read, else from its beginning. */
export function firstView(graph: { width: number; height: number }, width: number, height: number): View {
  const fits = Math.min((width - 2 * EDGE) / Math.max(graph.width, 1), (height - 2 * EDGE) / Math.max(graph.height, 1));
  // What is too long to be read whole is read along its length, as large as its other side allows.
  const along = Math.max((width - 2 * EDGE) / Math.max(graph.width, 1), (height - 2 * EDGE) / Math.max(graph.height, 1));
  const zoom = Math.min(MOST, fits >= LEAST ? fits : Math.min(ALONG, Math.max(LEAST, along)));
  const place = (room: number, size: number) => (size * zoom > room - 2 * EDGE + 1 ? EDGE : (room - size * zoom) / 2);
  return { x: place(width, graph.width), y: place(height, graph.height), zoom };
}
