import { Alert, Code, Group, Stack, Text } from '@mantine/core';
import type { RunError } from '@/api/types';
import { KeyText } from '@/items/key-text';
import { IconCircleX } from '@/theme/icons';

/** What made a run fail: where, why, and what to do. */
export function RunErrors({ errors }: { errors: readonly RunError[] }) {
  if (errors.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconCircleX size={18} />} title={errors.length === 1 ? 'Why it failed' : `${errors.length} errors`}>
      <Stack gap="sm">{errors.slice(0, 5).map((error, index) => <Failure key={index} failure={error} />)}</Stack>
      {errors.length > 5 && <Text size="sm" mt={6}>The log has the others.</Text>}
    </Alert>
  );
}

/** A failure as one reads it: the message first, then what to do, then where it was. */
export function Failure({ failure, where = true }: { failure: RunError; where?: boolean }) {
  return (
    <Stack gap={3}>
      <Text size="sm"><KeyText text={failure.message} lines /></Text>
      {failure.remedy && <Text size="sm"><strong>What to do:</strong> <KeyText text={failure.remedy} lines /></Text>}
      <Group gap={6}>
        <Code>{failure.code}</Code>
        <Text size="xs" c="dimmed" component="span">{failure.kind}</Text>
        {where && failure.step && <Text size="xs" c="dimmed" component="span">in <KeyText text={failure.step} /></Text>}
        {where && failure.key && <Text size="xs" c="dimmed" component="span">of <KeyText text={failure.key} most={80} /></Text>}
        {failure.attempt > 1 && <Text size="xs" c="dimmed" component="span">attempt {failure.attempt}</Text>}
      </Group>
      {failure.detail && (
        <details>
          <summary><Text size="xs" component="span">Details</Text></summary>
          <Code block fz="xs"><KeyText text={failure.detail} lines /></Code>
        </details>
      )}
    </Stack>
  );
}
