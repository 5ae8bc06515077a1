import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { IconCheck, IconChevronDown, IconChevronRight, IconCopy } from '@/theme/icons';
import { ArtifactLink } from './artifact-link';
import { artifactOf, summaryOf } from './json-model';
import { KeyText } from './key-text';
import classes from './json-view.module.css';

const MOST_MEMBERS = 100;
const MOST_CHARACTERS = 400;

interface Props {
  value: unknown;
  /** What it is, for the copy button: `output of describe`. */
  label: string;
  /** Levels that are open at first. */
  open?: number;
}

/** A value as a tree that can be folded and copied. Values are others' text: nothing in them is ever markup. */
export function JsonView({ value, label, open = 2 }: Props) {
  if (value === undefined || value === null) return <span className={classes.none}>nothing</span>;
  return (
    <div className={classes.view}>
      <span className={classes.copy}>
        <CopyButton value={typeof value === 'string' ? value : JSON.stringify(value, null, 2)} timeout={1_500}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy'}>
              <ActionIcon size="sm" onClick={copy} aria-label={`Copy ${label}`}>{copied ? <IconCheck size={14} /> : <IconCopy size={14} />}</ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </span>
      <Value value={value} open={open} />
    </div>
  );
}

function Value({ value, open }: { value: unknown; open: number }) {
  const artifact = artifactOf(value);
  if (artifact !== null) return <ArtifactLink artifact={artifact} />;
  if (typeof value === 'string') return <TextValue text={value} />;
  if (typeof value === 'number') return <span className={classes.number}>{String(value)}</span>;
  if (typeof value === 'boolean' || value === null || value === undefined) return <span className={classes.word}>{String(value ?? null)}</span>;
  return <Members value={value as object} open={open} />;
}

function TextValue({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const long = text.length > MOST_CHARACTERS;
  return (
    <span className={classes.text}>
      <KeyText text={long && !whole ? `${text.slice(0, MOST_CHARACTERS)}…` : text} lines />
      {long && <button type="button" className={classes.more} onClick={() => setWhole(!whole)}>{whole ? 'show less' : `show all ${text.length.toLocaleString('en-US')} characters`}</button>}
    </span>
  );
}

function Members({ value, open }: { value: object; open: number }) {
  const [shown, setShown] = useState(MOST_MEMBERS);
  const entries = Object.entries(value);
  if (entries.length === 0) return <span className={classes.word}>{Array.isArray(value) ? '[]' : '{}'}</span>;
  return (
    <ul className={classes.members}>
      {entries.slice(0, shown).map(([name, one]) => <Member key={name} name={name} value={one} open={open - 1} />)}
      {entries.length > shown && (
        <li><button type="button" className={classes.more} onClick={() => setShown(shown + MOST_MEMBERS * 5)}>{(entries.length - shown).toLocaleString('en-US')} more</button></li>
      )}
    </ul>
  );
}

function Member({ name, value, open }: { name: string; value: unknown; open: number }) {
  const [unfolded, setUnfolded] = useState(open > 0);
  const folds = typeof value === 'object' && value !== null && artifactOf(value) === null && Object.keys(value).length > 0;
  if (!folds) return <li className={classes.member}><span className={classes.name}><KeyText text={name} /></span><Value value={value} open={open} /></li>;
  return (
    <li className={classes.member}>
      <button type="button" className={classes.fold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
        <span className={classes.name}><KeyText text={name} /></span>
        {!unfolded && <span className={classes.summary}><KeyText text={summaryOf(value)} most={80} /></span>}
      </button>
      {unfolded && <Value value={value} open={open} />}
    </li>
  );
}
