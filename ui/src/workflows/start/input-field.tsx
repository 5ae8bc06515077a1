import { Checkbox, Code, JsonInput, Select, TagsInput, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WorkflowInput } from '@/api/types';
import { PathInput } from '@/files/path-input';
import { constraintText, fieldKind, toRaw, type Raw } from './form-model';

interface Props {
  input: WorkflowInput;
  value: Raw;
  error: string | undefined;
  onChange: (value: Raw) => void;
}

/** The field of an input. */
export function InputField({ input, value, error, onChange }: Props) {
  const kind = fieldKind(input);
  const common = { label: input.name, description: describe(input, kind === 'secret' ? 'The name of a stored secret.' : ''), error, required: input.required, withAsterisk: input.required };
  const text = typeof value === 'string' ? value : '';
  const type = (next: string) => onChange(next);
  switch (kind) {
    case 'boolean':
      return <Checkbox label={input.name} description={describe(input, '')} error={error} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'enum':
      return <Select {...common} data={input.values} value={text || null} clearable={!input.required} placeholder="Choose one" onChange={(next) => type(next ?? '')} checkIconPosition="right" />;
    case 'words':
      return <TagsInput {...common} value={Array.isArray(value) ? value : []} placeholder="Type one, press Enter" onChange={onChange} />;
    case 'path':
      return <PathInput {...common} kind="path" value={text} onChange={type} />;
    case 'json':
      return (
        <JsonInput
          {...common} value={text} onChange={type} autosize minRows={3} maxRows={14} formatOnBlur placeholder={input.type === 'list' ? '[]' : input.type === 'object' ? '{}' : 'JSON'}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      );
    default:
      return (
        <TextInput
          {...common} value={text} inputMode={kind === 'integer' ? 'numeric' : kind === 'number' ? 'decimal' : 'text'} maw={kind === 'text' || kind === 'secret' ? undefined : 220}
          onChange={(event) => type(event.currentTarget.value)}
        />
      );
  }
}

function describe(input: WorkflowInput, more: string): ReactNode {
  const constraint = constraintText(input);
  const raw = input.default == null ? '' : toRaw(input, input.default);
  const standard = typeof raw === 'string' && raw.length < 80 ? raw : '';
  return (
    <Text span size="xs" c="dimmed" className="wrap">
      {[input.description, more, constraint, standard && 'default '].filter(Boolean).join(' · ')}
      {standard && <Code>{standard}</Code>}
    </Text>
  );
}
