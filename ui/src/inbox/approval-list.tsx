import { Text } from '@mantine/core';
import { KeyText } from '@/items/key-text';
import { Picture } from '@/items/picture';
import { Countdown } from './countdown';
import classes from './inbox.module.css';
import type { Approval } from './queries';

interface Props {
  approvals: readonly Approval[];
  selected: string | null;
  onOpen: (id: string) => void;
}

export function ApprovalList({ approvals, selected, onOpen }: Props) {
  return (
    <ul className={`card ${classes.list}`} aria-label="Questions">
      {approvals.map((approval) => (
        <li key={approval.id}>
          <button type="button" className={classes.entry} aria-current={approval.id === selected || undefined} onClick={() => onOpen(approval.id)}>
            <Picture digest={approval.pictures[0]?.digest} box={44} />
            <span className={classes.entryText}>
              <Text size="sm" fw={600} component="span" className={classes.oneLine}><KeyText text={approval.key ?? approval.question} most={34} /></Text>
              <Text size="xs" c="dimmed" component="span" className={classes.oneLine}><KeyText text={approval.key == null ? approval.step : approval.question} /></Text>
              <Text size="xs" c="dimmed" component="span">{approval.run} · <KeyText text={approval.workflow} most={30} />{approval.due != null && <> · <Countdown due={approval.due} /></>}</Text>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
