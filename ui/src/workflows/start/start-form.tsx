import { Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { newIdempotencyKey } from '@/api/idempotency-key';
import { ApiError, codes } from '@/api/problem';
import type { Schema } from '@/api/types';
import { sentence } from '@/format/texts';
import { Allowed } from '@/session/allowed';
import { notifyDone } from '@/shell/notify';
import { ProblemAlert } from '@/shell/problem-alert';
import { Section } from '@/shell/section';
import { IconChevronDown, IconChevronRight, IconPlayerPlay } from '@/theme/icons';
import { workflowCommands } from '../queries';
import { initialForm, placeMistakes, readForm, type Raw } from './form-model';
import { InputField } from './input-field';
import { noOptions, readOptions } from './options';
import { OptionsFields } from './options-fields';

interface Props {
  version: Schema<'WorkflowVersion'>;
  /** Inputs to begin with instead of the defaults. */
  given: Record<string, unknown>;
}

export function StartForm({ version, given }: Props) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(() => initialForm(version.inputs, given));
  const [options, setOptions] = useState(noOptions);
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const [more, toggle] = useDisclosure(false);
  // One key for what stands in the form: pressing twice, or again after a lost answer, starts one run.
  const key = useRef<string | null>(null);

  const start = useMutation({
    mutationFn: (inputs: Record<string, unknown>) => {
      key.current ??= newIdempotencyKey();
      return workflowCommands.start({ workflow: version.name, version: version.digest, inputs, options: readOptions(options) }, key.current);
    },
    onSuccess: (run) => {
      notifyDone(`${run.run} has started.`);
      return navigate({ to: '/runs/$run', params: { run: run.run } });
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      if (error.status > 0) key.current = null;
      if (error.code === codes.inputMistakes) show(placeMistakes(version.inputs, error.mistakes).errors);
    },
  });
  const show = (errors: Record<string, string>) => {
    setMistakes(errors);
    if (Object.keys(errors).length > 0) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(version.inputs, values);
    show(read.errors);
    if (Object.keys(read.errors).length === 0) start.mutate(read.values);
  };
  const change = (name: string, value: Raw) => {
    key.current = null;
    setValues((old) => ({ ...old, [name]: value }));
    setMistakes(({ [name]: _gone, ...rest }) => rest);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate style={{ maxWidth: 720 }}>
      <Stack gap="md">
        <Section title="Inputs">
          <Stack gap="md" p="md">
            {version.inputs.length === 0 && <Text size="sm" c="dimmed">This workflow asks for nothing: it starts as it is.</Text>}
            {version.inputs.map((input) => (
              <InputField key={input.name} input={input} value={values[input.name] ?? ''} error={mistakes[input.name]} onChange={(value) => change(input.name, value)} />
            ))}
          </Stack>
        </Section>
        <div>
          <Button variant="subtle" color="gray" px={6} aria-expanded={more} onClick={toggle.toggle} leftSection={more ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}>Options of this run</Button>
          <Collapse expanded={more}>
            <div className="card" style={{ padding: 16, marginTop: 6 }}>
              <OptionsFields
                value={options} steps={version.graph.nodes.filter((node) => node.kind === 'action').map((node) => node.path)}
                onChange={(next) => { key.current = null; setOptions(next); }}
              />
            </div>
          </Collapse>
        </div>
        {start.isError && <StartProblem error={start.error} placed={Object.keys(mistakes).length > 0} inputs={version.inputs} />}
        <Group>
          <Allowed scope="run">
            <Button type="submit" size="sm" loading={start.isPending} leftSection={<IconPlayerPlay size={16} />}>Start</Button>
          </Allowed>
        </Group>
      </Stack>
    </form>
  );
}

/** What stands at the fields is not said again below. */
function StartProblem({ error, placed, inputs }: { error: unknown; placed: boolean; inputs: Schema<'WorkflowInput'>[] }) {
  if (!(error instanceof ApiError) || !placed) return <ProblemAlert error={error} />;
  const { rest } = placeMistakes(inputs, error.mistakes);
  return rest.length > 0 ? <ProblemAlert error={new ApiError({ ...error.problem, errors: rest })} /> : <Text size="sm" c="red" role="alert">{sentence(error.problem.detail ?? error.problem.title)}</Text>;
}
