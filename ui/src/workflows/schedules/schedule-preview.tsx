import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { toApiError } from '@/api/problem';
import { sentence } from '@/format/texts';
import { exactTime } from '@/format/times';
import { workflowQueries } from '../queries';
import { looksWhole } from './schedule-model';

/** What the expression means, in words, and when it would start next. Its place is kept while it is asked. */
export function SchedulePreview({ cron, zone }: { cron: string; zone: string }) {
  const [asked] = useDebouncedValue(cron.trim(), 300);
  const whole = looksWhole(asked);
  const preview = useQuery({ ...workflowQueries.preview(asked, zone), enabled: whole });
  const problem = preview.isError ? toApiError(preview.error).problem : null;
  return (
    <div className="card" style={{ padding: '8px 12px', minHeight: 134, background: 'var(--page)' }} role="status">
      {!whole && <Text size="sm" c="dimmed">Five fields: minute hour day month weekday. 15 3 * * * is every day at 03:15.</Text>}
      {whole && problem && <Text size="sm" className="wrap" c="var(--mantine-color-error)">{[problem.detail, problem.remedy].filter((text) => text != null).map(sentence).join(' ')}</Text>}
      {whole && preview.data && (
        <>
          <Text size="sm" fw={600}>{sentence(preview.data.text)}</Text>
          <ol style={{ margin: '4px 0 0', paddingLeft: 18, fontSize: '0.8125rem' }}>{preview.data.next.slice(0, 5).map((time) => <li key={time}>{exactTime(time)}</li>)}</ol>
        </>
      )}
    </div>
  );
}
