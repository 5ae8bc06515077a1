import { Button, Group, Loader, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Mistake, Schema } from '@/api/types';
import { usePermission } from '@/session/use-session';
import { Allowed } from '@/session/allowed';
import { ProblemAlert } from '@/shell/problem-alert';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconDeviceFloppy } from '@/theme/icons';
import { stateColor } from '@/theme/states';
import { workflowQueries } from '../queries';
import type { CodeEditorHandle } from './code-editor';
import { isIn, verdict } from './diagnostics';
import { MistakeList } from './mistake-list';

const CodeEditor = lazy(() => import('./code-editor'));
const height = 'max(340px, calc(100dvh - 330px))';

interface Props {
  /** What it begins with; another `id` begins anew. */
  id: string;
  sources: Record<string, string>;
  /** The file beside which relative paths start; null: the server's first folder. */
  base: string | null;
  saveLabel: string;
  /** True: it may be saved as it stands, without a change. */
  isNew: boolean;
  saving: boolean;
  problem: unknown;
  onSave: (sources: Record<string, string>) => void;
  /** Line to begin at. */
  line?: number | null;
  /** What to say beside the verdict, from what the check read. */
  note?: (validation: Schema<'ValidationResponse'>) => ReactNode;
}

/** Edits the texts of a workflow: the server checks them as one types, its mistakes stand in place and in a list below. */
export function DefinitionEditor({ id, sources, base, saveLabel, isNew, saving, problem, onSave, line, note }: Props) {
  const { allowed } = usePermission('edit');
  const editor = useRef<CodeEditorHandle>(null);
  const [texts, setTexts] = useState(sources);
  const [file, setFile] = useState('');
  const [checked] = useDebouncedValue(texts, 350);
  const validation = useQuery(workflowQueries.validation(checked, base));
  const files = Object.keys(texts);
  const dirty = files.some((name) => texts[name] !== sources[name]);
  const mistakes = useMemo(() => validation.data?.mistakes ?? [], [validation.data]);
  const here = useMemo(() => mistakes.filter((mistake) => isIn(mistake, file, Object.keys(sources))), [mistakes, file, sources]);
  const current = checked === texts && !validation.isFetching;
  const savable = (dirty || isNew) && current && validation.data?.valid === true;

  useBlocker({
    shouldBlockFn: ({ next, current: from }) => dirty && !saving && next.pathname !== from.pathname && !window.confirm('Leave without saving what you changed?'),
    enableBeforeUnload: dirty && !saving,
    disabled: !dirty,
  });
  useEffect(() => {
    if (!line) return undefined;
    const timer = setInterval(() => {
      if (!editor.current) return;
      clearInterval(timer);
      editor.current.goTo(line, 1);
    }, 60);
    return () => clearInterval(timer);
  }, [line]);

  const go = (mistake: Mistake) => {
    const target = files.find((name) => isIn(mistake, name, files)) ?? '';
    if (target === file) editor.current?.goTo(mistake.line ?? 1, mistake.column ?? 1);
    else setFile(target);
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          {files.length > 1 && (
            <Select
              size="xs" aria-label="File" allowDeselect={false} value={file || 'workflow'} w={260}
              data={files.map((name) => ({ value: name || 'workflow', label: name || 'The workflow itself' }))} onChange={(value) => setFile(value === 'workflow' || value === null ? '' : value)}
            />
          )}
          <Verdict mistakes={mistakes} checking={!current} />
          {validation.data && note?.(validation.data)}
        </Group>
        <Group gap="xs">
          {dirty && <Text size="xs" c="dimmed">Not saved</Text>}
          <Allowed scope="edit">
            <Button leftSection={<IconDeviceFloppy size={16} />} disabled={!savable} loading={saving} onClick={() => onSave(texts)}>{saveLabel}</Button>
          </Allowed>
        </Group>
      </Group>
      {problem != null && <ProblemAlert error={problem} />}
      {validation.isError && <ProblemAlert error={validation.error} onRetry={() => void validation.refetch()} />}
      <Suspense fallback={<Skeleton height={height} radius={8} />}>
        <CodeEditor
          ref={editor} id={`${id}:${file}`} value={texts[file] ?? ''} mistakes={here} readOnly={!allowed} label={file || 'Text of the workflow'} height={height}
          onChange={(text) => setTexts((old) => ({ ...old, [file]: text }))} onSave={() => { if (savable) onSave(texts); }}
        />
      </Suspense>
      {mistakes.length > 0 && <MistakeList mistakes={mistakes} onGo={go} />}
    </Stack>
  );
}

function Verdict({ mistakes, checking }: { mistakes: readonly Mistake[]; checking: boolean }) {
  const errors = mistakes.some((mistake) => mistake.severity !== 'warning');
  const Icon = errors ? IconCircleX : mistakes.length > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <Group gap={6} role="status" miw={150}>
      {checking ? <Loader size={14} aria-hidden="true" /> : <Icon size={16} style={{ color: stateColor(errors ? 'failed' : mistakes.length > 0 ? 'waiting' : 'succeeded') }} />}
      <Text size="sm">{checking ? 'Checking' : verdict(mistakes)}</Text>
    </Group>
  );
}
