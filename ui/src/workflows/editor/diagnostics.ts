import type { Mistake } from '@/api/types';

/** What is needed of a document to place a mistake in it. */
export interface Lines {
  lines: number;
  line: (number: number) => { from: number; to: number; text: string };
}

export interface Marked {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
  source: string;
}

/** Mistakes of one file as marks in its text. A mark covers the word where the mistake is; one without a place stands at the first line. */
export function toMarks(mistakes: readonly Mistake[], document: Lines): Marked[] {
  return mistakes.map((mistake) => {
    const line = document.line(Math.min(Math.max(mistake.line ?? 0, 1), document.lines));
    const start = Math.min(Math.max((mistake.column ?? 0) - 1, 0), line.text.length);
    const word = /^(?:\$\{[^}]*\}?|"[^"]*"?|'[^']*'?|[\w.\-/]+|\S)/.exec(line.text.slice(start))?.[0].length ?? 0;
    // An empty mark would be invisible: at the end of a line it covers the last character.
    const from = word === 0 && start > 0 ? start - 1 : start;
    return {
      from: line.from + from,
      to: line.from + Math.min(from + Math.max(word, 1), line.text.length),
      severity: mistake.severity === 'warning' ? 'warning' : 'error',
      message: mistake.remedy ? `${mistake.message} ${mistake.remedy}` : mistake.message,
      source: mistake.code,
    };
  });
}

/** Whether a mistake is about a file of a version: the workflow's own has the empty name, and mistakes without a file are its too. */
export function isIn(mistake: Mistake, file: string, files: readonly string[]): boolean {
  const named = mistake.file ?? '';
  const known = files.find((other) => other !== '' && (named === other || named.endsWith(`/${other}`))) ?? '';
  return known === file;
}

/** `2 errors, 1 warning`, or that there is none. */
export function verdict(mistakes: readonly Mistake[]): string {
  const errors = mistakes.filter((mistake) => mistake.severity !== 'warning').length;
  const warnings = mistakes.length - errors;
  const parts = [errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '', warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : ''];
  return parts.filter(Boolean).join(', ') || 'No mistakes';
}
