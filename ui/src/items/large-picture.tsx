import { useState } from 'react';
import { artifactUrl } from '@/api/client';
import { IconPhoto } from '@/theme/icons';
import classes from './picture.module.css';
import { visibleText } from './visible-text';

interface Props {
  digest: string;
  name: string | null;
  /** What it is, before its name: `Before`. */
  label?: string;
}

/** A picture in a frame that has its size before the picture is there; a press opens the artifact itself. */
export function LargePicture({ digest, name, label }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  const shown = visibleText(name ?? 'Picture');
  return (
    <a href={artifactUrl(digest, { name: name ?? undefined })} target="_blank" rel="noopener noreferrer" className={classes.frame}>
      {failed === digest
        ? <span className={classes.missing}><IconPhoto size={28} />{shown} cannot be shown here</span>
        : <img src={artifactUrl(digest, { size: 1024 })} alt={label === undefined ? shown : `${label}: ${shown}`} decoding="async" onError={() => setFailed(digest)} />}
    </a>
  );
}
