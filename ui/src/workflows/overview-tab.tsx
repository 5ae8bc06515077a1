import { Code, Grid, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { GraphNode, Schema } from '@/api/types';
import { count, shortDigest } from '@/format/numbers';
import { Time } from '@/format/time';
import { kindOf, branchLabel } from '@/graph/kinds';
import { LazyGraph } from '@/graph/lazy-graph';
import { AnchorLink } from '@/shell/links';
import { Section } from '@/shell/section';
import layout from '@/theme/layout.module.css';
import { StateBadge } from '@/theme/state-badge';
import { MistakeList } from './editor/mistake-list';
import { InputList } from './input-list';
import { useWorkflow } from './use-workflow';

/** The steps of the newest version, and what it asks for. */
export function OverviewTab() {
  const { summary, version } = useWorkflow();
  const { step } = useSearch({ from: '/app/workflows/$name/' });
  const navigate = useNavigate({ from: '/workflows/$name' });
  const node = version.graph.nodes.find((entry) => entry.path === step);
  return (
    <Stack gap="md">
      {version.warnings.length > 0 && <MistakeList mistakes={version.warnings} />}
      <LazyGraph
        graph={version.graph} height="min(50vh, 440px)" selected={step ?? null}
        onSelect={(path) => void navigate({ search: path ? { step: path } : {}, replace: true, resetScroll: false })}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          {node ? <StepFacts node={node} name={version.name} /> : <VersionFacts summary={summary} version={version} />}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Section title="Inputs" beside={<AnchorLink size="xs" to="/workflows/$name/start" params={{ name: version.name }}>Start with these</AnchorLink>}>
            <InputList inputs={version.inputs} />
          </Section>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function VersionFacts({ summary, version }: Schema<'WorkflowDetail'>) {
  const params = { name: version.name };
  return (
    <Section title="This workflow">
      <dl className={layout.facts} style={{ padding: 16 }}>
        <dt>Newest version</dt>
        <dd>{version.label ?? <Code>{shortDigest(version.digest)}</Code>} · <Time at={version.at} /></dd>
        <dt>Digest</dt>
        <dd><Code style={{ overflowWrap: 'anywhere' }}>{version.digest}</Code></dd>
        <dt>Versions</dt>
        <dd><AnchorLink size="sm" to="/workflows/$name/versions" params={params}>{count(summary.versions)}</AnchorLink></dd>
        {version.file && <><dt>File</dt><dd><Code>{version.file}</Code></dd></>}
        <dt>Runs</dt>
        <dd className="numbers">{count(summary.runs)}</dd>
        <dt>Last run</dt>
        <dd>
          {summary.last_run
            ? <><AnchorLink size="sm" to="/runs/$run" params={{ run: summary.last_run.run }}>{summary.last_run.run}</AnchorLink> <StateBadge state={summary.last_run.state} /> <Time at={summary.last_run.changed} /></>
            : <Text size="sm" c="dimmed" component="span">not run yet</Text>}
        </dd>
        <dt>Schedules</dt>
        <dd><AnchorLink size="sm" to="/workflows/$name/schedule" params={params}>{summary.schedules === 0 ? 'none' : count(summary.schedules)}</AnchorLink></dd>
      </dl>
    </Section>
  );
}

function StepFacts({ node, name }: { node: GraphNode; name: string }) {
  return (
    <Section title={`Step ${node.id}`} beside={<AnchorLink size="xs" to="/workflows/$name/source" params={{ name }} hash={`L${node.line}`}>Line {node.line}</AnchorLink>}>
      <dl className={layout.facts} style={{ padding: 16 }}>
        <dt>Kind</dt>
        <dd>{kindOf(node.kind).label}</dd>
        {node.action && <><dt>Action</dt><dd><Code>{node.action}</Code></dd></>}
        <dt>Path</dt>
        <dd><Code>{node.path}</Code></dd>
        {node.collection && <><dt>Collection</dt><dd><Code>{node.collection}</Code></dd></>}
        {node.queue && <><dt>Queue</dt><dd>{node.queue}</dd></>}
        {node.branch && <><dt>Branch</dt><dd>{branchLabel(node.branch)}</dd></>}
        {node.condition && <><dt>Only if</dt><dd><Code>{node.condition}</Code></dd></>}
      </dl>
    </Section>
  );
}
