import { artifactUrl } from '@/api/client';
import { bytes } from '@/format/numbers';
import { IconDownload, IconFile } from '@/theme/icons';
import { isPicture, type ArtifactValue } from './json-model';
import { KeyText } from './key-text';
import { Picture } from './picture';
import { visibleText } from './visible-text';
import classes from './artifact-link.module.css';

/** An artifact in a value: a small picture or a sign, its name, and the way to its bytes. */
export function ArtifactLink({ artifact }: { artifact: ArtifactValue }) {
  const name = artifact.name ?? artifact.digest.slice(0, 19);
  const picture = isPicture(artifact);
  return (
    <span className={classes.link}>
      {picture ? <Picture digest={artifact.digest} box={28} /> : <IconFile size={16} />}
      <a href={artifactUrl(artifact.digest, { name: artifact.name ?? undefined })} target="_blank" rel="noopener noreferrer"><KeyText text={name} most={60} /></a>
      <span className={classes.facts}>{artifact.mediaType}{artifact.size !== null && ` · ${bytes(artifact.size)}`}</span>
      <a href={artifactUrl(artifact.digest, { name: artifact.name ?? undefined, download: true })} download aria-label={`Download ${visibleText(name)}`}><IconDownload size={14} /></a>
    </span>
  );
}
