import { Button, Code, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Schema } from '@/api/types';
import { count, shortDigest } from '@/format/numbers';
import { Time } from '@/format/time';
import { ButtonLink } from '@/shell/links';
import { ProblemAlert } from '@/shell/problem-alert';
import { Section } from '@/shell/section';
import layout from '@/theme/layout.module.css';
import { workflowQueries } from '../queries';
import { useWorkflow } from '../use-workflow';
import { versionName } from '../version-name';
import { DiffView } from './diff-view';

type Version = Schema<'WorkflowVersionSummary'>;

/** All versions, and how two of them differ. */
export function VersionsTab() {
  const { version } = useWorkflow();
  const search = useSearch({ from: '/app/workflows/$name/versions' });
  const navigate = useNavigate({ from: '/workflows/$name/versions' });
  const versions = useQuery(workflowQueries.versions(version.name));
  if (versions.isError) return <ProblemAlert error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.isPending) return <Skeleton height={300} radius={8} />;
  const rows = versions.data.items;
  const to = search.to ?? rows[0]?.digest;
  const from = search.from ?? rows[1]?.digest;
  const choose = (side: 'from' | 'to', digest: string) => void navigate({ search: { from, to, [side]: digest }, replace: true, resetScroll: false });
  return (
    <Stack gap="md">
      <div className="card">
        <table className={layout.table}>
          <thead>
            <tr>
              {rows.length > 1 && <><th>Old</th><th>New</th></>}
              <th>Version</th><th>Registered</th><th className={layout.number}>Runs</th><th>File</th><th><span className="visually-hidden">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.digest}>
                {rows.length > 1 && (
                  <>
                    <td data-label="Old"><Radio size="xs" name="from" aria-label={`Compare from ${versionName(row)}`} checked={from === row.digest} onChange={() => choose('from', row.digest)} /></td>
                    <td data-label="New"><Radio size="xs" name="to" aria-label={`Compare to ${versionName(row)}`} checked={to === row.digest} onChange={() => choose('to', row.digest)} /></td>
                  </>
                )}
                <VersionCells name={version.name} row={row} newest={index === 0} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < 2 && <Text size="sm" c="dimmed">This is the only version. Each text that is saved becomes another one, and two of them can be compared here.</Text>}
      {from && to && rows.length > 1 && (from === to ? <Text size="sm" c="dimmed">Choose two different versions to compare.</Text> : <Difference name={version.name} from={from} to={to} rows={rows} onSwap={() => void navigate({ search: { from: to, to: from }, replace: true, resetScroll: false })} />)}
    </Stack>
  );
}

function VersionCells({ name, row, newest }: { name: string; row: Version; newest: boolean }) {
  const params = { name };
  return (
    <>
      <td data-label="Version">
        <Text size="sm" fw={newest ? 600 : undefined} className="wrap">{row.label ?? shortDigest(row.digest)}{newest && <Text span size="xs" c="dimmed"> newest</Text>}</Text>
        {row.label && <Code>{shortDigest(row.digest)}</Code>}
      </td>
      <td data-label="Registered"><Time at={row.at} /></td>
      <td data-label="Runs" className={`numbers ${layout.number}`}>{count(row.runs)}</td>
      <td data-label="File"><Text size="xs" c="dimmed" className="wrap">{row.file ?? '–'}</Text></td>
      <td className={layout.actions}>
        <Group gap={6} justify="flex-end" wrap="nowrap" display="inline-flex">
          <ButtonLink size="compact-xs" variant="default" to="/workflows/$name/source" params={params} search={newest ? {} : { version: row.digest }} aria-label={`Source of ${versionName(row)}`}>Source</ButtonLink>
          <ButtonLink size="compact-xs" variant="default" to="/workflows/$name/start" params={params} search={newest ? {} : { version: row.digest }} aria-label={`Start ${versionName(row)}`}>Start</ButtonLink>
        </Group>
      </td>
    </>
  );
}

interface DifferenceProps {
  name: string;
  from: string;
  to: string;
  rows: readonly Version[];
  onSwap: () => void;
}

function Difference({ name, from, to, rows, onSwap }: DifferenceProps) {
  const diff = useQuery(workflowQueries.diff(name, from, to));
  const title = (digest: string) => versionName(rows.find((row) => row.digest === digest) ?? { digest });
  return (
    <Section title={`From ${title(from)} to ${title(to)}`} beside={<Button size="compact-xs" variant="default" onClick={onSwap}>Swap</Button>}>
      {diff.isError && <ProblemAlert error={diff.error} onRetry={() => void diff.refetch()} />}
      {diff.isPending && <Skeleton height={180} m="md" />}
      {diff.data && <DiffView diff={diff.data} />}
    </Section>
  );
}
