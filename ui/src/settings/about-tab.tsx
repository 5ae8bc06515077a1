import { Alert, Anchor, Code, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { bytes, plural } from '@/format/numbers';
import { Time } from '@/format/time';
import { aboutQuery } from '@/home/queries';
import { ProblemAlert } from '@/shell/problem-alert';
import { Section } from '@/shell/section';
import { IconWorld } from '@/theme/icons';
import layout from '@/theme/layout.module.css';

/** What this server is, and where it keeps things. */
export function AboutTab() {
  const about = useQuery(aboutQuery);
  if (about.isError) return <ProblemAlert error={about.error} onRetry={() => void about.refetch()} />;
  if (about.isPending) return <Skeleton height={320} radius={8} />;
  const it = about.data;
  return (
    <Stack gap="md" maw={760}>
      {it.exposed && <Alert variant="light" color="orange" icon={<IconWorld size={18} />} py={8}><Text size="sm">This server listens to other machines. Put it behind HTTPS: a proxy in front of it will do.</Text></Alert>}
      <Section title={`${it.name} ${it.version}`}>
        <dl className={layout.facts} style={{ padding: 16 }}>
          <dt>Home</dt>
          <dd><Code>{it.home}</Code></dd>
          <dt>Folders to pick from</dt>
          <dd>{it.roots.length === 0 ? 'none' : it.roots.map((root) => <div key={root}><Code>{root}</Code></div>)}</dd>
          <dt>Started</dt>
          <dd><Time at={it.started} /></dd>
          <dt>Machine</dt>
          <dd>{plural(it.processors, 'processor')}</dd>
          <dt>Memory of the server</dt>
          <dd>{bytes(it.memory_bytes)}</dd>
          <dt>Processes beside it</dt>
          <dd>{it.hosts.length === 0 ? 'none at present' : it.hosts.join(', ')}</dd>
          <dt>API</dt>
          <dd>under <Code>/api/v1</Code>, described by <Anchor size="sm" underline="always" href="/openapi/v1.json">its OpenAPI document</Anchor></dd>
        </dl>
      </Section>
    </Stack>
  );
}
