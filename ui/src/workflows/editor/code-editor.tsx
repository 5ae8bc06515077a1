import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useImperativeHandle, useEffect, useRef, type Ref } from 'react';
import type { Mistake } from '@/api/types';
import { highlighting, look } from './code-theme';
import { toMarks } from './diagnostics';

export interface CodeEditorHandle {
  /** Brings a line into view, with the cursor in it. */
  goTo: (line: number, column: number) => void;
}

export interface CodeEditorProps {
  /** The text at first; another `id` begins anew with another text. */
  value: string;
  id: string;
  onChange: (text: string) => void;
  onSave: () => void;
  mistakes: readonly Mistake[];
  readOnly: boolean;
  label: string;
  height: string;
  ref?: Ref<CodeEditorHandle>;
}

/** The editor of definitions. The text is its own while one types; mistakes come from outside and are marked in place. */
export default function CodeEditor({ value, id, onChange, onSave, mistakes, readOnly, label, height, ref }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const writable = useRef(new Compartment());
  const newest = useRef({ value, onChange, onSave, readOnly });
  useEffect(() => {
    newest.current = { value, onChange, onSave, readOnly };
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: newest.current.value,
        extensions: [
          lineNumbers(), foldGutter(), lintGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), highlightActiveLine(), highlightActiveLineGutter(),
          highlightSelectionMatches(), search({ top: true }), look, syntaxHighlighting(highlighting), EditorState.tabSize.of(2), EditorView.lineWrapping,
          newest.current.value.trimStart().startsWith('{') ? json() : yaml(),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          writable.current.of(access(newest.current.readOnly)),
          keymap.of([
            { key: 'Mod-s', preventDefault: true, run: () => { newest.current.onSave(); return true; } },
            ...lintKeymap, ...searchKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => { if (update.docChanged) newest.current.onChange(update.state.doc.toString()); }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [id, label]);

  useEffect(() => {
    view.current?.dispatch({ effects: writable.current.reconfigure(access(readOnly)) });
  }, [readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { doc } = editor.state;
    editor.dispatch(setDiagnostics(editor.state, toMarks(mistakes, { lines: doc.lines, line: (number) => doc.line(number) })));
  }, [mistakes, id]);

  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      const editor = view.current;
      if (!editor) return;
      const target = editor.state.doc.line(Math.min(Math.max(line, 1), editor.state.doc.lines));
      const at = Math.min(target.from + Math.max(column - 1, 0), target.to);
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      editor.focus();
    },
  }), []);

  return <div ref={host} className="card" style={{ height, overflow: 'hidden', minWidth: 0 }} />;
}

function access(readOnly: boolean) {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)];
}
