import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '@/api/problem';
import { Time } from '@/format/time';
import { KeyText } from '@/items/key-text';
import { JsonView } from '@/items/json-view';
import { useKeys } from '@/items/use-keys';
import { Allowed } from '@/session/allowed';
import { usePermission } from '@/session/use-session';
import { AnchorLink } from '@/shell/links';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { IconArrowLeft, IconCheck, IconPencil, IconX } from '@/theme/icons';
import { ApprovalForm } from './approval-form';
import { ApprovalPictures } from './approval-pictures';
import { Countdown } from './countdown';
import { draftOf, fieldsOf, mistakeOf, patchOf } from './form-model';
import classes from './inbox.module.css';
import { approvalQueries, decide, forget, type Approval } from './queries';

const said = { accept: 'Accepted.', reject: 'Rejected.', edit: 'Accepted as you changed it.' } as const;
type Verdict = keyof typeof said;

/** One question: what to look at, what is decided about, and the answer. */
export function ApprovalPanel({ approval, onAnswered, onBack }: { approval: Approval; onAnswered: () => void; onBack: () => void }) {
  const client = useQueryClient();
  const { allowed } = usePermission('run');
  const fields = fieldsOf(approval.schema, approval.value);
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(fields, approval.value));
  const [note, setNote] = useState('');
  const mistaken = fields.some((field) => mistakeOf(field, draft[field.name]) !== null);
  const answer = useMutation({
    mutationFn: (verdict: Verdict) => decide(approval.id, { verdict, value: verdict === 'edit' ? patchOf(fields, approval.value, draft) : undefined, note: note.trim() === '' ? null : note.trim() }),
    onSuccess: (response, verdict) => {
      notifyDone(response.done ? said[verdict] : 'Nothing was changed: it had been answered.');
      onAnswered();
      forget(client, approval.id);
      void client.invalidateQueries({ queryKey: approvalQueries.all });
    },
    onError: (error) => {
      notifyProblem(error);
      // Somebody was faster: the list no longer has it.
      if (error instanceof ApiError && (error.status === 409 || error.status === 404)) void client.invalidateQueries({ queryKey: approvalQueries.all });
    },
  });
  const send = (verdict: Verdict) => { if (allowed && !answer.isPending && !(verdict === 'edit' && mistaken)) answer.mutate(verdict); };
  const canEdit = fields.length > 0;
  useKeys({ a: () => send('accept'), r: () => send('reject'), e: () => { if (canEdit && allowed) setEditing(true); } });
  return (
    <section className={`card ${classes.panel}`} aria-label="Question">
      <Button className={classes.back} variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>All questions</Button>
      <Stack gap={4}>
        <Title order={2} className="wrap"><KeyText text={approval.question} /></Title>
        <Text size="sm" c="dimmed" component="div" className="wrap">
          {approval.key != null && <><KeyText text={approval.key} most={90} /> · </>}
          <AnchorLink to="/runs/$run" params={{ run: approval.run }} size="sm" underline="always">{approval.run}</AnchorLink> <KeyText text={approval.workflow} /> · <KeyText text={approval.step} /> · asked <Time at={approval.opened} />
          {approval.assignee != null && <> · for <KeyText text={approval.assignee} /></>}
        </Text>
        {approval.due != null && (
          <Text size="sm"><Countdown due={approval.due} />{approval.default != null ? `; without an answer it is ${approval.default === 'accept' ? 'accepted' : 'rejected'} then` : '; nothing happens by itself then'}</Text>
        )}
      </Stack>
      <ApprovalPictures pictures={approval.pictures} />
      {editing
        ? <ApprovalForm fields={fields} draft={draft} onChange={(name, value) => setDraft({ ...draft, [name]: value })} />
        : approval.value != null && <JsonView value={approval.value} label="the value" open={3} />}
      <Textarea label="Note" description="Kept with the answer" value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={1} maxRows={6} size="sm" />
      <Group gap="xs" className={classes.answers}>
        {editing
          ? (
            <>
              <Allowed scope="run"><Button leftSection={<IconCheck size={15} />} loading={answer.isPending} disabled={mistaken} onClick={() => send('edit')}>Save and accept</Button></Allowed>
              <Button variant="default" onClick={() => { setEditing(false); setDraft(draftOf(fields, approval.value)); }}>Leave it as it was</Button>
            </>
          )
          : (
            <>
              <Allowed scope="run"><Button leftSection={<IconCheck size={15} />} loading={answer.isPending} onClick={() => send('accept')}>Accept</Button></Allowed>
              <Allowed scope="run"><Button variant="default" leftSection={<IconX size={15} />} loading={answer.isPending} onClick={() => send('reject')}>Reject</Button></Allowed>
              {canEdit && <Allowed scope="run"><Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setEditing(true)}>Edit</Button></Allowed>}
            </>
          )}
      </Group>
    </section>
  );
}
