import { notifications } from '@mantine/notifications';
import { toApiError } from '@/api/problem';
import { sentence } from '@/format/texts';
import { IconAlertCircle, IconCheck } from '@/theme/icons';

/** Says that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'teal', icon: <IconCheck size={16} />, autoClose: 4_000 });
}

/** Says why something was not done, with the remedy and the code. */
export function notifyProblem(error: unknown): void {
  const { problem } = toApiError(error);
  notifications.show({
    title: problem.title,
    message: [sentence(problem.detail ?? ''), sentence(problem.remedy ?? ''), `(${problem.code})`].filter(Boolean).join(' '),
    color: 'red',
    icon: <IconAlertCircle size={16} />,
    autoClose: 12_000,
  });
}
