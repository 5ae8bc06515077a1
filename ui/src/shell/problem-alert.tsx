import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { toApiError } from '@/api/problem';
import { sentence } from '@/format/texts';
import { IconAlertCircle } from '@/theme/icons';

interface Props {
  error: unknown;
  /** Says in the words of the page what went wrong; default: the problem's own. */
  title?: string;
  /** Offers to try again. */
  onRetry?: () => void;
}

/** What went wrong, its code and what to do about it. */
export function ProblemAlert({ error, title, onRetry }: Props) {
  const { problem, mistakes } = toApiError(error);
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertCircle size={18} />} title={title ?? problem.title}>
      <Stack gap={6}>
        {problem.detail && <Text size="sm" className="wrap">{sentence(problem.detail)}</Text>}
        {mistakes.length > 0 && (
          <List size="sm" spacing={2}>
            {mistakes.slice(0, 20).map((mistake, index) => (
              <List.Item key={index} className="wrap">
                {mistake.line ? `Line ${mistake.line}: ` : ''}{sentence(mistake.message)}{mistake.remedy ? ` ${sentence(mistake.remedy)}` : ''}
              </List.Item>
            ))}
          </List>
        )}
        {problem.remedy && <Text size="sm" className="wrap"><strong>What to do:</strong> {sentence(problem.remedy)}</Text>}
        <Group gap="sm">
          <Code>{problem.code}</Code>
          {onRetry && <Button size="compact-xs" variant="default" onClick={onRetry}>Try again</Button>}
        </Group>
      </Stack>
    </Alert>
  );
}
