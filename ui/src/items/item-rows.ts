import type { Schema } from '@/api/types';

/** Rows of a table of items, however they are read. */
export interface ItemRows {
  /** Rows that the table has room for. */
  rows: number;
  /** A row; undefined: it has not been read yet. */
  rowAt: (row: number) => Schema<'ItemRow'> | undefined;
  /** Rows that have been read; for a list that can jump, all of them count. */
  read: number;
  /** More rows are on their way. */
  searching: boolean;
  error: unknown;
  again: () => void;
  /** Items changed in a way that may alter which rows there are: the list is not reshuffled under the reader, who renews it. */
  outdated: boolean;
  /** How many fit the filter; null: not known, or there is none. */
  matched: number | null;
}
