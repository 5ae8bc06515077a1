import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from variables, so that a change of theme needs no new editor. */
export const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', background: 'var(--surface)', color: 'var(--mantine-color-text)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.55' },
  '.cm-gutters': { background: 'var(--surface)', color: 'var(--muted)', border: 'none', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'color-mix(in srgb, var(--line) 35%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'color-mix(in srgb, var(--mantine-primary-color-filled) 28%, transparent)' },
  '.cm-tooltip, .cm-panels': { background: 'var(--surface)', color: 'var(--mantine-color-text)', border: '1px solid var(--line)', borderRadius: '6px' },
  '.cm-diagnostic': { padding: '6px 10px', maxWidth: '480px', fontFamily: 'var(--mantine-font-family)' },
  '.cm-diagnosticSource': { opacity: '1', color: 'var(--muted)' },
  '.cm-panel input, .cm-panel button, .cm-panel label': { fontFamily: 'var(--mantine-font-family)', color: 'inherit' },
  '.cm-textfield, .cm-button': { background: 'var(--page)', border: '1px solid var(--line)', backgroundImage: 'none' },
});

export const highlighting = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-key)' },
  { tag: [tags.string, tags.special(tags.string), tags.attributeValue], color: 'var(--code-text)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--code-value)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: 'var(--muted)' },
]);
