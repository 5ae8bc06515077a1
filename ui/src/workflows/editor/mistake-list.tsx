import { Code, Group, Text, UnstyledButton } from '@mantine/core';
import type { Mistake } from '@/api/types';
import { IconAlertTriangle, IconCircleX } from '@/theme/icons';
import { stateColor } from '@/theme/states';
import classes from './editor.module.css';

interface Props {
  mistakes: readonly Mistake[];
  /** Leads to a mistake's place; absent: the list is only read. */
  onGo?: (mistake: Mistake) => void;
}

/** Every mistake with its place, code and remedy. */
export function MistakeList({ mistakes, onGo }: Props) {
  return (
    <ul className={classes.mistakes} aria-label="Mistakes">
      {mistakes.map((mistake, index) => (
        <li key={index}>
          {onGo ? <UnstyledButton className={classes.mistake} onClick={() => onGo(mistake)}><MistakeText mistake={mistake} /></UnstyledButton> : <div className={classes.mistake}><MistakeText mistake={mistake} /></div>}
        </li>
      ))}
    </ul>
  );
}

function MistakeText({ mistake }: { mistake: Mistake }) {
  const warning = mistake.severity === 'warning';
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <span role="img" aria-label={warning ? 'Warning' : 'Error'} style={{ color: stateColor(warning ? 'waiting' : 'failed'), display: 'inline-flex', marginTop: 2 }}>
        {warning ? <IconAlertTriangle size={15} /> : <IconCircleX size={15} />}
      </span>
      <Text size="sm" className="wrap" component="span">
        {mistake.message} {mistake.remedy && <Text span c="dimmed">{mistake.remedy}</Text>}{' '}
        <Text span size="xs" c="dimmed">{mistake.line ? `line ${mistake.line} · ` : ''}<Code>{mistake.code}</Code></Text>
      </Text>
    </Group>
  );
}
