import { Text } from '@mantine/core';
import type { Schema } from '@/api/types';
import { count } from '@/format/numbers';
import { KeyText } from '@/items/key-text';
import { Picture } from '@/items/picture';
import { AnchorLink } from '@/shell/links';
import classes from './quarantine.module.css';

interface Props {
  run: string;
  block: number;
  examples: readonly Schema<'ItemRow'>[];
  count: number;
  filter: { step?: string };
}

const MOST = 6;

/** The first items of a group, with what they look like. */
export function Examples({ run, block, examples, count: all, filter }: Props) {
  const shown = examples.slice(0, MOST);
  return (
    <ul className={classes.examples}>
      {shown.map((item) => (
        <li key={item.ordinal} className={classes.example}>
          {item.picture != null && <Picture digest={item.picture} box={48} />}
          <AnchorLink to="/runs/$run/items/$block/$ordinal" params={{ run, block: String(block), ordinal: String(item.ordinal) }} size="sm" className={classes.key}><KeyText text={item.key} most={60} /></AnchorLink>
        </li>
      ))}
      {all > shown.length && (
        <li className={classes.example}>
          <AnchorLink to="/runs/$run/items" params={{ run }} search={filter.step === undefined ? { block, outcome: 'failed' } : { block, step: filter.step }} size="sm">and {count(all - shown.length)} more</AnchorLink>
        </li>
      )}
      {shown.length === 0 && <li><Text size="sm" c="dimmed">Its items are being retried.</Text></li>}
    </ul>
  );
}
