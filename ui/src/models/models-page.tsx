import { Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { plural } from '@/format/numbers';
import { useHomeChange } from '@/live/home-stream';
import { EmptyState } from '@/shell/empty-state';
import { notifyDone, notifyProblem } from '@/shell/notify';
import { Page } from '@/shell/page';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconCpu } from '@/theme/icons';
import { DeviceCard } from './device-card';
import { memoryOf } from './memory';
import { ModelRow } from './model-row';
import classes from './models.module.css';
import { modelCommands, modelsQuery } from './queries';

const CALM_MS = 1_500;

export function ModelsPage() {
  const models = useQuery({
    ...modelsQuery,
    // Loading takes seconds and is no change of a run, so no stream tells its end: ask while something is on its way, and only then.
    refetchInterval: (query) => (query.state.data?.models.some((model) => model.state === 'loading' || model.state === 'leaving' || model.state === 'unloading') ? 1_000 : false),
  });
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const { refetch } = models;
  useHomeChange(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refetch();
    }, CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useMutation({
    mutationFn: (command: { name: string; what: 'load' | 'unload' | 'pin' | 'unpin' }) => modelCommands[command.what](command.name),
    onSuccess: (answer, command) => {
      if (answer?.models) client.setQueryData(modelsQuery.queryKey, answer);
      else void client.invalidateQueries({ queryKey: modelsQuery.queryKey });
      notifyDone({ load: `${command.name} is being loaded.`, unload: `${command.name} was unloaded.`, pin: `${command.name} is pinned: it leaves last.`, unpin: `${command.name} is no longer pinned.` }[command.what]);
    },
    onError: notifyProblem,
  });
  const data = models.data;
  return (
    <Page title="Models" description={data && data.models.length > 0 ? `${plural(data.models.filter((model) => model.bytes > 0).length, 'model')} of ${data.models.length} in memory` : 'Models that steps use, and the memory they share'}>
      {models.isError && <ProblemAlert error={models.error} onRetry={() => void refetch()} />}
      {models.isPending && <Stack><Skeleton height={96} /><Skeleton height={240} /></Stack>}
      {data?.models.length === 0 && (
        <div className="card">
          <EmptyState icon={IconCpu} title="No model is registered">
            Register one with <code>atelier models add NAME SOURCE</code>: a folder, an ONNX file, a hub&apos;s name or the address of a server that speaks the OpenAI API. Steps without a model use the classic ways that are built in.
          </EmptyState>
        </div>
      )}
      {data && data.devices.length > 0 && (
        <section aria-label="Memory" className={classes.devices}>{data.devices.map((device) => <DeviceCard key={device.device} memory={memoryOf(device, data.models)} />)}</section>
      )}
      {data && data.models.length > 0 && (
        <ul className={`card ${classes.models}`} aria-label="Models">
          {data.models.map((model) => (
            <ModelRow
              key={model.name} model={model} device={data.devices.find((device) => device.device === model.device) ?? null} models={data.models}
              busy={change.isPending && change.variables.name === model.name} onChange={(what) => change.mutate({ name: model.name, what })}
            />
          ))}
        </ul>
      )}
      {data && data.models.length > 0 && <Text size="xs" c="dimmed">A model is loaded when a step first needs it, and leaves when another one needs its room: the longest unused first, pinned ones last, never one in use.</Text>}
    </Page>
  );
}
