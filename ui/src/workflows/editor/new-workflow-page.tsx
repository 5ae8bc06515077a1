import { Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notifyDone } from '@/shell/notify';
import { Page } from '@/shell/page';
import { workflowCommands, workflowQueries } from '../queries';
import { DefinitionEditor } from './definition-editor';

const begin = { '': `name: my-workflow
inputs:
  folder: { type: path }
steps:
  - id: find
    uses: files.list
    with: { path: "\${inputs.folder}", match: "**/*.{jpg,png}" }
  - id: shrink
    for_each: \${find}
    as: picture
    steps:
      - id: small
        uses: images.convert
        with: { image: "\${picture}", width: 256, height: 256, format: png }
` };

/** A workflow from nothing. */
export function NewWorkflowPage() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (sources: Record<string, string>) => workflowCommands.create({ sources }),
    onSuccess: async (saved) => {
      notifyDone(`${saved.name} is registered.`);
      await client.invalidateQueries({ queryKey: ['workflows'] });
      await navigate({ to: '/workflows/$name', params: { name: saved.name }, ignoreBlocker: true });
    },
  });
  return (
    <Page title="New workflow" description="Write its text; the server checks it as you type. Nothing is kept before you save.">
      <DefinitionEditor
        id="new" sources={begin} base={null} saveLabel="Save" isNew saving={save.isPending} problem={save.error} onSave={(sources) => save.mutate(sources)}
        note={(checked) => checked.name && <ExistingNote name={checked.name} />}
      />
    </Page>
  );
}

/** A name that is taken is no mistake: the text becomes that workflow's newest version. */
function ExistingNote({ name }: { name: string }) {
  const existing = useInfiniteQuery(workflowQueries.list(name));
  return existing.data?.pages[0]?.items.some((workflow) => workflow.name === name) ? <Text size="sm" c="dimmed">Becomes a new version of {name}</Text> : null;
}
