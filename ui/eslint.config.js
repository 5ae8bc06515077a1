import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts', 'public'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Use api (src/api/client.ts): it sends the CSRF header and reads problems.' }, { name: 'EventSource', message: 'Use useEvents (src/live/use-events.ts): it comes back by itself.' }],
      'no-restricted-syntax': ['error', { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Values of runs are untrusted.' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // These two are where the rules above lead to.
  { files: ['src/api/client.ts', 'src/live/event-stream.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/theme/icons.tsx', 'dev/**', 'tests/**', 'e2e/**'], rules: { 'max-lines': 'off', 'no-restricted-globals': 'off' } },
  { files: ['eng/**', '*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
);
