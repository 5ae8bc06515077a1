import { JsonInput, NumberInput, Select, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { mistakeOf, type Field } from './form-model';
import { visibleText } from '@/items/visible-text';

interface Props {
  fields: readonly Field[];
  draft: Readonly<Record<string, unknown>>;
  onChange: (name: string, value: unknown) => void;
}

/** The form of a value: a field for each member, by its kind. */
export function ApprovalForm({ fields, draft, onChange }: Props) {
  return (
    <Stack gap="sm">
      {fields.map((field) => <FieldInput key={field.name} field={field} value={draft[field.name]} onChange={(value) => onChange(field.name, value)} />)}
    </Stack>
  );
}

function FieldInput({ field, value, onChange }: { field: Field; value: unknown; onChange: (value: unknown) => void }) {
  const error = mistakeOf(field, value);
  const common = { label: visibleText(field.label), description: field.description === null ? undefined : visibleText(field.description), required: field.required, withAsterisk: field.required, error: error ?? undefined };
  switch (field.kind) {
    case 'boolean':
      return <Switch label={common.label} description={common.description} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case 'number':
    case 'integer':
      return <NumberInput {...common} value={typeof value === 'number' || typeof value === 'string' ? value : ''} allowDecimal={field.kind === 'number'} onChange={(next) => onChange(next === '' ? undefined : next)} />;
    case 'choice':
      return <Select {...common} data={field.choices} value={typeof value === 'string' ? value : null} clearable={!field.required} onChange={(next) => onChange(next ?? undefined)} />;
    case 'list':
      return <TagsInput {...common} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} placeholder="Type and press Enter" />;
    case 'json':
      return <JsonInput {...common} value={typeof value === 'string' ? value : ''} onChange={onChange} autosize minRows={3} maxRows={16} formatOnBlur />;
    case 'long':
      return <Textarea {...common} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.currentTarget.value)} autosize minRows={3} maxRows={14} />;
    case 'text':
      return <TextInput {...common} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}
