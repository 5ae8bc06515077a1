import { useState } from 'react';
import { artifactUrl } from '@/api/client';
import { IconPhoto } from '@/theme/icons';
import classes from './picture.module.css';

interface Props {
  digest: string | null | undefined;
  /** Width and height of the box, which is there before the picture is. */
  box: number;
  /** What it shows; empty: it stands beside its name. */
  alt?: string;
}

const SIZES = [64, 128, 256, 512, 1024] as const;

/** The thumbnail that fills a box on a dense screen; the server makes these sizes only. */
export function sizeFor(box: number): (typeof SIZES)[number] {
  return SIZES.find((size) => size >= box * 1.25) ?? 1024;
}

/** A small picture in a box of fixed size. What is no picture, or none any more, shows a sign instead. */
export function Picture({ digest, box, alt = '' }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  const shows = digest != null && failed !== digest;
  return (
    <span className={classes.box} data-none={digest == null || undefined} style={{ width: box, height: box }}>
      {shows
        ? <img src={artifactUrl(digest, { size: sizeFor(box) })} alt={alt} width={box} height={box} loading="lazy" decoding="async" onError={() => setFailed(digest)} />
        : digest != null && <IconPhoto size={Math.min(20, box / 2)} />}
    </span>
  );
}
