import { Text } from '@mantine/core';
import type { Schema } from '@/api/types';
import classes from './diff.module.css';

const signs: Record<string, string> = { added: '+', removed: '-', same: ' ', gap: ' ' };

/** Changed lines with those around them; additions and removals carry their sign, never colour alone. */
export function DiffView({ diff }: { diff: Schema<'DiffResponse'> }) {
  if (diff.files.length === 0) return <Text size="sm" c="dimmed" p="md">Their texts are the same.</Text>;
  return diff.files.map((file) => (
    <div key={file.name}>
      {(file.name || diff.files.length > 1) && <Text size="xs" fw={600} px="md" py={6} className="wrap" style={{ background: 'var(--page)' }}>{file.name || 'The workflow itself'}</Text>}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={`Changes of ${file.name || 'the workflow'}`}>
        <table className={classes.diff}>
          <tbody>
            {file.lines.map((line, index) => (line.kind === 'gap'
              ? <tr key={index} className={classes.gap}><td colSpan={4}>unchanged lines</td></tr>
              : (
                <tr key={index} data-kind={line.kind}>
                  <td className={classes.number}>{line.old}</td>
                  <td className={classes.number}>{line.new}</td>
                  <td className={classes.sign}>{signs[line.kind] ?? ' '}<span className="visually-hidden">{line.kind === 'same' ? '' : line.kind}</span></td>
                  <td className={classes.text}>{line.text}</td>
                </tr>
              )))}
          </tbody>
        </table>
      </div>
    </div>
  ));
}
