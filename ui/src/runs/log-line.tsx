import { memo } from 'react';
import type { Schema } from '@/api/types';
import { exactTime } from '@/format/times';
import { KeyText } from '@/items/key-text';
import classes from './log-tab.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });

/** A line never changes: it is drawn once. */
export const LogLine = memo(function LogLine({ line }: { line: Schema<'LogLineResponse'> }) {
  return (
    <div className={classes.line} data-level={line.level}>
      <time dateTime={line.at} title={exactTime(line.at)} className={classes.time}>{clock.format(new Date(line.at))}</time>
      <span className={classes.level}>{line.level}</span>
      <span className={classes.text}>
        {line.step != null && <span className={classes.step}><KeyText text={line.step} most={40} />{line.key != null && <> <KeyText text={line.key} most={50} /></>}{line.attempt > 1 && ` attempt ${line.attempt}`}</span>}
        <KeyText text={line.text} lines />
      </span>
    </div>
  );
});
