import { Code, Group, Text, Title } from '@mantine/core';
import type { Schema } from '@/api/types';
import { plural } from '@/format/numbers';
import { Time } from '@/format/time';
import { KeyText } from '@/items/key-text';
import { IconCheck } from '@/theme/icons';
import { StateSign } from '@/theme/state-badge';
import { Examples } from './examples';
import { GroupActions } from './group-actions';
import classes from './quarantine.module.css';

type FailureGroup = Schema<'FailureGroupResponse'>;

/** Items of one run that failed by one cause: what it was, what to do, some of them, and what can be done with all. */
export function GroupCard({ run, group, ended }: { run: string; group: FailureGroup; ended: boolean }) {
  return (
    <article className={`card ${classes.card}`} data-accepted={group.accepted != null || undefined}>
      <CauseHead code={group.code} kind={group.kind ?? null} step={group.step ?? group.path} message={group.message} remedy={group.remedy ?? null} count={group.count} accepted={group.accepted != null} />
      {group.accepted != null && (
        <Group gap={6}>
          <IconCheck size={15} />
          <Text size="sm">Accepted as it is by <KeyText text={group.accepted.by} />, <Time at={group.accepted.at} />{group.accepted.note != null && <>: <KeyText text={group.accepted.note} /></>}</Text>
        </Group>
      )}
      <Examples run={run} block={group.block} examples={group.examples} count={group.count} filter={{ step: group.step ?? undefined }} />
      <GroupActions run={run} group={group} ended={ended} />
    </article>
  );
}

interface HeadProps {
  code: string;
  kind: string | null;
  step: string;
  message: string;
  remedy: string | null;
  count: number;
  accepted?: boolean;
}

const kinds: Record<string, string> = {
  transient: 'may pass: trying again can help',
  permanent: 'stays until something is changed',
  unavailable: 'something outside was down',
};

export function CauseHead({ code, kind, step, message, remedy, count, accepted = false }: HeadProps) {
  return (
    <div className={classes.head}>
      <StateSign state={accepted ? 'skipped' : 'failed'} size={18} />
      <div className={classes.words}>
        <Title order={2} className="wrap">{plural(count, 'item')} · <KeyText text={message} /></Title>
        {remedy !== null && <Text size="sm"><strong>What to do:</strong> <KeyText text={remedy} /></Text>}
        <Group gap={8}>
          <Code>{code}</Code>
          <Text size="xs" c="dimmed" component="span">at <KeyText text={step} /></Text>
          {kind !== null && <Text size="xs" c="dimmed" component="span">{kind}{kinds[kind] !== undefined && `: ${kinds[kind]}`}</Text>}
        </Group>
      </div>
    </div>
  );
}
