import { Code, Group, List, Stack, Text } from '@mantine/core';
import { usePermission } from '@/session/use-session';
import { ButtonLink } from '@/shell/links';
import { Section } from '@/shell/section';
import { IconCode, IconFile, IconWand } from '@/theme/icons';

/** What a person sees who opens an empty home. */
export function FirstSteps() {
  const { allowed } = usePermission('edit');
  return (
    <Section title="Begin here">
      <Stack p="md" gap="md">
        <Text size="sm" maw={720}>
          Atelier runs a workflow over every item of a collection: pictures, posts, documents, sound. A workflow is one text that names the steps; a
          run is one execution of it. Each item keeps what became of it, so that running again does only what is new, changed or failed.
        </Text>
        <List size="sm" type="ordered" spacing={6}>
          <List.Item>Take a workflow: from a template, from a file of this machine, or write one.</List.Item>
          <List.Item>Start it. Its form asks for the inputs that the workflow names.</List.Item>
          <List.Item>Watch it here. What fails goes to Quarantine, what needs a decision to your Inbox.</List.Item>
        </List>
        {allowed ? <Group gap="sm">
          <ButtonLink to="/workflows" search={{ new: 'template' }} leftSection={<IconWand size={16} />}>Start from a template</ButtonLink>
          <ButtonLink to="/workflows" search={{ new: 'file' }} variant="default" leftSection={<IconFile size={16} />}>Take a file</ButtonLink>
          <ButtonLink to="/new-workflow" variant="default" leftSection={<IconCode size={16} />}>Write one</ButtonLink>
        </Group> : <Text size="sm">Somebody with the role editor adds the first workflow.</Text>}
        <Text size="xs" c="dimmed">In a terminal: <Code>atelier run WORKFLOW.yaml</Code> does the same in this home.</Text>
      </Stack>
    </Section>
  );
}
