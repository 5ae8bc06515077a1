import { Alert, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { isRecord } from '@/api/records';
import { runQueries } from '@/runs/queries';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowQueries } from '../queries';
import { useWorkflow } from '../use-workflow';
import { versionName } from '../version-name';
import { StartForm } from './start-form';

/** Starts a run of the newest version or of `?version=`, with the inputs of another run where `?like=` names one. */
export function StartTab() {
  const { version: newest } = useWorkflow();
  const { version: digest, like } = useSearch({ from: '/app/workflows/$name/start' });
  const older = digest !== undefined && digest !== newest.digest;
  const other = useQuery({ ...workflowQueries.version(newest.name, digest ?? ''), enabled: older });
  const model = useQuery({ ...runQueries.detail(like ?? ''), enabled: like !== undefined });
  const version = older ? other.data : newest;
  if (other.isError) return <ProblemAlert error={other.error} onRetry={() => void other.refetch()} />;
  if (!version || (like !== undefined && model.isPending)) return <Skeleton height={360} radius={8} />;
  const given = model.data?.inputs;
  return (
    <>
      {older && <Alert variant="light" color="yellow" py={8}><Text size="sm">This starts version {versionName(version)}, not the newest one.</Text></Alert>}
      {model.isError && <ProblemAlert error={model.error} />}
      {model.data && <Alert variant="light" py={8}><Text size="sm">The inputs are those of {like}.</Text></Alert>}
      <StartForm key={`${version.digest}:${like ?? ''}`} version={version} given={isRecord(given) ? given : {}} />
    </>
  );
}
