import type { Word } from './words.js';

/** Some words of a text that go through the graph together: from the first to before the last. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Cuts a text of many tokens into windows that overlap by a quarter, between words. */
export function windowsOf(words: readonly Word[], most: number): Window[] {
  const windows: Window[] = [];
  let from = 0;
  while (from < words.length) {
    let [to, tokens] = [from, 0];
    while (to < words.length && (to === from || tokens + words[to]!.tokens.length <= most)) {
      tokens += words[to]!.tokens.length;
      to += 1;
    }

    windows.push({ from, to });
    if (to === words.length) {
      break;
    }

    // Back by a quarter of the tokens, but always forward.
    let [next, back] = [to, 0];
    while (next - 1 > from && back + words[next - 1]!.tokens.length <= most / 4) {
      next -= 1;
      back += words[next]!.tokens.length;
    }

    from = next;
  }

  return windows;
}

/** Which window sees most around each word. */
export function bestWindows(words: readonly Word[], windows: readonly Window[]): number[] {
  const best: number[] = [];
  const room: number[] = [];
  windows.forEach(({ from, to }, index) => {
    for (let word = from; word < to; word++) {
      // The ends of the text itself cut nothing off.
      const before = from === 0 ? Infinity : word - from;
      const after = to === words.length ? Infinity : to - 1 - word;
      if (best[word] === undefined || Math.min(before, after) > room[word]!) {
        best[word] = index;
        room[word] = Math.min(before, after);
      }
    }
  });
  return best;
}
