import { useState } from 'react';
import type { Schema } from '@/api/types';
import { LargePicture } from '@/items/large-picture';
import { Picture } from '@/items/picture';
import { visibleText } from '@/items/visible-text';
import classes from './inbox.module.css';

/** What to look at: one picture large, the others small beneath. */
export function ApprovalPictures({ pictures }: { pictures: readonly Schema<'PictureReference'>[] }) {
  const [index, setIndex] = useState(0);
  const shown = pictures[index] ?? pictures[0];
  if (shown === undefined) return null;
  return (
    <div>
      <LargePicture digest={shown.digest} name={shown.name ?? null} />
      {pictures.length > 1 && (
        <div className={classes.strip} role="group" aria-label="Pictures">
          {pictures.map((picture, at) => (
            <button key={picture.digest} type="button" aria-pressed={at === index} aria-label={visibleText(picture.name ?? `Picture ${at + 1}`)} onClick={() => setIndex(at)}><Picture digest={picture.digest} box={56} /></button>
          ))}
        </div>
      )}
    </div>
  );
}
