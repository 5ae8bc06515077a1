import { Button, Group, JsonInput, Modal, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Schema } from '@/api/types';
import { money } from '@/format/numbers';
import { KeyText } from '@/items/key-text';
import { runCommands, runQueries } from './queries';
import { useRunCommand } from './use-run-command';

type Wait = Schema<'WaitResponse'>;

const changed = (done: string) => (answer: Schema<'ChangeResponse'>) => (answer.done ? done : 'There was nothing to change.');

function readJson(text: string): { value: unknown; mistake: string | null } {
  if (text.trim() === '') return { value: undefined, mistake: null };
  try {
    return { value: JSON.parse(text) as unknown, mistake: null };
  } catch (error) {
    return { value: undefined, mistake: error instanceof Error ? error.message : 'This is not JSON.' };
  }
}

function Buttons({ onClose, busy, onSend, disabled, children }: { onClose: () => void; busy: boolean; onSend: () => void; disabled?: boolean; children: ReactNode }) {
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>Back</Button>
      <Button loading={busy} disabled={disabled} onClick={onSend}>{children}</Button>
    </Group>
  );
}

export function SignalModal({ run, wait, onClose }: { run: string; wait: Wait; onClose: () => void }) {
  const command = useRunCommand(run);
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const payload = readJson(text);
  return (
    <Modal opened onClose={onClose} title="Send a signal">
      <Stack>
        <Text size="sm"><KeyText text={wait.text} /></Text>
        <TextInput label="Name" description="As the step waits for it" required value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <JsonInput label="What it says" description="JSON; the step's output. Empty: nothing." value={text} onChange={setText} autosize minRows={3} maxRows={12} error={payload.mistake} />
        <Buttons
          onClose={onClose} busy={command.busy} disabled={name.trim() === '' || payload.mistake !== null}
          onSend={() => command.send({ ask: () => runCommands.signal(run, { name: name.trim(), key: wait.key ?? null, payload: payload.value }), done: changed('The signal was sent.') }, onClose)}
        >
          Send
        </Buttons>
      </Stack>
    </Modal>
  );
}

export function BudgetModal({ run, onClose }: { run: string; onClose: () => void }) {
  const command = useRunCommand(run);
  const usage = useQuery(runQueries.usage(run));
  const [cost, setCost] = useState<number | string>('');
  const [tokens, setTokens] = useState<number | string>('');
  const limit = (value: number | string) => (typeof value === 'number' ? value : null);
  return (
    <Modal opened onClose={onClose} title="Budget of the run">
      <Stack>
        {usage.data && <Text size="sm">Spent so far: {money(usage.data.cost)} and {(usage.data.input_tokens + usage.data.output_tokens).toLocaleString('en-US')} tokens.</Text>}
        <NumberInput label="Money in all" description="Empty: no limit" min={0} decimalScale={4} value={cost} onChange={setCost} data-autofocus />
        <NumberInput label="Tokens in all" description="Empty: no limit" min={0} allowDecimal={false} thousandSeparator="," value={tokens} onChange={setTokens} />
        <Buttons onClose={onClose} busy={command.busy} onSend={() => command.send({ ask: () => runCommands.budget(run, { cost: limit(cost), tokens: limit(tokens) }), done: changed('The budget was changed; steps that waited for it go on.') }, onClose)}>Change</Buttons>
      </Stack>
    </Modal>
  );
}

export function ResolveModal({ run, wait, onClose }: { run: string; wait: Wait; onClose: () => void }) {
  const command = useRunCommand(run);
  const [resolution, setResolution] = useState('again');
  const [text, setText] = useState('');
  const output = readJson(text);
  return (
    <Modal opened onClose={onClose} title="What became of it?">
      <Stack>
        <Text size="sm"><KeyText text={wait.step} />{wait.key != null && <> of <KeyText text={wait.key} most={80} /></>} was cut off, and it must not be done twice. Look at the place where it has its effect, then say:</Text>
        <Radio.Group value={resolution} onChange={setResolution} aria-label="What became of it">
          <Stack gap="xs">
            <Radio value="done" label="It was done" description="Its outcome is recorded as succeeded, with the output below." />
            <Radio value="again" label="It was not done: run it again" description="Another attempt begins." />
            <Radio value="fail" label="Give it up" description="It is recorded as failed." />
          </Stack>
        </Radio.Group>
        {resolution === 'done' && <JsonInput label="Its output" description="JSON; empty: nothing" value={text} onChange={setText} autosize minRows={3} maxRows={12} error={output.mistake} />}
        <Buttons
          onClose={onClose} busy={command.busy} disabled={output.mistake !== null}
          onSend={() => command.send({ ask: () => runCommands.resolve(run, { step: wait.step, key: wait.key ?? null, resolution, output: resolution === 'done' ? output.value : undefined }), done: changed('The step goes on.') }, onClose)}
        >
          Record it
        </Buttons>
      </Stack>
    </Modal>
  );
}
