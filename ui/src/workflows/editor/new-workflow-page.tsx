import { Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { notifyDone } from '@/shell/notify';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { workflowCommands, workflowQueries } from '../queries';
import { DefinitionEditor } from './definition-editor';

const blank = `name: my-workflow
inputs:
  folder: { type: path }
steps:
  - id: find
    uses: files.list
    with: { path: "\${inputs.folder}", match: "**/*.{jpg,png}" }
  - id: each
    for_each: \${find}
    as: picture
    steps:
      - id: small
        uses: images.convert
        with: { image: "\${picture}", width: 256, height: 256, format: png }
`;

/** A workflow from nothing, or from a template. */
export function NewWorkflowPage() {
  const { template: name } = useSearch({ from: '/app/new-workflow' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const templates = useQuery({ ...workflowQueries.templates, enabled: name !== undefined });
  const template = templates.data?.items.find((entry) => entry.name === name);
  const source = name === undefined ? blank : template?.source ?? (templates.data ? blank : undefined);
  const save = useMutation({
    mutationFn: (sources: Record<string, string>) => workflowCommands.create({ sources }),
    onSuccess: async (saved) => {
      notifyDone(`${saved.name} is registered.`);
      await client.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$name', params: { name: saved.name }, ignoreBlocker: true });
    },
  });
  return (
    <Page title="New workflow" description={template ? template.description : 'Write its text; the server checks it as you type. Nothing is kept before you save.'}>
      {templates.isError && <ProblemAlert error={templates.error} onRetry={() => void templates.refetch()} />}
      {source === undefined
        ? <Skeleton height={420} radius={8} />
        : (
          <DefinitionEditor
            key={name ?? ''} id={name ?? 'blank'} sources={{ '': source }} saveLabel="Save" isNew saving={save.isPending} problem={save.error}
            onSave={(sources) => save.mutate(sources)} note={(checked) => checked.name && <ExistingNote name={checked.name} />}
          />
        )}
    </Page>
  );
}

/** A name that is taken is no mistake: the text becomes that workflow's newest version. */
function ExistingNote({ name }: { name: string }) {
  const existing = useQuery({ ...workflowQueries.detail(name), retry: false });
  return existing.isSuccess ? <Text size="sm" c="dimmed">Becomes a new version of {name}</Text> : null;
}
